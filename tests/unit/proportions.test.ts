import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chiSquareTest } from '../../src/lib/metrics/statistics/chi-square-test.ts';
import { proportionDifference } from '../../src/lib/metrics/statistics/proportion-difference.ts';
import { proportionInterval } from '../../src/lib/metrics/statistics/proportion-interval.ts';
import { answerOf } from './answer-of.ts';
import { expectNumbersOrReasons } from './any-input.ts';
import { expected, inputs } from './published.ts';

/** Relative difference of two numbers, for those too small to compare by decimals. */
function relative(given: number, wanted: number): number {
  return Math.abs(given / wanted - 1);
}

describe('how far a share from a sample may be off', () => {
  it.each(['wilson-1', 'wilson-2'])('agrees with the published interval %s', (id) => {
    const { x: successes, n: trials, conf: confidence } = inputs(id, 'x', 'n', 'conf');
    const { share, lower, upper } = answerOf(proportionInterval({ successes, trials, confidence }));
    expect(share).toBeCloseTo(successes / trials, 15);
    expect(lower).toBeCloseTo(expected(id, 'lo'), 8);
    expect(upper).toBeCloseTo(expected(id, 'hi'), 8);
  });

  // mpmath 1.3, 40 digits; the first four agree with scipy.stats.binomtest of SciPy 1.17.
  it.each([
    [0, 29, 0.95, 0, 0.11696979849974073],
    [29, 29, 0.95, 0.8830302015002593, 1],
    [1, 29, 0.99, 0.004061494196883812, 0.23825425313641299],
    [81, 263, 0.5, 0.28912925755582081, 0.32750347147458231],
    [3, 7, 0.999999, 0.04505813803407283, 0.922608833821431],
    [1, 1e9, 0.95, 1.765245549569632e-10, 5.664934243297438e-9],
    [999_999_999, 1e9, 0.95, 0.9999999943350658, 0.9999999998234754],
  ])('keeps its digits for %d of %d at %d', (successes, trials, confidence, low, high) => {
    const { lower, upper } = answerOf(proportionInterval({ successes, trials, confidence }));
    expect(low === 0 ? lower : relative(lower, low)).toBeLessThan(1e-13);
    expect(relative(upper, high)).toBeLessThan(1e-13);
  });

  it('begins exactly at 0 when nobody did and ends exactly at 1 when everybody did', () => {
    fc.assert(
      fc.property(fc.double({ min: Number.MIN_VALUE, max: Number.MAX_VALUE, noNaN: true }), (trials) => {
        expect(answerOf(proportionInterval({ successes: 0, trials })).lower).toBe(0);
        expect(answerOf(proportionInterval({ successes: trials, trials })).upper).toBe(1);
      }),
    );
  });

  it('is 95 % sure unless I say otherwise', () => {
    const sample = { successes: 30, trials: 40 };
    expect(proportionInterval(sample)).toEqual(proportionInterval({ ...sample, confidence: 0.95 }));
  });

  it('is a mirror image when I count the others instead', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), fc.integer({ min: 0, max: 10_000 }), (trials, part) => {
        const successes = part % (trials + 1);
        const one = answerOf(proportionInterval({ successes, trials }));
        const other = answerOf(proportionInterval({ successes: trials - successes, trials }));
        expect(one.lower).toBeCloseTo(1 - other.upper, 12);
        expect(one.upper).toBeCloseTo(1 - other.lower, 12);
      }),
    );
  });
});

