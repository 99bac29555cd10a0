import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { netPromoterDifference } from '../../src/lib/metrics/survey/net-promoter-difference.ts';
import {
  type IntervalMethod,
  intervalMethods,
  netPromoterInterval,
} from '../../src/lib/metrics/survey/net-promoter-interval.ts';
import { netPromoterScore } from '../../src/lib/metrics/survey/net-promoter-score.ts';
import { netPromoterTrend } from '../../src/lib/metrics/survey/net-promoter-trend.ts';
import vectors from '../vectors/metrics.json' with { type: 'json' };
import { answerOf } from './answer-of.ts';
import { expected, inputs, list } from './published.ts';

const groups = ['promoters', 'passives', 'detractors'] as const;
const count = fc.oneof(fc.nat(20), fc.nat(100_000));
const survey = fc
  .record({ promoters: count, passives: count, detractors: count })
  .filter(({ promoters, passives, detractors }) => promoters + passives + detractors > 0);
const method = fc.constantFrom(...intervalMethods);
const confidence = fc.integer({ min: 1, max: 999 }).map((n) => n / 1000);
const widthOf = ({ lower, upper }: { lower: number; upper: number }) => upper - lower;
const intervalOf = (
  [promoters, passives, detractors]: readonly [number, number, number],
  how: IntervalMethod,
  level = 0.95,
) => answerOf(netPromoterInterval({ promoters, passives, detractors, method: how, confidence: level }));

