import type { Locale } from '../../i18n/locales.ts';
import { plainLetters } from './name-key.ts';
import { holds } from './passages.ts';
import type { QueryWord } from './query-words.ts';

/** A piece of an excerpt; marked where it is a word of the query. */
export interface ExcerptPiece {
  readonly text: string;
  readonly marked: boolean;
}

/** Begins or ends what was cut within a sentence. */
export const ellipsis = '…';

const longest: Readonly<Record<Locale, number>> = { en: 200, ja: 100 };
/** Share of an excerpt that may stand before its first word of the query. */
const leadShare = 0.5;

/** Ends of sentences: "J. Carlzon" and "3.5" are none. */
const sentenceEnd: Readonly<Record<Locale, RegExp>> = {
  en: /(?<!\b\p{Lu}|\be\.g|\bi\.e|\bvs)[.!?][”’")\]]*\s+/gu,
  ja: /[。！？!?][」』）)]*\s*|\s+(?=\P{ASCII})/gu,
};

type Span = readonly [start: number, end: number];

/** Places of the words of a query. Folding keeps the length of nearly every text; where it does not, nothing is marked. */
function marksIn(text: string, words: readonly QueryWord[]): Span[] {
  const letters = plainLetters(text);
  if (letters.length !== text.length) return [];
  const marks: Span[] = [];
  for (const { stem } of words) {
    const isLatin = /^[a-z0-9]/.test(stem);
    for (let at = letters.indexOf(stem); at !== -1; at = letters.indexOf(stem, at + stem.length)) {
      if (isLatin && /[a-z0-9]/.test(letters[at - 1] ?? '')) continue;
      const rest = isLatin ? (/^[a-z0-9]*/.exec(letters.slice(at + stem.length))?.[0].length ?? 0) : 0;
      marks.push([at, at + stem.length + rest]);
    }
  }
  let reached = 0;
  return marks
    .sort((one, other) => one[0] - other[0] || other[1] - one[1])
    .filter(([start, end]) => {
      const isFree = start >= reached;
      if (isFree) reached = end;
      return isFree;
    });
}

function startsOf(text: string, pattern: RegExp): number[] {
  return [0, ...[...text.matchAll(pattern)].map(({ 0: end, index }) => index + end.length)];
}

function wordStarts(text: string, locale: Locale): number[] {
  return [...new Intl.Segmenter(locale, { granularity: 'word' }).segment(text)]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ index }) => index);
}

/**
 * Where a stretch should begin to show a mark: at its sentence, if the mark then stands near enough; else at a word some
 * way before it.
 */
function beginning(mark: number, sentences: readonly number[], words: readonly number[], length: number): number {
  const sentence = sentences.findLast((start) => start <= mark) ?? 0;
  if (mark - sentence <= length * leadShare) return sentence;
  return words.find((start) => start >= mark - length / 4) ?? mark;
}

/** The last place at or before a limit where a text can end, leaving at least half of it. */
function ending(start: number, limit: number, sentences: readonly number[], words: readonly number[]): number {
  const half = start + (limit - start) / 2;
  return sentences.findLast((end) => end <= limit && end > half) ?? words.findLast((end) => end <= limit) ?? limit;
}

/** The stretch of a text that shows the most different words of a query, in pieces. */
export function excerptOf(text: string, words: readonly QueryWord[], locale: Locale): ExcerptPiece[] {
  const length = longest[locale];
  const marks = marksIn(text, words);
  const sentences = startsOf(text, sentenceEnd[locale]);
  const wordsOfText = wordStarts(text, locale);

  let best: Span = [0, 0];
  let most = 0;
  for (const from of new Set([0, ...marks.map(([at]) => beginning(at, sentences, wordsOfText, length))])) {
    const limit = from + length;
    const to = limit >= text.length ? text.length : ending(from, limit, sentences, wordsOfText);
    const part = plainLetters(text.slice(from, to));
    const count = words.filter((word) => holds(part, word)).length;
    if (count > most || best[1] === 0) {
      best = [from, to];
      most = Math.max(most, count);
    }
  }

  const [start, end] = best;
  const pieces: ExcerptPiece[] = [];
  const add = (from: number, to: number, marked: boolean) => {
    if (to > from) pieces.push({ text: text.slice(from, to), marked });
  };
  let at = start;
  for (const [from, to] of marks.filter((mark) => mark[0] >= start && mark[1] <= end)) {
    add(at, from, false);
    add(from, to, true);
    at = to;
  }
  add(at, at + text.slice(at, end).trimEnd().length, false);
  if (!sentences.includes(start)) pieces.unshift({ text: ellipsis, marked: false });
  if (end < text.length && !sentences.includes(end)) pieces.push({ text: ellipsis, marked: false });
  return pieces;
}
