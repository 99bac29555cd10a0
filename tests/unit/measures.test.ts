import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  annualChurnRate,
  churnHalfLife,
  expectedLifetime,
  monthlyChurnRate,
} from '../../src/lib/metrics/churn-periods.ts';
import { customerChurnRate } from '../../src/lib/metrics/customer-churn-rate.ts';
import { customerRetentionRate } from '../../src/lib/metrics/customer-retention-rate.ts';
import {
  carryOver,
  discountedLifetimeValue,
  monthlyDiscountRate,
  perpetualLifetimeValue,
} from '../../src/lib/metrics/discounted-lifetime-value.ts';
import { computeForContent, type MeasureName, measures, workOut } from '../../src/lib/metrics/measures.ts';
import { netPromoterScore } from '../../src/lib/metrics/net-promoter-score.ts';
import { satisfiedShare } from '../../src/lib/metrics/satisfied-share.ts';
import { sbgRetention } from '../../src/lib/metrics/shifted-beta-geometric.ts';
import { simpleLifetimeValue } from '../../src/lib/metrics/simple-lifetime-value.ts';
import { valueOverTime } from '../../src/lib/metrics/value-over-time.ts';
import { expected, inputs, list } from './published.ts';

function answerOf(result: { ok: true; value: number } | { ok: false; reason: string }): number {
  if (!result.ok) throw new Error(`no answer: ${result.reason}`);
  return result.value;
}

describe('published and independently computed numbers', () => {
  it('simple lifetime value', () => {
    const input = inputs('ltv-simple-1', 'arpa', 'grossMargin', 'churn');
    expect(answerOf(simpleLifetimeValue(input))).toBeCloseTo(expected('ltv-simple-1', 'ltv'), 9);
  });

  it('lifetime value for ever, first payment at once (Fader & Hardie, note 024, equation 1)', () => {
    const { margin, retention, discount } = inputs('ltv-mm-case1', 'margin', 'retention', 'discount');
    const input = { arpa: margin, grossMargin: 1, churn: 1 - retention, expansion: 0, discount };
    expect(answerOf(perpetualLifetimeValue(input))).toBeCloseTo(expected('ltv-mm-case1', 'clv'), 9);
  });

  it('lifetime value within a horizon', () => {
    const { margin, retention, ...rates } = inputs(
      'ltv-finite-1',
      'margin',
      'retention',
      'expansion',
      'discount',
      'periods',
    );
    const value = discountedLifetimeValue({ arpa: margin, grossMargin: 1, churn: 1 - retention, ...rates });
    expect(answerOf(value)).toBeCloseTo(expected('ltv-finite-1', 'value'), 6);
  });

  it('growth that outruns churn has a value within a horizon and none without', () => {
    const id = 'ltv-negchurn-1';
    const { margin, logoChurn, periods, ...rates } = inputs(
      id,
      'margin',
      'logoChurn',
      'expansion',
      'discount',
      'periods',
    );
    const input = { arpa: margin, grossMargin: 1, churn: logoChurn, ...rates };
    expect(carryOver(input)).toBeCloseTo(expected(id, 'q'), 9);
    expect(perpetualLifetimeValue(input)).toEqual({ ok: false, reason: 'diverges' });
    expect(answerOf(discountedLifetimeValue({ ...input, periods }))).toBeCloseTo(expected(id, 'finite'), 6);
  });

  it('churn per year and half-life from churn per month', () => {
    const { monthly: churn } = inputs('conv-1', 'monthly');
    expect(answerOf(annualChurnRate({ churn }))).toBeCloseTo(expected('conv-1', 'annual'), 12);
    expect(answerOf(churnHalfLife({ churn }))).toBeCloseTo(expected('conv-1', 'halfLifeMonths'), 9);
  });

  it('Net Promoter Score (NPS package of the author of Rocks 2016)', () => {
    const counts = inputs('nps-basic', 'promoters', 'passives', 'detractors');
    expect(answerOf(netPromoterScore(counts))).toBeCloseTo(expected('nps-basic', 'nps'), 12);
  });

  it('share of satisfied answers', () => {
    const counts = list('csat-1', 'inputs', 'counts1to5');
    const answers = counts.reduce((sum, count) => sum + count, 0);
    const satisfied = (counts[3] ?? 0) + (counts[4] ?? 0);
    expect(answerOf(satisfiedShare({ satisfied, answers }))).toBeCloseTo(expected('csat-1', 'score'), 12);
  });

  it('retention by tenure multiplies up to the survival curve of Fader & Hardie 2007', () => {
    const shape = inputs('sbg-pred-highend7', 'alpha', 'beta');
    let survival = 1;
    for (const [index, published] of list('sbg-pred-highend7', 'expected', 's').entries()) {
      survival *= answerOf(sbgRetention({ ...shape, period: index + 1 }));
      expect(survival).toBeCloseTo(published, 8);
    }
  });
});

