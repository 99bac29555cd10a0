import type { LexiconEntry } from './lexicon.ts';
import type { IndexedEntry, NameIndex } from './name-index.ts';
import { keyWords } from './name-key.ts';
import { readQuestion } from './question.ts';
import type { Suggestion } from './suggest.ts';

const onlyHiragana = /^[ぁ-ゖー]+$/;

/** The words of a query that can name something, endings and particles left out. */
function namingWords(query: string): string[] {
  const { subjects } = readQuestion(query);
  const segmenter = new Intl.Segmenter('ja', { granularity: 'word' });
  const words = subjects.flatMap((subject) =>
    [...segmenter.segment(subject)].filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment),
  );
  return [...new Set(words.filter((word) => !(onlyHiragana.test(word) && word.length < 3)).flatMap(keyWords))];
}

/** Whether a word stands in a name of the term: a Latin one at the beginning of a word. */
function names(word: string, { written }: IndexedEntry): boolean {
  return written.some(({ key, words }) =>
    /^[a-z0-9]+$/.test(word) ? words.some((known) => known.startsWith(word)) : word.length > 1 && key.includes(word),
  );
}

/** What stands between two things named in one breath. */
const joint = /と|・|[/&,、]|\b(?:and|or)\b/;

interface Candidate {
  readonly entry: LexiconEntry;
  readonly compared: number;
  readonly words: number;
}

/**
 * Comparisons of which a query names at least two sides by words that tell them apart: "support and success", but not
 * by "customer", which both are. Without a word that asks for a difference, all of the query must do so.
 */
export function comparisonsOf(index: NameIndex, query: string, asksForDifference: boolean): Suggestion[] {
  const words = namingWords(query);
  if (words.length < 2) return [];
  const isJoined = words.length === 2 ? joint.test(query) || /\s/.test(query) : joint.test(query);
  const compared = new Set(
    index.entries.flatMap(({ entry: { kind, terms = [] } }) => (kind === 'comparison' ? terms : [])),
  );
  const sidesIn = index.entries.filter(({ entry: { kind, slug } }) => kind === 'disambiguation' || compared.has(slug));
  const naming = new Map(
    words.map((word) => {
      const named = sidesIn.filter((indexed) => names(word, indexed)).map(({ entry }) => entry);
      // A name with several meanings stands for each of them.
      const meant = named.flatMap((entry) => (entry.kind === 'disambiguation' ? (entry.terms ?? []) : []));
      return [word, new Set([...named.map(({ slug }) => slug), ...meant])];
    }),
  );
  const candidates = index.entries.flatMap(({ entry }): Candidate[] => {
    if (entry.kind !== 'comparison' || !entry.terms) return [];
    const { terms } = entry;
    const telling = words.filter((word) => {
      const count = terms.filter((slug) => naming.get(word)?.has(slug)).length;
      return count > 0 && count <= terms.length / 2;
    });
    const sides = new Set(terms.filter((slug) => telling.some((word) => naming.get(word)?.has(slug))));
    const shared = words.filter((word) => terms.every((slug) => naming.get(word)?.has(slug)));
    const isAsked = asksForDifference || (isJoined && telling.length + shared.length === words.length);
    // Of many things compared, two stand by chance in a query.
    if (telling.length < 2 || sides.size < Math.max(2, 0.6 * terms.length) || !isAsked) return [];
    return [{ entry, compared: terms.length, words: telling.length + shared.length }];
  });
  return candidates
    .sort((one, other) => other.words - one.words || one.compared - other.compared)
    .map(({ entry }) => ({ entry, name: { text: entry.title, source: 'name' }, fit: 'answer' }));
}