describe('whether two shares differ', () => {
  it('agrees with the published interval and test', () => {
    const { x1, n1, x2, n2 } = inputs('twoprop-1', 'x1', 'n1', 'x2', 'n2');
    const value = answerOf(
      proportionDifference({ first: { successes: x1, trials: n1 }, second: { successes: x2, trials: n2 } }),
    );
    expect(value.difference).toBeCloseTo(expected('twoprop-1', 'diff'), 12);
    expect(value.z).toBeCloseTo(expected('twoprop-1', 'zPooled'), 8);
    expect(value.pValue).toBeCloseTo(expected('twoprop-1', 'p'), 10);
    expect(value.lower).toBeCloseTo(expected('twoprop-1', 'newcombeLo'), 4);
    expect(value.upper).toBeCloseTo(expected('twoprop-1', 'newcombeHi'), 4);
  });

  // Newcombe 1998, table II, method 10, to its four digits, and mpmath 1.3 for the others.
  it.each([
    [9, 10, 3, 10, 0.170522723935, 0.809017973535],
    [6, 7, 2, 7, 0.0582279274823, 0.806249637524],
    [5, 56, 0, 29, -0.0381371479035, 0.192560013855],
    [0, 10, 0, 20, -0.161125158053, 0.277532799863],
    [0, 10, 0, 10, -0.277532799863, 0.277532799863],
    [10, 10, 0, 20, 0.679086037142, 1],
    [10, 10, 0, 10, 0.607509350431, 1],
  ])('agrees with Newcombe for %d of %d and %d of %d', (x1, n1, x2, n2, low, high) => {
    const first = { successes: x1, trials: n1 };
    const { lower, upper } = answerOf(proportionDifference({ first, second: { successes: x2, trials: n2 } }));
    expect(lower).toBeCloseTo(low, 11);
    expect(upper).toBeCloseTo(high, 11);
  });

  it('has an interval but no test when nobody in either group did', () => {
    const value = answerOf(
      proportionDifference({ first: { successes: 0, trials: 10 }, second: { successes: 0, trials: 20 } }),
    );
    expect(value).toMatchObject({ difference: 0, z: undefined, pValue: undefined });
  });

  it('changes only its sign when I swap the groups', () => {
    const group = fc
      .tuple(fc.integer({ min: 1, max: 500 }), fc.nat(500))
      .map(([trials, part]) => ({ trials, successes: part % (trials + 1) }));
    fc.assert(
      fc.property(group, group, (first, second) => {
        const one = answerOf(proportionDifference({ first, second }));
        const other = answerOf(proportionDifference({ first: second, second: first }));
        expect(one.difference).toBeCloseTo(-other.difference, 12);
        expect(one.lower).toBeCloseTo(-other.upper, 12);
        expect(one.pValue ?? 1).toBeCloseTo(other.pValue ?? 1, 12);
        expect(one.lower).toBeLessThanOrEqual(one.difference);
        expect(one.upper).toBeGreaterThanOrEqual(one.difference);
        expect(one.lower).toBeGreaterThanOrEqual(-1);
        expect(one.upper).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('whether any of several shares differs', () => {
  // scipy.stats.chi2_contingency(correction=False), SciPy 1.17.
  it.each([
    [[56, 70, 48, 80], 7.023411371237456, 0.008045081368196585, 21.466666666666665],
    [[180, 200, 85, 100, 40, 50], 4.143897996357013, 0.12594008535498663, 6.428571428571429],
    [[3, 10, 1, 12, 9, 11, 0, 4], 16.58333818958819, 0.0008607935266698363, 1.4054054054054055],
    [[4500, 10_000, 4600, 10_000, 4550, 10_000], 2.0163322915616497, 0.3648875168965526, 4550],
  ])('agrees with SciPy for %j', (numbers, chiSquare, pValue, smallestExpected) => {
    const groups = numbers.flatMap((successes, index) =>
      index % 2 === 0 ? [{ successes, trials: numbers[index + 1] ?? 0 }] : [],
    );
    const value = answerOf(chiSquareTest({ groups }));
    expect(value.degreesOfFreedom).toBe(groups.length - 1);
    expect(relative(value.chiSquare, chiSquare)).toBeLessThan(1e-12);
    expect(relative(value.pValue, pValue)).toBeLessThan(1e-12);
    expect(relative(value.smallestExpected, smallestExpected)).toBeLessThan(1e-14);
  });

  it('is the square of the z test when there are two groups', () => {
    const first = { successes: 13, trials: 40 };
    const second = { successes: 22, trials: 45 };
    const { chiSquare, pValue } = answerOf(chiSquareTest({ groups: [first, second] }));
    const difference = answerOf(proportionDifference({ first, second }));
    expect(chiSquare).toBeCloseTo((difference.z ?? Number.NaN) ** 2, 12);
    expect(pValue).toBeCloseTo(difference.pValue ?? Number.NaN, 12);
  });

  it('does not care about the order of the groups', () => {
    const groups = [
      { successes: 3, trials: 10 },
      { successes: 1, trials: 12 },
      { successes: 9, trials: 11 },
    ];
    const value = answerOf(chiSquareTest({ groups }));
    expect(answerOf(chiSquareTest({ groups: groups.toReversed() })).chiSquare).toBeCloseTo(value.chiSquare, 12);
  });
});

describe('what is wrong with my numbers', () => {
  const good = { successes: 3, trials: 10 };
  it.each([
    ['no trials', proportionInterval({ successes: 0, trials: 0 }), 'no-trials', 'trials'],
    ['more than all', proportionInterval({ successes: 4, trials: 3 }), 'part-above-whole', 'successes'],
    ['a negative count', proportionInterval({ successes: -1, trials: 3 }), 'negative-count', 'successes'],
    ['no number', proportionInterval({ successes: 1, trials: Number.NaN }), 'not-a-number', 'trials'],
    ['without end', proportionInterval({ successes: 1, trials: Number.POSITIVE_INFINITY }), 'not-a-number', 'trials'],
    ['certainty', proportionInterval({ ...good, confidence: 1 }), 'not-a-confidence', 'confidence'],
    ['no confidence', proportionInterval({ ...good, confidence: 0 }), 'not-a-confidence', 'confidence'],
    ['percent', proportionInterval({ ...good, confidence: 95 }), 'not-a-confidence', 'confidence'],
    [
      'an empty second group',
      proportionDifference({ first: good, second: { successes: 0, trials: 0 } }),
      'no-trials',
      'second.trials',
    ],
    [
      'too many in the first',
      proportionDifference({ first: { successes: 11, trials: 10 }, second: good }),
      'part-above-whole',
      'first.successes',
    ],
    [
      'groups beyond numbers',
      proportionDifference({ first: { successes: 1, trials: 1e308 }, second: { successes: 1, trials: 1e308 } }),
      'too-large',
      undefined,
    ],
    ['one group', chiSquareTest({ groups: [good] }), 'too-few-groups', 'groups'],
    ['no groups', chiSquareTest({ groups: [] }), 'too-few-groups', 'groups'],
    [
      'an empty group',
      chiSquareTest({ groups: [good, good, { successes: 0, trials: 0 }] }),
      'no-trials',
      'groups.2.trials',
    ],
    ['all succeeded', chiSquareTest({ groups: [5, 7].map(all) }), 'all-or-none-succeeded', 'groups'],
    ['none succeeded', chiSquareTest({ groups: [5, 7].map(none) }), 'all-or-none-succeeded', 'groups'],
    ['groups too large', chiSquareTest({ groups: [1e308, 1e308].map(none) }), 'too-large', 'groups'],
  ] as const)('%s', (_, result, reason, field) => {
    expect(result).toEqual({ ok: false, reason, field });
  });
});

function all(trials: number) {
  return { successes: trials, trials };
}

function none(trials: number) {
  return { successes: 0, trials };
}

const least = Number.MIN_VALUE;
const number = fc.oneof(
  fc.double(),
  fc.nat(100),
  fc.constantFrom(0, -0, 1, least, 1e-300, 1e16, 1e307, 1e308, Number.MAX_VALUE),
);
const proportion = fc
  .tuple(number, number, fc.boolean())
  .map(([a, b, asTyped]) =>
    asTyped
      ? { successes: a, trials: b }
      : { successes: Math.min(Math.abs(a), Math.abs(b)), trials: Math.max(Math.abs(a), Math.abs(b)) },
  );
const confidence = fc.oneof(
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.constantFrom(0.95, least, 1e-17, 1 - 2 ** -53),
  fc.double(),
);

describe('whatever I type, I get numbers or a reason', () => {
  it.each<readonly [string, fc.Arbitrary<unknown>, (input: never) => { readonly ok: boolean }]>([
    [
      'the interval',
      fc.tuple(proportion, confidence).map(([one, level]) => ({ ...one, confidence: level })),
      proportionInterval,
    ],
    ['the difference', fc.record({ first: proportion, second: proportion, confidence }), proportionDifference],
    ['the chi-square test', fc.record({ groups: fc.array(proportion, { maxLength: 5 }) }), chiSquareTest],
  ])('from %s', (_, input, compute) => {
    expectNumbersOrReasons(input, compute, { runs: 5000, answers: 100 });
  });

  it('the interval holds the share and stays between 0 and 1', () => {
    fc.assert(
      fc.property(proportion, confidence, (one, level) => {
        const result = proportionInterval({ ...one, confidence: level });
        if (!result.ok) return;
        const { share, lower, upper } = result.value;
        expect(lower).toBeGreaterThanOrEqual(0);
        expect(lower).toBeLessThanOrEqual(share);
        expect(upper).toBeGreaterThanOrEqual(share);
        expect(upper).toBeLessThanOrEqual(1);
      }),
      { numRuns: 5000 },
    );
  });
});
