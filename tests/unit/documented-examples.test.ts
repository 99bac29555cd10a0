import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as library from '../../src/lib/metrics/index.ts';

const folder = new URL('../../src/lib/metrics/', import.meta.url);
const files = globSync('**/*.ts', { cwd: folder });

/** Everything the files of the library export, by name. */
const modules = await Promise.all(files.map((file) => import(new URL(file, folder).href)));
const scope: Record<string, unknown> = Object.assign({}, ...modules);

function evaluateInScope(expression: string): unknown {
  return new Function(...Object.keys(scope), `return (${expression});`)(...Object.values(scope));
}

/** `@example call // what it gives`, on one line. */
const examples = files.flatMap((file) => {
  const text = readFileSync(new URL(file, folder), 'utf8');
  return [...text.matchAll(/@example (.+?) \/\/ (.+)/g)].map(([, call = '', answer = '']) => ({ file, call, answer }));
});

/** Half of the last digit written, or nothing to speak of for a whole number. */
function tolerance(written: number): number {
  const [digits = '', exponent = '0'] = String(written).split('e');
  const decimals = digits.split('.')[1]?.length;
  return decimals === undefined ? Math.abs(written) * 1e-9 : 0.500_001 * 10 ** (Number(exponent) - decimals);
}

/** Numbers to the digits written, objects by the keys written, everything else exactly. */
function expectAsWritten(given: unknown, written: unknown): void {
  if (typeof written === 'number') {
    expect(typeof given).toBe('number');
    expect(Math.abs(Number(given) - written)).toBeLessThanOrEqual(tolerance(written));
  } else if (written !== null && typeof written === 'object') {
    if (Array.isArray(written)) expect(given).toHaveLength(written.length);
    for (const [key, value] of Object.entries(written)) expectAsWritten((given as Record<string, unknown>)[key], value);
  } else expect(given).toEqual(written);
}

describe('what the documentation of the measures says', () => {
  it.each(examples)('$call is $answer', ({ call, answer }) => {
    expectAsWritten(evaluateInScope(call), evaluateInScope(answer));
  });

  it('has an example of every function of the library', () => {
    const shown = examples.map(({ call }) => call.slice(0, call.indexOf('(')));
    const functions = Object.entries(library).flatMap(([name, value]) => (typeof value === 'function' ? [name] : []));
    expect(functions.filter((name) => !shown.includes(name))).toEqual([]);
  });

  it('would notice a wrong digit', () => {
    expect(() => expectAsWritten({ value: 0.0512 }, { value: 0.0513 })).toThrow();
    expect(() => expectAsWritten([1, 2], [1])).toThrow();
  });
});
