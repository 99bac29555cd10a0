import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finite } from '../../src/lib/metrics/checks.ts';
import { evaluate, type Formula, type Values } from '../../src/lib/metrics/formula.ts';
import { discountedLifetimeValue } from '../../src/lib/metrics/lifetime-value/discounted-lifetime-value.ts';
import { simpleLifetimeValue } from '../../src/lib/metrics/lifetime-value/simple-lifetime-value.ts';
import { breakEven } from '../../src/lib/metrics/unit-economics/break-even.ts';
import { churnForLifetimeValueRatio } from '../../src/lib/metrics/unit-economics/churn-for-lifetime-value-ratio.ts';
import {
  lifetimeValueToAcquisitionCost,
  lifetimeValueToAcquisitionCostFormula,
} from '../../src/lib/metrics/unit-economics/lifetime-value-to-acquisition-cost.ts';
import {
  paybackMonths,
  paybackMonthsFormula,
  paybackMonthsWithChurn,
  paybackMonthsWithChurnFormula,
} from '../../src/lib/metrics/unit-economics/payback.ts';
import { priceForPayback } from '../../src/lib/metrics/unit-economics/price-for-payback.ts';
import { failure, type Result, success } from '../../src/lib/result.ts';
import { answerOf } from './answer-of.ts';
import { expected, inputs } from './published.ts';

const business = { cac: 1200, arpa: 100, grossMargin: 0.8 };

/** An answer is a number, and never −0; a refusal has a reason. */
function expectSound(result: Result<number, string>): void {
  if (result.ok) {
    expect(Number.isFinite(result.value)).toBe(true);
    expect(Object.is(result.value, -0)).toBe(false);
  } else expect(result.reason).toMatch(/^[a-z-]+$/);
}

function expectRelative(given: number, reference: number, tolerance: number): void {
  expect(Math.abs(given / reference - 1)).toBeLessThanOrEqual(tolerance);
}

