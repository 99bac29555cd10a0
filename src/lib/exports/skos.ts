import type { RelationKind } from '../glossary/term-graph.ts';
import { type Locale, type Localized, locales } from '../i18n/locales.ts';

/** A term as SKOS sees it: one concept with labels in every language. */
export interface SkosConcept {
  readonly slug: string;
  /** Address of the concept, the same whatever the language. */
  readonly iri: string;
  readonly labels: Localized;
  readonly alternatives: Localized<readonly string[]>;
  readonly definitions: Localized;
  readonly pages: Localized;
  readonly reviewed: string;
  readonly neighbours: readonly { readonly iri: string; readonly relation: RelationKind }[];
}

export interface SkosScheme {
  readonly iri: string;
  readonly titles: Localized;
  readonly license: string;
  readonly concepts: readonly SkosConcept[];
}

interface LanguageString {
  readonly '@language': Locale;
  readonly '@value': string;
}

/** SKOS knows wider, narrower and related; a contrast or a part of a formula is a relation without rank. */
const property = {
  broader: 'broader',
  narrower: 'narrower',
  contrastsWith: 'related',
  calculatedFrom: 'related',
  usedIn: 'related',
  meaning: 'related',
  abbreviated: 'related',
  related: 'related',
} as const satisfies Record<RelationKind, string>;

function inEveryLanguage(texts: Localized): LanguageString[] {
  return locales.map((locale) => ({ '@language': locale, '@value': texts[locale] }));
}

/** A label is given once per language: an alternative that is also the name, or said twice, would break SKOS. */
function alternatives({ labels, alternatives: names }: SkosConcept): LanguageString[] {
  return locales.flatMap((locale) =>
    [...new Set(names[locale])]
      .filter((name) => name !== labels[locale])
      .map((name) => ({ '@language': locale, '@value': name })),
  );
}

function conceptNode(concept: SkosConcept, scheme: string): object {
  const relations = new Map<string, string[]>();
  for (const { iri, relation } of concept.neighbours) {
    relations.set(property[relation], [...(relations.get(property[relation]) ?? []), iri]);
  }
  const isTop = !relations.has('broader');
  return {
    '@id': concept.iri,
    '@type': 'Concept',
    inScheme: scheme,
    ...(isTop && { topConceptOf: scheme }),
    notation: concept.slug,
    prefLabel: inEveryLanguage(concept.labels),
    altLabel: alternatives(concept),
    definition: inEveryLanguage(concept.definitions),
    ...Object.fromEntries(relations),
    page: locales.map((locale) => concept.pages[locale]),
    modified: concept.reviewed,
  };
}

/** The glossary as a SKOS concept scheme in JSON-LD (W3C Recommendation, 2009). */
export function skosDocument({ iri, titles, license, concepts }: SkosScheme): object {
  return {
    '@context': {
      '@vocab': 'http://www.w3.org/2004/02/skos/core#',
      inScheme: { '@type': '@id' },
      topConceptOf: { '@type': '@id' },
      broader: { '@type': '@id' },
      narrower: { '@type': '@id' },
      related: { '@type': '@id' },
      title: 'http://purl.org/dc/terms/title',
      license: { '@id': 'http://purl.org/dc/terms/license', '@type': '@id' },
      modified: {
        '@id': 'http://purl.org/dc/terms/modified',
        '@type': 'http://www.w3.org/2001/XMLSchema#date',
      },
      page: { '@id': 'http://xmlns.com/foaf/0.1/page', '@type': '@id' },
    },
    '@graph': [
      { '@id': iri, '@type': 'ConceptScheme', title: inEveryLanguage(titles), license },
      ...concepts.map((concept) => conceptNode(concept, iri)),
    ],
  };
}
