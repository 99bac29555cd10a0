import type { LexiconEntry } from './lexicon.ts';
import type { LexiconName, NameIndex, NameKey, NameTable } from './name-index.ts';
import { keyWords } from './name-key.ts';
import { foreignLetters, forgiven, isMistaken, letterBits, mistakes } from './near.ts';
import { romajiKey } from './romaji.ts';

/** How a query fits a name, best first. */
export const nameFits = ['exact', 'prefix', 'part', 'words', 'near'] as const;
export type NameFit = (typeof nameFits)[number];

export interface NameMatch {
  readonly entry: LexiconEntry;
  /** The name that matched: told to the reader when it is not the title. */
  readonly name: LexiconName;
  readonly fit: NameFit;
  /** Mistakes in the query, if it only nearly fits. */
  readonly mistakes: number;
}

interface RankedMatch {
  readonly name: LexiconName;
  readonly fit: NameFit;
  readonly mistakes: number;
  /** Lower is better. */
  readonly rank: number;
}

/** The name that fits best of each entry that has one, by the place of the entry. */
type BestMatches = Map<number, RankedMatch>;

/** What counts first fit, mistakes, letters that are not in the name, source of the name, letters the query leaves out. */
function rankOf(fit: NameFit, count: number, foreign: number, source: number, leftOver: number): number {
  const digits = [count, foreign, source, leftOver];
  const bases = [16, 32, 8, 256];
  return digits.reduce(
    (rank, digit, place) => rank * (bases[place] ?? 1) + Math.min(digit, (bases[place] ?? 1) - 1),
    nameFits.indexOf(fit),
  );
}

interface QueryForm {
  readonly key: string;
  readonly words: readonly string[];
  readonly bits: number;
  readonly wordBits: readonly number[];
  /** Mistakes that are forgiven. */
  readonly forgiven: number;
}

function queryForm(words: readonly string[]): QueryForm {
  const key = words.join('');
  return { key, words, bits: letterBits(key), wordBits: words.map(letterBits), forgiven: forgiven(key) };
}

/** Two Latin letters begin too many readings. */
const shortestRomaji = 3;

/** The place of the first word, of those not taken, that is like a word of the query; -1 if there is none. */
function placeOf(
  word: string,
  name: readonly string[],
  taken: number,
  isLike: (word: string, known: string) => boolean,
): number {
  for (let place = 0; place < name.length; place += 1) {
    if ((taken & (1 << place)) === 0 && isLike(word, name[place] ?? '')) return place;
  }
  return -1;
}

const begins = (word: string, known: string) => known.startsWith(word);

/** The mistakes with which the words of a query begin or are words of the name, whatever their order. */
function mistakesInWords(query: readonly string[], name: readonly string[]): number | undefined {
  if (query.length < 2 || name.length < query.length) return undefined;
  // A bit for each word of the name: lists of them would take longer than all else.
  let taken = 0;
  let count = 0;
  for (const word of query) {
    let place = placeOf(word, name, taken, begins);
    if (place === -1) {
      count += 1;
      place = placeOf(word, name, taken, isMistaken);
    }
    if (place === -1) return undefined;
    taken |= 1 << place;
  }
  return count;
}

/** Whether a name holds the query: Latin letters from the beginning of a word, kana not by a syllable or two. */
function holds({ key, words }: NameKey, query: string): boolean {
  if (!key.includes(query)) return false;
  if (/^[a-z0-9]/.test(query)) {
    let start = 0;
    return words.some((word) => {
      const isBegun = key.startsWith(query, start);
      start += word.length;
      return isBegun;
    });
  }
  return query.length > 2 || !/^[ぁ-ゖ]+$/.test(query);
}

type Fitting = readonly [fit: NameFit, mistakes: number];

function exactFit({ key }: QueryForm, name: NameKey): Fitting | undefined {
  if (name.key === key) return ['exact', 0];
  if (name.key.startsWith(key)) return ['prefix', 0];
  return undefined;
}

/** What is written so comes before what sounds so. */
function soundFit(query: QueryForm, name: NameKey): Fitting | undefined {
  const [fit] = exactFit(query, name) ?? [];
  return fit && [fit, 1];
}

