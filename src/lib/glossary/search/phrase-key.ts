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

const segmenter = new Intl.Segmenter('ja', { granularity: 'word' });
const katakana = /([ァ-ヺー]{2,})/;
/** Particles and endings: they stand in every phrase. */
const shortKana = /^[ぁ-ゖー]{1,2}$/;

/**
 * The words of a phrase, in the same form: Latin ones as stems, others cut by a dictionary. Katakana are told before they
 * are folded, as hiragana they would be cut to pieces.
 */
export function phraseWords(phrase: string): string[] {
  return phrase
    .normalize('NFKC')
    .split(katakana)
    .flatMap((part) =>
      phraseKey(part).flatMap((run) => {
        if (isLatin(run) || katakana.test(part)) return [run];
        return [...segmenter.segment(run)].map(({ segment }) => segment).filter((word) => !shortKana.test(word));
      }),
    );
}

/** A Japanese word without its ending: 引き継ぐ and 引き継ぎ are one. English words are stems already. */
export function stemOf(word: string): string {
  return word.replace(/(\p{Script=Han})[ぁ-ゖ]+$/u, '$1');
}

/** The neighboring letters of a word. */
export function pairsOf(word: string): string[] {
  const letters = [...word];
  return letters.slice(1).map((letter, place) => (letters[place] ?? '') + letter);
}
