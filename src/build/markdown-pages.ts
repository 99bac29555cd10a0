import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { markdownPath } from '../lib/i18n/routes.ts';
import { digestOfFiles, kept } from './kept.ts';
import { markdownOf } from './markdown.ts';

/** A change of the converter, or of a library it stands on, converts every page anew. */
const converter = digestOfFiles('src/build/markdown.ts', 'package-lock.json');
const hasMarkdown = /<link rel="alternate" type="text\/markdown"/;

/**
 * Writes every page that names a Markdown version of itself as Markdown too: here, because a term page has no bytes left
 * for a converter. In dev it is made from the running page.
 */
export function markdownPages(): AstroIntegration {
  return {
    name: 'markdown-pages',
    hooks: {
      'astro:server:setup': ({ server }) => {
        server.middlewares.use(async (request, response, next) => {
          const [, page] = /^(\/[^?]+)\.md$/.exec(request.url ?? '') ?? [];
          const address = server.httpServer?.address();
          if (page === undefined || !address || typeof address === 'string') return next();
          const answer = await fetch(`http://localhost:${address.port}${page}/`);
          const html = await answer.text();
          if (!hasMarkdown.test(html)) return next();
          response.setHeader('Content-Type', 'text/markdown; charset=utf-8');
          response.end(markdownOf(html));
        });
      },
      'astro:build:done': async ({ dir }) => {
        const folder = fileURLToPath(dir);
        for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
          if (!name.endsWith('index.html')) continue;
          const html = readFileSync(join(folder, name), 'utf8');
          if (!hasMarkdown.test(html)) continue;
          const text = await kept('markdown', [converter, html], () => Buffer.from(markdownOf(html)));
          writeFileSync(join(folder, markdownPath(name.slice(0, -'index.html'.length))), text);
        }
      },
    },
  };
}
