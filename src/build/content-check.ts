import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { checkContent } from '../lib/glossary/check/check-content.ts';
import { formatProblems } from '../lib/glossary/check/problem.ts';
import { openShelf } from './kept.ts';
import { readContent } from './read-content.ts';

/** Thrown with every problem of the content, so that one look mends them all. */
class ContentError extends Error {
  override readonly name = 'ContentError';
}

/** Everything wrong with the content in one text; undefined when nothing is. */
function report(folder: string): string | undefined {
  const shelf = openShelf<unknown>('content');
  const problems = checkContent(readContent(folder, shelf));
  shelf.close();
  return problems.length === 0
    ? undefined
    : `${problems.length} problem(s) in src/content:\n${formatProblems(problems)}`;
}

/** Checks the content before anything is built. While writing it warns at every save: a half-written page is normal. */
export function contentCheck(): AstroIntegration {
  let folder = '';
  let isWriting = false;
  return {
    name: 'content-check',
    hooks: {
      'astro:config:setup': ({ command }) => {
        isWriting = command === 'dev';
      },
      'astro:config:done': ({ config, logger }) => {
        folder = fileURLToPath(new URL('content/', config.srcDir));
        const wrong = report(folder);
        if (wrong !== undefined && !isWriting) throw new ContentError(wrong);
        if (wrong !== undefined) logger.warn(wrong);
      },
      'astro:server:setup': ({ server, logger }) => {
        server.watcher.on('all', (_, path) => {
          if (!path.startsWith(folder)) return;
          const wrong = report(folder);
          if (wrong !== undefined) logger.warn(wrong);
        });
      },
    },
  };
}
