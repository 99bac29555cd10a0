import { fillers } from './asking-words.ts';
import { englishStem } from './english-stem.ts';
import { everydayEnglish, everydayJapanese } from './everyday-words.ts';
import { plainLetters } from './name-key.ts';

/** Latin words, and runs of other letters. */
const runs = /[a-z0-9]+|[^\s\p{P}\p{S}a-z0-9]+/gu;

export function isLatin(run: string): boolean {
  return /^[a-z0-9]/.test(run);
}

/**
 * A phrasing without what does not tell it from others: fillers gone, English words as stems, one word for those that
 * mean the same, each once.
 */
export function phraseKey(text: string): string[] {
  const words = everydayJapanese(plainLetters(text).replace(fillers, ' ')).match(runs) ?? [];
  return [...new Set(words.map((word) => (/^[a-z]/.test(word) ? everydayEnglish(englishStem(word)) : word)))];
}