function writtenFit(query: QueryForm, name: NameKey, bits: number): Fitting | undefined {
  if (foreignLetters(query.bits, bits) === 0) {
    const exact = exactFit(query, name);
    if (exact) return exact;
    if (holds(name, query.key)) return ['part', 0];
  }
  // Each word may have one mistake.
  for (const word of query.wordBits) if (foreignLetters(word, bits) > 1) return undefined;
  const count = mistakesInWords(query.words, name.words);
  return count === undefined ? undefined : ['words', count];
}

/** Whether the first letter or the second is near its place: nobody mistakes both, but a converter may (加納 for 狩野). */
function beginsAlike(query: string, name: string): boolean {
  if (!/^[a-z0-9]/.test(query)) return true;
  const start = name.slice(0, 3);
  return start.includes(query[0] ?? '') || start.includes(query[1] ?? '');
}

/** A beginning with a mistake counts as one more: the whole name comes first. */
function nearFit({ key, forgiven: most }: QueryForm, name: NameKey): Fitting | undefined {
  if (!beginsAlike(key, name.key)) return undefined;
  const { whole, beginning } = mistakes(key, name.key, most);
  if (whole <= most) return ['near', whole];
  return key.length > 3 && beginning <= most ? ['near', beginning + 1] : undefined;
}

/** A way to fit, and how many letters of the query a name may lack for it. */
interface Way {
  readonly fitOf: (query: QueryForm, name: NameKey, bits: number) => Fitting | undefined;
  readonly mostForeign: (query: QueryForm) => number;
}

const asWritten: Way = { fitOf: writtenFit, mostForeign: ({ words }) => (words.length < 2 ? 0 : words.length) };
const asHeard: Way = { fitOf: soundFit, mostForeign: () => 0 };
const nearly: Way = { fitOf: nearFit, mostForeign: ({ forgiven }) => forgiven };

/** Of equally good matches of an entry the first stays. */
function add(best: BestMatches, matches: Iterable<readonly [owner: number, match: RankedMatch]>): void {
  for (const [owner, match] of matches) {
    const known = best.get(owner);
    if (!known || match.rank < known.rank) best.set(owner, match);
  }
}

/** The best matches of a query in one way. */
function matchesOf({ names, bits, owners }: NameTable, query: QueryForm, { fitOf, mostForeign }: Way): BestMatches {
  const best: BestMatches = new Map();
  const most = mostForeign(query);
  for (let place = 0; place < bits.length; place += 1) {
    const letters = bits[place] ?? 0;
    const foreign = foreignLetters(query.bits, letters);
    const name = foreign > most ? undefined : names[place];
    const fitting = name && fitOf(query, name, letters);
    if (!fitting) continue;
    const [fit, count] = fitting;
    const leftOver = Math.abs(name.key.length - query.key.length);
    const rank = rankOf(fit, count, fit === 'near' ? foreign : 0, name.rank, leftOver);
    add(best, [[owners[place] ?? 0, { name: name.name, fit, mistakes: count, rank }]]);
  }
  return best;
}

/**
 * Pages one of whose names fits the query, best first: the whole name before its beginning, before a part of it, before
 * its words in another order, before a name with a mistake or two in the query; within each, title before alias before
 * reading before the other language's names before keywords. Nearly fitting names are only looked for when no name
 * begins with the query.
 */
export function matchNames(index: NameIndex, query: string): NameMatch[] {
  const written = queryForm(keyWords(query));
  if (written.key === '') return [];
  const latin = /\p{Script=Latin}/u.test(query) ? romajiKey(query) : undefined;
  const romaji = latin === undefined || latin.length < shortestRomaji ? undefined : queryForm([latin]);

  const best = matchesOf(index.written, written, asWritten);
  if (romaji) add(best, matchesOf(index.romaji, romaji, asHeard));
  const isBegun = [...best.values()].some(({ fit }) => fit === 'exact' || fit === 'prefix');
  if (!isBegun && written.forgiven > 0) add(best, matchesOf(index.written, written, nearly));
  return [...best]
    .sort(([place, one], [otherPlace, other]) => one.rank - other.rank || place - otherPlace)
    .flatMap(([owner, { name, fit, mistakes }]) => {
      const entry = index.entries[owner]?.entry;
      return entry ? [{ entry, name, fit, mistakes }] : [];
    });
}
