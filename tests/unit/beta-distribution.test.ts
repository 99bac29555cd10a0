import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { betaAverage } from '../../src/lib/metrics/statistics/beta-average.ts';
import { logBeta, logGamma } from '../../src/lib/metrics/statistics/gamma-function.ts';
import { incompleteBeta } from '../../src/lib/metrics/statistics/incomplete-beta.ts';
import { logRisingFactorial } from '../../src/lib/metrics/statistics/rising-factorial.ts';
import { between } from './order-customers.ts';

const shape = between(0.01, 1e4);

describe('the average over beta-distributed shares', () => {
  // ₂F₁(1, a; a + b; −1000) and B(a, b + ½) ÷ B(a, b) by mpmath 1.3 with 40 digits.
  it.each([
    [0.01, 0.01, 0.4673068501605138, 0.5067378663737775],
    [0.01, 2.426, 0.9449302194319537, 0.9977384248373162],
    [0.01, 10000, 0.999085137673901, 0.999999499987875],
    [0.793, 0.01, 0.00116647982548016, 0.022626040619005],
    [0.793, 2.426, 0.0254832045447995, 0.8573487937752755],
    [0.793, 10000, 0.9319902999121886, 0.9999603513668958],
    [1, 0.01, 0.001067857177372769, 0.0196078431372549],
    [1, 2.426, 0.0137671573220191, 0.8291182501708817],
    [30, 0.01, 0.000999345125564878, 0.003204797720781103],
    [30, 10000, 0.25526653971096, 0.9985033292527089],
    [10000, 0.01, 0.0009990019970371046, 0.0001748356363726609],
    [10000, 2.426, 0.0009992431386589133, 0.01479695204469591],
    [10000, 10000, 0.001996107396305713, 0.707102361782979],
  ])('agrees with closed forms: a = %d, b = %d', (a, b, byShare, byRest) => {
    expect(Math.abs(betaAverage({ a, b, of: (share) => 1 / (1 + 1000 * share) }) / byShare - 1)).toBeLessThan(1e-10);
    expect(Math.abs(betaAverage({ a, b, of: (_, rest) => Math.sqrt(rest) }) / byRest - 1)).toBeLessThan(1e-10);
  });

  it('of 1 is exactly 1', () => {
    fc.assert(
      fc.property(shape, shape, (a, b) => {
        expect(betaAverage({ a, b, of: () => 1 })).toBe(1);
      }),
    );
  });

  it('of powers is a ratio of rising factorials', () => {
    fc.assert(
      fc.property(shape, shape, fc.integer({ min: 1, max: 20 }), (a, b, power) => {
        let ofShare = 1;
        let ofRest = 1;
        for (let factor = 0; factor < power; factor += 1) {
          ofShare *= (a + factor) / (a + b + factor);
          ofRest *= (b + factor) / (a + b + factor);
        }
        expect(Math.abs(betaAverage({ a, b, of: (share) => share ** power }) / ofShare - 1)).toBeLessThan(1e-10);
        expect(Math.abs(betaAverage({ a, b, of: (_, rest) => rest ** power }) / ofRest - 1)).toBeLessThan(1e-10);
      }),
      { numRuns: 500 },
    );
  });

  it('swapping the share and the rest swaps the shapes', () => {
    fc.assert(
      fc.property(shape, shape, between(1e-3, 1e3), (a, b, steepness) => {
        const one = betaAverage({ a, b, of: (share) => 1 / (1 + steepness * share) });
        const other = betaAverage({ a: b, b: a, of: (_, rest) => 1 / (1 + steepness * rest) });
        expect(one / other).toBeCloseTo(1, 9);
      }),
    );
  });

  it('of what is no number is none, and comes back', () => {
    expect(betaAverage({ a: 1, b: 1, of: () => Number.NaN })).toBeNaN();
    expect(betaAverage({ a: 5e-324, b: 1e308, of: () => 1 })).toBeNaN();
  });
});

describe('the incomplete beta function', () => {
  // By mpmath 1.3 with 30 digits.
  it.each([
    [1, 0.243, 0.872, 0.3931909872251635],
    [15, 0.243, 0.872, 0.01658067987070483],
    [100, 0.243, 0.872, 4.1710115538446623e-8],
    [3, 50, 0.01, 0.0153526257336591],
    [2, 0.5, 1e-12, 3.75000000000125e-25],
    [5000, 2000, 0.7, 0.004344405808991861],
    [1e-3, 1e3, 1e-4, 0.99817760363657],
  ])('agrees with an independent computation: I(%d, %d) at %d', (a, b, x, value) => {
    expect(Math.abs(incompleteBeta({ a, b, x, rest: 1 - x }) / value - 1)).toBeLessThan(1e-11);
  });

  it('of whole shapes is a sum of binomial chances', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 30 }), between(1e-3, 0.999), (a, b, x) => {
        const tries = a + b - 1;
        let chance = 0;
        for (let successes = a; successes <= tries; successes += 1) {
          const logWays = logGamma(tries + 1) - logGamma(successes + 1) - logGamma(tries - successes + 1);
          chance += Math.exp(logWays + successes * Math.log(x) + (tries - successes) * Math.log1p(-x));
        }
        expect(Math.abs(incompleteBeta({ a, b, x, rest: 1 - x }) / chance - 1)).toBeLessThan(1e-11);
      }),
    );
  });

  it('goes from 0 to 1', () => {
    expect(incompleteBeta({ a: 2, b: 3, x: 0, rest: 1 })).toBe(0);
    expect(incompleteBeta({ a: 2, b: 3, x: 1, rest: 0 })).toBe(1);
  });
});

describe('the rising factorial', () => {
  it('is 1 of no factors, and the first of one', () => {
    expect([logRisingFactorial(3, 0), logRisingFactorial(3, 1)]).toEqual([0, Math.log(3)]);
  });

  it('is Γ(from + count) ÷ Γ(from), whichever way it is computed', () => {
    fc.assert(
      fc.property(between(1e-3, 1e5), fc.integer({ min: 1, max: 100_000 }), (from, count) => {
        const byGamma = logGamma(count) - logBeta(from, count);
        const off = Math.abs(logRisingFactorial(from, count) - byGamma);
        expect(off).toBeLessThan(1e-13 * (Math.abs(logGamma(from + count)) + 10));
      }),
      { numRuns: 1000 },
    );
  });

  // By mpmath 1.3 with 40 digits.
  it.each([
    [999, 17, 117.55022399823956],
    [1000, 17, 117.56709784772944],
    [1000, 1000, 7293.703024845084],
    [12345.678, 100, 942.5060093293781],
    [1000000000000.0, 20, 552.6204223187609],
    [1e17, 16, 626.3031452943804],
    [1e25, 16, 921.0340371976183],
    [1e20, 3, 138.15510557964274],
    [1e-5, 500, 2593.6029928049156],
  ])('keeps its digits where two logarithms would cancel: from %d, %d factors', (from, count, value) => {
    expect(Math.abs(logRisingFactorial(from, count) / value - 1)).toBeLessThan(1e-13);
  });
});
