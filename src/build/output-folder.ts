import { lstatSync, mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync, type Stats, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { digestOf, forget, readNote, writeNote } from './kept.ts';

/** What a build left behind. */
interface Left {
  readonly folder: string;
  /** Tells apart how the files were made. */
  readonly maker: string;
  /** By name: size and time of writing. */
  readonly files: ReadonlyMap<string, string>;
}

/**
 * The folder a build writes into. To delete some two thousand files and make them again would take a fifth of a build
 * that changes a few of them, so those that stay the same are left alone.
 */
export interface OutputFolder {
  /** Whether a build of its kind was made before, and the last one to its end. */
  readonly wasFinished: boolean;
  /** Writes a file, unless it is there already with this content. */
  write(name: string, content: Uint8Array): void;
  /** Names a file that is to stay as it is. */
  keep(name: string): void;
  /** Size and time of writing: another state is another file, or one written since. */
  stateOf(name: string): string;
  /** Deletes what this build has neither written nor named, and remembers what is left. */
  close(named: ReadonlySet<string>): void;
}

/** A folder that a site is published from may be a repository, too. */
const isRepository = (name: string) => name === '.git' || name.startsWith('.git/');

/** The names of all that stands in a folder and below it. */
export function namesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => name.replaceAll('\\', '/'));
}

const stateFrom = ({ size, mtimeMs }: Stats) => `${size} ${mtimeMs}`;

function filesIn(folder: string): Map<string, string> {
  const names = namesIn(folder).filter((name) => !isRepository(name));
  const found = names.map((name) => ({ name, stats: lstatSync(join(folder, name)) }));
  const files = found.filter(({ stats }) => !stats.isDirectory());
  return new Map(files.map(({ name, stats }) => [name, stateFrom(stats)]));
}

function isSame(some: ReadonlyMap<string, string>, others: ReadonlyMap<string, string>): boolean {
  return some.size === others.size && [...some].every(([name, state]) => others.get(name) === state);
}

function isThere(file: string, content: Uint8Array): boolean {
  try {
    return readFileSync(file).equals(content);
  } catch {
    return false;
  }
}

function removeFile(folder: string, name: string): void {
  rmSync(join(folder, name));
  for (let parent = dirname(name); parent !== '.'; parent = dirname(parent)) {
    if (readdirSync(join(folder, parent)).length > 0) return;
    rmdirSync(join(folder, parent));
  }
}

/** Whether to empty a folder would delete what a site is made from: it holds that, or lies in the midst of it. */
export function holdsSources(
  folder: URL,
  project: { readonly root: URL; readonly srcDir: URL; readonly publicDir: URL },
) {
  const { root, srcDir, publicDir } = project;
  const isAround = [root, srcDir, publicDir].some(({ href }) => href.startsWith(folder.href));
  return isAround || [srcDir, publicDir].some(({ href }) => folder.href.startsWith(href));
}

/**
 * Opens a folder for a build. It is emptied unless it is exactly as the last build of its kind left it: by the same
 * maker, to the end, in this folder and in no other since, and touched by nobody.
 */
export function openOutput(folder: string, kind: string, maker: string): OutputFolder {
  const note = `output-${digestOf(kind)}`;
  mkdirSync(folder, { recursive: true });
  const left = readNote<Left>(note);
  // A build that is stopped leaves none, and the next one begins anew.
  forget(note);
  const isAsLeft = left?.folder === folder && left.maker === maker && isSame(left.files, filesIn(folder));
  if (!isAsLeft)
    for (const child of readdirSync(folder))
      if (!isRepository(child)) rmSync(join(folder, child), { recursive: true, force: true });
  const before = isAsLeft ? left.files : new Map<string, string>();
  const written = new Set<string>();
  return {
    wasFinished: left !== undefined,
    write(name, content) {
      written.add(name);
      const file = join(folder, name);
      if (isThere(file, content)) return;
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
    },
    keep: (name) => written.add(name),
    stateOf: (name) => stateFrom(lstatSync(join(folder, name))),
    close(named) {
      const files = filesIn(folder);
      for (const [name, state] of files) {
        if (named.has(name) || written.has(name) || before.get(name) !== state) continue;
        removeFile(folder, name);
        files.delete(name);
      }
      writeNote(note, { folder, maker, files } satisfies Left);
    },
  };
}
