import type { CalculatorName } from '../i18n/routes.ts';
import type { Kind } from './kinds.ts';

/** How a name stands to its page. The order is that of the ranking. */
export const nameSources = ['name', 'alias', 'reading', 'other-language', 'keyword'] as const;
export type NameSource = (typeof nameSources)[number];

export interface LexiconName {
  readonly text: string;
  readonly source: NameSource;
}

/** One page that can be found by name, with every name it can be found by. */
export interface LexiconEntry {
  readonly title: string;
  /** The same page's title in the other languages. */
  readonly otherTitle: string;
  readonly kind: Kind | 'comparison' | 'calculator';
  /** Slug of the term or comparison, or the calculator's name. */
  readonly slug: string | CalculatorName;
  /** Address, base path included. */
  readonly href: string;
  /** All names, the title included. */
  readonly names: readonly LexiconName[];
}
