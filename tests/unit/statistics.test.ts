import gammainc from '@stdlib/math-base-special-gammainc';
import gammaln from '@stdlib/math-base-special-gammaln';
import chiSquareCdf from '@stdlib/stats-base-dists-chisquare-cdf';
import quantile from '@stdlib/stats-base-dists-normal-quantile';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chiSquareTail } from '../../src/lib/metrics/statistics/chi-square-distribution.ts';
import {
  logBeta,
  logGamma,
  logGammaRise,
  upperIncompleteGamma,
} from '../../src/lib/metrics/statistics/gamma-function.ts';
import { mean } from '../../src/lib/metrics/statistics/mean.ts';
import { intervalFactor, normalQuantile, twoSidedTail } from '../../src/lib/metrics/statistics/normal-distribution.ts';
import { lowestPoint } from '../../src/lib/metrics/statistics/simplex-search.ts';
import { studentFactor } from '../../src/lib/metrics/statistics/student-distribution.ts';

/** Numbers spread evenly over powers of ten. */
const between = (least: number, most: number) =>
  fc.double({ min: Math.log10(least), max: Math.log10(most), noNaN: true }).map((exponent) => 10 ** exponent);

describe('the mean', () => {
  it('of whole numbers is that of exact arithmetic', () => {
    fc.assert(
      fc.property(fc.array(fc.maxSafeInteger(), { minLength: 1 }), (values) => {
        const sum = values.reduce((total, value) => total + BigInt(value), 0n);
        const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 1);
        expect(Math.abs(mean(values) - Number(sum) / values.length) / largest).toBeLessThan(1e-14);
      }),
    );
  });

  it.each([
    ['the smallest there are', [5.4e-323, 5.4e-323], 5.4e-323],
    ['the largest there are', [Number.MAX_VALUE, Number.MAX_VALUE], Number.MAX_VALUE],
    ['the largest on both sides', [-Number.MAX_VALUE, Number.MAX_VALUE], 0],
    ['one number', [7], 7],
  ])('of %s', (_, values, expected) => {
    expect(mean(values)).toBe(expected);
  });

  it('lies between the smallest and the largest, whatever they are', () => {
    const anyNumber = fc.double({ noNaN: true, noDefaultInfinity: true });
    const ofTheSmallest = fc.double({ min: -1e-320, max: 1e-320, noNaN: true });
    const numbers = fc.oneof(fc.array(anyNumber, { minLength: 1 }), fc.array(ofTheSmallest, { minLength: 1 }));
    fc.assert(
      fc.property(numbers, (values) => {
        expect(mean(values)).toBeGreaterThanOrEqual(Math.min(...values));
        expect(mean(values)).toBeLessThanOrEqual(Math.max(...values));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the factor of an interval of a mean', () => {
  // SciPy 1.17: t.isf((1 − confidence) ÷ 2, ν)
  it.each([
    [0.8, 1, 3.0776835371752544],
    [0.9, 1.5, 3.705180820096753],
    [0.95, 1, 12.706204736174694],
    [0.95, 2, 4.302652729749462],
    [0.95, 5, 2.5705818356363146],
    [0.95, 99, 1.9842169515864174],
    [0.95, 1e6, 1.959966356814107],
    [0.95, 1e12, 1.9599639845424262],
    [0.99, 30, 2.7499956535672254],
    [0.999, 1, 636.619248768719],
    [0.001, 5, 0.0013171532190937652],
    [1 - 2 ** -53, 3, 270823.8069996585],
  ])('of %f with %f degrees of freedom is %f', (confidence, degreesOfFreedom, factor) => {
    expect(studentFactor({ confidence, degreesOfFreedom }) / factor).toBeCloseTo(1, 9);
  });

  it('has no width without confidence', () => {
    expect(studentFactor({ confidence: 0, degreesOfFreedom: 3 })).toBeCloseTo(0, 15);
  });

  it('comes down to the normal one without a jump', () => {
    expect(studentFactor({ confidence: 0.95, degreesOfFreedom: 1e8 })).toBeCloseTo(intervalFactor(0.95), 7);
  });
});

describe('special functions agree with @stdlib', () => {
  it('log-gamma, to 13 digits', () => {
    fc.assert(
      fc.property(between(1e-8, 1e12), (x) => {
        expect(Math.abs(logGamma(x) - gammaln(x))).toBeLessThanOrEqual(1e-13 * Math.max(1, Math.abs(gammaln(x))));
      }),
      { numRuns: 2000 },
    );
  });

  it('log-beta of small numbers, by the factorials', () => {
    // B(3, 4) = 2!·3! ÷ 6!
    expect(logBeta(3, 4)).toBeCloseTo(Math.log(12 / 720), 13);
  });

  // Around a = 1,000 and x = a the approximation of @stdlib 0.3.1 itself is off in the second digit.
  it('upper incomplete gamma, to 11 digits', () => {
    fc.assert(
      fc.property(between(0.05, 200), between(0.05, 20), (a, ratio) => {
        expect(Math.abs(upperIncompleteGamma(a, a * ratio) - gammainc(a * ratio, a, true, true))).toBeLessThan(1e-11);
      }),
      { numRuns: 2000 },
    );
  });

  // Nearer to 0 the quantile of @stdlib 0.3.1 loses digits, because it works with 2·share − 1.
  it('normal quantile, to 12 digits', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 0.999, noNaN: true }), (share) => {
        expect(normalQuantile(share)).toBeCloseTo(quantile(share, 0, 1), 12);
      }),
      { numRuns: 2000 },
    );
  });

  it('chi-square tail', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), between(1e-3, 500), (degreesOfFreedom, value) => {
        const tail = chiSquareTail({ value, degreesOfFreedom });
        expect(Math.abs(tail - (1 - chiSquareCdf(value, degreesOfFreedom)))).toBeLessThan(1e-12);
      }),
      { numRuns: 2000 },
    );
  });
});

