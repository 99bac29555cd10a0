import type { AstroIntegration } from 'astro';
import { type Locale, locales } from '../lib/i18n/locales.ts';
import { pagePath } from '../lib/i18n/routes.ts';
import { hasMarkdown, markdownOf } from './markdown.ts';
import { entriesByAddress, type IndexFiles, indexPages } from './search-index.ts';
import { searchPage } from './search-page.ts';

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
  const entries = entriesByAddress(await read('lexicon.json'), locale);
  const pages = [...(await crawl(origin, base, locale))].flatMap(([path, html]) => {
    const url = `/${path.slice(root.length)}`;
    const content = searchPage(html, locale, entries.get(url));
    return content === undefined ? [] : [{ url, content }];
  });
  return indexPages(pages, locale);
}

/**
 * In dev, what a build makes of finished pages is made of the running ones: Markdown when it is asked for, the index at
 * the first search, kept until the server restarts.
 */
export function devPages(): AstroIntegration {
  let base = '/';
  return {
    name: 'dev-pages',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base;
      },
      'astro:server:setup': ({ server, logger }) => {
        const origin = () => {
          const address = server.httpServer?.address();
          return address && typeof address !== 'string' ? `http://localhost:${address.port}` : undefined;
        };
        const indexes = new Map<Locale, Promise<IndexFiles>>();
        server.middlewares.use(async (request, response, next) => {
          const [, page] = /^(\/[^?]+)\.md$/.exec(request.url ?? '') ?? [];
          const running = origin();
          if (page === undefined || !running) return next();
          const html = await (await fetch(`${running}${page}/`)).text();
          if (!hasMarkdown(html)) return next();
          response.setHeader('Content-Type', 'text/markdown; charset=utf-8');
          response.end(markdownOf(html));
        });
        server.middlewares.use(async (request, response, next) => {
          const [, language, path = ''] = /\/pagefind\/(\w+)\/([^?]+)/.exec(request.url ?? '') ?? [];
          const locale = locales.find((known) => known === language);
          const running = origin();
          if (!locale || !running) return next();
          const files = indexes.get(locale) ?? devFiles(running, base, locale);
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
    },
  };
}
