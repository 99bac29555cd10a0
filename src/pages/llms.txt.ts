import { locales } from '../lib/i18n/locales.ts';
import { markdownPath, type Route } from '../lib/i18n/routes.ts';
import { messagesIn } from '../messages.ts';
import { comparisonsInOrder, guidesInOrder, termsInOrder } from '../queries.ts';
import { absolute, asset, href } from '../site.ts';

/** The site for programs that read text: what it is, what may be done with it, and every page to read as Markdown. */
export async function GET() {
  const sections = locales.map(async (locale) => {
    const t = messagesIn(locale);
    const line = (title: string, route: Route, definition: string) =>
      `- [${title}](${absolute(markdownPath(href(locale, route)))}): ${definition}`;
    const termLines = (await termsInOrder(locale)).map(({ slug, texts }) =>
      line(texts[locale].term, { page: 'term', slug }, texts[locale].definition),
    );
    const comparisonLines = (await comparisonsInOrder(locale)).map(({ slug, texts }) =>
      line(texts[locale].title, { page: 'comparison', slug }, texts[locale].definition),
    );
    const guideLines = (await guidesInOrder()).map(({ slug, texts }) =>
      line(texts[locale].title, { page: 'guide', slug }, texts[locale].definition),
    );
    return [
      `## ${t('terms.title')} (${locale})`,
      `${t('terms.lead')} JSON: ${absolute(asset(`api/v1/${locale}/terms.json`))}`,
      termLines.join('\n'),
      `## ${t('terms.comparisons')} (${locale})`,
      comparisonLines.join('\n'),
      `## ${t('guides.title')} (${locale})`,
      guideLines.join('\n'),
      `${t('nav.references')}: ${absolute(href(locale, { page: 'references' }))}`,
    ].join('\n\n');
  });
  const t = messagesIn('en');
  const intro = `# ${t('site.name')}\n\n> ${t('feed.description')} ${t('footer.license').trimEnd()} CC BY 4.0.`;
  return new Response(`${[intro, ...(await Promise.all(sections))].join('\n\n')}\n`);
}
