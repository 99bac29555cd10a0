import { deserialize, serialize } from 'node:v8';
import { createIndex, type PagefindIndex } from 'pagefind';
import { type LexiconEntry, routeOf } from '../lib/glossary/search/lexicon.ts';
import type { Locale } from '../lib/i18n/locales.ts';
import { pagePath } from '../lib/i18n/routes.ts';
import { digestOfFiles, forget, kept } from './kept.ts';

/** A page as it is indexed. */
export interface IndexedPage {
  /** Address below the base path. */
  readonly url: string;
  readonly content: string;
}

/** The files of an index, by their paths in its folder. */
export type IndexFiles = ReadonlyMap<string, Uint8Array>;

/** A change of this file, or of a library, indexes every page anew. */
const indexer = digestOfFiles('src/build/search-index.ts', 'package-lock.json');
/** Interfaces and workers of Pagefind's own, which this site does not use. */
const needless = /^pagefind-(?!entry\.json$)/;

/**
 * Places of words in one part of the index. A search loads the list of all parts and one part for each of its words;
 * both together are smallest when a part grows with the root of the text. Pagefind's own 20,000 are meant for large
 * sites and would be 30 kB for every word.
 */
const placesInPart = (pages: number) => Math.round(120 * Math.sqrt(pages));

/** One index per language: Pagefind then cuts a query only as this language's index was cut. */
async function newIndex(locale: Locale, pages: number): Promise<PagefindIndex> {
  // Read when Pagefind starts, for all languages: they have the same pages.
  process.env.PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE = String(placesInPart(pages));
  const { index, errors } = await createIndex({ forceLanguage: locale });
  if (!index) throw new Error(`The search index for "${locale}" could not be started: ${errors.join('; ')}`);
  return index;
}

/** What can be found by name, by the addresses of its pages below the base path. */
export function entriesByAddress(lexicon: string, locale: Locale): ReadonlyMap<string, LexiconEntry> {
  const entries = JSON.parse(lexicon) as LexiconEntry[];
  return new Map(entries.map((entry) => [pagePath('/', locale, routeOf(entry)), entry]));
}

export async function indexPages(pages: readonly IndexedPage[], locale: Locale): Promise<IndexFiles> {
  const index = await newIndex(locale, pages.length);
  const added = await Promise.all(pages.map((page) => index.addHTMLFile(page)));
  const { errors: unwritten, files } = await index.getFiles();
  const errors = [...added.flatMap((answer) => answer.errors), ...unwritten];
  if (errors.length > 0) throw new Error(`The search index for "${locale}" is incomplete: ${errors.join('; ')}`);
  return new Map(files.filter(({ path }) => !needless.test(path)).map(({ path, content }) => [path, content]));
}

/** The index of some pages, kept until one of them changes. */
export async function keptIndex(pages: readonly IndexedPage[], locale: Locale): Promise<IndexFiles> {
  const kind = `search-${locale}`;
  const texts = pages.flatMap(({ url, content }) => [url, content]);
  const files = await kept(kind, [indexer, ...texts], async () => {
    // It is large, and only the latest is asked for.
    forget(kind);
    return serialize(await indexPages(pages, locale));
  });
  return deserialize(files);
}
