import type { QuestionIndex } from './match-questions.ts';
import { isMistaken } from './near.ts';
import { isLatin, pairsOf, phraseWords, stemOf } from './phrase-key.ts';

/** Letters from which on a word of kanji or kana says no more. */
const longest = 4;

/** How much of a word is known: of one that browsers cut in different ways, its pairs of neighboring letters. */
function knownOf(word: string, { words, names, weights }: QuestionIndex): number {
  if (words.has(stemOf(word))) return 1;
  if (isLatin(word)) return [...words.keys()].some((known) => isMistaken(word, known)) ? 1 : 0;
  if (word.length > 1 && names.some((name) => name.includes(word))) return 1;
  const pairs = pairsOf(word);
  return pairs.length === 0 ? 0 : pairs.filter((pair) => weights.has(pair)).length / pairs.length;
}

/**
 * How much of what a query says is said of any page here, in a name or by those who ask: 1 is all of it. A word counts
 * more, the fewer pages it is said of, and most if it is said of none. By this a question about something else is known:
 * it shares only common words with the pages.
 */
export function knownShare(index: QuestionIndex, query: string): number {
  let known = 0;
  let whole = 0;
  for (const word of phraseWords(query)) {
    const length = isLatin(word) ? 1 : Math.min(word.length, longest) / 2;
    const weight = (index.words.get(stemOf(word)) ?? index.rare) * length;
    whole += weight;
    known += weight * knownOf(word, index);
  }
  return whole === 0 ? 0 : known / whole;
}