describe('how far a score may be off', () => {
  it('is what two independent computations found for 100 answers', () => {
    const counts = inputs('nps-ci-100', ...groups);
    const adjusted = answerOf(netPromoterInterval(counts));
    const wald = answerOf(netPromoterInterval({ ...counts, method: 'wald' }));
    const score = answerOf(netPromoterInterval({ ...counts, method: 'score' }));
    expect(adjusted.score).toBeCloseTo(expected('nps-ci-100', 'nps'), 12);
    expect(adjusted.center).toBeCloseTo(expected('nps-ci-100', 'adjCentre'), 6);
    expect(adjusted.lower).toBeCloseTo(expected('nps-ci-100', 'adjLo'), 6);
    expect(adjusted.upper).toBeCloseTo(expected('nps-ci-100', 'adjHi'), 6);
    expect(wald.lower).toBeCloseTo(expected('nps-ci-100', 'waldLo'), 6);
    expect(wald.upper).toBeCloseTo(expected('nps-ci-100', 'waldHi'), 6);
    expect(score.lower).toBeCloseTo(expected('nps-ci-100', 'scoreLo'), 6);
    expect(score.upper).toBeCloseTo(expected('nps-ci-100', 'scoreHi'), 6);
  });

  it('is still something when ten of ten are promoters, except in the textbook', () => {
    const counts = inputs('nps-ci-zero', ...groups);
    const adjusted = answerOf(netPromoterInterval(counts));
    const wald = answerOf(netPromoterInterval({ ...counts, method: 'wald' }));
    const score = answerOf(netPromoterInterval({ ...counts, method: 'score' }));
    expect(adjusted.lower).toBeCloseTo(expected('nps-ci-zero', 'adjLo'), 6);
    expect(adjusted.center + adjusted.margin).toBeCloseTo(expected('nps-ci-zero', 'adjHiUnclipped'), 6);
    expect(adjusted.upper).toBe(1);
    expect(intervalOf([0, 0, 10], 'adjusted-wald').lower).toBe(-1);
    expect([wald.lower, wald.upper]).toEqual([1, 1]);
    expect(score.lower).toBeCloseTo(expected('nps-ci-zero', 'scoreLo'), 6);
    expect(score.upper).toBe(1);
  });

  // mpmath 1.3, 30 digits: limits by bisection, the likelihood maximised by a golden-section search.
  it.each([
    [[50, 30, 20], 0.95, 0.139551416141957, 0.443393066335859],
    [[50, 30, 20], 0.99, 0.0869540257350413, 0.484007564190492],
    [[10, 0, 0], 0.95, 0.444934400274221, 1],
    [[0, 10, 0], 0.95, -0.277532799862889, 0.277532799862889],
    [[3, 0, 7], 0.9, -0.746246832193604, 0.11660040826033],
    [[1, 0, 0], 0.95, -0.586901371245525, 1],
    [[0, 1, 4], 0.5, -0.89317433043306, -0.649881740482884],
    [[2308, 579, 131], 0.95, 0.701575229457522, 0.739877211532318],
    [[1, 1, 1], 0.999, -0.852298667872941, 0.852298667872941],
  ] as const)('by a test of every score: %j at %d', (counts, level, lower, upper) => {
    const interval = intervalOf(counts, 'score', level);
    expect(interval.lower).toBeCloseTo(lower, 13);
    expect(interval.upper).toBeCloseTo(upper, 13);
  });

  it('holds the true score about as often as promised, whoever happens to answer', () => {
    const truth = { promoters: 0.5, passives: 0.3, detractors: 0.2 };
    const answers = 30;
    const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));
    const held = { 'adjusted-wald': 0, wald: 0, score: 0 };
    for (let promoters = 0; promoters <= answers; promoters += 1) {
      for (let detractors = 0; promoters + detractors <= answers; detractors += 1) {
        const passives = answers - promoters - detractors;
        const arrangements = factorial(answers) / factorial(promoters) / factorial(passives) / factorial(detractors);
        const chance =
          arrangements * truth.promoters ** promoters * truth.passives ** passives * truth.detractors ** detractors;
        for (const how of intervalMethods) {
          const { lower, upper } = intervalOf([promoters, passives, detractors], how);
          if (lower <= 0.3 && upper >= 0.3) held[how] += chance;
        }
      }
    }
    expect(Math.abs(held['adjusted-wald'] - 0.95)).toBeLessThan(0.01);
    expect(Math.abs(held.score - 0.95)).toBeLessThan(0.01);
    expect(held.wald).toBeLessThan(0.945);
  });

  it.each([
    ['nobody answered', { promoters: 0, passives: 0, detractors: 0 }, 'no-answers', undefined],
    ['a count is negative', { promoters: -1, passives: 0, detractors: 3 }, 'negative-count', 'promoters'],
    ['a count is missing', { promoters: 1, passives: Number.NaN, detractors: 3 }, 'not-a-number', 'passives'],
    ['counts end all numbers', { promoters: 1e308, passives: 1e308, detractors: 0 }, 'too-large', undefined],
    [
      'it is to be certain',
      { promoters: 1, passives: 0, detractors: 0, confidence: 1 },
      'not-a-confidence',
      'confidence',
    ],
    [
      'it is to be empty',
      { promoters: 1, passives: 0, detractors: 0, confidence: 0 },
      'not-a-confidence',
      'confidence',
    ],
  ])('is no number where %s', (_, input, reason, field) => {
    for (const how of intervalMethods) {
      expect(netPromoterInterval({ ...input, method: how })).toEqual({ ok: false, reason, field });
    }
  });

  it('turns around with promoters and detractors', () => {
    fc.assert(
      fc.property(survey, method, confidence, ({ promoters, passives, detractors }, how, level) => {
        const there = intervalOf([promoters, passives, detractors], how, level);
        const back = intervalOf([detractors, passives, promoters], how, level);
        expect(there.lower + back.upper).toBeCloseTo(0, 12);
        expect(there.upper + back.lower).toBeCloseTo(0, 12);
      }),
    );
  });

  it('is more the surer I want to be', () => {
    fc.assert(
      fc.property(survey, method, confidence, confidence, ({ promoters, passives, detractors }, how, one, other) => {
        const less = intervalOf([promoters, passives, detractors], how, Math.min(one, other));
        const more = intervalOf([promoters, passives, detractors], how, Math.max(one, other));
        expect(more.lower).toBeLessThanOrEqual(less.lower + 1e-14);
        expect(more.upper).toBeGreaterThanOrEqual(less.upper - 1e-14);
      }),
    );
  });

  it('is less with more answers of the same shares', () => {
    fc.assert(
      fc.property(survey, fc.integer({ min: 2, max: 50 }), ({ promoters, passives, detractors }, times) => {
        for (const how of ['wald', 'score'] as const) {
          const few = intervalOf([promoters, passives, detractors], how);
          const many = intervalOf([promoters * times, passives * times, detractors * times], how);
          expect(widthOf(many)).toBeLessThanOrEqual(widthOf(few) + 1e-14);
        }
      }),
    );
  });

  it('is less with more answers of the same shares also for the adjusted interval, before it is cut off', () => {
    fc.assert(
      fc.property(survey, fc.integer({ min: 2, max: 50 }), ({ promoters, passives, detractors }, times) => {
        const few = intervalOf([promoters, passives, detractors], 'adjusted-wald');
        const many = intervalOf([promoters * times, passives * times, detractors * times], 'adjusted-wald');
        expect(many.margin).toBeLessThan(few.margin);
      }),
    );
  });
});

