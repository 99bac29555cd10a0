import { describe, expect, it } from 'vitest';
import * as measures from '../../src/lib/metrics/index.ts';
import { answerOf } from './answer-of.ts';

const order = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };

describe('nothing entered as −0 comes back as −0', () => {
  it.each([
    ['a discount', measures.monthlyDiscountRate({ annualDiscountRate: -0 })],
    ['active users', measures.adoptionRate({ activeUsers: -0, users: 5 })],
    ['repeat customers', measures.repeatPurchaseRate({ repeatCustomers: -0, buyingCustomers: 5 })],
    ['a time', measures.repeatOrderShare({ ...order, orders: 2, time: -0 })],
  ])('%s', (_, result) => {
    expect(Object.is(answerOf(result), 0)).toBe(true);
  });

  it('a wait, a seed, a range', () => {
    const { median, percentile90 } = answerOf(measures.firstResponseTime({ waits: [-0] }));
    expect([median, percentile90].every((value) => Object.is(value, 0))).toBe(true);
    const measure = ({ churn }: { churn: number }) => ({ ok: true, value: churn }) as const;
    const simulation = measures.simulate({
      measure,
      inputs: { churn: { kind: 'fixed', value: 1 } },
      draws: 1,
      seed: -0,
    });
    expect(Object.is(answerOf(simulation).seed, 0)).toBe(true);
    const ranges = { churn: { low: -0, high: 1 } };
    const { bars } = answerOf(measures.tornado({ measure, inputs: { churn: 0.5 }, ranges }));
    expect(Object.is(bars[0]?.low, 0)).toBe(true);
  });
});

describe('at the far end of size', () => {
  it('two hundred thousand groups are compared without running out of room', () => {
    const groups = Array.from({ length: 200_000 }, (_, index) => ({ successes: index % 3, trials: 4 }));
    const test = answerOf(measures.chiSquareTest({ groups }));
    expect(test.degreesOfFreedom).toBe(199_999);
    expect(test.smallestExpected).toBeGreaterThan(0);
  });

  it('waits beyond numbers have no mean, and say so', () => {
    const waits = [Number.MAX_VALUE, Number.MAX_VALUE, Number.MAX_VALUE];
    const result = measures.firstResponseTime({ waits });
    if (result.ok) expect(Number.isFinite(result.value.mean)).toBe(true);
    else expect(result.reason).toBe('too-large');
  });

  it('parameters at which a retention would lose its digits are refused', () => {
    const model = { kind: 'beta-discrete-weibull', gamma: 1e12, delta: 1e12, shape: 1 } as const;
    expect(measures.retentionCurve({ model, periods: 1 })).toEqual({ ok: false, reason: 'too-large', field: 'gamma' });
  });

  it('cohorts longer than any forecast are still compared with their model', () => {
    const survivors = Array.from({ length: 3000 }, (_, period) => 1e9 * 0.999 ** period);
    const model = { kind: 'constant-churn', churn: 0.001 } as const;
    expect(answerOf(measures.projectionError({ model, cohorts: [survivors], lastPeriods: 10 }))).toBeCloseTo(0, 9);
  });
});

describe('a reason points to what is wrong', () => {
  const losses = { revenueAtStart: 100, contractionRevenue: 200, churnedRevenue: 0 };
  it.each([
    [
      'the larger of two losses',
      measures.grossRevenueRetention(losses),
      'more-lost-than-revenue',
      'contractionRevenue',
    ],
    [
      'holding out more than there is',
      measures.compareRetentionModels({ cohorts: [[1000, 869, 743, 653]], holdOutPeriods: 5 }),
      'too-few-periods',
      'holdOutPeriods',
    ],
    [
      'a start that is no shape',
      measures.fitShiftedBetaGeometric({ cohorts: [[9, 8, 7, 6]], start: { alpha: -1, beta: Number.NaN } }),
      'not-positive',
      'start.alpha',
    ],
    [
      'a period that was no number',
      measures.shiftedBetaGeometricRetention({ alpha: 1, beta: 1, period: Number.NaN }),
      'not-a-number',
      'period',
    ],
  ])('%s', (_, result, reason, field) => {
    expect(result).toEqual({ ok: false, reason, field });
  });
});

it('with c = 1 the beta-discrete-Weibull log-likelihood is that of the shifted-beta-geometric model', () => {
  const cohorts = [[1000, 869, 743, 653, 593, 551, 517, 491]];
  const weibull = measures.betaDiscreteWeibullLogLikelihood({ cohorts, gamma: 0.7, delta: 3.8, shape: 1 });
  const geometric = measures.shiftedBetaGeometricLogLikelihood({ cohorts, alpha: 0.7, beta: 3.8 });
  expect(answerOf(weibull)).toBeCloseTo(answerOf(geometric), 8);
});
