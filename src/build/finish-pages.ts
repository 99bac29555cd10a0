import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroConfig, AstroIntegration } from 'astro';
import { close } from 'pagefind';
import type { LexiconEntry } from '../lib/glossary/search/lexicon.ts';
import { type Locale, locales } from '../lib/i18n/locales.ts';
import { markdownPath } from '../lib/i18n/routes.ts';
import { digestOf, digestOfFiles, openShelf, type Shelf } from './kept.ts';
import { hasMarkdown, markdownOf } from './markdown.ts';
import { holdsSources, namesIn, type OutputFolder, openOutput } from './output-folder.ts';
import { prunePage } from './prune-page.ts';
import { entriesByAddress, type IndexedPage, keptIndex } from './search-index.ts';
import { searchPage } from './search-page.ts';

/** What is made of a rendered page. */
interface Finished {
  /** None of a page that was finished before. */
  readonly html: Uint8Array | undefined;
  /** Of a page that names a Markdown version of itself. */
  readonly markdown: Uint8Array | undefined;
  /** Of a page that is searched: what the index reads. */
  readonly searched: string | undefined;
}

/** A change of these files, or of a library they stand on, empties the folder and finishes every page anew. */
const finisher = digestOfFiles(
  'src/build/finish-pages.ts',
  'src/build/markdown.ts',
  'src/build/output-folder.ts',
  'src/build/prune-page.ts',
  'src/build/search-page.ts',
  'src/lib/glossary/search/lexicon.ts',
  'src/lib/glossary/search/passages.ts',
  'package-lock.json',
);

function finish(html: string, locale: Locale | undefined, entry: LexiconEntry | undefined): Finished {
  const pruned = prunePage(html);
  return {
    html: pruned === html ? undefined : Buffer.from(pruned),
    markdown: hasMarkdown(html) ? Buffer.from(markdownOf(html)) : undefined,
    searched: locale && searchPage(html, locale, entry),
  };
}

/** Below the base path, without a slash before it. */
const pathOf = (name: string) => name.replace(/index\.html$/, '');

/** Where finished pages go, and where what is made of them is kept. */
interface Places {
  readonly folder: string;
  readonly output: OutputFolder;
  readonly shelf: Shelf<Finished>;
}

/** Writes what is made of a page. Most pages stand as the last build left them, and are not even read. */
function finishOne(
  name: string,
  locale: Locale | undefined,
  entry: LexiconEntry | undefined,
  { folder, output, shelf }: Places,
): Finished {
  const markdown = markdownPath(pathOf(name));
  const about = [finisher, locale ?? '', JSON.stringify(entry) ?? '', name];
  const asItStands = () => [...about, output.stateOf(name)];
  const left = shelf.find(asItStands());
  if (left) {
    if (left.markdown) output.keep(markdown);
    return left;
  }
  const html = readFileSync(join(folder, name));
  const page = shelf.get([...about, html], () => finish(html.toString(), locale, entry));
  if (page.html) output.write(name, page.html);
  if (page.markdown) output.write(markdown, page.markdown);
  shelf.put(asItStands(), { ...page, html: undefined });
  return page;
}

/** Writes what is made of pages. Of each language, what is to be indexed. */
function finishAll(pages: readonly string[], places: Places): ReadonlyMap<Locale, IndexedPage[]> {
  const lexicon = (locale: Locale) => readFileSync(join(places.folder, locale, 'lexicon.json'), 'utf8');
  const entries = new Map(locales.map((locale) => [locale, entriesByAddress(lexicon(locale), locale)]));
  const searched = new Map(locales.map((locale): [Locale, IndexedPage[]] => [locale, []]));
  for (const name of pages) {
    const url = `/${pathOf(name)}`;
    const locale = locales.find((known) => url.startsWith(`/${known}/`));
    const { searched: content } = finishOne(name, locale, locale && entries.get(locale)?.get(url), places);
    if (locale && content !== undefined) searched.get(locale)?.push({ url, content });
  }
  return searched;
}

async function indexAll(searched: ReadonlyMap<Locale, readonly IndexedPage[]>, output: OutputFolder): Promise<void> {
  await Promise.all(
    [...searched].map(async ([locale, pages]) => {
      const files = await keptIndex(pages, locale);
      for (const [name, content] of files) output.write(`pagefind/${locale}/${name}`, content);
    }),
  );
}

/**
 * What Astro rendered, made ready to be served: pages pruned, their Markdown beside them, and the full-text index, one
 * per language, in `pagefind/<language>/`. Astro leaves a page alone that would be rendered as before; to finish it once
 * more changes nothing.
 */
export function finishPages(): AstroIntegration {
  let config: AstroConfig;
  let folder = '';
  let output: OutputFolder;
  /** The names of what is copied as it stands. */
  let copied: readonly string[] = [];
  return {
    name: 'finish-pages',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        // The output folder tells what may stay.
        updateConfig({ vite: { build: { emptyOutDir: false } } });
      },
      'astro:config:done': ({ config: done }) => {
        config = done;
        folder = fileURLToPath(config.outDir);
      },
      'astro:build:start': () => {
        if (holdsSources(config.outDir, config))
          throw new Error(`A build deletes what stands in its folder: ${folder} cannot be one. Choose another folder.`);
        copied = namesIn(fileURLToPath(config.publicDir));
        // A page that a copied file stood in for has to be rendered when that file is gone.
        output = openOutput(folder, config.base, digestOf(finisher, ...copied));
        // A build that was stopped has put pages into Astro's cache that its list tells nothing of.
        if (!output.wasFinished) rmSync(new URL('incremental-build.json', config.cacheDir), { force: true });
        // Rendered last, and always: `npm start` takes a folder that has it for finished.
        rmSync(join(folder, 'index.html'), { force: true });
      },
      'astro:build:done': async ({ assets, dir, logger }) => {
        const shelf = openShelf<Finished>(`pages-${digestOf(config.base)}`);
        const rendered = [...assets.values()].flat().map(({ href }) => decodeURI(href.slice(dir.href.length)));
        const pages = rendered.filter((name) => name.endsWith('.html')).sort();
        const searched = finishAll(pages, { folder, output, shelf });
        const indexed = indexAll(searched, output);
        // Pagefind works in a process of its own.
        await new Promise(setImmediate);
        shelf.close();
        await indexed;
        output.close(new Set([...rendered, ...copied]));
        const counts = [...searched].map(([locale, pages]) => `${pages.length} pages (${locale})`);
        logger.info(`Indexed ${counts.join(', ')}`);
        await close();
      },
    },
  };
}