describe('whether the interval holds the score it is about', () => {
  it('always, for the two that add no answers', () => {
    fc.assert(
      fc.property(survey, confidence, ({ promoters, passives, detractors }, level) => {
        for (const how of ['wald', 'score'] as const) {
          const { score, lower, upper } = intervalOf([promoters, passives, detractors], how, level);
          expect(lower).toBeLessThanOrEqual(score);
          expect(upper).toBeGreaterThanOrEqual(score);
        }
      }),
    );
  });

  it('for the adjusted interval, unless three answers outweigh its margin', () => {
    fc.assert(
      fc.property(survey, confidence, ({ promoters, passives, detractors }, level) => {
        const { score, margin, lower, upper } = intervalOf([promoters, passives, detractors], 'adjusted-wald', level);
        const shift = (3 * Math.abs(score)) / (promoters + passives + detractors + 3);
        fc.pre(Math.abs(shift - margin) > 1e-12);
        expect(lower <= score && score <= upper).toBe(shift < margin);
      }),
    );
  });

  const upTo = (most: number) => Array.from({ length: most + 1 }, (_, n) => n);
  const smallSurveys = upTo(60)
    .flatMap((promoters) => upTo(60 - promoters).map((detractors) => [promoters, detractors] as const))
    .flatMap(([promoters, detractors]) => [0, 1, 2, 10].map((passives) => [promoters, passives, detractors] as const))
    .slice(1);
  const leavesOut = (level: number) =>
    smallSurveys.filter((counts) => {
      const { score, lower, upper } = intervalOf(counts, 'adjusted-wald', level);
      return lower > score || upper < score;
    });

  it.each([
    [0.9, 4],
    [0.95, 1],
    [0.99, 0],
  ])('for the adjusted interval at %d, unless at most %d answers are all the same extreme', (level, most) => {
    const alone = Array.from({ length: most }, (_, index) => index + 1);
    const extremes = [
      ...alone
        .toReversed()
        .map((n) => [0, 0, n])
        .toReversed(),
      ...alone.map((n) => [n, 0, 0]),
    ];
    expect(leavesOut(level)).toEqual(extremes);
  });

  it('for the adjusted interval below 0.84, not where all are promoters, however many', () => {
    for (const promoters of [1, 10, 1000, 1e9])
      expect(intervalOf([promoters, 0, 0], 'adjusted-wald', 0.83).upper).toBeLessThan(1);
    for (const [a, b, c] of leavesOut(0.85)) expect([a, b, c].filter((n) => n === 0)).toHaveLength(2);
  });
});

interface PublishedDifference {
  readonly diff: number;
  readonly se: number;
  readonly lo: number;
  readonly hi: number;
  readonly p: number;
}

