import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kaplanMeier } from '../../src/lib/metrics/churn/kaplan-meier.ts';
import { logRankTest } from '../../src/lib/metrics/churn/log-rank-test.ts';
import type { ObservedDurations } from '../../src/lib/metrics/churn/observed-durations.ts';
import vectors from '../vectors/metrics.json' with { type: 'json' };
import { answerOf } from './answer-of.ts';
import { expectNumbersOrReasons } from './any-input.ts';
import { rows as dataRows } from './data.ts';
import { expected, inputs, list } from './published.ts';

function relative(given: number, wanted: number): number {
  return Math.abs(given / wanted - 1);
}

function published(id: string): ObservedDurations {
  return { durations: list(id, 'inputs', 'time'), ended: list(id, 'inputs', 'event') };
}

/** Weeks in remission of children with leukemia who got a placebo: E. Freireich and others, Blood 21(6), 1963. */
const placebo = {
  durations: [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23],
  ended: Array<number>(21).fill(1),
};

const customers = dataRows('telco_churn_reduced.csv');

function byContract(...contracts: string[]): ObservedDurations {
  const chosen = customers.filter(({ contract = '' }) => contracts.includes(contract));
  return {
    durations: chosen.map((row) => Number(row.tenure_months)),
    ended: chosen.map((row) => Number(row.churned)),
  };
}

const monthly = byContract('Month-to-month');
const yearly = byContract('One year');
const twoYearly = byContract('Two year');

describe('how long customers stay, also when most are still there', () => {
  const id = 'km-aml-maintained';
  it.each([id, 'km-freireich'])('agrees with the published curve %s', (name) => {
    const { conf: confidence } = inputs(name, 'conf');
    const { rows, median } = answerOf(kaplanMeier({ ...published(name), confidence }));
    expect(rows.map(({ time }) => time)).toEqual(list(name, 'expected', 'time'));
    for (const [index, { survival, standardError }] of rows.entries()) {
      expect(survival).toBeCloseTo(list(name, 'expected', 's')[index] ?? Number.NaN, 9);
      expect(standardError).toBeCloseTo(list(name, 'expected', 'se')[index] ?? Number.NaN, 9);
    }
    expect(median).toBe(expected(name, 'median'));
  });

  it('agrees with the published numbers at risk and log–log limits', () => {
    const { rows, ...counts } = answerOf(kaplanMeier(published(id)));
    expect(rows.map(({ atRisk }) => atRisk)).toEqual(list(id, 'expected', 'nRisk'));
    for (const [index, { lower, upper }] of rows.entries()) {
      expect(lower).toBeCloseTo(list(id, 'expected', 'loglogLo')[index] ?? Number.NaN, 9);
      expect(upper).toBeCloseTo(list(id, 'expected', 'loglogHi')[index] ?? Number.NaN, 9);
    }
    expect(counts).toMatchObject({ customers: 11, ended: 7 });
  });

  // scipy.stats.ecdf with log-log limits, SciPy 1.17: where each first falls to a half.
  it.each([
    ['treated', published('km-freireich'), 23, 13, undefined],
    ['given a placebo', placebo, 8, 4, 11],
    ['maintained', published(id), 31, 13, undefined],
    ['on a contract by the month', monthly, 35, 32, 38],
    ['on a contract by the year', yearly, undefined, 72, undefined],
    ['on a contract by two years', twoYearly, undefined, undefined, undefined],
  ])('gives the time by which half of those %s ended, and its limits', (_, data, median, medianLower, medianUpper) => {
    expect(answerOf(kaplanMeier(data))).toMatchObject({ median, medianLower, medianUpper });
  });

  // scipy.stats.ecdf with log-log limits, SciPy 1.17.
  it.each([
    ['monthly', monthly, 1, 0.9019354838709678, 0.8921380576286748, 0.9108879555084525],
    ['monthly', monthly, 12, 0.703096636348866, 0.6872593576208225, 0.7183040754301784],
    ['monthly', monthly, 60, 0.2971581346599373, 0.26934476653950107, 0.32543881784793266],
    ['yearly', yearly, 12, 0.9908082040748656, 0.9842195307701669, 0.9946534315046798],
    ['yearly', yearly, 60, 0.8318260847305994, 0.8004685292754861, 0.8586960470949823],
    ['two-yearly', twoYearly, 60, 0.9861995455959088, 0.9778306225863055, 0.9914230427026924],
  ])('agrees with SciPy on 7,043 %s customers after %4$d months', (_, data, month, survival, lower, upper) => {
    const row = answerOf(kaplanMeier(data)).rows.findLast(({ time }) => time <= month);
    expect(relative(row?.survival ?? 0, survival)).toBeLessThan(1e-12);
    expect(relative(row?.lower ?? 0, lower)).toBeLessThan(1e-12);
    expect(relative(row?.upper ?? 0, upper)).toBeLessThan(1e-12);
  });

  it('takes the middle when exactly half stay for a while, and its start when they stay for good', () => {
    expect(answerOf(kaplanMeier({ durations: [1, 2, 3, 4], ended: [1, 1, 1, 1] })).median).toBe(2.5);
    expect(answerOf(kaplanMeier({ durations: [1, 2, 3, 4], ended: [1, 1, 0, 0] })).median).toBe(2);
    // 2/3 × 3/4 is a half only to the last digit.
    const third = { durations: [1, 1, 2, 3, 3, 3], ended: [1, 1, 1, 1, 0, 0] };
    expect(answerOf(kaplanMeier(third)).median).toBe(2.5);
  });

  it('counts a customer last seen at a time as at risk at that time', () => {
    const [row] = answerOf(kaplanMeier({ durations: [5, 5, 6], ended: [1, 0, 0] })).rows;
    expect(row).toMatchObject({ time: 5, atRisk: 3, ended: 1 });
  });

  it('has no standard error or limits where nobody is left', () => {
    const last = answerOf(kaplanMeier({ durations: [1, 2], ended: [1, 1] })).rows.at(-1);
    expect(last).toEqual({
      time: 2,
      atRisk: 1,
      ended: 1,
      survival: 0,
      standardError: undefined,
      lower: undefined,
      upper: undefined,
    });
  });

  it('knows only that all stay so far when nobody ended', () => {
    expect(answerOf(kaplanMeier({ durations: [3, 0, 7], ended: [false, false, false] }))).toEqual({
      customers: 3,
      ended: 0,
      rows: [],
      median: undefined,
      medianLower: undefined,
      medianUpper: undefined,
    });
  });

  it('takes customers who left at once, typed arrays and yes or no', () => {
    const plain = { durations: [-0, 0, 2], ended: [1, 0, 1] };
    const typed = { durations: Float64Array.of(0, 0, 2), ended: Uint8Array.of(1, 0, 1) };
    const answer = answerOf(kaplanMeier(plain));
    expect(answer.rows[0]).toMatchObject({ time: 0, atRisk: 3, ended: 1 });
    expect(kaplanMeier(typed)).toEqual({ ok: true, value: answer });
    expect(kaplanMeier({ ...plain, ended: [true, false, true] })).toEqual({ ok: true, value: answer });
  });
});

