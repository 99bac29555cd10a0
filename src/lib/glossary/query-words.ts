import type { Locale } from '../i18n/locales.ts';
import { fold } from './fold.ts';

const onlyHiragana = /^[\p{Script=Hiragana}ー]+$/u;
/** Hiragana up to this long between other words is a particle or an ending. */
const longestParticle = 3;

/**
 * The words of a query that a page must hold to be an answer. Japanese is cut where hiragana joins its words:
 * 解約率の目安 asks for 解約率 and 目安. A query in hiragana alone is one word.
 */
export function queryWords(query: string, locale: Locale): string[] {
  const text = query.normalize('NFKC').trim();
  if (text === '') return [];
  const words: string[] = [];
  let joined = '';
  const finish = () => {
    if (joined !== '') words.push(joined);
    joined = '';
  };
  for (const { segment, isWordLike } of new Intl.Segmenter(locale, { granularity: 'word' }).segment(text)) {
    if (!isWordLike) finish();
    else if (onlyHiragana.test(segment) && segment.length <= longestParticle) finish();
    else if (/[a-z0-9]/i.test(segment)) {
      finish();
      words.push(segment);
    } else joined += segment;
  }
  finish();
  return words.length > 0 ? words : [text];
}

/** Every word of a query as the language's segmenter cuts it: 解約率 becomes 解約 and 率. */
export function finestCut(query: string, locale: Locale): string[] {
  const segments = new Intl.Segmenter(locale, { granularity: 'word' }).segment(query.normalize('NFKC'));
  return [...segments].filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment);
}

/** English endings that a search index cuts off too: `churning` is answered by `churn`. */
function stem(word: string): string {
  return /^[a-z]{5,}$/.test(word) ? word.replace(/(?:ing|ed|es|s|ly|er)$/, '') : word;
}

/** Whether a text holds every word, however written. */
export function holdsEveryWord(text: string, words: readonly string[]): boolean {
  const folded = fold(text);
  return words.every((word) => folded.includes(stem(fold(word))));
}
