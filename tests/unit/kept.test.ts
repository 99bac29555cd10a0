import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { forget, openShelf } from '../../src/build/kept.ts';

const name = `test-${process.pid}`;

/** What stands on the shelf after a build that asked for some keys, and which of them it had to make. */
function build(keys: readonly string[]): readonly string[] {
  const made: string[] = [];
  const shelf = openShelf<string>(name);
  const makes = (key: string) => () => {
    made.push(key);
    return `of ${key}`;
  };
  for (const key of keys) expect(shelf.get([key], makes(key))).toBe(`of ${key}`);
  shelf.close();
  return made;
}

describe('what a build keeps on a shelf', () => {
  afterEach(() => forget(name));

  it('is made once, in this build and the next', () => {
    expect(build(['a', 'b', 'a'])).toEqual(['a', 'b']);
    expect(build(['b', 'c'])).toEqual(['c']);
  });

  it('is forgotten when a build does not ask for it', () => {
    build(['a', 'b']);
    build(['b']);
    expect(build(['a', 'b'])).toEqual(['a']);
  });

  it('is what it was, bytes and nothing included', () => {
    const values = [new Uint8Array([0, 255, 128]), null, undefined, 'é解'];
    const shelve = () => {
      const shelf = openShelf<unknown>(name);
      const got = values.map((value, place) => shelf.get([String(place)], () => value));
      shelf.close();
      return got;
    };
    shelve();
    const never = openShelf<unknown>(name);
    const kept = values.map((_, place) => never.get([String(place)], () => 'made again'));
    expect(kept.map((value) => (value instanceof Uint8Array ? [...value] : value))).toEqual([
      [0, 255, 128],
      null,
      undefined,
      'é解',
    ]);
  });

  it('is made again where the file cannot be read', () => {
    build(['a']);
    writeFileSync(join('node_modules', '.cache', 'customer-atlas', name), 'no shelf');
    expect(build(['a'])).toEqual(['a']);
    expect(build(['a'])).toEqual([]);
  });

  it('is found where it was put, as long as every build looks for it', () => {
    const look = (at: readonly string[], put: readonly string[] = []) => {
      const shelf = openShelf<string>(name);
      const found = at.map((key) => shelf.find([key]));
      for (const key of put) shelf.put([key], `of ${key}`);
      expect(put.map((key) => shelf.find([key]))).toEqual(put.map((key) => `of ${key}`));
      shelf.close();
      return found;
    };
    expect(look(['a'], ['a', 'b'])).toEqual([undefined]);
    expect(look(['a'])).toEqual(['of a']);
    expect(look(['a', 'b'])).toEqual(['of a', undefined]);
  });

  it('tells parts apart by where one ends', () => {
    const shelf = openShelf<string>(name);
    shelf.get(['ab', 'c'], () => 'one');
    expect(shelf.get(['a', 'bc'], () => 'another')).toBe('another');
  });
});
