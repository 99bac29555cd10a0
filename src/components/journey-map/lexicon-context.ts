import { createContext } from 'react';

/** Address of the names of the glossary's terms. Given once around the builder; fetched where a term is chosen. */
export const LexiconContext = createContext('');
