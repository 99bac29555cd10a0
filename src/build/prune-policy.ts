import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

const policy = /<meta http-equiv="content-security-policy" content="([^"]*)">/;
const inlineElement = /<(script|style)(?![^>]*\ssrc=)[^>]*>(.*?)<\/\1>/gs;
const hash = /\s*'sha256-[^']+'/g;

/** The policy of one page, with only the hashes of what stands in it. */
export function prunePolicy(html: string): string {
  const present = new Set(
    [...html.matchAll(inlineElement)].map(
      ([, , text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`,
    ),
  );
  return html.replace(policy, (meta, rules: string) =>
    meta.replace(
      rules,
      rules.replace(hash, (listed) => (present.has(listed.trim()) ? ` ${listed.trim()}` : '')),
    ),
  );
}

/**
 * Astro lists the hashes of the whole site on every page. Each page needs its own only: a stricter policy, and some
 * 700 incompressible bytes less.
 */
export function prunePolicies(): AstroIntegration {
  return {
    name: 'prune-policies',
    hooks: {
      'astro:build:done': ({ dir }) => {
        const folder = fileURLToPath(dir);
        for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
          if (!name.endsWith('.html')) continue;
          const file = join(folder, name);
          writeFileSync(file, prunePolicy(readFileSync(file, 'utf8')));
        }
      },
    },
  };
}
