import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { checkContent } from '../lib/glossary/check/check-content.ts';
import { formatProblems } from '../lib/glossary/check/problem.ts';
import { readContent } from './read-content.ts';

/** Thrown with every problem of the content, so that one look mends them all. */
export class ContentError extends Error {
  override readonly name = 'ContentError';
}

/** Checks the content before anything is built. While writing it only warns: a half-written page is normal. */
export function contentCheck(): AstroIntegration {
  return {
    name: 'content-check',
    hooks: {
      'astro:config:done': ({ config, logger }) => {
        const problems = checkContent(readContent(fileURLToPath(new URL('content/', config.srcDir))));
        if (problems.length === 0) return;
        const report = `${problems.length} problem(s) in src/content:\n${formatProblems(problems)}`;
        if (process.argv.includes('dev')) logger.warn(report);
        else throw new ContentError(report);
      },
    },
  };
}