// SciPy 1.17: norm.ppf, gammaincc, gammaln(x + s) − gammaln(x) by mpmath 1.3 with 40 digits.
describe('far out, where @stdlib loses digits, they agree with SciPy and mpmath', () => {
  it.each([
    [1e-9, -5.9978070150076865],
    [1e-15, -7.941345326170998],
    [1e-20, -9.262340089798409],
    [1e-100, -21.273453560965322],
    [1e-300, -37.0470962993612],
  ])('normal quantile of %d', (share, value) => {
    expect(normalQuantile(share) / value).toBeCloseTo(1, 13);
  });
  it.each([
    [1000, 1000, 0.4957947558197845],
    [50000, 50500, 0.012868840377233648],
    [0.5, 300, 1.674167984691805e-132],
    [12345, 12000, 0.9991303755328627],
  ])('Q(%d, %d)', (a, x, value) => {
    expect(upperIncompleteGamma(a, x) / value).toBeCloseTo(1, 9);
  });
  it.each([
    [1e20, 2, 92.10340371976183],
    [0.001, 0.5, -6.336774987884822],
    [3, 1000000.0, 12815545.322535105],
    [1000000.0, 0.001, 0.013815510058464191],
    [100000.0, 200000.0, 2432168.2302877787],
  ])('ln Γ(%d + %d) − ln Γ(%d)', (x, shift, value) => {
    expect(logGammaRise(x, shift) / value).toBeCloseTo(1, 12);
  });
});

describe('at the edges', () => {
  it('quantiles of impossible shares are infinite, and of a half 0', () => {
    expect([normalQuantile(0), normalQuantile(0.5), normalQuantile(1)]).toEqual([-1 / 0, 0, 1 / 0]);
  });

  it('tails begin at 1 and end at 0', () => {
    expect([twoSidedTail(0), twoSidedTail(1e200), chiSquareTail({ value: 1e300, degreesOfFreedom: 3 })]).toEqual([
      1, 0, 0,
    ]);
  });

  it('the tail of an interval factor is what the confidence leaves', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 0.9999, noNaN: true }), (confidence) => {
        expect(twoSidedTail(intervalFactor(confidence))).toBeCloseTo(1 - confidence, 13);
      }),
    );
  });
});

describe('the simplex search', () => {
  const valley = ([x = 0, y = 0]: readonly number[]) => (1 - x) ** 2 + 100 * (y - x * x) ** 2;
  it.each([[[-1.2, 1]], [[10, -10]], [[-50, 50]]])(
    'finds the bottom of a bent valley (Rosenbrock 1960) from %o',
    (start) => {
      const { point, converged } = lowestPoint({ objective: valley, starts: [start] });
      expect(converged).toBe(true);
      expect(point[0]).toBeCloseTo(1, 5);
      expect(point[1]).toBeCloseTo(1, 5);
    },
  );

  it('takes the lowest of the places its starts lead to', () => {
    const twoHollows = ([x = 0]: readonly number[]) => Math.min((x + 5) ** 2 + 1, (x - 5) ** 2);
    const { point } = lowestPoint({ objective: twoHollows, starts: [[-6], [6]] });
    expect(point[0]).toBeCloseTo(5, 5);
  });

  it('says when there is nothing to find', () => {
    expect(lowestPoint({ objective: () => Number.NaN, starts: [[0, 0]] }).converged).toBe(false);
    expect(lowestPoint({ objective: ([x = 0]) => x, starts: [[0]] }).converged).toBe(false);
  });
});
