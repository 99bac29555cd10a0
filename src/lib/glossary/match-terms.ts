import { fold } from './fold.ts';
import { type LexiconEntry, type LexiconName, nameSources } from './lexicon.ts';

/** How a query fits a name, best first. */
const fits = ['exact', 'prefix', 'part'] as const;
type Fit = (typeof fits)[number];

export interface TermMatch {
  readonly entry: LexiconEntry;
  /** The name that matched and how: told to the reader when it is not the title. */
  readonly name: LexiconName;
  readonly fit: Fit;
}

function fitOf(name: string, query: string): Fit | undefined {
  if (name === query) return 'exact';
  if (name.startsWith(query)) return 'prefix';
  return name.includes(query) ? 'part' : undefined;
}

interface RankedMatch extends TermMatch {
  /** Lower is better: fit first, then the source of the name, then how much of the name the query leaves out. */
  readonly rank: readonly [fit: number, source: number, leftOver: number];
}

function compareRanks(a: RankedMatch, b: RankedMatch): number {
  const difference = a.rank.map((value, index) => value - (b.rank[index] ?? 0)).find((value) => value !== 0);
  return difference ?? 0;
}

function bestMatch(entry: LexiconEntry, query: string): RankedMatch | undefined {
  return entry.names
    .flatMap((name): RankedMatch[] => {
      const folded = fold(name.text);
      const fit = fitOf(folded, query);
      if (!fit) return [];
      return [
        { entry, name, fit, rank: [fits.indexOf(fit), nameSources.indexOf(name.source), folded.length - query.length] },
      ];
    })
    .sort(compareRanks)[0];
}

/**
 * Pages whose name, alias, reading, other-language name or keyword holds the query, best first:
 * exact before prefix before part; within each, name before alias before reading before the rest.
 * An empty query matches nothing.
 */
export function matchTerms(lexicon: readonly LexiconEntry[], query: string): TermMatch[] {
  const folded = fold(query);
  if (folded === '') return [];
  return lexicon
    .map((entry) => bestMatch(entry, folded))
    .filter((match) => match !== undefined)
    .sort(compareRanks);
}
