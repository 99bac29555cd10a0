import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finite } from '../../src/lib/metrics/checks.ts';
import {
  discountedLifetimeValue,
  perpetualLifetimeValue,
} from '../../src/lib/metrics/lifetime-value/discounted-lifetime-value.ts';
import { simpleLifetimeValue } from '../../src/lib/metrics/lifetime-value/simple-lifetime-value.ts';
import { percentile } from '../../src/lib/metrics/statistics/percentile.ts';
import {
  logGammaStream,
  normalStream,
  type RandomStream,
  randomStreams,
} from '../../src/lib/metrics/statistics/random.ts';
import { elasticity } from '../../src/lib/metrics/uncertainty/elasticity.ts';
import { type InputDistribution, valuesOf } from '../../src/lib/metrics/uncertainty/input-distribution.ts';
import { mostDraws, simulate } from '../../src/lib/metrics/uncertainty/simulation.ts';
import { swingRanges, tornado } from '../../src/lib/metrics/uncertainty/tornado.ts';
import { whatIfTable } from '../../src/lib/metrics/uncertainty/what-if-table.ts';
import { failure, success } from '../../src/lib/result.ts';
import { answerOf } from './answer-of.ts';
import { expected, inputs, list } from './published.ts';

const shares = [0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99];

function take(count: number, next: RandomStream): Float64Array {
  return Float64Array.from({ length: count }, next);
}

function streamOf(seed: number): RandomStream {
  return randomStreams(seed, 1)[0] as RandomStream;
}

/** Largest distance between the share of values below each reference quantile and the share that belongs there. */
function largestDistance(values: Float64Array, quantiles: readonly number[]): number {
  const distances = quantiles.map((quantile, index) => {
    const below = values.filter((value) => value <= quantile).length / values.length;
    return Math.abs(below - (shares[index] ?? Number.NaN));
  });
  return Math.max(...distances);
}

const manyDraws = 100_000;
/** A sound sampler stays below this Kolmogorov–Smirnov distance 99.9 % of the time. */
const allowedDistance = 1.95 / Math.sqrt(manyDraws);

