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
}

export interface IndexedEntry {
  readonly entry: LexiconEntry;
  readonly written: readonly NameKey[];
  /** The readings and kana names as romaji. */
  readonly romaji: readonly NameKey[];
}

/** The names of all entries, one after the other. */
export interface NameTable {
  readonly names: readonly NameKey[];
  /** The `letterBits` of each name: by them most are told from a query without being looked at. */
  readonly bits: Int32Array;
  /** The place of the entry that each name is of. */
  readonly owners: Int32Array;
}

export interface NameIndex {
  readonly entries: readonly IndexedEntry[];
  readonly written: NameTable;
  readonly romaji: NameTable;
}

function keyOf(name: LexiconName, words: readonly string[]): NameKey[] {
  const key = words.join('');
  return key === '' ? [] : [{ name, rank: nameSources.indexOf(name.source), key, words }];
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

function nameTable(namesOfEntries: readonly (readonly NameKey[])[]): NameTable {
  const names = namesOfEntries.flat();
  return {
    names,
    bits: Int32Array.from(names, ({ key }) => letterBits(key)),
    owners: Int32Array.from(namesOfEntries.flatMap((all, place) => all.map(() => place))),
  };
}

/** A lexicon made ready for any number of queries. */
export function nameIndex(lexicon: readonly LexiconEntry[]): NameIndex {
  const entries = lexicon.map((entry): IndexedEntry => {
    const names = namesOf(entry);
    return { entry, written: names.flatMap(writtenKeys), romaji: names.flatMap(soundKeys) };
  });
  return {
    entries,
    written: nameTable(entries.map(({ written }) => written)),
    romaji: nameTable(entries.map(({ romaji }) => romaji)),
  };
}
