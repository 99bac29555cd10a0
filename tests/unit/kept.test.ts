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

  it('tells parts apart by where one ends', () => {
    const shelf = openShelf<string>(name);
    shelf.get(['ab', 'c'], () => 'one');
    expect(shelf.get(['a', 'bc'], () => 'another')).toBe('another');
  });
});
