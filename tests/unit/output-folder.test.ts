import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { digestOf, forget } from '../../src/build/kept.ts';
import { holdsSources, openOutput } from '../../src/build/output-folder.ts';

const kind = `test-${process.pid}`;
let folder = '';

/** What stands in a folder, by name. */
function contents(root = folder): Record<string, string> {
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map(({ parentPath, name }) => join(parentPath, name)).sort();
  return Object.fromEntries(paths.map((path) => [path.slice(root.length + 1), readFileSync(path, 'utf8')]));
}

interface Build {
  /** What others than the output folder write, as Astro does. */
  readonly rendered?: Readonly<Record<string, string>>;
  /** What others would write as it stands there, and so leave alone. */
  readonly left?: readonly string[];
  readonly written?: Readonly<Record<string, string>>;
  readonly maker?: string;
  readonly root?: string;
}

function build({ rendered = {}, left = [], written = {}, maker = 'maker', root = folder }: Build): void {
  const output = openOutput(root, kind, maker);
  for (const [name, content] of Object.entries(rendered)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), content);
  }
  for (const [name, content] of Object.entries(written)) output.write(name, Buffer.from(content));
  output.close(new Set([...Object.keys(rendered), ...left]));
}

const first = { rendered: { 'a/index.html': 'A', 'b/c/index.html': 'C' }, written: { 'a.md': 'a' } };
/** A build that finds all of it and has nothing to write. */
const again = { left: ['a/index.html', 'b/c/index.html'], written: { 'a.md': 'a' } };

describe('the folder a build writes into', () => {
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'customer-atlas-output-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
    forget(`output-${digestOf(kind)}`);
  });

  it('keeps what stays the same, untouched', () => {
    build(first);
    const before = statSync(join(folder, 'a.md')).mtimeMs;
    build(again);
    expect(contents()).toEqual({ 'a.md': 'a', 'a/index.html': 'A', 'b/c/index.html': 'C' });
    expect(statSync(join(folder, 'a.md')).mtimeMs).toBe(before);
  });

  it('keeps what is named without being read', () => {
    build(first);
    const output = openOutput(folder, kind, 'maker');
    output.keep('a.md');
    output.close(new Set());
    expect(contents()).toEqual({ 'a.md': 'a' });
  });

  it('tells a file that was left alone from one written since', () => {
    build(first);
    const output = openOutput(folder, kind, 'maker');
    const before = output.stateOf('a/index.html');
    expect(output.stateOf('a/index.html')).toBe(before);
    utimesSync(join(folder, 'a/index.html'), new Date(), new Date(Date.now() + 1000));
    expect(output.stateOf('a/index.html')).not.toBe(before);
    const later = output.stateOf('a/index.html');
    writeFileSync(join(folder, 'a/index.html'), 'AA');
    expect(output.stateOf('a/index.html')).not.toBe(later);
  });

  it('gets what has changed', () => {
    build(first);
    build({ ...again, written: { 'a.md': 'b' } });
    expect(contents()['a.md']).toBe('b');
  });

  it('loses what a build neither writes nor names, with the folders left empty', () => {
    build(first);
    build({ left: ['a/index.html'] });
    expect(contents()).toEqual({ 'a/index.html': 'A' });
    expect(existsSync(join(folder, 'b'))).toBe(false);
  });

  it('keeps what others wrote into it meanwhile, though nobody names it', () => {
    build(first);
    const output = openOutput(folder, kind, 'maker');
    writeFileSync(join(folder, 'sitemap.xml'), 'new');
    writeFileSync(join(folder, 'a/index.html'), 'A, and more');
    output.close(new Set());
    expect(contents()).toEqual({ 'a/index.html': 'A, and more', 'sitemap.xml': 'new' });
  });

  describe('is emptied', () => {
    const isEmptied = (change: () => void, maker = 'maker') => {
      build(first);
      change();
      openOutput(folder, kind, maker);
      return readdirSync(folder).length === 0;
    };

    it('not when nobody touched it', () => {
      expect(isEmptied(() => {})).toBe(false);
    });

    it.each<[string, () => void]>([
      ['somebody changed a file', () => writeFileSync(join(folder, 'a/index.html'), 'AA')],
      [
        'somebody wrote a file as long as before',
        () => {
          writeFileSync(join(folder, 'a/index.html'), 'B');
          // Time passes in steps of some milliseconds here.
          utimesSync(join(folder, 'a/index.html'), new Date(), new Date(Date.now() + 1000));
        },
      ],
      ['somebody added a file', () => writeFileSync(join(folder, 'stray.html'), '')],
      ['somebody deleted one', () => rmSync(join(folder, 'a.md'))],
      ['the last build was stopped', () => openOutput(folder, kind, 'maker')],
      [
        'the last build went elsewhere',
        () => {
          const elsewhere = mkdtempSync(join(tmpdir(), 'customer-atlas-output-'));
          build({ ...first, root: elsewhere });
          rmSync(elsewhere, { recursive: true });
        },
      ],
    ])('when %s', (_, change) => {
      expect(isEmptied(change)).toBe(true);
    });

    it('when its files were made in another way', () => {
      expect(isEmptied(() => {}, 'another')).toBe(true);
    });
  });

  it('keeps what is named though its time is that of another day, as of a copied file', () => {
    build(first);
    const copied = join(folder, 'a/index.html');
    const { atime, mtime } = statSync(copied);
    const output = openOutput(folder, kind, 'maker');
    writeFileSync(copied, 'A');
    utimesSync(copied, atime, mtime);
    output.close(new Set(['a/index.html']));
    expect(contents()).toEqual({ 'a/index.html': 'A' });
  });

  it('may be a repository', () => {
    build(first);
    mkdirSync(join(folder, '.git'));
    writeFileSync(join(folder, '.git/HEAD'), 'ref');
    symlinkSync('nowhere', join(folder, '.#lock'));
    build({ written: { 'a.md': 'a' } });
    expect(readdirSync(folder).sort()).toEqual(['.git', 'a.md']);
    writeFileSync(join(folder, '.git/HEAD'), 'ref to another');
    build({ left: ['a.md'] });
    expect(contents()).toEqual({ '.git/HEAD': 'ref to another', 'a.md': 'a' });
  });

  it('tells whether the last build came to its end', () => {
    expect(openOutput(folder, kind, 'maker').wasFinished).toBe(false);
    build(first);
    expect(openOutput(folder, kind, 'maker').wasFinished).toBe(true);
    expect(openOutput(folder, kind, 'maker').wasFinished).toBe(false);
  });

  it('is never one that holds what the site is made from', () => {
    const at = (path: string) => new URL(`file:///home/site/${path}`);
    const project = { root: at(''), srcDir: at('src/'), publicDir: at('public/') };
    const wrong = ['', '../', 'src/', 'src/content/', 'public/', 'public/data/'];
    expect(wrong.filter((path) => !holdsSources(at(path), project))).toEqual([]);
    const right = ['dist/', 'dist-handbook/', 'srcs/', '../elsewhere/'];
    expect(right.filter((path) => holdsSources(at(path), project))).toEqual([]);
  });

  it('is made where there is none', () => {
    rmSync(folder, { recursive: true });
    build(first);
    expect(Object.keys(contents())).toHaveLength(3);
  });
});
