import { locales } from '../lib/i18n/locales.ts';

/** The translations of a page for the site map, as the head of the page names them. */
export function alternates(address: string, root: string): { lang: string; url: string }[] {
  const rest = address.slice(root.length).replace(/^\w+\//, '');
  return [
    ...locales.map((lang) => ({ lang, url: `${root}${lang}/${rest}` })),
    // Whoever reads neither chooses at the root; below it there is nothing to choose on.
    { lang: 'x-default', url: rest === '' ? root : `${root}en/${rest}` },
  ];
}
