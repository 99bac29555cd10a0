import type { Locale } from '../../i18n/locales.ts';
import { type ExcerptPiece, ellipsis } from './excerpt.ts';

/** Words of an excerpt that the opened page marks. */
const mostMarks = 3;
/** Words, in Japanese pieces of words, that stand beside a mark to tell its place from others. */
const contextWords = 4;

/** Ends of sentences and, in Japanese, the spaces that only stand between blocks: context does not reach beyond. */
const limits =
  /[.!?:;]\s|[。！？]|\s(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])|(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])\s/u;

/** Text directives keep `-`, `,` and `&` to themselves. */
function encoded(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replaceAll('-', '%2D');
}

/** The last few words of what stands before a mark, from the beginning of a word. */
function prefixOf(before: string, starts: readonly number[]): string {
  const limit = before.split(limits).at(-1) ?? '';
  const from = before.length - limit.length;
  const [start = before.length] = starts.filter((at) => at >= from && at < before.length).slice(-contextWords);
  return before.slice(start).trim();
}

/** The first few words of what stands after a mark, to the end of a word. */
function suffixOf(all: string, from: number, ends: readonly number[]): string {
  const [limit = ''] = all.slice(from).split(limits);
  const end =
    ends
      .filter((at) => at > from && at <= from + limit.length)
      .slice(0, contextWords)
      .at(-1) ?? from;
  return all.slice(from, end).trim();
}

/**
 * The part of a link that makes a browser mark the words of an excerpt on the page and show them
 * (`:~:text=before-,word,-after`). Words beside each tell the place; they begin and end where the browser cuts words,
 * without which it would not look into a Japanese compound. Empty if nothing is marked.
 */
export function textFragment(excerpt: readonly ExcerptPiece[], locale: Locale): string {
  const pieces = excerpt.filter(({ text }) => text !== ellipsis);
  const all = pieces.map(({ text }) => text).join('');
  const words = [...new Intl.Segmenter(locale, { granularity: 'word' }).segment(all)].filter(
    ({ isWordLike }) => isWordLike,
  );
  const starts = words.map(({ index }) => index);
  const ends = words.map(({ index, segment }) => index + segment.length);

  let at = 0;
  const directives: string[] = [];
  for (const { text, marked } of pieces) {
    const end = at + text.length;
    if (marked) {
      const prefix = prefixOf(all.slice(0, at), starts);
      const suffix = suffixOf(all, end, ends);
      directives.push(`text=${prefix && `${encoded(prefix)}-,`}${encoded(text)}${suffix && `,-${encoded(suffix)}`}`);
    }
    at = end;
  }
  return directives.length === 0 ? '' : `:~:${directives.slice(0, mostMarks).join('&')}`;
}
