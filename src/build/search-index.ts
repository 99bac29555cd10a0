import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import { type Locale, locales } from '../lib/i18n/locales.ts';
import { pagePath } from '../lib/i18n/routes.ts';

/** One index per language: Pagefind then cuts a query only as this language's index was cut. */
async function newIndex(locale: Locale): Promise<PagefindIndex> {
  const { index, errors } = await createIndex({ forceLanguage: locale });
  if (!index) throw new Error(`The search index for "${locale}" could not be started: ${errors.join('; ')}`);
  return index;
}

async function indexFolder(folder: string, locale: Locale): Promise<number> {
  const index = await newIndex(locale);
  const { errors, page_count: pages } = await index.addDirectory({ path: folder, glob: `${locale}/**/index.html` });
  if (errors.length > 0) throw new Error(`The search index for "${locale}" is incomplete: ${errors.join('; ')}`);
  const written = await index.writeFiles({ outputPath: `${folder}/pagefind/${locale}` });
  if (written.errors.length > 0) throw new Error(`The search index was not written: ${written.errors.join('; ')}`);
  return pages;
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

async function devFiles(origin: string, base: string, locale: Locale): Promise<Map<string, Uint8Array>> {
  const index = await newIndex(locale);
  const root = new URL(base, 'http://site').pathname;
  for (const [path, content] of await crawl(origin, base, locale)) {
    await index.addHTMLFile({ url: `/${path.slice(root.length)}`, content });
  }
  const { files } = await index.getFiles();
  return new Map(files.map(({ path, content }) => [path, content]));
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
        const indexes = new Map<Locale, Promise<Map<string, Uint8Array>>>();
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
