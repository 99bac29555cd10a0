import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holmAdjustment } from '../../src/lib/metrics/statistics/holm-adjustment.ts';
import { answerOf } from './answer-of.ts';

describe('p-values of several comparisons', () => {
  // R: p.adjust(p, "holm").
  it.each([
    [
      [0.01, 0.04, 0.03, 0.005],
      [0.03, 0.06, 0.06, 0.02],
    ],
    [[0.2], [0.2]],
    [
      [0.5, 0.9, 0.4],
      [1, 1, 1],
    ],
    [
      [0, 0.03, 0.03],
      [0, 0.06, 0.06],
    ],
  ])('%j are adjusted to %j', (pValues, adjusted) => {
    const values = answerOf(holmAdjustment({ pValues }));
    for (const [place, value] of values.entries()) expect(value).toBeCloseTo(adjusted[place] ?? Number.NaN, 12);
  });

  it('keep their order, are never smaller than before, and the smallest counts all comparisons', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1 }), (pValues) => {
        const adjusted = answerOf(holmAdjustment({ pValues }));
        for (const [place, value] of adjusted.entries()) {
          expect(value).toBeGreaterThanOrEqual(pValues[place] ?? Number.NaN);
          expect(value).toBeLessThanOrEqual(1);
          for (const [other, otherValue] of adjusted.entries()) {
            if ((pValues[place] ?? 0) < (pValues[other] ?? 0)) expect(value).toBeLessThanOrEqual(otherValue);
          }
        }
        const smallest = Math.min(...pValues);
        expect(Math.min(...adjusted)).toBe(Math.min(1, pValues.length * smallest));
      }),
    );
  });

  it('must be p-values', () => {
    expect(holmAdjustment({ pValues: [0.1, 1.1] })).toEqual({ ok: false, reason: 'not-a-share', field: 'pValues.1' });
    expect(holmAdjustment({ pValues: [] })).toEqual({ ok: false, reason: 'no-p-values', field: 'pValues' });
  });
});
