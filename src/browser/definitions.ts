import type { TermList } from '../lib/exports/term-record.ts';

let loading: Promise<ReadonlyMap<string, string>> | undefined;

/** The definitions of all terms of a language by slug, fetched once. A failed fetch is tried again at the next call. */
export function loadDefinitions(address: string): Promise<ReadonlyMap<string, string>> {
  loading ??= fetch(address)
    .then(async (response) => {
      if (!response.ok) throw new Error(`The list of terms answered ${response.status}.`);
      const { terms } = (await response.json()) as TermList;
      return new Map(terms.map(({ slug, definition }) => [slug, definition]));
    })
    .catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
  return loading;
}
