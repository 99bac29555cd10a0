import distance from 'damerau-levenshtein';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foreignLetters, forgiven, letterBits, mistakes } from '../../src/lib/glossary/search/near.ts';

/** Few letters, so that texts resemble each other. */
const text = fc.string({ unit: fc.constantFrom(...'abcか率'), maxLength: 9 });
const most = fc.integer({ min: 0, max: 2 });

/** The same by a library that knows no limit. */
function counted(query: string, name: string, limit: number) {
  const within = (steps: number) => Math.min(steps, limit + 1);
  const beginnings = Array.from({ length: name.length + 1 }, (_, length) => name.slice(0, length));
  return {
    whole: within(distance(query, name).steps),
    beginning: within(Math.min(...beginnings.map((beginning) => distance(query, beginning).steps))),
  };
}

describe('mistakes in a query', () => {
  it('are those another program counts, up to the limit', () => {
    fc.assert(
      fc.property(text, text, most, (query, name, limit) => {
        expect(mistakes(query, name, limit)).toEqual(counted(query, name, limit));
      }),
      { numRuns: 5000 },
    );
  });

  it.each([
    ['chrun', 'churn', 1],
    ['chun', 'churn', 1],
    ['churrn', 'churn', 1],
    ['charn', 'churn', 1],
    ['hcrun', 'churn', 2],
    ['かいくやりつ', 'かいやくりつ', 1],
    ['解約', '解約率', 1],
  ])('%s for %s are %i', (query, name, count) => {
    expect(mistakes(query, name, 2).whole).toBe(count);
  });

  it('are none to the beginning of a name that is being typed', () => {
    expect(mistakes('chur', 'churnrate', 1)).toEqual({ whole: 2, beginning: 0 });
    expect(mistakes('chrun', 'churnrate', 1)).toEqual({ whole: 2, beginning: 1 });
  });

  it('are not counted in a text longer than any name', () => {
    const long = 'a'.repeat(10_000);
    expect(mistakes(long, long, 2)).toEqual({ whole: 3, beginning: 3 });
    expect(mistakes('a', long, 2)).toEqual({ whole: 3, beginning: 0 });
  });

  it('are forgiven by length', () => {
    expect(['', 'a', 'ab', 'churn', 'churns', '率', '解約', 'かいやく', 'かいやくりつ'].map(forgiven)).toEqual([
      0, 0, 1, 1, 2, 0, 1, 1, 2,
    ]);
  });
});

describe('the letters of two texts', () => {
  it('never tell apart what is near enough', () => {
    fc.assert(
      fc.property(text, text, most, (query, name, limit) => {
        fc.pre(mistakes(query, name, limit).beginning <= limit);
        expect(foreignLetters(letterBits(query), letterBits(name))).toBeLessThanOrEqual(limit);
      }),
    );
  });

  it('tell apart what has other letters', () => {
    expect(foreignLetters(letterBits('かいやくりつ'), letterBits('churn'))).toBeGreaterThan(2);
    expect(foreignLetters(letterBits('chun'), letterBits('churn'))).toBe(0);
  });
});
