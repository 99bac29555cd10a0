import type { LexiconEntry } from './lexicon.ts';
import type { LexiconName, NameIndex, NameKey } from './name-index.ts';
import { keyWords } from './name-key.ts';
import { foreignLetters, forgiven, letterBits, mistakes } from './near.ts';
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

interface RankedMatch extends NameMatch {
  /** Lower is better. */
  readonly rank: number;
}

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
  /** Mistakes that are forgiven. */
  readonly forgiven: number;
}

function queryForm(words: readonly string[]): QueryForm {
  const key = words.join('');
  return { key, words, bits: letterBits(key), forgiven: forgiven(key) };
}

/** Two Latin letters begin too many readings. */
const shortestRomaji = 3;

/** Shorter words are too like each other for a mistake to be forgiven. */
const shortestMistaken = 4;

/** The mistakes with which the words of a query begin or are words of the name, whatever their order. */
function mistakesInWords(query: readonly string[], name: readonly string[]): number | undefined {
  if (query.length < 2 || name.length < query.length) return undefined;
  const left = [...name];
  let count = 0;
  for (const word of query) {
    let place = left.findIndex((known) => known.startsWith(word));
    if (place === -1) {
      count += 1;
      place = left.findIndex(
        (known) => Math.min(word.length, known.length) >= shortestMistaken && mistakes(word, known, 1).whole <= 1,
      );
    }
    if (place === -1) return undefined;
    left.splice(place, 1);
  }
  return count;
}

/** Whether a name holds the query: Latin letters from the beginning of a word, kana not by a syllable or two. */
function holds({ key, words }: NameKey, query: string): boolean {
  if (!key.includes(query)) return false;
  if (/^[a-z0-9]/.test(query)) return words.some((_, place) => words.slice(place).join('').startsWith(query));
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

function writtenFit(query: QueryForm, name: NameKey): Fitting | undefined {
  const foreign = foreignLetters(query.bits, name.bits);
  if (foreign === 0) {
    const exact = exactFit(query, name);
    if (exact) return exact;
    if (holds(name, query.key)) return ['part', 0];
  }
  // Each word may have one mistake.
  if (foreign > query.words.length) return undefined;
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
function nearFit({ key, bits, forgiven: most }: QueryForm, name: NameKey): Fitting | undefined {
  if (most === 0 || foreignLetters(bits, name.bits) > most || !beginsAlike(key, name.key)) return undefined;
  const { whole, beginning } = mistakes(key, name.key, most);
  if (whole <= most) return ['near', whole];
  return key.length > 3 && beginning <= most ? ['near', beginning + 1] : undefined;
}

function bestOf(
  entry: LexiconEntry,
  query: QueryForm,
  names: readonly NameKey[],
  fitOf: (query: QueryForm, name: NameKey) => Fitting | undefined,
): RankedMatch | undefined {
  let best: RankedMatch | undefined;
  for (const name of names) {
    const fitting = fitOf(query, name);
    if (!fitting) continue;
    const [fit, count] = fitting;
    const foreign = fit === 'near' ? foreignLetters(query.bits, name.bits) : 0;
    const rank = rankOf(fit, count, foreign, name.rank, Math.abs(name.key.length - query.key.length));
    if (!best || rank < best.rank) best = { entry, name: name.name, fit, mistakes: count, rank };
  }
  return best;
}

function better(one: RankedMatch | undefined, other: RankedMatch | undefined): RankedMatch | undefined {
  return one && other ? (one.rank <= other.rank ? one : other) : (one ?? other);
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

  const fitting = index.map(({ entry, written: names, romaji: readings }) => {
    const asWritten = bestOf(entry, written, names, writtenFit);
    return romaji ? better(asWritten, bestOf(entry, romaji, readings, soundFit)) : asWritten;
  });
  const isBegun = fitting.some((match) => match?.fit === 'exact' || match?.fit === 'prefix');
  const matches = isBegun
    ? fitting
    : index.map(({ entry, written: names }, place) => fitting[place] ?? bestOf(entry, written, names, nearFit));
  return matches.filter((match) => match !== undefined).sort((one, other) => one.rank - other.rank);
}