const group = fc
  .array(fc.tuple(fc.oneof(fc.nat(8), fc.double({ min: 0, max: 8, noNaN: true })), fc.boolean()), {
    minLength: 1,
    maxLength: 40,
  })
  .map((seen) => ({ durations: seen.map(([duration]) => duration), ended: seen.map(([, ended]) => ended) }));

function turned({ durations, ended }: ObservedDurations, by: number): ObservedDurations {
  const order = Array.from(durations, (_, index) => (index + by) % durations.length);
  return { durations: order.map((index) => durations[index] ?? 0), ended: order.map((index) => ended[index] ?? 0) };
}

describe('what must hold for every survival curve', () => {
  it('it never rises, stays between 0 and 1, and lies within its limits', () => {
    fc.assert(
      fc.property(group, fc.double({ min: 0.01, max: 0.999, noNaN: true }), (data, confidence) => {
        let before = 1;
        for (const { survival, lower, upper } of answerOf(kaplanMeier({ ...data, confidence })).rows) {
          expect(survival).toBeLessThan(before);
          expect(survival).toBeGreaterThanOrEqual(0);
          expect(lower ?? survival).toBeLessThanOrEqual(survival);
          expect(upper ?? survival).toBeGreaterThanOrEqual(survival);
          expect(upper ?? survival).toBeLessThanOrEqual(1);
          before = survival;
        }
      }),
    );
  });

  it('it is the plain share of those who stay longer when all have left', () => {
    fc.assert(
      fc.property(group, ({ durations }) => {
        const { rows } = answerOf(kaplanMeier({ durations, ended: durations.map(() => true) }));
        for (const { time, survival } of rows) {
          const longer = durations.filter((duration) => duration > time).length;
          expect(survival).toBeCloseTo(longer / durations.length, 12);
        }
      }),
    );
  });

  it('it does not depend on the order of the rows', () => {
    fc.assert(
      fc.property(group, fc.nat(), (data, by) => {
        expect(kaplanMeier(turned(data, by))).toEqual(kaplanMeier(data));
      }),
    );
  });

  it('its limits are wider with more confidence', () => {
    const [sure] = answerOf(kaplanMeier({ ...placebo, confidence: 0.99 })).rows;
    const [less] = answerOf(kaplanMeier({ ...placebo, confidence: 0.8 })).rows;
    expect(sure?.lower).toBeLessThan(less?.lower ?? 0);
    expect(sure?.upper).toBeGreaterThan(less?.upper ?? 1);
  });
});

