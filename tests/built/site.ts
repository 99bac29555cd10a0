import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';

/** What `npm run build` wrote. */
export const folder = fileURLToPath(new URL('../../dist/', import.meta.url));
/** The same site built below `/handbook/`. */
export const handbook = fileURLToPath(new URL('../../dist-handbook/', import.meta.url));

if (!existsSync(folder) || !existsSync(handbook)) {
  throw new Error('Nothing is built yet: run `npm test`, which builds first.');
}

export interface BuiltPage {
  /** Address below the base path, for example `/ja/terms/cs/`. */
  readonly path: string;
  readonly html: string;
}

/** All pages below a folder. */
export function pagesIn(root: string): BuiltPage[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.html'))
    .map((name) => ({ path: `/${name.replace(/index\.html$/, '')}`, html: readFileSync(join(root, name), 'utf8') }))
    .sort((a, b) => a.path.localeCompare(b.path));
}

export const brotli = (data: string | Buffer) => brotliCompressSync(data).length;
export const gzip = (data: string | Buffer) => gzipSync(data, { level: 9 }).length;

export function read(path: string): Buffer {
  return readFileSync(join(folder, path));
}

/** A script and everything it imports without waiting for a person. */
function withImports(path: string, seen = new Set<string>()): Set<string> {
  if (seen.has(path)) return seen;
  seen.add(path);
  const text = read(path).toString();
  for (const [, name] of text.matchAll(/(?:from|import)\s*["'`]\.\/([^"'`]+)["'`]/g))
    withImports(`/_astro/${name}`, seen);
  return seen;
}

/** Addresses of the scripts a page loads by itself: its own, its islands', and what those import. */
export function scriptsOf(html: string): string[] {
  const own = [...html.matchAll(/<script[^>]*\ssrc="([^"]+)"/g)].map(([, source = '']) => source);
  const islands = [...html.matchAll(/(?:component|renderer)-url="([^"]+)"/g)].map(([, source = '']) => source);
  return [...new Set([...own, ...islands].flatMap((source) => [...withImports(source)]))];
}