describe('whether the score changed between two surveys', () => {
  const counts = (name: string) => {
    const [detractors = 0, passives = 0, promoters = 0] = list('nps-diff-1', 'inputs', name);
    return { promoters, passives, detractors };
  };
  const published = vectors.find(({ id }) => id === 'nps-diff-1')?.expected as unknown as Readonly<
    Record<'wald' | 'adjustedWald', PublishedDifference>
  >;

  it.each([
    ['adjusted-wald', published.adjustedWald],
    ['wald', published.wald],
  ] as const)('is what an independent computation found: %s', (how, { diff, se, lo, hi, p }) => {
    // The published difference is x − y.
    const change = answerOf(netPromoterDifference({ before: counts('y'), after: counts('x'), method: how }));
    expect(change.difference).toBeCloseTo(0.2, 14);
    expect(change.center).toBeCloseTo(diff, 10);
    expect(change.standardError).toBeCloseTo(se, 10);
    expect(change.lower).toBeCloseTo(lo, 9);
    expect(change.upper).toBeCloseTo(hi, 9);
    expect(change.pValue).toBeCloseTo(p, 9);
  });

  // SciPy 1.17: norm.interval and norm.sf on NumPy sums.
  it.each([
    ['adjusted-wald', 0.95, [6, 9, 5], [10, 6, 4], -0.2203834192845228, 0.655166027980175, 0.33041218026648156],
    ['wald', 0.95, [6, 9, 5], [10, 6, 4], -0.221512915250126, 0.7215129152501261, 0.2987168835195261],
    [
      'adjusted-wald',
      0.99,
      [335, 372, 308],
      [1386, 351, 58],
      0.640834456995104,
      0.783317241792678,
      3.5672686129475346e-146,
    ],
    ['wald', 0.99, [335, 372, 308], [1386, 351, 58], 0.6419101584669974, 0.7845536092512128, 2.5674508171762204e-146],
  ] as const)('is what SciPy finds: %s at %d of %j and %j', (how, level, first, second, lower, upper, pValue) => {
    const [before, after] = [first, second].map(([promoters, passives, detractors]) => ({
      promoters,
      passives,
      detractors,
    })) as [ReturnType<typeof counts>, ReturnType<typeof counts>];
    const change = answerOf(netPromoterDifference({ before, after, confidence: level, method: how }));
    expect(change.lower).toBeCloseTo(lower, 12);
    expect(change.upper).toBeCloseTo(upper, 12);
    expect(change.pValue / pValue).toBeCloseTo(1, 10);
  });

  const some = { promoters: 5, passives: 3, detractors: 2 };
  const none = { promoters: 0, passives: 0, detractors: 0 };
  const promoters = { promoters: 7, passives: 0, detractors: 0 };
  it.each([
    ['the first is empty', { before: none, after: some }, 'no-answers', 'before'],
    ['the second is empty', { before: some, after: none }, 'no-answers', 'after'],
    ['a count is negative', { before: some, after: { ...some, passives: -1 } }, 'negative-count', 'after.passives'],
    [
      'a count is missing',
      { before: { ...some, promoters: Number.NaN }, after: some },
      'not-a-number',
      'before.promoters',
    ],
    [
      'counts end all numbers',
      { before: some, after: { ...some, promoters: 1e308, passives: 1e308 } },
      'too-large',
      'after',
    ],
    ['it is to be certain', { before: some, after: some, confidence: 1 }, 'not-a-confidence', 'confidence'],
    [
      'everyone answers alike, for the textbook',
      { before: promoters, after: promoters, method: 'wald' },
      'no-variation',
      undefined,
    ],
  ] as const)('cannot be said where %s', (_, input, reason, field) => {
    expect(netPromoterDifference(input)).toEqual({ ok: false, reason, field });
  });

  it('cannot show more than there is', () => {
    const before = { promoters: 0, passives: 0, detractors: 1 };
    const change = answerOf(
      netPromoterDifference({ before, after: { ...before, promoters: 1, detractors: 0 }, confidence: 0.9999 }),
    );
    expect(change.upper).toBe(2);
    expect(change.center + change.margin).toBeGreaterThan(2);
  });

  it('is no for a survey and itself, at any confidence', () => {
    fc.assert(
      fc.property(survey, confidence, (same, level) => {
        const change = answerOf(netPromoterDifference({ before: same, after: same, confidence: level }));
        expect(change).toMatchObject({ difference: 0, center: 0, pValue: 1 });
        expect(change.lower).toBeLessThan(0);
        expect(change.upper).toBeGreaterThan(0);
      }),
    );
  });

  it('is the other way round for the surveys the other way round', () => {
    fc.assert(
      fc.property(survey, survey, (before, after) => {
        const there = answerOf(netPromoterDifference({ before, after }));
        const back = answerOf(netPromoterDifference({ before: after, after: before }));
        expect(there.difference + back.difference).toBe(0);
        expect(there.lower + back.upper).toBeCloseTo(0, 14);
        expect(there.pValue).toBeCloseTo(back.pValue, 14);
      }),
    );
  });

  it('has an interval without 0 exactly when the p-value is small', () => {
    fc.assert(
      fc.property(survey, survey, confidence, (before, after, level) => {
        const { lower, upper, pValue } = answerOf(netPromoterDifference({ before, after, confidence: level }));
        fc.pre(Math.abs(pValue - (1 - level)) > 1e-9);
        expect(lower > 0 || upper < 0).toBe(pValue < 1 - level);
      }),
    );
  });
});

describe('how the score moves over several surveys', () => {
  it('shows each with its interval, and its change since the one before', () => {
    const surveys = [
      { promoters: 40, passives: 30, detractors: 30 },
      { promoters: 50, passives: 30, detractors: 20 },
      { promoters: 0, passives: 0, detractors: 9 },
    ] as const;
    const points = answerOf(netPromoterTrend({ surveys, confidence: 0.9 }));
    expect(points.map(({ score }) => score)).toEqual(surveys.map((one) => answerOf(netPromoterScore(one))));
    expect(points).toEqual([
      { ...answerOf(netPromoterInterval({ ...surveys[0], confidence: 0.9 })), change: undefined },
      {
        ...answerOf(netPromoterInterval({ ...surveys[1], confidence: 0.9 })),
        change: answerOf(netPromoterDifference({ before: surveys[0], after: surveys[1], confidence: 0.9 })),
      },
      {
        ...answerOf(netPromoterInterval({ ...surveys[2], confidence: 0.9 })),
        change: answerOf(netPromoterDifference({ before: surveys[1], after: surveys[2], confidence: 0.9 })),
      },
    ]);
  });

  const some = { promoters: 5, passives: 3, detractors: 2 };
  it.each([
    ['there are no surveys', { surveys: [] }, 'no-surveys', 'surveys'],
    ['one is empty', { surveys: [some, { promoters: 0, passives: 0, detractors: 0 }] }, 'no-answers', 'surveys.1'],
    [
      'a count is negative',
      { surveys: [some, some, { ...some, detractors: -2 }] },
      'negative-count',
      'surveys.2.detractors',
    ],
    ['it is to be certain', { surveys: [some], confidence: 1 }, 'not-a-confidence', 'confidence'],
  ])('cannot be said where %s', (_, input, reason, field) => {
    expect(netPromoterTrend(input)).toEqual({ ok: false, reason, field });
  });

  it('of one survey is that survey', () => {
    expect(answerOf(netPromoterTrend({ surveys: [some] }))).toHaveLength(1);
  });
});
