import type { APIContext } from 'astro';
import { digestOf } from '../../../build/kept.ts';
import type { PictureText } from '../../../build/open-graph-picture.ts';
import type { Locale } from '../../../lib/i18n/locales.ts';
import { messagesIn } from '../../../messages.ts';
import { getGlossary, inEveryLanguage } from '../../../queries.ts';
import { siteSlug } from '../../../site.ts';

/** One picture per term, comparison and guide, and one for all other pages. */
export async function getStaticPaths() {
  const { terms, comparisons, guides } = await getGlossary();
  const words = [
    ...[...terms.values()].map(({ slug, data, texts }) => ({
      slug,
      read: (locale: Locale) => ({
        title: texts[locale].term,
        text: texts[locale].definition,
        kind: messagesIn(locale)(`kind.${data.kind}`),
      }),
    })),
    ...[...comparisons.values()].map(({ slug, texts }) => ({
      slug,
      read: (locale: Locale) => ({
        title: texts[locale].title,
        text: texts[locale].definition,
        kind: messagesIn(locale)('kind.comparison'),
      }),
    })),
    ...[...guides.values()].map(({ slug, texts }) => ({
      slug,
      read: (locale: Locale) => ({
        title: texts[locale].title,
        text: texts[locale].definition,
        kind: messagesIn(locale)('kind.guide'),
      }),
    })),
  ];
  const site = {
    slug: siteSlug,
    read: (locale: Locale) => ({
      title: messagesIn(locale)('site.name'),
      text: messagesIn(locale)('home.lead'),
      kind: messagesIn(locale)('home.title'),
    }),
  };
  return inEveryLanguage([...words, site], ({ slug }) => ({ slug })).map(({ params, props: { locale, item } }) => {
    const props = { ...item.read(locale), locale, site: messagesIn(locale)('site.name') };
    return { params, props, cacheKey: digestOf(JSON.stringify(props)) };
  });
}

export async function GET({ props }: APIContext<PictureText & Record<string, unknown>>) {
  // Loaded only here: a kept picture needs neither the fonts nor the libraries.
  const { openGraphPicture } = await import('../../../build/open-graph-picture.ts');
  return new Response(new Uint8Array(await openGraphPicture(props)));
}
