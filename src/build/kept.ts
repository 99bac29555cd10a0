import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { deserialize, serialize } from 'node:v8';

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

/** Whole or not at all: a build may be stopped, or another one write the same. */
function writeWhole(file: string, content: Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.${process.pid}`, content);
  renameSync(`${file}.${process.pid}`, file);
}

type Parts = readonly (string | Uint8Array)[];

/** What `make` gives, made once for the same parts and kept between builds. The parts are all that it depends on. */
export async function kept(
  kind: string,
  parts: Parts,
  make: () => Uint8Array | Promise<Uint8Array>,
): Promise<Uint8Array> {
  const file = join(cache, kind, digestOf(...parts));
  if (existsSync(file)) return readFileSync(file);
  const made = await make();
  writeWhole(file, made);
  return made;
}

/** Forgets what was kept of a kind, or under a name. Of what is large, only the latest is worth its place. */
export function forget(kind: string): void {
  rmSync(join(cache, kind), { recursive: true, force: true });
}

/** Keeps what a build makes in many small pieces. */
export interface Shelf<Value> {
  /** What is kept for these parts, if anything; asked for, it stays. */
  find(parts: Parts): Value | undefined;
  put(parts: Parts, value: Value): void;
  /** What `make` gives; made once for the same parts, which are all that it depends on. */
  get(parts: Parts, make: () => Value): Value;
  /** Keeps what was asked for since the shelf was opened, and forgets the rest. */
  close(): void;
}

/** A value kept under a name. Nothing, if there is none, or another Node wrote it in another format. */
export function readNote<Value>(name: string): Value | undefined {
  try {
    return deserialize(readFileSync(join(cache, name)));
  } catch {
    return undefined;
  }
}

/** Keeps a value under a name, in place of the one before. */
export function writeNote(name: string, value: unknown): void {
  writeWhole(join(cache, name), serialize(value));
}

/** A shelf is one file: to open a thousand takes longer than to make what is in them. */
export function openShelf<Value>(name: string): Shelf<Value> {
  const before = readNote<ReadonlyMap<string, Value>>(name) ?? new Map<string, Value>();
  const asked = new Map<string, Value>();
  const take = (key: string) => {
    const known = asked.has(key) ? asked : before;
    if (!known.has(key)) return undefined;
    const value = known.get(key) as Value;
    asked.set(key, value);
    return { value };
  };
  return {
    find: (parts) => take(digestOf(...parts))?.value,
    put: (parts, value) => asked.set(digestOf(...parts), value),
    get(parts, make) {
      const key = digestOf(...parts);
      const known = take(key);
      if (known) return known.value;
      const value = make();
      asked.set(key, value);
      return value;
    },
    close() {
      const isSame = asked.size === before.size && [...asked.keys()].every((key) => before.has(key));
      if (!isSame) writeNote(name, asked);
    },
  };
}
