import type { Locale } from '../../i18n/locales.ts';
import { englishStem } from './english-stem.ts';
import { plainLetters } from './name-key.ts';
import { readQuestion } from './question.ts';

/** A word a text is searched for. */
export interface QueryWord {
  /** As the index is asked for it: pieces of a compound stand together, in this order. */
  readonly pieces: readonly string[];
  /** What a folded text holds if it holds the word, in whatever form. */
  readonly stem: string;
}

/** Words that stand in every text. */
const empty = new Set(
  'する ある いる なる こと もの とき よう ため それ これ どれ あれ ここ そこ どこ から まで より だけ でも しか さえ など くらい ぐらい という ください ほしい たい ない です ます した して され られ てる てい たら なら けど のに ので いい よい 良い 何 人 方 中 時 前 後 上 下 等 的 気 私 用 者'.split(
    ' ',
  ),
);

const isKanji = /^\p{Script=Han}/u;
const isHiragana = /^[ぁ-ゖー]+$/u;

/** A Japanese word without what is bent: 離れた and 離れる are both 離, 説明します is 説明. */
function unbent(word: string): string {
  return isKanji.test(word) ? word.replace(/[ぁ-ゖ]+$/u, '') : word;
}

function segments(text: string, locale: Locale): Intl.SegmentData[] {
  return [...new Intl.Segmenter(locale, { granularity: 'word' }).segment(text)];
}

/** Japanese pieces that touch and are no hiragana make one word: 解約 and 率 are 解約率. */
function japaneseWords(text: string): QueryWord[] {
  // A reading alone is no sentence to be cut: かいやくりつ is no いや.
  if (isHiragana.test(text)) return [{ pieces: [text], stem: plainLetters(text) }];
  const words: QueryWord[] = [];
  let pieces: string[] = [];
  const finish = () => {
    const bare = pieces.map(unbent).join('');
    if (bare !== '' && !empty.has(pieces.join(''))) {
      words.push({ pieces: pieces.length > 1 ? pieces : [bare], stem: plainLetters(bare) });
    }
    pieces = [];
  };
  for (const { segment, isWordLike } of segments(text, 'ja')) {
    const isLatin = /[a-z0-9]/i.test(segment);
    if (!isWordLike || isHiragana.test(segment) || isLatin) finish();
    if (!isWordLike || (isHiragana.test(segment) && segment.length < 2)) continue;
    if (isLatin) words.push({ pieces: [segment], stem: englishStem(plainLetters(segment)) });
    else pieces.push(segment);
    // What bends ends its word.
    if (isHiragana.test(segment) || /[ぁ-ゖ]$/u.test(segment)) finish();
  }
  finish();
  return words;
}

function englishWords(text: string): QueryWord[] {
  return segments(text, 'en')
    .filter(({ isWordLike }) => isWordLike)
    .flatMap(({ segment }) =>
      /[^\p{Script=Latin}\p{N}'’]/u.test(segment)
        ? japaneseWords(segment)
        : [{ pieces: [segment], stem: englishStem(plainLetters(segment).replace(/['’]s?$/, '')) }],
    );
}

/**
 * The words of a query that a page must hold to be an answer. Words that only ask (what is, …とは) or join are left
 * out, unless there are no others.
 */
export function queryWords(query: string, locale: Locale): QueryWord[] {
  const text = query.normalize('NFKC').trim();
  const wordsOf = locale === 'ja' ? japaneseWords : englishWords;
  const asked = wordsOf(readQuestion(text).subjects.join(' '));
  const words = asked.length > 0 ? asked : wordsOf(text);
  return words.filter(({ stem }, place) => words.findIndex((other) => other.stem === stem) === place);
}
