import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  carryOver,
  type DiscountedLifetimeValueInput,
  discountedLifetimeValue,
  monthlyDiscountRate,
  type PaymentTiming,
  paymentTimings,
  perpetualLifetimeValue,
} from '../../src/lib/metrics/lifetime-value/discounted-lifetime-value.ts';
import { simpleLifetimeValue } from '../../src/lib/metrics/lifetime-value/simple-lifetime-value.ts';
import { valueOverTime } from '../../src/lib/metrics/lifetime-value/value-over-time.ts';
import { answerOf } from './answer-of.ts';
import { expected, inputs, list, table } from './published.ts';

/** A margin of one payment without growth, as the literature writes it. */
function margin(
  amount: number,
  retention: number,
  discount: number,
  firstPayment: PaymentTiming,
): DiscountedLifetimeValueInput {
  return { arpa: amount, grossMargin: 1, churn: 1 - retention, expansion: 0, discount, firstPayment };
}

describe('published and independently computed lifetime values', () => {
  it('simple', () => {
    const input = inputs('ltv-simple-1', 'arpa', 'grossMargin', 'churn');
    expect(answerOf(simpleLifetimeValue(input))).toBeCloseTo(expected('ltv-simple-1', 'ltv'), 9);
  });

  it('for ever, first payment at once (Fader & Hardie, note 024, equation 1)', () => {
    const { margin: amount, retention, discount } = inputs('ltv-mm-case1', 'margin', 'retention', 'discount');
    const value = perpetualLifetimeValue(margin(amount, retention, discount, 'at-once'));
    expect(answerOf(value)).toBeCloseTo(expected('ltv-mm-case1', 'clv'), 9);
  });

  it('for ever, just after a payment, over their whole table (equation 2)', () => {
    const id = 'ltv-mm-case2-table';
    for (const [row, retention] of list(id, 'inputs', 'retention').entries()) {
      for (const [column, discount] of list(id, 'inputs', 'discount').entries()) {
        const value = perpetualLifetimeValue(margin(1, retention, discount, 'after-the-first'));
        expect(answerOf(value)).toBeCloseTo(table(id, 'expected', 'table')[row]?.[column] ?? Number.NaN, 6);
      }
    }
  });

  it('for ever, first payment at the end of the period (equation 3)', () => {
    const { margin: amount, retention, discount } = inputs('ltv-mm-case3', 'margin', 'retention', 'discount');
    const value = perpetualLifetimeValue(margin(amount, retention, discount, 'end-of-period'));
    expect(answerOf(value)).toBeCloseTo(expected('ltv-mm-case3', 'clv'), 9);
  });

  it('within a horizon', () => {
    const id = 'ltv-finite-1';
    const { margin: arpa, retention, ...rates } = inputs(id, 'margin', 'retention', 'expansion', 'discount', 'periods');
    const value = discountedLifetimeValue({ arpa, grossMargin: 1, churn: 1 - retention, ...rates });
    expect(answerOf(value)).toBeCloseTo(expected(id, 'value'), 6);
  });

  it('growth that outruns churn has a value within a horizon and none without', () => {
    const id = 'ltv-negchurn-1';
    const {
      margin: arpa,
      logoChurn: churn,
      periods,
      ...rates
    } = inputs(id, 'margin', 'logoChurn', 'expansion', 'discount', 'periods');
    const input = { arpa, grossMargin: 1, churn, ...rates };
    expect(carryOver(input)).toBeCloseTo(expected(id, 'q'), 9);
    expect(perpetualLifetimeValue(input)).toEqual({ ok: false, reason: 'diverges' });
    expect(answerOf(discountedLifetimeValue({ ...input, periods }))).toBeCloseTo(expected(id, 'finite'), 6);
  });
});

describe('a lifetime value that does not exist', () => {
  const base = { arpa: 100, grossMargin: 0.8, churn: 0.05 };
  const rates = { expansion: 0, discount: 0 };
  it.each([
    ['nobody leaves', simpleLifetimeValue({ ...base, churn: 0 }), 'no-churn', 'churn'],
    ['nobody leaves, written −0', simpleLifetimeValue({ ...base, churn: -0 }), 'no-churn', 'churn'],
    ['churn above 1', simpleLifetimeValue({ ...base, churn: 1.2 }), 'not-a-share', 'churn'],
    ['churn below 0', simpleLifetimeValue({ ...base, churn: -0.1 }), 'not-a-share', 'churn'],
    ['churn that was no number', simpleLifetimeValue({ ...base, churn: Number.NaN }), 'not-a-number', 'churn'],
    ['margin above 1', simpleLifetimeValue({ ...base, grossMargin: 1.1 }), 'margin-above-one', 'grossMargin'],
    ['negative revenue', simpleLifetimeValue({ ...base, arpa: -1 }), 'negative-amount', 'arpa'],
    [
      'more money than numbers',
      simpleLifetimeValue({ arpa: 1e308, grossMargin: 1, churn: 0.01 }),
      'too-large',
      undefined,
    ],
    ['no months', discountedLifetimeValue({ ...base, ...rates, periods: 0 }), 'horizon-not-positive', 'periods'],
    ['endless months', discountedLifetimeValue({ ...base, ...rates, periods: 1 / 0 }), 'not-a-number', 'periods'],
    [
      'discount of −100 %',
      perpetualLifetimeValue({ ...base, ...rates, discount: -1 }),
      'rate-below-minus-one',
      'discount',
    ],
    [
      'growth of −100 %',
      perpetualLifetimeValue({ ...base, ...rates, expansion: -1 }),
      'rate-below-minus-one',
      'expansion',
    ],
    ['nothing lost, for ever', perpetualLifetimeValue({ ...base, ...rates, churn: 0 }), 'never-ends', undefined],
    [
      'growth beyond numbers',
      discountedLifetimeValue({ ...base, expansion: 1e9, discount: 0, periods: 1200 }),
      'too-large',
      undefined,
    ],
  ] as const)('%s is an answer, not a number', (_, result, reason, field) => {
    expect(result).toEqual({ ok: false, reason, field });
  });

  it('nobody leaving still has a value within a horizon', () => {
    expect(discountedLifetimeValue({ ...base, ...rates, churn: 0, periods: 24 })).toEqual({ ok: true, value: 1920 });
  });

  it('everybody leaving after the first payment leaves that payment, whatever the other rates', () => {
    for (const expansion of [-0.2, 0, 0.2]) {
      for (const discount of [0, 0.01 / 12, 0.3]) {
        const input = { ...base, churn: 1, expansion, discount, periods: 36 };
        expect(answerOf(discountedLifetimeValue(input))).toBeCloseTo(80, 9);
        expect(answerOf(perpetualLifetimeValue(input))).toBeCloseTo(80, 9);
      }
    }
  });

  it('a product sold at a loss loses more the longer customers stay, and never shows −0', () => {
    const value = (grossMargin: number) => answerOf(simpleLifetimeValue({ arpa: 100, grossMargin, churn: 0.5 }));
    expect(value(-0.1)).toBe(-20);
    expect(Object.is(value(-0), 0)).toBe(true);
  });
});

