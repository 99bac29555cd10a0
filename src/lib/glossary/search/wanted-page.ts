import { isLocale, type Locale } from '../../i18n/locales.ts';
import type { LexiconEntry } from './lexicon.ts';
import { matchNames } from './match-names.ts';
import { nameIndex } from './name-index.ts';
import { nearestEntries } from './nearest.ts';
import { suggest } from './suggest.ts';

/** What an address that leads nowhere was about. */
export interface WantedPage {
  /** Undefined if the address names no language of this site. */
  readonly locale: Locale | undefined;
  /** The words of its last part: `chrun rate`. Empty if it has none. */
  readonly words: string;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/**
 * Reads the path of an address that leads nowhere.
 * `base` is the path the site is served below and ends with a slash: `/` or `/handbook/`.
 */
export function wantedPage(path: string, base: string): WantedPage {
  const below = path.startsWith(base) ? path.slice(base.length) : path;
  const parts = below.split('/').map((part) => decoded(part).trim().toLowerCase());
  const names = parts.filter((part) => part !== '' && !isLocale(part) && !/^index\.\w+$/.test(part));
  const words = (names.at(-1) ?? '').replace(/\.(?:html?|md|json|php|aspx?)$/, '').replace(/[-_+.\s]+/g, ' ');
  return { locale: parts.find(isLocale), words: words.trim() };
}

/** Pages whose names or slugs are nearest to the words of an address. May be none. */
export function entriesNear(lexicon: readonly LexiconEntry[], words: string, most: number): LexiconEntry[] {
  if (words === '') return [];
  // Here a slug is a name too.
  const withSlugs = lexicon.map((entry) => ({
    ...entry,
    names: { ...entry.names, keyword: [...(entry.names.keyword ?? []), entry.slug] },
  }));
  const index = nameIndex(withSlugs);
  // The whole of it as a name comes first: the `vs` of a comparison asks nothing.
  const found = [...matchNames(index, words), ...suggest(index, words).hits].map(({ entry }) => entry);
  const entries = found.length > 0 ? found : nearestEntries(index, words, most);
  return [...new Set(entries)].slice(0, most);
}
