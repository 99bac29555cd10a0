import { locales } from '../lib/i18n/locales.ts';
import { messagesIn } from '../messages.ts';
import { getGlossary } from '../queries.ts';
import { absolute, asset, href } from '../site.ts';
import { termAddress } from '../term-records.ts';

/** The site for programs that read text: what it is, what may be done with it, and every term with its definition. */
export async function GET() {
  const { terms } = await getGlossary();
  const sections = locales.map((locale) => {
    const t = messagesIn(locale);
    const lines = [...terms.values()].map(
      ({ slug, texts }) => `- [${texts[locale].term}](${termAddress(locale, slug)}): ${texts[locale].definition}`,
    );
    return [
      `## ${t('terms.title')} (${locale})`,
      `${t('terms.lead')} JSON: ${absolute(asset(`api/v1/${locale}/terms.json`))}`,
      lines.join('\n'),
      `${t('nav.references')}: ${absolute(href(locale, { page: 'references' }))}`,
    ].join('\n\n');
  });
  const t = messagesIn('en');
  const intro = `# ${t('site.name')}\n\n> ${t('feed.description')} ${t('footer.license')} CC BY 4.0.`;
  return new Response(`${[intro, ...sections].join('\n\n')}\n`);
}