describe('a quantity that does not exist', () => {
  const base = { arpa: 100, grossMargin: 0.8, churn: 0.05 };
  it.each([
    ['nobody leaves', simpleLifetimeValue({ ...base, churn: 0 }), 'no-churn'],
    ['churn above 1', simpleLifetimeValue({ ...base, churn: 1.2 }), 'not-a-share'],
    ['churn below 0', simpleLifetimeValue({ ...base, churn: -0.1 }), 'not-a-share'],
    ['margin above 1', simpleLifetimeValue({ ...base, grossMargin: 1.1 }), 'margin-above-one'],
    ['negative revenue', simpleLifetimeValue({ ...base, arpa: -1 }), 'negative-amount'],
    ['no months', discountedLifetimeValue({ ...base, expansion: 0, discount: 0, periods: 0 }), 'horizon-not-positive'],
    ['discount of −100 %', perpetualLifetimeValue({ ...base, expansion: 0, discount: -1 }), 'rate-below-minus-one'],
    [
      'growth beyond numbers',
      discountedLifetimeValue({ ...base, expansion: 1e9, discount: 0, periods: 1200 }),
      'too-large',
    ],
    ['no customers', customerChurnRate({ customersAtStart: 0, customersLost: 0 }), 'no-customers-at-start'],
    [
      'more lost than there were',
      customerChurnRate({ customersAtStart: 5, customersLost: 6 }),
      'more-lost-than-at-start',
    ],
    ['negative count', customerChurnRate({ customersAtStart: 5, customersLost: -1 }), 'negative-count'],
    [
      'more new than all',
      customerRetentionRate({ customersAtStart: 5, customersAtEnd: 3, newCustomers: 4 }),
      'more-new-than-at-end',
    ],
    ['no answers', netPromoterScore({ promoters: 0, passives: 0, detractors: 0 }), 'no-answers'],
    ['half-life without churn', churnHalfLife({ churn: 0 }), 'no-churn'],
    ['lifetime without churn', expectedLifetime({ churn: 0 }), 'no-churn'],
    ['a shape of zero', sbgRetention({ alpha: 0, beta: 1, period: 1 }), 'shape-not-positive'],
  ] as const)('%s is an answer, not a number', (_, result, reason) => {
    expect(result).toEqual({ ok: false, reason });
  });

  it('nobody leaving still has a value within a horizon', () => {
    const input = { ...base, churn: 0, expansion: 0, discount: 0, periods: 24 };
    expect(discountedLifetimeValue(input)).toEqual({ ok: true, value: 100 * 0.8 * 24 });
  });
});

const share = fc.double({ min: 0.001, max: 0.999, noNaN: true });
const count = fc.integer({ min: 1, max: 1_000_000 });