describe('whether groups of customers stay equally long', () => {
  it('agrees with the published test of maintained and not maintained', () => {
    const found = vectors.find(({ id }) => id === 'logrank-aml')?.inputs;
    if (!found || !('group1' in found && 'group2' in found)) throw new Error('tests/vectors holds no groups.');
    const groups = [found.group1, found.group2].map(({ time, event }) => ({ durations: time, ended: event }));
    const value = answerOf(logRankTest({ groups }));
    expect(value.chiSquare).toBeCloseTo(expected('logrank-aml', 'chisq'), 8);
    expect(value.degreesOfFreedom).toBe(expected('logrank-aml', 'df'));
    expect(value.pValue).toBeCloseTo(expected('logrank-aml', 'p'), 10);
    for (const [index, count] of list('logrank-aml', 'expected', 'expected').entries()) {
      expect(value.groups[index]?.expected).toBeCloseTo(count, 7);
    }
    expect(value.groups.map(({ customers: size, observed }) => [size, observed])).toEqual([
      [11, 7],
      [12, 11],
    ]);
  });

  const part = (data: ObservedDurations, keep: (index: number) => boolean): ObservedDurations => ({
    durations: Array.from(data.durations).filter((_, index) => keep(index)),
    ended: Array.from(data.ended).filter((_, index) => keep(index)),
  });
  const thirds = [0, 1, 2].map((third) => part(monthly, (index) => index % 3 === third));
  const halves = [0, 1].map((half) => part(monthly, (index) => index % 2 === half));
  const forty = [monthly, yearly, twoYearly].map((data) => part(data, (index) => index < 40));

  // Two groups: scipy.stats.logrank, SciPy 1.17. Three: the same sums in NumPy, with the pseudoinverse of all of V.
  it.each([
    ['treated and placebo', [published('km-freireich'), placebo], 16.792940989216536, 4.168809109334529e-5],
    ['contracts by one and two years', [yearly, twoYearly], 256.21776680560697, 1.1454483319857166e-57],
    ['two halves of the same customers', halves, 0.5717840607739734, 0.4495508478591176],
    ['three parts of the same customers', thirds, 4.686061654625293, 0.09603612777565465],
    ['the first forty of each contract', forty, 66.16443359645476, 4.291170745178791e-15],
    ['all three contracts', [monthly, yearly, twoYearly], 2352.87253825934, 0],
  ])('agrees with an independent computation for %s', (_, groups, chiSquare, pValue) => {
    const value = answerOf(logRankTest({ groups }));
    expect(value.degreesOfFreedom).toBe(groups.length - 1);
    expect(relative(value.chiSquare, chiSquare)).toBeLessThan(1e-11);
    if (pValue > 0) expect(relative(value.pValue, pValue)).toBeLessThan(1e-9);
    else expect(value.pValue).toBeLessThan(1e-300);
  });

  it('finds no difference between a group and itself', () => {
    const { chiSquare, pValue } = answerOf(logRankTest({ groups: [placebo, placebo, placebo] }));
    expect(chiSquare).toBeCloseTo(0, 12);
    expect(pValue).toBeCloseTo(1, 12);
  });

  it('does not depend on the order of rows or groups, and observes as many as it expects', () => {
    const groups = fc.array(group, { minLength: 2, maxLength: 4 });
    let tested = 0;
    fc.assert(
      fc.property(groups, fc.nat(), (list, by) => {
        const result = logRankTest({ groups: list });
        if (!result.ok) return;
        tested += 1;
        const other = answerOf(logRankTest({ groups: list.toReversed().map((data) => turned(data, by)) }));
        const scale = Math.max(1, result.value.chiSquare);
        expect(other.chiSquare / scale).toBeCloseTo(result.value.chiSquare / scale, 8);
        const sum = (name: 'observed' | 'expected') =>
          result.value.groups.reduce((total, each) => total + each[name], 0);
        expect(sum('expected')).toBeCloseTo(sum('observed'), 9);
      }),
      { numRuns: 300 },
    );
    expect(tested).toBeGreaterThan(100);
  });
});

