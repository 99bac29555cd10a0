import type { SchemaName } from './lib/exports/published-schemas.ts';
import type { SkosScheme } from './lib/exports/skos.ts';
import type { TermList, TermRecord, TermSummary } from './lib/exports/term-record.ts';
import { fullCitation, shortCitation } from './lib/glossary/citation.ts';
import { sourcesIn } from './lib/glossary/concept.ts';
import { type Locale, type Localized, locales, otherLocales } from './lib/i18n/locales.ts';
import { messagesIn } from './messages.ts';
import { getGlossary, type Term } from './queries.ts';
import { absolute, asset, href } from './site.ts';

/** Licence of the texts; the code has its own. */
export const textLicense = 'https://creativecommons.org/licenses/by/4.0/';

export function schemaAddress(name: SchemaName): string {
  return absolute(asset(`schemas/${name}/v1.json`));
}

export function termAddress(locale: Locale, slug: string): string {
  return absolute(href(locale, { page: 'term', slug }));
}

function recordAddress(locale: Locale, slug: string): string {
  return absolute(asset(`api/v1/${locale}/terms/${slug}.json`));
}

function summary({ slug, data, texts }: Term, locale: Locale): TermSummary {
  const { term, reading, aliases, definition, reviewed } = texts[locale];
  return {
    slug,
    kind: data.kind,
    place: data.place,
    term,
    ...(reading !== undefined && { reading }),
    aliases: aliases.map(({ name, reading: read }) => ({ name, ...(read !== undefined && { reading: read }) })),
    definition,
    reviewed,
    page: termAddress(locale, slug),
    record: recordAddress(locale, slug),
  };
}

/** What `/api/v1/{lang}/terms.json` holds. */
export async function termList(locale: Locale): Promise<TermList> {
  const { terms } = await getGlossary();
  return {
    $schema: schemaAddress('terms'),
    version: 1,
    language: locale,
    license: textLicense,
    title: messagesIn(locale)('glossary.name'),
    terms: [...terms.values()].map((term) => summary(term, locale)),
  };
}

/** What `/api/v1/{lang}/terms/{slug}.json` holds. */
export async function termRecord(term: Term, locale: Locale): Promise<TermRecord> {
  const { graph, references } = await getGlossary();
  const sources = sourcesIn(term.data.sources, locale).flatMap(({ reference: id }) => {
    const reference = references.get(id);
    if (!reference) return [];
    const url = fullCitation(reference).href;
    return [{ id, citation: shortCitation(reference, locale), ...(url !== undefined && { url }) }];
  });
  return {
    $schema: schemaAddress('term'),
    version: 1,
    language: locale,
    license: textLicense,
    ...summary(term, locale),
    translations: otherLocales(locale).map((language) => ({
      language,
      term: term.texts[language].term,
      record: recordAddress(language, term.slug),
    })),
    relations: (graph.get(term.slug) ?? []).map(({ slug, relation }) => ({
      relation,
      slug,
      record: recordAddress(locale, slug),
    })),
    sources,
  };
}

function localized<Value>(read: (locale: Locale) => Value): Localized<Value> {
  return Object.fromEntries(locales.map((locale) => [locale, read(locale)])) as Record<Locale, Value>;
}

/** The glossary as a SKOS scheme. A concept's address is that of its English page, whatever language is read. */
export async function skosScheme(): Promise<SkosScheme> {
  const { terms, graph } = await getGlossary();
  const iriOf = (slug: string) => `${termAddress('en', slug)}#concept`;
  return {
    iri: `${absolute(href('en', { page: 'terms' }))}#scheme`,
    titles: localized((locale) => messagesIn(locale)('glossary.name')),
    license: textLicense,
    concepts: [...terms.values()].map(({ slug, texts }) => ({
      slug,
      iri: iriOf(slug),
      labels: localized((locale) => texts[locale].term),
      alternatives: localized((locale) => texts[locale].aliases.map(({ name }) => name)),
      definitions: localized((locale) => texts[locale].definition),
      pages: localized((locale) => termAddress(locale, slug)),
      reviewed:
        locales
          .map((locale) => texts[locale].reviewed)
          .sort()
          .at(-1) ?? '',
      neighbours: (graph.get(slug) ?? []).map(({ slug: other, relation }) => ({ iri: iriOf(other), relation })),
    })),
  };
}
