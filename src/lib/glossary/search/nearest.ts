import type { LexiconEntry } from './lexicon.ts';
import type { NameIndex } from './name-index.ts';
import { nameKey } from './name-key.ts';
import { romajiKey } from './romaji.ts';

function pairsOf(key: string): string[] {
  return [...` ${key} `].map((letter, index, all) => letter + (all[index + 1] ?? '')).slice(0, -1);
}

/** Share of neighboring letters two keys have in common, 0 to 1 (Dice). */
function likeness(one: readonly string[], other: readonly string[]): number {
  const left = new Map<string, number>();
  for (const pair of other) left.set(pair, (left.get(pair) ?? 0) + 1);
  let shared = 0;
  for (const pair of one) {
    const count = left.get(pair) ?? 0;
    if (count > 0) shared += 1;
    left.set(pair, count - 1);
  }
  return (2 * shared) / (one.length + other.length);
}

/** Entries whose names look most like a query that fits none, for "did you mean". May be empty. */
export function nearestEntries(index: NameIndex, query: string, most: number): LexiconEntry[] {
  const written = pairsOf(nameKey(query));
  const latin = romajiKey(query);
  const romaji = latin === undefined ? undefined : pairsOf(latin);
  const least = 0.25;
  return index.entries
    .map(({ entry, written: names, romaji: readings }) => ({
      entry,
      like: Math.max(
        0,
        ...names.map(({ key }) => likeness(written, pairsOf(key))),
        ...(romaji ? readings.map(({ key }) => likeness(romaji, pairsOf(key))) : []),
      ),
    }))
    .filter(({ like }) => like >= least)
    .sort((one, other) => other.like - one.like)
    .slice(0, most)
    .map(({ entry }) => entry);
}
