import fc from 'fast-check';
import { expect } from 'vitest';

/**
 * Any text, half pairs of characters included. The library's own `binary` lists a million characters first, which takes
 * seconds.
 */
export function anyText(maxLength?: number): fc.Arbitrary<string> {
  const character = fc.integer({ min: 0, max: 0x10ffff }).map((code) => String.fromCodePoint(code));
  return fc.string({ unit: character, ...(maxLength !== undefined && { maxLength }) });
}

/** Every number in an answer, however deep. */
function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

/**
 * Whatever is entered, a measure answers with finite numbers, none of them −0, or with a reason. `answers` says how
 * many inputs must have one at least, so that the property cannot hold by refusing everything.
 */
export function expectNumbersOrReasons(
  input: fc.Arbitrary<unknown>,
  compute: (input: never) => { readonly ok: boolean },
  { runs, answers }: { readonly runs: number; readonly answers: number },
): void {
  let answered = 0;
  fc.assert(
    fc.property(input, (values) => {
      const result = compute(values as never);
      if (result.ok) answered += 1;
      for (const value of numbersIn(result)) {
        expect(Number.isFinite(value)).toBe(true);
        expect(value).not.toBe(-0);
      }
    }),
    { numRuns: runs },
  );
  expect(answered).toBeGreaterThan(answers);
}
