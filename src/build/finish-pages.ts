import { readdirSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { close } from 'pagefind';
import type { LexiconEntry } from '../lib/glossary/search/lexicon.ts';
import { type Locale, locales } from '../lib/i18n/locales.ts';
import { markdownPath } from '../lib/i18n/routes.ts';
import { digestOf, digestOfFiles, openShelf, type Shelf } from './kept.ts';
import { hasMarkdown, markdownOf } from './markdown.ts';
import { prunePage } from './prune-page.ts';
import { entriesByAddress, type IndexedPage, keptIndex, writeIndex } from './search-index.ts';
import { searchPage } from './search-page.ts';

/** What is made of a rendered page. */
interface Finished {
  readonly html: Uint8Array;
  /** Of a page that names a Markdown version of itself. */
  readonly markdown: Uint8Array | undefined;
  /** Of a page that is searched: what the index reads. */
  readonly searched: string | undefined;
}

/** A change of these files, or of a library they stand on, finishes every page anew. */
const finisher = digestOfFiles(
  'src/build/finish-pages.ts',
  'src/build/markdown.ts',
  'src/build/prune-page.ts',
  'src/build/search-page.ts',
  'src/lib/glossary/search/lexicon.ts',
  'src/lib/glossary/search/passages.ts',
  'package-lock.json',
);

function finish(html: string, locale: Locale | undefined, entry: LexiconEntry | undefined): Finished {
  return {
    html: Buffer.from(prunePage(html)),
    markdown: hasMarkdown(html) ? Buffer.from(markdownOf(html)) : undefined,
    searched: locale && searchPage(html, locale, entry),
  };
}

/** What is written of all pages of a folder, by file, and what is indexed of each language. */
function finishAll(folder: string, shelf: Shelf<Finished>) {
  const read = (name: string) => readFileSync(join(folder, name), 'utf8');
  const entriesIn = (locale: Locale) => entriesByAddress(read(`${locale}/lexicon.json`), locale);
  const entries = new Map(locales.map((locale) => [locale, entriesIn(locale)]));
  const files = new Map<string, Uint8Array>();
  const searched = new Map(locales.map((locale): [Locale, IndexedPage[]] => [locale, []]));
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  for (const name of names.filter((file) => file.endsWith('.html'))) {
    const path = name.replace(/index\.html$/, '');
    const locale = locales.find((known) => path.startsWith(`${known}/`));
    const entry = locale && entries.get(locale)?.get(`/${path}`);
    const html = read(name);
    const parts = [finisher, locale ?? '', JSON.stringify(entry) ?? '', html];
    const page = shelf.get(parts, () => finish(html, locale, entry));
    files.set(name, page.html);
    if (page.markdown) files.set(markdownPath(path), page.markdown);
    if (locale && page.searched !== undefined) searched.get(locale)?.push({ url: `/${path}`, content: page.searched });
  }
  return { files, searched };
}

/**
 * What Astro rendered, made ready to be served: pages pruned, their Markdown beside them, and the full-text index, one
 * per language, in `pagefind/<language>/`.
 */
export function finishPages(): AstroIntegration {
  let base = '/';
  return {
    name: 'finish-pages',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base;
      },
      'astro:build:done': async ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        const shelf = openShelf<Finished>(`pages-${digestOf(base)}`);
        const { files, searched } = finishAll(folder, shelf);
        const indexing = [...searched].map(async ([locale, pages]) => {
          await writeIndex(await keptIndex(pages, locale), join(folder, 'pagefind', locale));
          return `${pages.length} pages (${locale})`;
        });
        // While Pagefind works, a few files at a time.
        const waiting = files.entries();
        const write = async () => {
          for (const [name, content] of waiting) await writeFile(join(folder, name), content);
        };
        const [indexed] = await Promise.all([Promise.all(indexing), write(), write(), write(), write()]);
        logger.info(`Indexed ${indexed.join(', ')}`);
        shelf.close();
        await close();
      },
    },
  };
}
