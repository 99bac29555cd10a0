import type { QuestionIndex } from './match-questions.ts';
import { isLatin, phraseWords, stemOf } from './phrase-key.ts';

/** Letters from which on a word of kanji or kana says no more. */
const longest = 4;

/** Whether a word stands in a name: a Latin one as a whole. */
function isInName(names: readonly string[], word: string): boolean {
  const wanted = isLatin(word) ? ` ${word} ` : word;
  return word.length > 1 && names.some((name) => name.includes(wanted));
}

/**
 * How much of what a query says is said of any page here, in a name or by those who ask: 1 is all of it. A word counts
 * more, the fewer pages it is said of, and most if it is said of none. By this a question about something else is known:
 * it shares only common words with the pages.
 */
export function knownShare({ words, names, rare }: QuestionIndex, query: string): number {
  let known = 0;
  let whole = 0;
  for (const word of phraseWords(query)) {
    const weight = words.get(stemOf(word));
    const isKnown = weight !== undefined || isInName(names, word);
    const said = (weight ?? rare) * (isLatin(word) ? 1 : Math.min(word.length, longest) / 2);
    whole += said;
    if (isKnown) known += said;
  }
  return whole === 0 ? 0 : known / whole;
}
