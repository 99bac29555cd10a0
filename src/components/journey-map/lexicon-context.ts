import { createContext } from 'react';

/** Where the glossary is, given once around the builder. */
export interface GlossaryAddresses {
  /** Of the names of its terms, fetched where a term is chosen. */
  readonly lexicon: string;
  /** Of the terms: a slug and a slash after it lead to one. */
  readonly terms: string;
}

export const LexiconContext = createContext<GlossaryAddresses>({ lexicon: '', terms: '' });
