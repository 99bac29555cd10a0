import { type LexiconEntry, type NameSource, nameSources } from './lexicon.ts';
import { keyWords } from './name-key.ts';
import { letterBits } from './near.ts';
import { romajiKeys } from './romaji.ts';
import { spelledLetters } from './spelled-letters.ts';

export interface LexiconName {
  readonly text: string;
  readonly source: NameSource;
}

/** One way of writing one name, ready to be compared with a query. */
export interface NameKey {
  readonly name: LexiconName;
  /** Its place among the sources: lower is better. */
  readonly rank: number;
  readonly key: string;
  readonly words: readonly string[];
  /** `letterBits` of the key. */
  readonly bits: number;
}

export interface IndexedEntry {
  readonly entry: LexiconEntry;
  readonly written: readonly NameKey[];
  /** The readings and kana names as romaji. */
  readonly romaji: readonly NameKey[];
}

export type NameIndex = readonly IndexedEntry[];

function keyOf(name: LexiconName, words: readonly string[]): NameKey[] {
  const key = words.join('');
  return key === '' ? [] : [{ name, rank: nameSources.indexOf(name.source), key, words, bits: letterBits(key) }];
}

function writtenKeys(name: LexiconName): NameKey[] {
  // "Stickiness (DAU/MAU)" is also asked for without what stands in brackets.
  const bare = name.text.replace(/\s*[(（].*?[)）]/gu, '');
  return [...new Set([name.text, bare])].flatMap((text) => keyOf(name, keyWords(text)));
}

function soundKeys(name: LexiconName): NameKey[] {
  // What is Latin in a name is found as it is written.
  if (/[a-z]/i.test(name.text)) return [];
  return romajiKeys(name.text).flatMap((latin) => keyOf({ ...name, source: 'reading' }, [latin]));
}

function namesOf({ title, names }: LexiconEntry): LexiconName[] {
  const listed = nameSources.flatMap((source) =>
    (source === 'name' ? [title] : (names[source] ?? [])).map((text) => ({ text, source })),
  );
  const spelled = listed
    .filter(({ source }) => source !== 'keyword')
    .map(({ text }) => spelledLetters(text))
    .filter((text) => text !== undefined)
    .map((text): LexiconName => ({ text, source: 'reading' }));
  return [...listed, ...spelled];
}

/** A lexicon made ready for any number of queries. */
export function nameIndex(lexicon: readonly LexiconEntry[]): NameIndex {
  return lexicon.map((entry) => {
    const names = namesOf(entry);
    return { entry, written: names.flatMap(writtenKeys), romaji: names.flatMap(soundKeys) };
  });
}