describe('what must hold for every number', () => {
  it('churn and retention of the same customers and period add up to 1', () => {
    fc.assert(
      fc.property(
        count,
        fc.double({ min: 0, max: 1, noNaN: true }),
        count,
        (customersAtStart, lostShare, newCustomers) => {
          const customersLost = Math.floor(customersAtStart * lostShare);
          const churn = answerOf(customerChurnRate({ customersAtStart, customersLost }));
          const customersAtEnd = customersAtStart - customersLost + newCustomers;
          const retention = answerOf(customerRetentionRate({ customersAtStart, customersAtEnd, newCustomers }));
          expect(churn + retention).toBeCloseTo(1, 9);
        },
      ),
    );
  });

  it('a churn per month turned into a year and back is the same', () => {
    fc.assert(
      fc.property(share, (churn) => {
        const annualChurn = answerOf(annualChurnRate({ churn }));
        fc.pre(annualChurn < 0.999_999);
        expect(answerOf(monthlyChurnRate({ annualChurn }))).toBeCloseTo(churn, 6);
      }),
    );
  });

  it('twelve months of the monthly discount are the yearly one', () => {
    fc.assert(
      fc.property(fc.double({ min: -0.5, max: 3, noNaN: true }), (annual) => {
        expect((1 + monthlyDiscountRate(annual)) ** 12 - 1).toBeCloseTo(annual, 9);
      }),
    );
  });

  it('the value over time ends at the closed form, also where the carry-over is 1 or almost', () => {
    const rates = fc.record({
      churn: fc.double({ min: 0, max: 0.5, noNaN: true }),
      expansion: fc.double({ min: -0.1, max: 0.1, noNaN: true }),
      discount: fc.double({ min: 0, max: 0.1, noNaN: true }),
    });
    const nearOne = fc.constantFrom(0, 1e-15, 1e-12, 1e-9).map((churn) => ({ churn, expansion: 0, discount: 0 }));
    fc.assert(
      fc.property(fc.oneof(rates, nearOne), fc.integer({ min: 1, max: 240 }), (rate, periods) => {
        const input = { arpa: 100, grossMargin: 0.8, ...rate };
        const closed = answerOf(discountedLifetimeValue({ ...input, periods }));
        const summed = valueOverTime(input, periods).at(-1)?.total ?? Number.NaN;
        expect(summed / closed).toBeCloseTo(1, 9);
      }),
    );
  });

  it('the simple model is the discounted one without discount, growth or horizon', () => {
    fc.assert(
      fc.property(share, share, (churn, grossMargin) => {
        const simple = answerOf(simpleLifetimeValue({ arpa: 100, grossMargin, churn }));
        const forEver = answerOf(perpetualLifetimeValue({ arpa: 100, grossMargin, churn, expansion: 0, discount: 0 }));
        expect(forEver / simple).toBeCloseTo(1, 9);
      }),
    );
  });
});

/** Inputs for which each measure has an answer. */
const examples: Readonly<Record<MeasureName, Record<string, number>>> = {
  customerChurnRate: { customersAtStart: 600, customersLost: 18 },
  customerRetentionRate: { customersAtStart: 600, customersAtEnd: 640, newCustomers: 58 },
  annualChurnRate: { churn: 0.05 },
  monthlyChurnRate: { annualChurn: 0.4 },
  survivalShare: { churn: 0.05, periods: 20 },
  churnHalfLife: { churn: 0.05 },
  expectedLifetime: { churn: 0.05 },
  simpleLifetimeValue: { arpa: 100, grossMargin: 0.8, churn: 0.05 },
  discountedLifetimeValue: { arpa: 100, grossMargin: 0.8, churn: 0.05, expansion: 0.01, discount: 0.008, periods: 36 },
  netPromoterScore: { promoters: 50, passives: 30, detractors: 20 },
  satisfiedShare: { satisfied: 65, answers: 100 },
  sbgRetention: { alpha: 0.668, beta: 3.806, period: 3 },
};

describe('the formula a page shows', () => {
  it.each(Object.keys(examples) as MeasureName[])('of %s gives the number the page computes', (name) => {
    const inputs = examples[name];
    const { steps } = measures[name];
    const last = steps.at(-1)?.name;
    expect(last).toBeDefined();
    const byFormula = last && workOut(steps, inputs)[last];
    expect(byFormula).toBeCloseTo(computeForContent(name, inputs), 9);
  });

  it('refuses a worked example with the wrong inputs, naming the right ones', () => {
    expect(() => computeForContent('customerChurnRate', { churn: 1 })).toThrow(/takes customersAtStart, customersLost/);
    expect(() => computeForContent('expectedLifetime', { churn: 0 })).toThrow(/no answer.*no-churn/);
  });
});
