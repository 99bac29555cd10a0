import type { LexiconEntry } from './lexicon.ts';
import type { LexiconName, NameIndex } from './name-index.ts';
import { keyWords } from './name-key.ts';
import { foreignLetters, letterBits } from './near.ts';
import { readQuestion } from './question.ts';

export interface Mention {
  readonly entry: LexiconEntry;
  readonly name: LexiconName;
  /** Letters of the query the name covers; a kanji says as much as two others. */
  readonly weight: number;
  /** Where in the query it begins. */
  readonly start: number;
}

interface Span extends Mention {
  readonly end: number;
  readonly rank: number;
}

const shortestKana = 3;

/** What an abbreviation says at least, however short it is. */
const leastWeight = 6;

/** How much a text says: a kanji counts as two letters. */
export function weightOf(text: string): number {
  return Math.max(leastWeight, text.length + (text.match(/\p{Script=Han}/gu)?.length ?? 0));
}

/** One letter, or two kana, stand in too many words. */
function canBeMentioned(key: string): boolean {
  return key.length >= 2 && (key.length >= shortestKana || !/^[ぁ-ゖ]+$/.test(key));
}

/** Places of a key in a query, Latin words only as a whole. */
function placesOf(key: string, query: string, borders: ReadonlySet<number>): number[] {
  const places: number[] = [];
  const cutsWords = /^[a-z0-9]/.test(key);
  const endsWord = /[a-z0-9]$/.test(key);
  for (let at = query.indexOf(key); at !== -1; at = query.indexOf(key, at + 1)) {
    if (cutsWords && !borders.has(at)) continue;
    if (endsWord && !borders.has(at + key.length)) continue;
    places.push(at);
  }
  return places;
}

/** Where words of the query begin or end: at its spaces, and where Latin letters meet others. */
function bordersOf(words: readonly string[]): Set<number> {
  const borders = new Set([0]);
  let at = 0;
  for (const word of words) {
    for (let index = 1; index < word.length; index += 1) {
      const [before, after] = [word[index - 1] ?? '', word[index] ?? ''];
      if (/[a-z0-9]/.test(before) !== /[a-z0-9]/.test(after)) borders.add(at + index);
    }
    at += word.length;
    borders.add(at);
  }
  return borders;
}

/**
 * Names that stand whole in a longer query, the longest first; of names that overlap only the longest counts. Words that
 * only ask (example, template) are no mention of a page that has them among its names.
 */
export function mentions(index: NameIndex, query: string): Mention[] {
  const words = keyWords(query);
  const text = words.join('');
  const borders = bordersOf(words);
  const letters = letterBits(text);
  const { names, bits, owners } = index.written;
  const spans: Span[] = [];
  for (let place = 0; place < bits.length; place += 1) {
    if (foreignLetters(bits[place] ?? 0, letters) > 0) continue;
    const entry = index.entries[owners[place] ?? 0]?.entry;
    const name = names[place];
    if (!entry || !name || !canBeMentioned(name.key)) continue;
    const { key, rank } = name;
    for (const start of placesOf(key, text, borders))
      spans.push({ entry, name: name.name, rank, start, end: start + key.length, weight: weightOf(key) });
  }
  const named = spans.filter(({ name }) => readQuestion(name.text).subjects.length > 0);
  named.sort(
    (one, other) => other.end - other.start - (one.end - one.start) || one.rank - other.rank || one.start - other.start,
  );
  const taken: Span[] = [];
  for (const span of named) {
    const isFree = taken.every(
      ({ start, end }) => span.end <= start || end <= span.start || (span.start === start && span.end === end),
    );
    if (isFree && !taken.some(({ entry, start }) => entry === span.entry && start === span.start)) taken.push(span);
  }
  return taken;
}