describe('is a customer worth what it costs?', () => {
  it('the published example', () => {
    const { arpaMonthly, ...input } = inputs('cac-1', 'cac', 'arpaMonthly', 'grossMargin');
    const { churn } = inputs('cac-1', 'churn');
    expect(answerOf(paybackMonths({ ...input, arpa: arpaMonthly }))).toBeCloseTo(expected('cac-1', 'paybackMonths'), 8);
    const ltv = answerOf(simpleLifetimeValue({ arpa: arpaMonthly, grossMargin: input.grossMargin, churn }));
    expect(ltv).toBeCloseTo(expected('cac-1', 'ltv'), 8);
    const ratio = answerOf(lifetimeValueToAcquisitionCost({ ltv, cac: input.cac }));
    expect(ratio).toBeCloseTo(expected('cac-1', 'ltvToCac'), 8);
  });

  it.each([
    ['a customer who costs more than it brings', { ltv: -300, cac: 100 }, success(-3)],
    ['no value', { ltv: 0, cac: 100 }, success(0)],
    ['no value, with a sign', { ltv: -0, cac: 100 }, success(0)],
    ['no cost', { ltv: 100, cac: 0 }, failure('no-acquisition-cost', 'cac')],
    ['a negative cost', { ltv: 100, cac: -1 }, failure('negative-amount', 'cac')],
    ['no number', { ltv: Number.NaN, cac: 1 }, failure('not-a-number', 'ltv')],
    ['no cost that is a number', { ltv: 1, cac: Number.POSITIVE_INFINITY }, failure('not-a-number', 'cac')],
    ['beyond numbers', { ltv: 1e308, cac: 0.001 }, failure('too-large')],
  ])('LTV:CAC with %s', (_, input, result) => {
    expect(lifetimeValueToAcquisitionCost(input)).toEqual(result);
  });

  it('LTV:CAC is the same in every currency', () => {
    const amount = fc.double({ min: 1e-6, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(amount, amount, fc.double({ min: 1e-3, max: 1e3, noNaN: true }), (ltv, cac, exchange) => {
        const home = answerOf(lifetimeValueToAcquisitionCost({ ltv, cac }));
        const abroad = answerOf(lifetimeValueToAcquisitionCost({ ltv: ltv * exchange, cac: cac * exchange }));
        expectRelative(abroad, home, 1e-12);
      }),
    );
  });
});

describe('when does a customer pay back?', () => {
  // mpmath 1.3, 30 digits: ln(1 − CAC·c ÷ m) ÷ ln(1 − c).
  it.each([
    [1200, 0.02, 17.654809245760337],
    [1200, 1e-9, 15.000000105],
    [1200, 0.0666, 100.22650036188752],
    [150, 0.5, 4],
    [90, 0.85, 1.6494811562310068],
  ])('a cost of %d with a churn of %d takes %d months', (cac, churn, months) => {
    expectRelative(answerOf(paybackMonthsWithChurn({ ...business, cac, churn })), months, 1e-12);
  });

  it('the months are those after which the payments of the customers left add up to the cost', () => {
    const months = answerOf(paybackMonthsWithChurn({ ...business, cac: 150, churn: 0.5 }));
    let recovered = 0;
    for (let month = 0; month < months; month += 1) recovered += 80 * 0.5 ** month;
    expect(recovered).toBeCloseTo(150, 9);
  });

  it.each([
    ['nothing to bring back', { cac: 0 }, success(0)],
    ['a cost of one payment', { cac: 80 }, success(1)],
    ['no margin', { grossMargin: 0 }, failure('no-margin', 'grossMargin')],
    ['a negative margin', { grossMargin: -0.5 }, failure('no-margin', 'grossMargin')],
    ['no margin and nothing to bring back', { cac: 0, grossMargin: 0 }, failure('no-margin', 'grossMargin')],
    ['no revenue', { arpa: 0 }, failure('no-margin', 'arpa')],
    ['a negative cost', { cac: -1 }, failure('negative-amount', 'cac')],
    ['negative revenue', { arpa: -1 }, failure('negative-amount', 'arpa')],
    ['a margin above all revenue', { grossMargin: 1.1 }, failure('margin-above-one', 'grossMargin')],
    ['no number', { arpa: Number.NaN }, failure('not-a-number', 'arpa')],
    ['beyond numbers', { cac: 1e308, arpa: 0.01 }, failure('too-large')],
  ])('with %s, with and without churn', (_, change, result) => {
    expect(paybackMonths({ ...business, ...change })).toEqual(result);
    expect(paybackMonthsWithChurn({ ...business, ...change, churn: 0 })).toEqual(result);
    expect(paybackMonthsWithChurn({ ...business, ...change, churn: 1e-30 })).toEqual(result);
  });

  it.each([
    ['nobody leaving', { churn: 0 }, success(15)],
    ['all payments ever bringing just the cost', { churn: 80 / 1200 }, failure('never-pays-back', 'churn')],
    ['everybody leaving after a first payment that is too little', { churn: 1 }, failure('never-pays-back', 'churn')],
    ['everybody leaving after a first payment of just the cost', { churn: 1, cac: 80 }, success(1)],
    ['everybody leaving after a first payment of twice the cost', { churn: 1, cac: 40 }, success(0.5)],
    ['a cost within the first payment', { churn: 0.3, cac: 40 }, success(0.5)],
    ['churn that is no share', { churn: 1.2 }, failure('not-a-share', 'churn')],
    ['churn that is no number', { churn: Number.NaN }, failure('not-a-number', 'churn')],
    ['no margin and no share', { churn: 1.2, grossMargin: 0 }, failure('not-a-share', 'churn')],
  ])('with %s', (_, change, result) => {
    expect(paybackMonthsWithChurn({ ...business, ...change })).toEqual(result);
  });

  it('churn never shortens the wait, and more churn never does', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.double({ min: 0, max: 5000, noNaN: true }), share, share, (cac, one, other) => {
        const plain = answerOf(paybackMonths({ ...business, cac }));
        const less = paybackMonthsWithChurn({ ...business, cac, churn: Math.min(one, other) });
        const more = paybackMonthsWithChurn({ ...business, cac, churn: Math.max(one, other) });
        if (less.ok) expect(less.value).toBeGreaterThanOrEqual(plain * (1 - 1e-12));
        if (more.ok) expect(answerOf(less)).toBeLessThanOrEqual(more.value * (1 + 1e-12));
      }),
    );
  });
});

