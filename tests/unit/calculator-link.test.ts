import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { currencies } from '../../src/lib/i18n/locales.ts';
import {
  type LifetimeValueState,
  readLink,
  writeLink,
} from '../../src/lib/metrics/lifetime-value/lifetime-value-link.ts';
import { lifetimeValue, lifetimeValueModels } from '../../src/lib/metrics/lifetime-value/lifetime-value-models.ts';

const fallback: LifetimeValueState = {
  model: 'simple',
  currency: 'USD',
  inputs: { arpa: 100, grossMargin: 0.8, churn: 0.05, expansion: 0, annualDiscountRate: 0.1, horizonMonths: 36 },
};

describe('a shared link', () => {
  it('opens the calculation it was copied from', () => {
    // A link does not tell −0 from 0.
    const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value || 0);
    const state = fc.record({
      model: fc.constantFrom(...lifetimeValueModels),
      currency: fc.constantFrom(...currencies),
      inputs: fc.record({
        arpa: number,
        grossMargin: number,
        churn: number,
        expansion: number,
        annualDiscountRate: number,
        horizonMonths: number,
      }),
    });
    fc.assert(
      fc.property(state, (shared) => {
        const { state: opened, ignored } = readLink(writeLink(shared), shared);
        expect(ignored).toEqual([]);
        expect(opened).toEqual(shared);
      }),
    );
  });

  it('keeps opening in its first published form', () => {
    const { state, ignored } = readLink('v=1&arpa=250&grossMargin=0.7&churn=0.02', fallback);
    expect(ignored).toEqual([]);
    expect(state).toEqual({ ...fallback, inputs: { ...fallback.inputs, arpa: 250, grossMargin: 0.7, churn: 0.02 } });
  });

  it.each([
    ['churn=abc', ['churn=abc']],
    ['churn=', ['churn']],
    ['churn=NaN&arpa=Infinity', ['churn=NaN', 'arpa=Infinity']],
    ['churn=1e999', ['churn=1e999']],
    ['model=magic&currency=BTC', ['model=magic', 'currency=BTC']],
    ['<script>alert(1)</script>', ['<script>alert(1)</script>']],
    ['v=2', ['v=2']],
    ['__proto__=1&constructor=1', ['__proto__=1', 'constructor=1']],
    ['%E0%A4%A', ['\uFFFD%A']],
  ])('that says %j changes nothing and is told', (fragment, told) => {
    const { state, ignored } = readLink(fragment, fallback);
    expect(state).toEqual(fallback);
    expect(ignored).toEqual(told);
  });

  it('of absurd length is not looked at', () => {
    const { state, ignored } = readLink(`churn=0.5&${'x'.repeat(100_000)}`, fallback);
    expect(state).toEqual(fallback);
    expect(ignored).toHaveLength(1);
    expect(ignored[0]?.length).toBeLessThanOrEqual(40);
  });

  it('never breaks the reader, whatever stands in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (fragment) => readLink(fragment, fallback).state !== undefined),
    );
  });
});

describe('the calculator', () => {
  const answer = (model: 'simple' | 'discounted', change: Partial<LifetimeValueState['inputs']>) =>
    lifetimeValue(model, { ...fallback.inputs, ...change });

  it('gives the same number that its steps work out', () => {
    const result = answer('discounted', { expansion: 0.01 });
    expect(result.ok && result.value.values.ltv).toBeCloseTo(result.ok ? result.value.ltv : Number.NaN, 9);
  });

  it('shows the sum of all payments where nothing is lost from month to month', () => {
    const result = answer('discounted', { churn: 0, annualDiscountRate: 0 });
    expect(result.ok && result.value.ltv).toBe(100 * 0.8 * 36);
    expect(result.ok && result.value.steps.at(-1)?.formula.kind).toBe('product');
  });

  it.each([
    ['simple', { churn: 0 }, 'no-churn', 'churn'],
    ['discounted', { horizonMonths: 2.5 }, 'horizon-not-whole', 'horizonMonths'],
    ['discounted', { horizonMonths: 0 }, 'horizon-not-positive', 'horizonMonths'],
    ['discounted', { horizonMonths: 5000 }, 'horizon-too-long', 'horizonMonths'],
    ['discounted', { annualDiscountRate: -1 }, 'rate-below-minus-one', 'annualDiscountRate'],
    ['discounted', { expansion: 1e6, horizonMonths: 1200 }, 'too-large', undefined],
  ] as const)('in the %s model answers %o with the reason %s', (model, change, reason, field) => {
    expect(answer(model, change)).toEqual({ ok: false, reason, field });
  });

  it('says that a value without a horizon does not exist when growth outruns churn', () => {
    const result = answer('discounted', { churn: 0.02, expansion: 0.03, annualDiscountRate: 0 });
    expect(result.ok && result.value.perpetuity).toEqual({ ok: false, reason: 'diverges' });
  });

  it('draws every month of the horizon, and in the simple model until little is left to come', () => {
    const discounted = answer('discounted', { horizonMonths: 7 });
    expect(discounted.ok && discounted.value.overTime.map(({ month }) => month)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    const simple = answer('simple', {});
    expect(simple.ok && (simple.value.overTime.at(-1)?.total ?? 0) / simple.value.ltv).toBeGreaterThan(0.9);
    const total = answer('simple', { churn: 1 });
    expect(total.ok && total.value.overTime.at(-1)?.total).toBeCloseTo(80, 9);
  });
});
