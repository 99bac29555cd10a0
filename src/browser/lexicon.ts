import type { LexiconEntry } from '../lib/glossary/lexicon.ts';

let loading: Promise<readonly LexiconEntry[]> | undefined;

/** The names of all pages of a language, fetched once. A failed fetch is tried again at the next call. */
export function loadLexicon(address: string): Promise<readonly LexiconEntry[]> {
  loading ??= fetch(address)
    .then((response) => {
      if (!response.ok) throw new Error(`The lexicon answered ${response.status}.`);
      return response.json() as Promise<readonly LexiconEntry[]>;
    })
    .catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
  return loading;
}