describe('random values follow their distribution', () => {
  // Quantiles at the shares above: SciPy 1.17.
  it.each<[string, InputDistribution, number[]]>([
    ['an even range', { kind: 'range', low: -2, high: 8 }, shares.map((share) => -2 + 10 * share)],
    [
      '5 of 100',
      { kind: 'beta', events: 5, nonEvents: 95 },
      [
        0.0131017759508461, 0.0201087555675888, 0.0247700650053775, 0.0341373159567736, 0.0470213750622899,
        0.062650363426282, 0.0791227908948792, 0.0900735581919677, 0.11278917245997,
      ],
    ],
    [
      'half a customer of one',
      { kind: 'beta', events: 0.5, nonEvents: 0.5 },
      [
        0.000246719817134221, 0.00615582970243114, 0.0244717418524232, 0.146446609406726, 0.5, 0.853553390593274,
        0.975528258147577, 0.993844170297569, 0.999753280182866,
      ],
    ],
    [
      'almost none of three',
      { kind: 'beta', events: 0.2, nonEvents: 3 },
      [
        2.4953435373464e-11, 7.79794956735008e-8, 2.49535391520356e-6, 0.000243784921441638, 0.00790122909086422,
        0.066054461898532, 0.205981513922948, 0.324398545265906, 0.565497230466255,
      ],
    ],
    ['one of two', { kind: 'beta', events: 1, nonEvents: 1 }, shares],
    [
      '300 of 340',
      { kind: 'beta', events: 300, nonEvents: 40 },
      [
        0.838566804158917, 0.852425266081662, 0.859542539558627, 0.871006153091568, 0.8831027857554, 0.894515296688258,
        0.90419640905075, 0.909721568642004, 0.919543558388657,
      ],
    ],
    [
      'an amount of 80 to 160',
      { kind: 'log-normal', low: 80, high: 160 },
      [
        60.3088846515448, 72.5138688132032, 80, 94.2731167571362, 113.137084989848, 135.775716771675, 160,
        176.517957316179, 212.240701746623,
      ],
    ],
  ])('%s', (_, distribution, quantiles) => {
    for (const seed of [1, 2, 4_294_967_295]) {
      expect(largestDistance(take(manyDraws, valuesOf(distribution, streamOf(seed))), quantiles)).toBeLessThan(
        allowedDistance,
      );
    }
  });

  it('normal and gamma values', () => {
    const normal = normalStream(streamOf(3));
    const normalQuantiles = [
      -2.32634787404084, -1.64485362695147, -1.2815515655446, -0.674489750196082, 0, 0.674489750196082, 1.2815515655446,
      1.64485362695147, 2.32634787404084,
    ];
    expect(largestDistance(take(manyDraws, normal), normalQuantiles)).toBeLessThan(allowedDistance);
    const gammaQuantiles = {
      0.3: [
        1.50222265523604e-7, 3.21103469972297e-5, 0.000323724621823433, 0.00689980256905546, 0.073131135866952,
        0.342899460814576, 0.884810773360244, 1.37234994410089, 2.63940915707053,
      ],
      5: [
        1.2791060800936, 1.97014956805953, 2.43259102596266, 3.36860038597732, 4.67090888279598, 6.27443069844469,
        7.99358958605263, 9.15351902663757, 11.6046255794772,
      ],
    };
    for (const [shape, quantiles] of Object.entries(gammaQuantiles)) {
      const logs = take(manyDraws, logGammaStream(Number(shape), streamOf(4), normal));
      expect(largestDistance(logs.map(Math.exp), quantiles)).toBeLessThan(allowedDistance);
    }
  });

  it('a share seen in counts has that share as its mean, and the spread of the counts', () => {
    const values = take(manyDraws, valuesOf({ kind: 'beta', events: 5, nonEvents: 95 }, streamOf(5)));
    const mean = values.reduce((sum, value) => sum + value, 0) / manyDraws;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / manyDraws;
    expect(mean).toBeCloseTo(0.05, 3);
    expect(variance / 0.0004702970297029703 - 1).toBeCloseTo(0, 1);
  });

  it('a wrong distribution would be noticed', () => {
    const values = take(manyDraws, valuesOf({ kind: 'range', low: 0, high: 1.01 }, streamOf(6)));
    expect(largestDistance(values, shares)).toBeGreaterThan(allowedDistance);
  });

  it('streams of one seed, of neighboring seeds and of neighboring draws have nothing to do with each other', () => {
    const streams = [...randomStreams(1, 3), ...randomStreams(2, 2)].map((next) => take(50_000, next));
    const correlation = (a: Float64Array, b: Float64Array) =>
      a.reduce((sum, value, index) => sum + (value - 0.5) * ((b[index] ?? 0.5) - 0.5), 0) / (a.length / 12);
    for (const [index, one] of streams.entries()) {
      for (const other of streams.slice(index + 1)) expect(Math.abs(correlation(one, other))).toBeLessThan(0.02);
      expect(Math.abs(correlation(one, one.subarray(1)))).toBeLessThan(0.02);
    }
  });

  it('shapes of any size give shares', () => {
    const shape = fc.oneof(
      fc.double({ min: 5e-324, max: Number.MAX_VALUE, noNaN: true }),
      fc.constantFrom(1e-310, 1e308),
    );
    fc.assert(
      fc.property(shape, shape, (events, nonEvents) => {
        const next = valuesOf({ kind: 'beta', events, nonEvents }, streamOf(7));
        for (const value of take(20, next)) expect(value >= 0 && value <= 1).toBe(true);
      }),
    );
  });

  it('a range is never left, however narrow', () => {
    const end = fc.double({ noNaN: true, noDefaultInfinity: true });
    const ends = fc.oneof(
      fc.tuple(end, end),
      fc.tuple(end, fc.integer({ min: 1, max: 9 })).map(([low, step]) => [low, low * (1 + step * Number.EPSILON)]),
    );
    fc.assert(
      fc.property(ends, ([a = 0, b = 0]) => {
        fc.pre(Number.isFinite(b));
        const low = Math.min(a, b);
        const high = Math.max(a, b);
        const next = valuesOf({ kind: 'range', low, high }, streamOf(8));
        for (const value of take(20, next)) expect(value >= low && value <= high).toBe(true);
      }),
    );
  });
});