describe('what churn gives LTV:CAC = 3?', () => {
  it('put back, it gives the ratio', () => {
    const churn = answerOf(churnForLifetimeValueRatio({ ...business, ratio: 3 }));
    const ltv = answerOf(simpleLifetimeValue({ arpa: 100, grossMargin: 0.8, churn }));
    expect(answerOf(lifetimeValueToAcquisitionCost({ ltv, cac: 1200 }))).toBeCloseTo(3, 12);
  });

  it.each([
    ['just the first payment', { cac: 80, ratio: 1 }, success(1)],
    ['less than the first payment', { cac: 80, ratio: 0.9 }, failure('always-exceeded', 'ratio')],
    ['a cost that is almost nothing', { cac: 5e-324 }, failure('always-exceeded', 'ratio')],
    ['no margin', { grossMargin: 0 }, failure('no-margin', 'grossMargin')],
    ['a negative margin', { grossMargin: -1e308, arpa: 1e308 }, failure('no-margin', 'grossMargin')],
    ['no revenue', { arpa: 0 }, failure('no-margin', 'arpa')],
    ['no cost', { cac: 0 }, failure('no-acquisition-cost', 'cac')],
    ['a negative cost', { cac: -1 }, failure('negative-amount', 'cac')],
    ['no ratio', { ratio: 0 }, failure('not-positive', 'ratio')],
    ['a ratio that is no number', { ratio: Number.NaN }, failure('not-a-number', 'ratio')],
    ['a margin above all revenue', { grossMargin: 2 }, failure('margin-above-one', 'grossMargin')],
  ])('with %s', (_, change, result) => {
    expect(churnForLifetimeValueRatio({ ...business, ratio: 3, ...change })).toEqual(result);
  });
});

describe('what price pays back in 12 months?', () => {
  // mpmath 1.3, 30 digits: CAC·c ÷ (margin × (1 − (1 − c)^n)).
  it.each([
    [12, 0.02, 139.3512794883521],
    [12, 1e-9, 125.0000006875],
    [18.5, 0.1, 174.90514064684729],
    [12, 0, 125],
    [12, 1e-30, 125],
    [0.5, 0.3, 3000],
    [12, 1, 1500],
  ])('in %d months with a churn of %d: %d', (months, churn, price) => {
    const input = { cac: 1200, grossMargin: 0.8, paybackMonths: months };
    expectRelative(answerOf(priceForPayback({ ...input, churn })), price, 1e-13);
    if (churn === 0) expect(priceForPayback(input)).toEqual(priceForPayback({ ...input, churn }));
  });

  it('put back, it pays back in those months', () => {
    const numbers = fc.record({
      cac: fc.double({ min: 1, max: 1e6, noNaN: true }),
      grossMargin: fc.double({ min: 0.01, max: 1, noNaN: true }),
      paybackMonths: fc.double({ min: 0.1, max: 60, noNaN: true }),
      churn: fc.double({ min: 0, max: 0.2, noNaN: true }),
    });
    fc.assert(
      fc.property(numbers, (input) => {
        const arpa = answerOf(priceForPayback(input));
        expectRelative(answerOf(paybackMonthsWithChurn({ ...input, arpa })), input.paybackMonths, 1e-8);
      }),
    );
  });

  it.each([
    ['no margin', { grossMargin: 0 }, failure('no-margin', 'grossMargin')],
    ['nothing to bring back', { cac: 0 }, failure('no-acquisition-cost', 'cac')],
    ['a negative cost', { cac: -1 }, failure('negative-amount', 'cac')],
    ['no months', { paybackMonths: 0 }, failure('not-positive', 'paybackMonths')],
    ['churn that is no share', { churn: -0.1 }, failure('not-a-share', 'churn')],
    ['a margin above all revenue', { grossMargin: 1.5 }, failure('margin-above-one', 'grossMargin')],
    ['no number', { cac: Number.NaN }, failure('not-a-number', 'cac')],
    ['a moment', { paybackMonths: 5e-324 }, failure('too-large')],
  ])('with %s', (_, change, result) => {
    expect(priceForPayback({ cac: 1200, grossMargin: 0.8, paybackMonths: 12, ...change })).toEqual(result);
  });
});

