import type { LexiconEntry } from '../lib/glossary/search/lexicon.ts';
import { type QuestionIndex, questionIndex } from '../lib/glossary/search/match-questions.ts';
import { type NameIndex, nameIndex } from '../lib/glossary/search/name-index.ts';
import { type PackedWords, unpackAsked } from '../lib/glossary/search/pack-asked.ts';

/** Milliseconds after which a file that does not come is given up. */
const patience = 15_000;

const fetched = new Map<string, Promise<unknown>>();
const made = new WeakMap<object, unknown>();

/** A file fetched once. A failed fetch is tried again at the next call. */
function load<Value>(address: string): Promise<Value> {
  const known = fetched.get(address);
  if (known) return known as Promise<Value>;
  const value = fetch(address, { signal: AbortSignal.timeout(patience) })
    .then((response) => {
      if (!response.ok) throw new Error(`${address} answered ${response.status}.`);
      return response.json() as Promise<Value>;
    })
    .catch((error: unknown) => {
      fetched.delete(address);
      throw error;
    });
  fetched.set(address, value);
  return value;
}

/** What is made of a fetched value, made once. */
function once<Value extends object, Made>(value: Value, make: (value: Value) => Made): Made {
  const known = (made.get(value) as Made | undefined) ?? make(value);
  made.set(value, known);
  return known;
}

/** The names of all pages of a language. */
export function loadLexicon(address: string): Promise<readonly LexiconEntry[]> {
  return load(address);
}

/** The same, ready to be searched. */
export async function loadNames(address: string): Promise<NameIndex> {
  return once(await loadLexicon(address), nameIndex);
}

/** What people ask of the pages of a language, ready to be searched. */
export async function loadQuestions(asked: string, lexicon: string): Promise<QuestionIndex> {
  const [packed, entries] = await Promise.all([load<PackedWords>(asked), loadLexicon(lexicon)]);
  return once(packed, () => questionIndex(unpackAsked(packed), entries));
}