describe('what is wrong with my numbers', () => {
  const good = { durations: [1, 2, 3], ended: [1, 1, 0] };
  it.each([
    ['nobody', kaplanMeier({ durations: [], ended: [] }), 'no-rows', 'durations'],
    ['columns of different lengths', kaplanMeier({ durations: [1, 2], ended: [1] }), 'lengths-differ', 'ended'],
    ['a negative duration', kaplanMeier({ durations: [1, -2], ended: [1, 1] }), 'negative-duration', 'durations.1'],
    ['no number', kaplanMeier({ durations: [Number.NaN], ended: [1] }), 'not-a-number', 'durations.0'],
    ['no end', kaplanMeier({ durations: [Number.POSITIVE_INFINITY], ended: [1] }), 'not-a-number', 'durations.0'],
    ['another code for the end', kaplanMeier({ durations: [1, 2], ended: [1, 2] }), 'not-zero-or-one', 'ended.1'],
    ['an end not known', kaplanMeier({ durations: [1], ended: [Number.NaN] }), 'not-zero-or-one', 'ended.0'],
    ['certainty', kaplanMeier({ ...good, confidence: 1 }), 'not-a-confidence', 'confidence'],
    ['one group', logRankTest({ groups: [good] }), 'too-few-groups', 'groups'],
    ['an empty group', logRankTest({ groups: [good, { durations: [], ended: [] }] }), 'no-rows', 'groups.1.durations'],
    [
      'a negative duration in a group',
      logRankTest({ groups: [good, { durations: [-1], ended: [1] }] }),
      'negative-duration',
      'groups.1.durations.0',
    ],
    [
      'nobody who ended',
      logRankTest({ groups: [good, good].map(({ durations }) => ({ durations, ended: [0, 0, 0] })) }),
      'nobody-ended',
      undefined,
    ],
    [
      'a group not seen for long enough',
      logRankTest({ groups: [good, good, { durations: [0.5, 0.9], ended: [0, 0] }] }),
      'gone-before-first-end',
      'groups.2.durations',
    ],
    [
      'all who ended at the same time',
      logRankTest({ groups: [good, good].map(() => ({ durations: [4, 4], ended: [1, 1] })) }),
      'all-ended-at-once',
      undefined,
    ],
  ] as const)('%s', (_, result, reason, field) => {
    expect(result).toEqual({ ok: false, reason, field });
  });
});

const anyDuration = fc.oneof(
  { weight: 6, arbitrary: fc.oneof(fc.nat(5), fc.double({ min: 0, noNaN: true, noDefaultInfinity: true })) },
  { weight: 2, arbitrary: fc.constantFrom(0, -0, Number.MIN_VALUE, 1e308, Number.MAX_VALUE) },
  fc.double(),
);
const anyFlag = fc.oneof({ weight: 9, arbitrary: fc.constantFrom(0, 1, true, false) }, fc.double());
const anyGroup = fc
  .array(fc.tuple(anyDuration, anyFlag), { maxLength: 6 })
  .map((seen) => ({ durations: seen.map(([duration]) => duration), ended: seen.map(([, ended]) => ended) }));
const anyConfidence = fc.oneof(
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.constantFrom(Number.MIN_VALUE, 1e-17, 0.95, 1 - 2 ** -53),
  fc.double(),
);

describe('whatever I type, I get numbers or a reason', () => {
  it.each<readonly [string, fc.Arbitrary<unknown>, (input: never) => { readonly ok: boolean }]>([
    [
      'the survival curve',
      fc.tuple(anyGroup, anyConfidence).map(([data, confidence]) => ({ ...data, confidence })),
      kaplanMeier,
    ],
    ['the log-rank test', fc.record({ groups: fc.array(anyGroup, { maxLength: 4 }) }), logRankTest],
  ])('from %s', (_, input, compute) => {
    expectNumbersOrReasons(input, compute, { runs: 5000, answers: 100 });
  });
});

describe('a million customers', () => {
  const size = 1_000_000;
  const ended = Uint8Array.from({ length: size }, (_, row) => (row % 5 < 3 ? 1 : 0));
  /** Without two alike: the multiples of a number that shares no factor with the size go round all of it. */
  const durations = Float64Array.from({ length: size }, (_, row) => (row * 7919) % size);

  it.each([
    ['all at different times', durations],
    ['by the month', durations.map((duration) => Math.floor(duration / 10_000))],
  ])('%s are a curve and a test', (_, column) => {
    const curve = answerOf(kaplanMeier({ durations: column, ended }));
    expect(curve.ended).toBe(600_000);
    const groups = [0, 1].map((half) => ({
      durations: column.filter((_, row) => row % 2 === half),
      ended: ended.filter((_, row) => row % 2 === half),
    }));
    expect(logRankTest({ groups }).ok).toBe(true);
  });
});
