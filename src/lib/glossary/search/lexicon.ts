import type { CalculatorName, Route } from '../../i18n/routes.ts';
import type { Kind } from '../kinds.ts';
import type { SectionId } from '../sections.ts';

/** How a name stands to its page. The order is that of the ranking. */
export const nameSources = ['name', 'alias', 'reading', 'other-language', 'keyword'] as const;
export type NameSource = (typeof nameSources)[number];

/** Pages that are no entries of the glossary and are still asked for by name. */
export const namedPages = ['journey-map', 'map', 'terms', 'guides', 'calculators', 'references', 'trainers'] as const;
export type NamedPage = (typeof namedPages)[number];

/** Kinds of pages that are no terms. */
export const otherKinds = ['comparison', 'guide', 'calculator', 'page'] as const;
type OtherKind = (typeof otherKinds)[number];

/** One page that can be found by name, with every name it can be found by. */
export interface LexiconEntry {
  readonly title: string;
  /** The same page's title in the other languages. */
  readonly otherTitle: string;
  readonly kind: Kind | OtherKind;
  /** Slug of the term, comparison or guide, name of the calculator or page. */
  readonly slug: string;
  /** The names beside the title. */
  readonly names: Readonly<Partial<Record<Exclude<NameSource, 'name'>, readonly string[]>>>;
  /** Sections of the page that can answer a question. */
  readonly sections?: readonly SectionId[];
  /** What a comparison compares, or a disambiguation may mean. */
  readonly terms?: readonly string[];
  /** Calculators and builders of this site that a reader of the term may want. */
  readonly tools?: readonly string[];
}

/** What a reader chooses a kind of page by: terms of every kind are one. */
export function chosenKind(kind: LexiconEntry['kind']): 'term' | OtherKind {
  return otherKinds.find((other) => other === kind) ?? 'term';
}

/** Where an entry's page stands. */
export function routeOf({ kind, slug }: Pick<LexiconEntry, 'kind' | 'slug'>): Route {
  switch (kind) {
    case 'comparison':
    case 'guide':
      return { page: kind, slug };
    case 'calculator':
      return { page: 'calculator', name: slug as CalculatorName };
    case 'page':
      return { page: slug as NamedPage };
    default:
      return { page: 'term', slug };
  }
}
