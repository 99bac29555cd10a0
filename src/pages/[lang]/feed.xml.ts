import type { APIContext } from 'astro';
import type { Locale } from '../../lib/i18n/locales.ts';
import { messagesIn } from '../../messages.ts';
import { getGlossary, languageFilePaths } from '../../queries.ts';
import { absolute, href } from '../../site.ts';

export const getStaticPaths = languageFilePaths;

/** Entries by the day they were last gone over, the latest first. One that changed is a new item to a feed reader. */
export async function GET({ props: { locale } }: APIContext<{ locale: Locale }>) {
  // Loaded only here: a kept feed needs no library.
  const { default: rss } = await import('@astrojs/rss');
  const { terms, comparisons, guides } = await getGlossary();
  const t = messagesIn(locale);
  const entries = [
    ...[...terms.values()].map(({ slug, texts }) => ({
      ...texts[locale],
      title: texts[locale].term,
      link: href(locale, { page: 'term', slug }),
    })),
    ...[...comparisons.values()].map(({ slug, texts }) => ({
      ...texts[locale],
      link: href(locale, { page: 'comparison', slug }),
    })),
    ...[...guides.values()].map(({ slug, texts }) => ({
      ...texts[locale],
      link: href(locale, { page: 'guide', slug }),
    })),
  ];
  const latestFirst = entries.sort((a, b) => b.reviewed.localeCompare(a.reviewed) || a.link.localeCompare(b.link));
  return rss({
    title: t('site.name'),
    description: t('feed.description'),
    site: absolute(href(locale, { page: 'home' })),
    trailingSlash: true,
    customData: `<language>${locale}</language>`,
    items: latestFirst.map(({ title, link, definition, reviewed }) => ({
      title,
      link: absolute(link),
      description: definition,
      pubDate: new Date(reviewed),
      customData: `<guid isPermaLink="false">${absolute(link)}#${reviewed}</guid>`,
    })),
  });
}