const share = fc.double({ min: 0.001, max: 0.999, noNaN: true });
const rates = fc.record({
  churn: fc.double({ min: 0, max: 0.5, noNaN: true }),
  expansion: fc.double({ min: -0.1, max: 0.1, noNaN: true }),
  discount: fc.double({ min: 0, max: 0.1, noNaN: true }),
});
const timing = fc.constantFrom(...paymentTimings);

describe('what must hold for every number', () => {
  it('twelve months of the monthly discount are the yearly one', () => {
    fc.assert(
      fc.property(fc.double({ min: -0.5, max: 3, noNaN: true }), (annualDiscountRate) => {
        const monthly = answerOf(monthlyDiscountRate({ annualDiscountRate }));
        expect((1 + monthly) ** 12 - 1).toBeCloseTo(annualDiscountRate, 9);
      }),
    );
  });

  it('the value over time ends at the closed form, also where the carry-over is 1 or almost', () => {
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

  it('the value for ever is what ever longer horizons come to, whenever the first payment is made', () => {
    fc.assert(
      fc.property(rates, timing, (rate, firstPayment) => {
        const input = { arpa: 100, grossMargin: 0.8, ...rate, firstPayment };
        fc.pre(carryOver(input) < 0.99);
        const horizon = answerOf(discountedLifetimeValue({ ...input, periods: 5000 }));
        expect(horizon / answerOf(perpetualLifetimeValue(input))).toBeCloseTo(1, 9);
      }),
    );
  });

  it('a first payment now is worth the payment itself and everything after it', () => {
    fc.assert(
      fc.property(rates, (rate) => {
        const input = { arpa: 100, grossMargin: 0.8, ...rate };
        fc.pre(carryOver(input) < 0.99);
        const value = (firstPayment: PaymentTiming) => answerOf(perpetualLifetimeValue({ ...input, firstPayment }));
        expect(value('at-once')).toBeCloseTo(80 + value('after-the-first'), 6);
        expect(value('end-of-period') * (1 + rate.discount)).toBeCloseTo(value('at-once'), 6);
      }),
    );
  });

  it('the simple model is the discounted one without discount, growth or horizon, down to the smallest churn', () => {
    const anyChurn = fc.oneof(share, fc.constantFrom(1e-300, 1e-17, 1e-9, 1));
    fc.assert(
      fc.property(anyChurn, share, (churn, grossMargin) => {
        const simple = answerOf(simpleLifetimeValue({ arpa: 100, grossMargin, churn }));
        const forEver = answerOf(perpetualLifetimeValue({ arpa: 100, grossMargin, churn, expansion: 0, discount: 0 }));
        expect(forEver / simple).toBeCloseTo(1, 12);
      }),
    );
  });

  it('more churn never raises the value of customers who bring something', () => {
    fc.assert(
      fc.property(share, share, rates, fc.integer({ min: 1, max: 60 }), (one, other, rate, periods) => {
        const [less, more] = [Math.min(one, other), Math.max(one, other)];
        const simple = (churn: number) => answerOf(simpleLifetimeValue({ arpa: 100, grossMargin: 0.8, churn }));
        const horizon = (churn: number) =>
          answerOf(discountedLifetimeValue({ arpa: 100, grossMargin: 0.8, ...rate, churn, periods }));
        expect(simple(more)).toBeLessThanOrEqual(simple(less));
        expect(horizon(more)).toBeLessThanOrEqual(horizon(less) * (1 + 1e-12));
      }),
    );
  });

  it('no input of any size gives anything but a finite number or a reason', () => {
    const any = fc.oneof(fc.double(), fc.constantFrom(0, -0, 1, -1, 1e308, -1e308, 5e-324, Number.MAX_SAFE_INTEGER));
    const input = fc.record({
      arpa: any,
      grossMargin: any,
      churn: any,
      expansion: any,
      discount: any,
      periods: any,
      firstPayment: timing,
    });
    fc.assert(
      fc.property(input, (numbers) => {
        for (const measure of [simpleLifetimeValue, discountedLifetimeValue, perpetualLifetimeValue]) {
          const result = measure(numbers);
          if (result.ok) expect(Number.isFinite(result.value)).toBe(true);
          else expect(result.reason).toMatch(/^[a-z-]+$/);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
