import type { Locale } from './lib/i18n/locales.ts';
import { messagesIn } from './messages.ts';
import { getGlossary, type Term } from './queries.ts';
import { absolute, href } from './site.ts';

/** schema.org data of a term: a `DefinedTerm` in the glossary of its language. */
export async function definedTerm({ slug, texts }: Term, locale: Locale) {
  const { term, aliases, definition } = texts[locale];
  const { graph, terms } = await getGlossary();
  const contrasts = (graph.get(slug) ?? [])
    .filter(({ relation }) => relation === 'contrastsWith')
    .flatMap(({ slug: other }) => terms.get(other)?.texts[locale].term ?? []);
  const t = messagesIn(locale);
  const address = absolute(href(locale, { page: 'term', slug }));
  return {
    '@context': 'https://schema.org',
    '@type': 'DefinedTerm',
    '@id': `${address}#definition`,
    name: term,
    ...(aliases.length > 0 && { alternateName: aliases.map(({ name }) => name) }),
    description: definition,
    ...(contrasts.length > 0 && {
      disambiguatingDescription: t('contrast', { terms: contrasts.join(t('list.separator')) }),
    }),
    termCode: slug,
    url: address,
    inDefinedTermSet: glossarySet(locale),
  };
}

/** schema.org data of the glossary as a whole. */
export function glossarySet(locale: Locale) {
  const address = absolute(href(locale, { page: 'terms' }));
  return {
    '@type': 'DefinedTermSet',
    '@id': address,
    name: messagesIn(locale)('glossary.name'),
    url: address,
    inLanguage: locale,
  };
}