describe('the formula a page shows', () => {
  const values = { ...business, churn: 0.02, ltv: 4000 };
  it.each<[string, Formula, Values, Result<number, string>]>([
    ['LTV:CAC', lifetimeValueToAcquisitionCostFormula, values, lifetimeValueToAcquisitionCost(values)],
    ['payback', paybackMonthsFormula, values, paybackMonths(values)],
    ['payback with churn', paybackMonthsWithChurnFormula, values, paybackMonthsWithChurn(values)],
  ])('of %s gives the number computed', (_, formula, given, result) => {
    expect(evaluate(formula, given)).toBeCloseTo(answerOf(result), 10);
  });
});

/** LTV:CAC as one measure of four inputs. */
function ratioOf({ cac, ...customer }: { cac: number; arpa: number; grossMargin: number; churn: number }) {
  const ltv = simpleLifetimeValue(customer);
  return ltv.ok ? lifetimeValueToAcquisitionCost({ ltv: ltv.value, cac }) : ltv;
}

describe('at what value does a measure meet a target?', () => {
  const wave = ({ x }: { x: number }) => finite(Math.sin(x));
  const findWave = (x: number, target: number, from: number, to: number) =>
    breakEven({ measure: wave, inputs: { x }, solveFor: 'x', target, from, to });

  it('finds the churn of the closed form', () => {
    const numbers = fc.record({
      cac: fc.double({ min: 100, max: 1e6, noNaN: true }),
      arpa: fc.double({ min: 1, max: 1e4, noNaN: true }),
      grossMargin: fc.integer({ min: -50, max: 100 }).map((percent) => percent / 100),
    });
    fc.assert(
      fc.property(numbers, fc.double({ min: 0.1, max: 10, noNaN: true }), (input, ratio) => {
        const closed = churnForLifetimeValueRatio({ ...input, ratio });
        const inputs = { ...input, churn: 0.05 };
        const found = breakEven({ measure: ratioOf, inputs, solveFor: 'churn', target: ratio, from: 0, to: 1 });
        if (closed.ok) expectRelative(answerOf(found), closed.value, 1e-12);
        else expect(found).toMatchObject({ reason: closed.reason === 'no-margin' ? 'never-reached' : closed.reason });
      }),
      { numRuns: 50 },
    );
  });

  it('finds the price of the closed form, with churn', () => {
    const closed = answerOf(priceForPayback({ cac: 1200, grossMargin: 0.8, paybackMonths: 12, churn: 0.02 }));
    const found = breakEven({
      measure: paybackMonthsWithChurn,
      inputs: { ...business, churn: 0.02 },
      solveFor: 'arpa',
      target: 12,
      from: 0,
      to: 1e6,
    });
    expectRelative(answerOf(found), closed, 1e-12);
  });

  it('gives back the target, whatever the measure', () => {
    const input = { arpa: 100, grossMargin: 0.8, churn: 0.05, expansion: 0.01, discount: 0.008, periods: 36 };
    fc.assert(
      fc.property(fc.double({ min: 500, max: 2000, noNaN: true }), (target) => {
        const wanted = { measure: discountedLifetimeValue, inputs: input, target, from: 0, to: 1 };
        const churn = answerOf(breakEven({ ...wanted, solveFor: 'churn' }));
        expectRelative(answerOf(discountedLifetimeValue({ ...input, churn })), target, 1e-12);
      }),
      { numRuns: 50 },
    );
  });

  it('takes the value closest to the present one where there are several', () => {
    expectRelative(answerOf(findWave(3, 0.5, 0, 20)), (5 * Math.PI) / 6, 1e-12);
    expectRelative(answerOf(findWave(7, 0.5, 0, 20)), (13 * Math.PI) / 6, 1e-12);
    expectRelative(answerOf(findWave(-100, 0.5, 0, 20)), Math.PI / 6, 1e-12);
    expectRelative(answerOf(findWave(100, 0.5, 0, 20)), (37 * Math.PI) / 6, 1e-12);
    // Two values a two-hundredth of the range apart.
    expectRelative(answerOf(findWave(1.6, 0.999, 0, 20)), Math.PI - Math.asin(0.999), 1e-12);
    expectRelative(answerOf(findWave(1.5, 0.999, 0, 20)), Math.asin(0.999), 1e-12);
  });

  it('meets a target that holds at the very end of the range', () => {
    const identity = ({ x }: { x: number }) => success(x);
    const find = (target: number) =>
      breakEven({ measure: identity, inputs: { x: 5 }, solveFor: 'x', target, from: -3, to: 3 });
    expect(find(-3)).toEqual(success(-3));
    expect(find(3)).toEqual(success(3));
    expect(find(0)).toEqual(success(0));
    const upToNothing = { measure: identity, inputs: { x: 5 }, target: 0, from: -1, to: -0 };
    expect(breakEven({ ...upToNothing, solveFor: 'x' })).toEqual(success(0));
    expectRelative(answerOf(find(1e-200)), 1e-200, 1e-12);
  });

  it('looks right up to where the measure stops having an answer', () => {
    const inputs = { arpa: 100, grossMargin: 0.8, churn: 0.05 };
    // The first step of the grid from 0 on is 0.001; the target lies far below it.
    const found = breakEven({ measure: simpleLifetimeValue, inputs, solveFor: 'churn', target: 8e9, from: -1, to: 2 });
    expectRelative(answerOf(found), 1e-8, 1e-12);
  });

  it.each([
    ['a target it stays below', findWave(1, 1.5, 0, 20), failure('never-reached', 'target')],
    ['a target it stays above', findWave(1, -1.5, 0, 20), failure('always-exceeded', 'target')],
    ['a range from high to low', findWave(1, 0, 2, 1), failure('range-not-ascending', 'to')],
    ['a range of one value', findWave(1, 0, 1, 1), failure('range-not-ascending', 'to')],
    ['a target that is no number', findWave(1, Number.NaN, 0, 1), failure('not-a-number', 'target')],
    ['an endless range', findWave(1, 0, 0, Number.POSITIVE_INFINITY), failure('not-a-number', 'to')],
    ['a present value that is no number', findWave(Number.NaN, 0, 0, 1), failure('not-a-number', 'x')],
  ])('says so of %s', (_, result, reason) => {
    expect(result).toEqual(reason);
  });

  it('does not take a jump or a pole for a meeting', () => {
    const find = (f: (x: number) => number) => {
      const measure = ({ x }: { x: number }) => finite(f(x));
      return breakEven({ measure, inputs: { x: 0 }, solveFor: 'x', target: 0.5, from: -1, to: 1 });
    };
    expect(find((x) => (x < 0.123 ? 0 : 1))).toEqual(failure('target-jumped-over', 'target'));
    expect(find((x) => (x < 0 ? -1 : 1 / x))).toEqual(failure('target-jumped-over', 'target'));
    expect(find((x) => 1 / (0.123 - x))).toEqual(failure('target-jumped-over', 'target'));
  });

  it('hands on why the measure has no answer anywhere', () => {
    const inputs = { arpa: 100, grossMargin: 1.2, churn: 0.05 };
    const found = breakEven({ measure: simpleLifetimeValue, inputs, solveFor: 'churn', target: 8, from: 0, to: 1 });
    expect(found).toEqual(failure('margin-above-one', 'grossMargin'));
  });
});