describe('percentiles', () => {
  // NumPy 2, numpy.percentile.
  it.each([
    [0, 1],
    [0.05, 1],
    [0.25, 2.5],
    [0.333, 3.165],
    [0.5, 4],
    [0.9, 8],
    [1, 9],
  ])('the value that a share of %d lies below is %d', (share, value) => {
    expect(percentile([1, 1, 2, 3, 3.5, 4, 5, 5, 6, 8, 9], share)).toBeCloseTo(value, 12);
  });

  it('of a single value are that value', () => {
    expect(percentile([7], 0.05)).toBe(7);
  });
});

const customer = {
  arpa: { kind: 'log-normal', low: 80, high: 120 },
  grossMargin: { kind: 'range', low: 0.7, high: 0.85 },
  churn: { kind: 'beta', events: 5, nonEvents: 95 },
} as const satisfies Record<string, InputDistribution>;

const meanLifetime = ({ churn }: { churn: number }) => finite(1 / churn);

describe('how sure is a measure?', () => {
  it('the mean value is above the value at the mean churn', () => {
    const result = answerOf(
      simulate({
        measure: simpleLifetimeValue,
        inputs: {
          arpa: { kind: 'fixed', value: inputs('mc-beta-1', 'margin').margin },
          grossMargin: { kind: 'fixed', value: 1 },
          churn: { kind: 'beta', events: 5, nonEvents: 95 },
        },
        draws: 100_000,
        seed: 2024,
        target: 20,
      }),
    );
    expect(Math.abs(result.mean - expected('mc-beta-1', 'meanLtv'))).toBeLessThan(0.25);
    const plain = simpleLifetimeValue({ arpa: 1, grossMargin: 1, churn: 0.05 });
    expect(answerOf(plain)).toBeCloseTo(expected('mc-beta-1', 'ltvAtMeanChurn'), 9);
    expect(result.mean).toBeGreaterThan(expected('mc-beta-1', 'ltvAtMeanChurn') + 4);
    // SciPy 1.17: reciprocals of the quantiles of Beta(5, 95), and P(churn ≤ 1/20).
    const exact = [11.102037269014819, 12.63858350659771, 15.961599347730164, 21.266923791047933];
    exact.push(29.29345708567868, 40.37131108791613, 49.72958155659306);
    for (const [index, { value }] of result.percentiles.entries()) {
      expect(Math.abs(value / (exact[index] ?? Number.NaN) - 1)).toBeLessThan(0.02);
    }
    expect(result.median).toBe(result.percentiles[3]?.value);
    expect(result.probabilityOfTarget).toBeCloseTo(0.555, 2);
  });

  it('the same seed gives the same result, another seed another', () => {
    const run = (seed: number) => simulate({ measure: simpleLifetimeValue, inputs: customer, draws: 500, seed });
    expect(run(7)).toEqual(run(7));
    expect(answerOf(run(7)).values).not.toEqual(answerOf(run(8)).values);
    expect(answerOf(run(0)).median).not.toBe(answerOf(run(4_294_967_295)).median);
  });

  /** What a simulation puts into the measure, draw by draw. */
  function drawn(inputs: Record<'arpa' | 'grossMargin' | 'churn', InputDistribution>, draws: number) {
    const seen: Record<string, number>[] = [];
    const measure = (input: Record<'arpa' | 'grossMargin' | 'churn', number>) => {
      seen.push({ ...input });
      return success(1);
    };
    answerOf(simulate({ measure, inputs, draws, seed: 11 }));
    return seen;
  }

  it('a longer run begins with the draws of a shorter', () => {
    expect(drawn(customer, 1000).slice(0, 10)).toEqual(drawn(customer, 10));
  });

  it('knowing more of one input leaves the draws of the others as they are', () => {
    const before = drawn(customer, 50);
    for (const known of ['arpa', 'grossMargin', 'churn'] as const) {
      const after = drawn({ ...customer, [known]: { kind: 'fixed', value: 0.5 } }, 50);
      const others = (rows: Record<string, number>[]) => rows.map((row) => ({ ...row, [known]: undefined }));
      expect(others(after)).toEqual(others(before));
      expect(after).not.toEqual(before);
    }
  });

  it('the order in which inputs are written changes nothing', () => {
    const { arpa, grossMargin, churn } = customer;
    expect(drawn({ churn, grossMargin, arpa }, 50)).toEqual(drawn(customer, 50));
  });

  it('counts the draws without an answer and leaves them out', () => {
    const certain = { arpa: { kind: 'fixed', value: 100 }, grossMargin: { kind: 'fixed', value: 1 } } as const;
    const churn = { kind: 'range', low: -1, high: 1 } as const;
    const measure = simpleLifetimeValue;
    const result = answerOf(simulate({ measure, inputs: { ...certain, churn }, draws: 10_000, seed: 3, target: 200 }));
    expect(result.withoutAnswer / 10_000).toBeCloseTo(0.5, 1);
    expect(result.values).toHaveLength(10_000 - result.withoutAnswer);
    expect(result.values[0]).toBeGreaterThanOrEqual(100);
    const sum = result.values.reduce((total, value) => total + value, 0);
    expect(result.mean / (sum / result.values.length)).toBeCloseTo(1, 12);
    // Churn up to 0.5 gives 200 or more: half of the draws with an answer, a quarter of all.
    expect(result.probabilityOfTarget).toBeCloseTo(0.25, 1);
    expect(result.probabilityBelowTarget).toBeCloseTo(0.25, 1);
  });

  it('has no probability without a target', () => {
    const result = simulate({ measure: meanLifetime, inputs: { churn: customer.churn }, draws: 1, seed: 0 });
    expect(answerOf(result)).toMatchObject({ probabilityOfTarget: undefined, draws: 1, seed: 0, withoutAnswer: 0 });
  });

  it('a target exactly met counts as reached', () => {
    const inputs = { churn: { kind: 'fixed', value: 0.05 } } as const;
    const run = (target: number) => answerOf(simulate({ measure: meanLifetime, inputs, draws: 9, seed: 0, target }));
    expect(run(20).probabilityOfTarget).toBe(1);
    expect(run(20.000001).probabilityOfTarget).toBe(0);
  });

  const plain = { measure: simpleLifetimeValue, inputs: customer, draws: 10, seed: 1 };
  const withChurn = (churn: InputDistribution) => ({ ...plain, inputs: { ...customer, churn } });
  it.each([
    ['no draws', { ...plain, draws: 0 }, failure('draws-out-of-range', 'draws')],
    ['too many draws', { ...plain, draws: mostDraws + 1 }, failure('draws-out-of-range', 'draws')],
    ['half a draw', { ...plain, draws: 1.5 }, failure('not-whole', 'draws')],
    ['draws without number', { ...plain, draws: Number.NaN }, failure('not-a-number', 'draws')],
    ['a seed below 0', { ...plain, seed: -1 }, failure('seed-out-of-range', 'seed')],
    ['a seed of 33 bits', { ...plain, seed: 2 ** 32 }, failure('seed-out-of-range', 'seed')],
    ['a broken seed', { ...plain, seed: 0.5 }, failure('not-whole', 'seed')],
    ['an endless target', { ...plain, target: Number.POSITIVE_INFINITY }, failure('not-a-number', 'target')],
    ['no number', withChurn({ kind: 'fixed', value: Number.NaN }), failure('not-a-number', 'churn.value')],
    [
      'a reversed range',
      withChurn({ kind: 'range', low: 0.2, high: 0.1 }),
      failure('range-not-ascending', 'churn.high'),
    ],
    [
      'a range of one value',
      withChurn({ kind: 'range', low: 0.2, high: 0.2 }),
      failure('range-not-ascending', 'churn.high'),
    ],
    ['an open range', withChurn({ kind: 'range', low: Number.NaN, high: 1 }), failure('not-a-number', 'churn.low')],
    ['no cases at all', withChurn({ kind: 'beta', events: 0, nonEvents: 0 }), failure('no-trials', 'churn.events')],
    [
      'fewer than nobody',
      withChurn({ kind: 'beta', events: -1, nonEvents: 9 }),
      failure('negative-count', 'churn.events'),
    ],
    ['an amount of 0', withChurn({ kind: 'log-normal', low: 0, high: 1 }), failure('not-positive', 'churn.low')],
    [
      'a reversed amount',
      withChurn({ kind: 'log-normal', low: 2, high: 1 }),
      failure('range-not-ascending', 'churn.high'),
    ],
    ['a churn that never is a share', withChurn({ kind: 'range', low: 2, high: 3 }), failure('not-a-share', 'churn')],
  ])('refuses %s', (_, question, reason) => {
    expect(simulate(question)).toEqual(reason);
  });

  it('takes nobody lost of 200 for little churn, not for none', () => {
    const inputs = { churn: { kind: 'beta', events: 0, nonEvents: 200 } } as const;
    const measure = ({ churn }: { churn: number }) => success(churn);
    const { mean, percentiles } = answerOf(simulate({ measure, inputs, draws: 100_000, seed: 1 }));
    // Beta(½, 200½): mean 0.5 ÷ 201, 95th percentile by SciPy 1.17.
    expect(mean).toBeCloseTo(0.5 / 201, 4);
    expect(percentiles.at(-1)?.value).toBeCloseTo(0.009546, 3);
  });

  it('refuses what leads beyond numbers', () => {
    const inputs = { x: { kind: 'range', low: 0.5, high: 1 } } as const;
    const run = (f: (x: number) => number) =>
      simulate({ measure: ({ x }: { x: number }) => success(f(x)), inputs, draws: 10, seed: 1 });
    expect(run(() => Number.POSITIVE_INFINITY)).toEqual(failure('too-large'));
    expect(run(() => Number.NaN)).toEqual(failure('too-large'));
    expect(answerOf(run(() => 1e308)).mean).toBeCloseTo(1e308, -296);
  });

  it('gives ordered numbers or a reason for input of any size', () => {
    const any = fc.oneof(fc.double(), fc.constantFrom(0, -0, 1, 0.05, 1e308, -1e308, 5e-324));
    const distribution: fc.Arbitrary<InputDistribution> = fc.oneof(
      fc.record({ kind: fc.constant('fixed' as const), value: any }),
      fc.record({ kind: fc.constant('range' as const), low: any, high: any }),
      fc.record({ kind: fc.constant('beta' as const), events: any, nonEvents: any }),
      fc.record({ kind: fc.constant('log-normal' as const), low: any, high: any }),
    );
    const unknowns = fc.record({ arpa: distribution, grossMargin: distribution, churn: distribution });
    const count = fc.oneof({ weight: 5, arbitrary: fc.integer({ min: 1, max: 40 }) }, { weight: 1, arbitrary: any });
    fc.assert(
      fc.property(unknowns, count, count, any, (inputs, draws, seed, target) => {
        fc.pre(!(draws > 1000));
        const result = simulate({ measure: simpleLifetimeValue, inputs, draws, seed, target });
        if (!result.ok) return;
        const { mean, median, percentiles, values, probabilityOfTarget } = result.value;
        for (const number of [mean, median, ...values]) expect(Number.isFinite(number)).toBe(true);
        expect(probabilityOfTarget).toBeGreaterThanOrEqual(0);
        expect(probabilityOfTarget).toBeLessThanOrEqual(1);
        const ascending = [values[0] ?? 0, ...percentiles.map(({ value }) => value), values.at(-1) ?? 0];
        expect(ascending).toEqual([...ascending].sort((a, b) => a - b));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('which input moves a measure most?', () => {
  const base = inputs('tornado-1', 'arpa', 'grossMargin', 'churn');
  const { swing } = inputs('tornado-1', 'swing');

  it('the published example', () => {
    const { arpa, churn } = base;
    const ranges = answerOf(swingRanges({ inputs: { arpa, churn }, swing }));
    const result = answerOf(tornado({ measure: simpleLifetimeValue, inputs: base, ranges }));
    expect(result.base).toBeCloseTo(expected('tornado-1', 'base'), 9);
    expect(result.bars.map(({ input }) => input)).toEqual(list('tornado-1', 'expected', 'order'));
    for (const { input, atLow, atHigh, width } of result.bars) {
      const [low = Number.NaN, high = Number.NaN] = list('tornado-1', 'expected', `${input}LowHigh`);
      expect(answerOf(atLow)).toBeCloseTo(low, 6);
      expect(answerOf(atHigh)).toBeCloseTo(high, 6);
      expect(width).toBeCloseTo(Math.abs(high - low), 6);
    }
  });

  it('the widest bar comes first, equal ones by name, those without an end last', () => {
    const measure = ({ a, b, c, d }: Record<'a' | 'b' | 'c' | 'd', number>) =>
      d > 1 ? failure('not-a-share', 'd') : success(3 * a + b - c + d);
    const one = { low: 0, high: 1 };
    const ranges = { d: { low: 0, high: 2 }, c: one, b: { low: 1, high: 0 }, a: one };
    const { bars } = answerOf(tornado({ measure, inputs: { a: 1, b: 1, c: 1, d: 1 }, ranges }));
    expect(bars.map(({ input, width }) => [input, width])).toEqual([
      ['a', 3],
      ['b', 1],
      ['c', 1],
      ['d', undefined],
    ]);
    expect(bars[3]).toMatchObject({ atLow: success(3), atHigh: failure('not-a-share', 'd') });
  });

  it('leaves out inputs without a range and says why there is no base', () => {
    expect(answerOf(tornado({ measure: simpleLifetimeValue, inputs: base, ranges: {} })).bars).toEqual([]);
    const certain = tornado({ measure: simpleLifetimeValue, inputs: { ...base, churn: 0 }, ranges: {} });
    expect(certain).toEqual(failure('no-churn', 'churn'));
    const ranges = { churn: { low: 0.1, high: Number.NaN } };
    expect(tornado({ measure: simpleLifetimeValue, inputs: base, ranges })).toEqual(
      failure('not-a-number', 'churn.high'),
    );
  });

  it.each([
    ['a negative input', { x: -5 }, 0.2, success({ x: { low: -6, high: -4 } })],
    ['nothing', { x: 0 }, 0.2, success({ x: { low: 0, high: 0 } })],
    ['nothing, with a sign', { x: -0 }, 1, success({ x: { low: 0, high: 0 } })],
    ['no swing', { x: 3 }, 0, success({ x: { low: 3, high: 3 } })],
    ['all of it', { x: -3 }, 1, success({ x: { low: -6, high: 0 } })],
    ['a swing above all of it', { x: 3 }, 1.1, failure('not-a-share', 'swing')],
    ['a swing without number', { x: 3 }, Number.NaN, failure('not-a-number', 'swing')],
    ['an input without number', { x: Number.NaN }, 0.1, failure('not-a-number', 'x')],
    ['beyond numbers', { x: 1.7e308 }, 0.5, failure('too-large', 'x')],
  ])('the swing of %s', (_, inputs, share, result) => {
    expect(swingRanges({ inputs, swing: share })).toEqual(result);
  });

  it('an end beyond numbers has no width', () => {
    const measure = ({ x }: { x: number }) => success(x);
    const { bars } = answerOf(tornado({ measure, inputs: { x: 0 }, ranges: { x: { low: -1e308, high: 1e308 } } }));
    expect(bars[0]?.width).toBeUndefined();
  });
});

describe('by how many percent does a measure change with one percent of an input?', () => {
  const { retention, discount } = inputs('elast-1', 'retention', 'discount');

  it.each(['retention', 'discount', 'margin'] as const)('the published example: %s', (input) => {
    const measure = ({ margin: m, retention: r, discount: i }: Record<'margin' | 'retention' | 'discount', number>) =>
      finite((m * r) / (1 + i - r));
    const result = elasticity({ measure, inputs: { margin: 1, retention, discount }, input });
    expect(Math.abs(answerOf(result) - expected('elast-1', input))).toBeLessThan(1e-9);
  });

  it('the published example, by the lifetime value itself, at the edge of a margin of 1', () => {
    const inputs = { arpa: 1, grossMargin: 1, churn: 1 - retention, expansion: 0, discount };
    const measure = (input: typeof inputs) => perpetualLifetimeValue({ ...input, firstPayment: 'after-the-first' });
    const of = (input: keyof typeof inputs) => answerOf(elasticity({ measure, inputs, input }));
    expect(of('grossMargin')).toBeCloseTo(expected('elast-1', 'margin'), 9);
    expect(of('discount')).toBeCloseTo(expected('elast-1', 'discount'), 9);
    // Retention is 1 − churn: its elasticity times −churn ÷ retention.
    expect(of('churn')).toBeCloseTo((-expected('elast-1', 'retention') * (1 - retention)) / retention, 9);
  });

  // mpmath 1.3, 30 digits.
  it.each([
    ['arpa', 1],
    ['grossMargin', 1],
    ['churn', -0.6546717792469859],
    ['expansion', 0.12315607728408645],
    ['discount', -0.09872034766422803],
    ['periods', 0.3621775188566932],
  ] as const)('of the lifetime value within a horizon: %s', (input, reference) => {
    const inputs = { arpa: 100, grossMargin: 0.8, churn: 0.05, expansion: 0.01, discount: 0.008, periods: 36 };
    const result = elasticity({ measure: discountedLifetimeValue, inputs, input });
    expect(Math.abs(answerOf(result) - reference)).toBeLessThan(1e-10);
  });

  it('at the other edges: everybody leaving, one payment, nearly everybody leaving', () => {
    const inputs = { arpa: 100, grossMargin: 0.8, churn: 1, expansion: 0, discount: 0.01, periods: 1 };
    expect(answerOf(elasticity({ measure: perpetualLifetimeValue, inputs, input: 'churn' }))).toBeCloseTo(-1 / 1.01, 9);
    const value = elasticity({ measure: discountedLifetimeValue, inputs: { ...inputs, churn: 0.5 }, input: 'periods' });
    // d ln(1 − q^N) ÷ d ln N at N = 1: −q ln q ÷ (1 − q).
    const q = 0.5 / 1.01;
    expect(answerOf(value)).toBeCloseTo((-q * Math.log(q)) / (1 - q), 9);
    const simple = { arpa: 100, grossMargin: 0.8, churn: 0.9999 };
    expect(answerOf(elasticity({ measure: simpleLifetimeValue, inputs: simple, input: 'churn' }))).toBeCloseTo(-1, 9);
  });

  it('a power has its exponent as elasticity, everywhere', () => {
    const size = fc.double({ min: 1e-100, max: 1e100, noNaN: true });
    fc.assert(
      fc.property(size, fc.boolean(), fc.integer({ min: -3, max: 3 }), (x, negative, exponent) => {
        const measure = ({ x: value }: { x: number }) => finite(5 * value ** exponent);
        const result = elasticity({ measure, inputs: { x: negative ? -x : x }, input: 'x' });
        fc.pre(result.ok || result.reason !== 'zero-base');
        expect(Math.abs(answerOf(result) - exponent)).toBeLessThan(1e-9);
      }),
    );
  });

  it('says why there is none', () => {
    const of = (f: (x: number) => number, x: number) =>
      elasticity({
        measure: ({ x: value }: { x: number }) => finite(f(value)),
        inputs: { x },
        input: 'x',
      });
    expect(of((x) => x - 1, 1)).toEqual(failure('zero-base'));
    expect(of((x) => (x < 1 ? 1 : 2), 1)).toEqual(failure('no-slope', 'x'));
    expect(of((x) => (x === 1 ? 1 : Number.NaN), 1)).toEqual(failure('no-slope', 'x'));
    expect(of((x) => 1 / x, 0)).toEqual(failure('too-large'));
    expect(of((x) => x + 2, 0)).toEqual(success(0));
    const simple = { arpa: 100, grossMargin: 0.8, churn: 0 };
    expect(elasticity({ measure: simpleLifetimeValue, inputs: simple, input: 'arpa' })).toEqual(
      failure('no-churn', 'churn'),
    );
  });

  it('gives a number or a reason for input of any size', () => {
    const any = fc.oneof(fc.double(), fc.constantFrom(0, -0, 1, 0.05, 1e308, 5e-324));
    const numbers = fc.record({ arpa: any, grossMargin: any, churn: any, expansion: any, discount: any, periods: any });
    const names = fc.constantFrom('arpa', 'grossMargin', 'churn', 'expansion', 'discount', 'periods');
    fc.assert(
      fc.property(numbers, names, (inputs, input) => {
        const result = elasticity({ measure: discountedLifetimeValue, inputs, input });
        if (result.ok) expect(Number.isFinite(result.value) && !Object.is(result.value, -0)).toBe(true);
        const { bars } = ((answer) => (answer.ok ? answer.value : { bars: [] }))(
          tornado({ measure: discountedLifetimeValue, inputs, ranges: { [input]: { low: 0, high: inputs.arpa } } }),
        );
        for (const { width } of bars) expect(width === undefined || Number.isFinite(width)).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('what if two inputs were different?', () => {
  const question = { measure: simpleLifetimeValue, inputs: { arpa: 100, grossMargin: 0.8, churn: 0.05 } };

  it('every pair of values has its answer, or the reason why not', () => {
    const table = whatIfTable({
      ...question,
      rows: { input: 'churn', values: [0.1, 0] },
      columns: { input: 'arpa', values: [50, 100, -1] },
    });
    expect(answerOf(table)).toEqual([
      [success(400), success(800), failure('negative-amount', 'arpa')],
      [failure('no-churn', 'churn'), failure('no-churn', 'churn'), failure('negative-amount', 'arpa')],
    ]);
  });

  it('no values make an empty table, one input for both none', () => {
    const none = { input: 'churn', values: [] } as const;
    expect(whatIfTable({ ...question, rows: none, columns: { input: 'arpa', values: [1] } })).toEqual(success([]));
    expect(whatIfTable({ ...question, rows: none, columns: none })).toEqual(failure('same-input', 'columns.input'));
  });
});

describe('what must hold for every customer', () => {
  it('more churn never raises the lifetime value', () => {
    const customers = fc.record({
      arpa: fc.double({ min: 0, max: 1e9, noNaN: true }),
      grossMargin: fc.double({ min: 0, max: 1, noNaN: true }),
      expansion: fc.double({ min: -0.5, max: 0.1, noNaN: true }),
      discount: fc.double({ min: -0.1, max: 1, noNaN: true }),
      periods: fc.integer({ min: 1, max: 240 }),
    });
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(customers, share, share, (input, one, other) => {
        const [less, more] = [Math.min(one, other), Math.max(one, other)];
        for (const value of [simpleLifetimeValue, discountedLifetimeValue, perpetualLifetimeValue]) {
          const withLess = value({ ...input, churn: less });
          const withMore = value({ ...input, churn: more });
          // Where less churn has no finite value, there is nothing to compare.
          if (withLess.ok) expect(answerOf(withMore)).toBeLessThanOrEqual(withLess.value * (1 + 1e-9));
        }
      }),
    );
  });
});
