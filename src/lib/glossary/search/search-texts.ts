import type { Locale } from '../../i18n/locales.ts';
import type { SectionId } from '../sections.ts';
import { type ExcerptPiece, excerptOf } from './excerpt.ts';
import { plainLetters } from './name-key.ts';
import { holds, type IndexedText, type PassageScore, passagesOf, scorePassage, type WeighedWord } from './passages.ts';
import { type QueryWord, queryWords } from './query-words.ts';
import { answeringSections, readQuestion } from './question.ts';

interface IndexedPage extends IndexedText {
  readonly url: string;
  readonly meta: Readonly<Record<string, string>>;
}

interface IndexHit {
  readonly id: string;
  readonly score: number;
  data(): Promise<IndexedPage>;
}

/** What is used of Pagefind. */
export interface FullTextIndex {
  search(
    query: string | null,
    options?: { readonly filters?: Readonly<Record<string, string>> },
  ): Promise<{ readonly results: readonly IndexHit[] }>;
}

export interface TextQuestion {
  readonly query: string;
  readonly locale: Locale;
  /** Only pages of this kind. */
  readonly kind: string | undefined;
  readonly limit: number;
}

/** A section whose text answers a query. */
export interface TextHit {
  readonly url: string;
  readonly title: string;
  /** Id and heading of the section; nothing for what stands above the first heading. */
  readonly section: { readonly id: string; readonly heading: string } | undefined;
  readonly excerpt: readonly ExcerptPiece[];
  /** Words of the query that do not stand on its page. */
  readonly missing: readonly string[];
}

/** Pages whose text is fetched for one query: the best by the index's own count of words. */
const mostPages = 5;
/** Sections of one page among the hits. */
const mostSections = 2;
/** A hit tells at least this share of what the best one tells. */
const leastShare = 0.5;
/** The words that a page lacks say at most this share of a query: of three like words it holds two. */
const mostAbsent = 0.6;

interface Candidate {
  readonly hit: IndexHit;
  score: number;
}

const searchText = ({ pieces }: QueryWord) => (pieces.length > 1 ? `"${pieces.join(' ')}"` : (pieces[0] ?? ''));

/**
 * Pages that hold any of the words, those that hold more and rarer ones first. Pagefind alone only gives pages that hold
 * all of them, which a question in whole sentences rarely finds.
 */
async function candidates(index: FullTextIndex, words: readonly QueryWord[], kind: string | undefined) {
  const options = kind === undefined ? {} : { filters: { kind } };
  const all = (await index.search(null)).results.length;
  const found = await Promise.all(words.map((word) => index.search(searchText(word), options)));
  const counts = found.map(({ results }) => results.length);
  const weightOf = (count: number) => Math.log(1 + all / (count + 0.5));
  // What stands nowhere may be mistyped: it says no more than the rarest word that does.
  const rarest = weightOf(Math.min(all, ...counts.filter((count) => count > 0)));
  const weighed = words.map((word, place): WeighedWord => {
    const count = counts[place] ?? 0;
    return { ...word, weight: count === 0 ? rarest : weightOf(count) };
  });
  const pages = new Map<string, Candidate>();
  for (const [place, { results }] of found.entries()) {
    const best = results[0]?.score ?? 1;
    for (const hit of results) {
      const page = pages.get(hit.id) ?? { hit, score: 0 };
      page.score += (weighed[place]?.weight ?? 0) * (0.5 + (0.5 * hit.score) / best);
      pages.set(hit.id, page);
    }
  }
  return { weighed, pages: [...pages.values()].sort((one, other) => other.score - one.score) };
}

interface Found extends PassageScore {
  readonly page: IndexedPage;
  /** Words of the query that stand nowhere on the page, its other names included. */
  readonly absent: readonly QueryWord[];
}

const titleOf = ({ meta, url }: IndexedPage) => meta.title ?? url;

const sumOf = (words: readonly WeighedWord[]) => words.reduce((sum, { weight }) => sum + weight, 0);

/** The sections of a page that tell most of a query. */
function bestOf(page: IndexedPage, words: readonly WeighedWord[], preferred: readonly SectionId[]): Found[] {
  const letters = plainLetters(page.content);
  const absent = words.filter((word) => !holds(letters, word));
  if (sumOf(absent) > mostAbsent * sumOf(words)) return [];
  return passagesOf(page, titleOf(page))
    .map((passage) => ({ page, absent, ...scorePassage(passage, words, preferred) }))
    .filter(({ missing }) => missing.length < words.length)
    .sort((one, other) => other.score - one.score)
    .slice(0, mostSections);
}

/**
 * Sections that answer a query, best first. If any page holds all of its words, only such are given; else those that
 * hold most, each telling which words it lacks. A page that lacks most of what is asked answers nothing.
 */
export async function searchTexts(
  index: FullTextIndex,
  { query, locale, kind, limit }: TextQuestion,
): Promise<TextHit[]> {
  const words = queryWords(query, locale);
  if (words.length === 0) return [];
  const { weighed, pages } = await candidates(index, words, kind);
  const preferred = readQuestion(query).asks.flatMap((intent) => answeringSections[intent] ?? []);
  const fetched = await Promise.all(pages.slice(0, mostPages).map(({ hit }) => hit.data()));
  const found = fetched.flatMap((page) => bestOf(page, weighed, preferred));
  const whole = found.filter(({ absent }) => absent.length === 0);
  const best = (whole.length > 0 ? whole : found).sort((one, other) => other.score - one.score);
  const top = best[0]?.score ?? 0;
  return best
    .filter(({ score }) => score >= top * leastShare)
    .slice(0, limit)
    .map(({ page, passage, absent }) => ({
      url: page.url,
      title: titleOf(page),
      section: passage.anchor === undefined ? undefined : { id: passage.anchor, heading: passage.heading },
      excerpt: excerptOf(passage.text, words, locale),
      missing: absent.map(({ pieces }) => pieces.join(locale === 'ja' ? '' : ' ')),
    }));
}
