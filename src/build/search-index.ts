import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deserialize, serialize } from 'node:v8';
import type { AstroIntegration } from 'astro';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import { type LexiconEntry, routeOf } from '../lib/glossary/search/lexicon.ts';
import { type Locale, locales } from '../lib/i18n/locales.ts';
import { pagePath } from '../lib/i18n/routes.ts';
import { digestOfFiles, forget, kept } from './kept.ts';
import { searchPage } from './search-page.ts';

/** A page as it is indexed. */
export interface IndexedPage {
  /** Address below the base path. */
  readonly url: string;
  readonly content: string;
}

/** The files of an index, by their paths in its folder. */
export type IndexFiles = ReadonlyMap<string, Uint8Array>;

/** A change of these files, or of a library, cuts and indexes every page anew. */
const indexer = digestOfFiles(
  'src/build/search-index.ts',
  'src/build/search-page.ts',
  'src/lib/glossary/search/lexicon.ts',
  'src/lib/glossary/search/passages.ts',
  'package-lock.json',
);
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

/** The texts by which the pages of a language are indexed, by their addresses below the base path. */
async function indexedPages(
  pages: ReadonlyMap<string, string>,
  lexicon: string,
  locale: Locale,
): Promise<IndexedPage[]> {
  const entries = new Map(
    (JSON.parse(lexicon) as LexiconEntry[]).map((entry) => [pagePath('/', locale, routeOf(entry)), entry]),
  );
  const indexed: IndexedPage[] = [];
  for (const [url, html] of pages) {
    const entry = entries.get(url);
    const made = () => Buffer.from(searchPage(html, locale, entry) ?? '');
    const content = await kept('search-page', [indexer, locale, JSON.stringify(entry) ?? '', html], made);
    if (content.length > 0) indexed.push({ url, content: Buffer.from(content).toString() });
  }
  return indexed;
}

export async function indexPages(pages: readonly IndexedPage[], locale: Locale): Promise<IndexFiles> {
  const index = await newIndex(locale, pages.length);
  const added = await Promise.all(pages.map((page) => index.addHTMLFile(page)));
  const { errors: unwritten, files } = await index.getFiles();
  const errors = [...added.flatMap((answer) => answer.errors), ...unwritten];
  if (errors.length > 0) throw new Error(`The search index for "${locale}" is incomplete: ${errors.join('; ')}`);
  return new Map(files.filter(({ path }) => !needless.test(path)).map(({ path, content }) => [path, content]));
}

export async function writeIndex(files: IndexFiles, folder: string): Promise<void> {
  await Promise.all(
    [...files].map(async ([path, content]) => {
      const file = join(folder, path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, content);
    }),
  );
}

/** The pages of a language in a built site. */
export function builtPages(folder: string, locale: Locale): Promise<IndexedPage[]> {
  const read = (name: string) => readFileSync(join(folder, locale, name), 'utf8');
  const names = readdirSync(join(folder, locale), { recursive: true, encoding: 'utf8' });
  const built = names
    .filter((name) => name.endsWith('index.html'))
    .sort()
    .map((name): [string, string] => [`/${locale}/${name.slice(0, -'index.html'.length)}`, read(name)]);
  return indexedPages(new Map(built), read('lexicon.json'), locale);
}

/** The index of some pages, kept until one of them changes. */
async function keptIndex(pages: readonly IndexedPage[], locale: Locale): Promise<IndexFiles> {
  const kind = `search-${locale}`;
  const texts = pages.flatMap(({ url, content }) => [url, content]);
  const files = await kept(kind, [indexer, ...texts], async () => {
    // It is large, and only the latest is asked for.
    forget(kind);
    return serialize(await indexPages(pages, locale));
  });
  return deserialize(files);
}

async function indexFolder(folder: string, locale: Locale): Promise<number> {
  const pages = await builtPages(folder, locale);
  await writeIndex(await keptIndex(pages, locale), join(folder, 'pagefind', locale));
  return pages.length;
}

/** Pages of the running dev server, found by following the links of a language's home and index. */
async function crawl(origin: string, base: string, locale: Locale): Promise<Map<string, string>> {
  const pages = new Map<string, string>();
  const waiting = [pagePath(base, locale, { page: 'home' })];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (pages.has(path)) continue;
    const response = await fetch(new URL(path, origin));
    const html = response.ok ? await response.text() : '';
    pages.set(path, html);
    const start = pagePath(base, locale, { page: 'home' });
    for (const [, href = ''] of html.matchAll(/<a\b[^>]*\shref="([^"#?]+)/g))
      if (href.startsWith(start)) waiting.push(href);
  }
  return pages;
}

async function devFiles(origin: string, base: string, locale: Locale): Promise<IndexFiles> {
  const root = new URL(base, 'http://site').pathname;
  const read = async (name: string) => (await fetch(new URL(`${root}${locale}/${name}`, origin))).text();
  const crawled = [...(await crawl(origin, base, locale))].map(([path, html]): [string, string] => [
    `/${path.slice(root.length)}`,
    html,
  ]);
  return indexPages(await indexedPages(new Map(crawled), await read('lexicon.json'), locale), locale);
}

/**
 * Builds the full-text index, one per language, into `pagefind/<language>/`. In dev the same files are made from the
 * running pages at the first search and kept until the server restarts.
 */
export function searchIndex(): AstroIntegration {
  let base = '/';
  return {
    name: 'search-index',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base;
      },
      'astro:server:setup': ({ server, logger }) => {
        const indexes = new Map<Locale, Promise<IndexFiles>>();
        server.middlewares.use(async (request, response, next) => {
          const [, language, path = ''] = /\/pagefind\/(\w+)\/([^?]+)/.exec(request.url ?? '') ?? [];
          const locale = locales.find((known) => known === language);
          const address = server.httpServer?.address();
          if (!locale || !address || typeof address === 'string') return next();
          const files = indexes.get(locale) ?? devFiles(`http://localhost:${address.port}`, base, locale);
          indexes.set(locale, files);
          const content = await files
            .then((known) => known.get(path))
            .catch((error: unknown) => {
              // The next search tries again.
              indexes.delete(locale);
              logger.error(String(error));
            });
          if (!content) return next();
          response.setHeader('Content-Type', path.endsWith('.js') ? 'text/javascript' : 'application/octet-stream');
          response.end(content);
        });
      },
      'astro:build:done': async ({ dir, logger }) => {
        const counts = await Promise.all(locales.map((locale) => indexFolder(fileURLToPath(dir), locale)));
        await close();
        logger.info(`Indexed ${locales.map((locale, index) => `${counts[index]} pages (${locale})`).join(', ')}`);
      },
    },
  };
}
