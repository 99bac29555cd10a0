import type { AskedOf, AskedWords } from './pack-asked.ts';
import { phraseWords } from './phrase-key.ts';

type Phrases = Readonly<Record<string, readonly string[]>>;

/** In how many phrases each word stands. */
function countsIn(phrases: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const phrase of new Set(phrases))
    for (const word of new Set(phraseWords(phrase))) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/**
 * What is asked of all pages, by their words. A word that stands in a single phrase of two pages at most stood there by
 * chance, unless it is among the chosen ones.
 */
export function askedWords(asked: Readonly<Record<string, Phrases>>, chosen: readonly string[]): AskedWords {
  const pages = Object.entries(asked).map(([slug, phrases]) => ({ slug, sections: Object.keys(phrases) }));
  const words = new Map<string, AskedOf[]>();
  for (const [page, phrases] of Object.values(asked).entries()) {
    for (const [section, counts] of Object.values(phrases).map(countsIn).entries()) {
      for (const [word, count] of counts) {
        const before = words.get(word) ?? [];
        const others = before.filter((of) => of.page !== page);
        const same = before.find((of) => of.page === page) ?? { page, count: 0, sections: [] };
        const more = { page, count: same.count + count, sections: [...same.sections, section] };
        words.set(word, [...others, more]);
      }
    }
  }
  const kept = new Set(chosen.flatMap(phraseWords));
  const isChance = (of: readonly AskedOf[]) => of.length <= 2 && of.every(({ count }) => count === 1);
  const lasting = [...words].filter(([word, of]) => kept.has(word) || !isChance(of));
  return {
    pages,
    words: lasting.map(([word, of]) => ({ word, of })).sort((one, other) => (one.word < other.word ? -1 : 1)),
  };
}