describe('input of any size', () => {
  const any = fc.oneof(fc.double(), fc.constantFrom(0, -0, 1, -1, 0.5, 1e308, -1e308, 5e-324));
  const numbers = fc.record({
    cac: any,
    arpa: any,
    grossMargin: any,
    churn: any,
    ltv: any,
    ratio: any,
    paybackMonths: any,
    target: any,
    from: any,
    to: any,
  });

  it('gives a number or a reason', () => {
    fc.assert(
      fc.property(numbers, (input) => {
        expectSound(lifetimeValueToAcquisitionCost(input));
        expectSound(paybackMonths(input));
        expectSound(paybackMonthsWithChurn(input));
        expectSound(churnForLifetimeValueRatio(input));
        expectSound(priceForPayback(input));
      }),
      { numRuns: 5000 },
    );
  });

  it('gives a break-even point or a reason', () => {
    fc.assert(
      fc.property(numbers, fc.constantFrom('cac', 'arpa', 'grossMargin', 'churn'), (input, solveFor) => {
        const { cac, arpa, grossMargin, churn, target, from, to } = input;
        const inputs = { cac, arpa, grossMargin, churn };
        const found = breakEven({ measure: paybackMonthsWithChurn, inputs, solveFor, target, from, to });
        expectSound(found);
        if (found.ok) expect(found.value >= from && found.value <= to).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
