import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const cache = join(process.cwd(), 'node_modules', '.cache', 'customer-atlas');

export function digestOf(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  // The length first, so that no two lists of parts read alike.
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return hash.digest('hex').slice(0, 24);
}

/** The same of files, by their paths from the root of the project: what is kept ends when its code or a library changes. */
export function digestOfFiles(...files: readonly string[]): string {
  return digestOf(...files.map((file) => readFileSync(file)));
}

/** What `make` gives, made once for the same parts and kept between builds. The parts are all that it depends on. */
export async function kept(
  kind: string,
  parts: readonly (string | Uint8Array)[],
  make: () => Uint8Array | Promise<Uint8Array>,
): Promise<Uint8Array> {
  const file = join(cache, kind, digestOf(...parts));
  if (existsSync(file)) return readFileSync(file);
  const made = await make();
  mkdirSync(dirname(file), { recursive: true });
  // Whole or not at all: a build may be stopped, or another one write the same.
  writeFileSync(`${file}.${process.pid}`, made);
  renameSync(`${file}.${process.pid}`, file);
  return made;
}

/** Forgets what was kept of a kind. Of what is large, only the latest is worth its place. */
export function forget(kind: string): void {
  rmSync(join(cache, kind), { recursive: true, force: true });
}
