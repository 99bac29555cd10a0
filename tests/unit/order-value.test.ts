import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectedFutureOrders } from '../../src/lib/metrics/lifetime-value/beta-geometric-nbd.ts';
import { expectedSpendPerOrder } from '../../src/lib/metrics/lifetime-value/gamma-gamma.ts';
import { fitGammaGamma, gammaGammaLogLikelihood } from '../../src/lib/metrics/lifetime-value/gamma-gamma-fit.ts';
import { orderLifetimeValue } from '../../src/lib/metrics/lifetime-value/order-lifetime-value.ts';
import { answerOf } from './answer-of.ts';
import { anyHistory, anyOrderModel, between, evenNumbers, gammaNumber } from './order-customers.ts';
import { inputs, list } from './published.ts';

const published = inputs('bgnbd-pmf', 'r', 'alpha', 'a', 'b');

describe('what customers spend per order', () => {
  const spending = (() => {
    const { p: orderShape, q: customerShape, v: spendScale } = inputs('gg-cond', 'p', 'q', 'v');
    return { orderShape, customerShape, spendScale };
  })();

  it('gives the expected spends of note 025', () => {
    for (const [index, orders] of list('gg-cond', 'inputs', 'x').entries()) {
      const averageSpend = list('gg-cond', 'inputs', 'm')[index] ?? Number.NaN;
      const spend = answerOf(expectedSpendPerOrder({ ...spending, orders, averageSpend }));
      expect(spend).toBeCloseTo(list('gg-cond', 'expected', 'e')[index] ?? Number.NaN, 4);
    }
  });

  it('does not look at the average of no orders', () => {
    const spend = expectedSpendPerOrder({ ...spending, orders: 0, averageSpend: Number.NaN });
    expect(answerOf(spend)).toBeCloseTo((6.25 * 15.44) / 2.74, 12);
  });

  it.each([
    [
      'customers so different that they have no mean',
      { customerShape: 1, orders: 0 },
      'no-mean-spend',
      'customerShape',
    ],
    ['also after an order', { customerShape: 0.2, orderShape: 0.8, orders: 1 }, 'no-mean-spend', 'customerShape'],
    ['half an order', { orders: 0.5 }, 'not-whole', 'orders'],
    ['orders below 0', { orders: -1 }, 'negative-count', 'orders'],
    ['a negative average', { averageSpend: -1 }, 'negative-amount', 'averageSpend'],
    ['an average that is no number', { averageSpend: Number.NaN }, 'not-a-number', 'averageSpend'],
    ['a scale of 0', { spendScale: 0 }, 'not-positive', 'spendScale'],
    ['amounts beyond numbers', { averageSpend: 1e308 }, 'too-large', undefined],
  ])('%s', (_, part, reason, field) => {
    const input = { ...spending, orders: 2, averageSpend: 20, ...part };
    expect(expectedSpendPerOrder(input)).toEqual({ ok: false, reason, field });
  });

  it('lies between the own average and that of all customers, the closer to the own the more orders', () => {
    const shape = fc.record({
      orderShape: between(0.1, 50),
      customerShape: between(1.01, 50),
      spendScale: between(0.1, 1e4),
    });
    fc.assert(
      fc.property(shape, fc.integer({ min: 1, max: 500 }), between(0.01, 1e5), (spends, orders, averageSpend) => {
        const all = answerOf(expectedSpendPerOrder({ ...spends, orders: 0, averageSpend: 0 }));
        const own = answerOf(expectedSpendPerOrder({ ...spends, orders, averageSpend }));
        const more = answerOf(expectedSpendPerOrder({ ...spends, orders: 2 * orders, averageSpend }));
        const little = 1e-9 * (all + averageSpend);
        expect(own).toBeGreaterThanOrEqual(Math.min(all, averageSpend) - little);
        expect(own).toBeLessThanOrEqual(Math.max(all, averageSpend) + little);
        expect(Math.abs(more - averageSpend)).toBeLessThanOrEqual(Math.abs(own - averageSpend) + little);
      }),
    );
  });
});

describe('fitting what customers spend', () => {
  /** Forty customers drawn from the model, amounts in cents; some without orders. */
  const spends = {
    orders: [
      4, 0, 1, 1, 1, 4, 5, 3, 0, 0, 1, 2, 3, 2, 1, 0, 4, 4, 0, 0, 2, 2, 5, 3, 2, 2, 3, 3, 1, 4, 4, 5, 4, 1, 1, 3, 3, 4,
      5, 1,
    ],
    averageSpend: [
      20.01, 0, 70.15, 0.99, 16.31, 72.48, 32.36, 19.84, 0, 0, 134.63, 10.62, 16.47, 20.18, 17.97, 0, 41.68, 32.1, 0, 0,
      54.93, 379.05, 28.13, 104.09, 27.63, 13.61, 27.57, 9.86, 25.32, 10.55, 11.31, 17.84, 65.1, 13.48, 11.4, 19.88,
      90.7, 43.62, 20.64, 33.2,
    ],
  };
  const names = ['orderShape', 'customerShape', 'spendScale'] as const;
  const best = answerOf(fitGammaGamma(spends));

  it('finds the parameters an independent search finds', () => {
    // Nelder and Mead's search and gammaln of SciPy 1.17, from three starts.
    expect(best.logLikelihood).toBeCloseTo(-155.8418703748, 9);
    expect(best.orderShape / 1.6264022).toBeCloseTo(1, 6);
    expect(best.customerShape / 2.5825371).toBeCloseTo(1, 6);
    expect(best.spendScale / 41.0784619).toBeCloseTo(1, 6);
  });

  it('gives the log-likelihood of an independent computation', () => {
    const spending = { orderShape: 6.25, customerShape: 3.74, spendScale: 15.44 };
    expect(answerOf(gammaGammaLogLikelihood({ ...spending, ...spends }))).toBeCloseTo(-163.92299299729748, 10);
  });

  it('no parameters nearby explain the amounts better', () => {
    for (const name of names) {
      for (const factor of [0.5, 0.999, 1.001, 2]) {
        const beside = gammaGammaLogLikelihood({ ...best, [name]: best[name] * factor, ...spends });
        expect(answerOf(beside)).toBeLessThan(best.logLikelihood);
      }
    }
  });

  it.each([1e-9, 1e-3, 1e3, 1e9])('does not depend on a lucky start: %d', (value) => {
    const start = { orderShape: value, customerShape: value, spendScale: value };
    const fit = answerOf(fitGammaGamma({ ...spends, start }));
    for (const name of names) expect(fit[name] / best[name]).toBeCloseTo(1, 5);
  });

  it.each([1e-100, 150, 1e100])('does not depend on the currency: × %d', (factor) => {
    const averageSpend = spends.averageSpend.map((amount) => amount * factor);
    const fit = answerOf(fitGammaGamma({ ...spends, averageSpend }));
    expect(fit.orderShape / best.orderShape).toBeCloseTo(1, 5);
    expect(fit.spendScale / factor / best.spendScale).toBeCloseTo(1, 5);
  });

  it('finds again the parameters that made 3,000 customers', () => {
    const even = evenNumbers(20250102);
    const orders = Array.from({ length: 3000 }, (_, row) => row % 6);
    const averageSpend = orders.map((count) => {
      const rate = gammaNumber(even, 4, 1 / 20);
      return count === 0 ? 0 : gammaNumber(even, 3 * count, 1 / rate) / count;
    });
    const fit = answerOf(fitGammaGamma({ orders, averageSpend }));
    expect(Math.abs(fit.orderShape / 3 - 1)).toBeLessThan(0.1);
    expect(Math.abs(fit.customerShape / 4 - 1)).toBeLessThan(0.1);
    expect(Math.abs(fit.spendScale / 20 - 1)).toBeLessThan(0.15);
  });

  it.each([
    ['no customers', { orders: [], averageSpend: [] }, 'no-rows', 'orders'],
    ['nobody with orders', { orders: [0, 0], averageSpend: [0, 0] }, 'no-orders', 'orders'],
    ['one customer with orders', { orders: [0, 1], averageSpend: [0, 5] }, 'too-few-customers', undefined],
    ['an average too few', { orders: [1, 1], averageSpend: [5] }, 'lengths-differ', 'averageSpend'],
    ['an order for nothing', { orders: [1, 1], averageSpend: [5, 0] }, 'not-positive', 'averageSpend.1'],
    ['a negative amount', { orders: [1, 1], averageSpend: [-5, 1] }, 'not-positive', 'averageSpend.0'],
    [
      'an amount that is no number',
      { orders: [0, 1], averageSpend: [0, Number.NaN] },
      'not-a-number',
      'averageSpend.1',
    ],
    ['half an order', { orders: [1, 1.5], averageSpend: [5, 5] }, 'not-whole', 'orders.1'],
    [
      'the same amount everywhere',
      { orders: [1, 2, 3, 4, 5], averageSpend: [10, 10, 10, 10, 10] },
      'fit-at-edge',
      undefined,
    ],
  ])('says when it cannot: %s', (_, histories, reason, field) => {
    expect(fitGammaGamma(histories)).toEqual({ ok: false, reason, field });
  });

  it('says when nothing speaks against all orders of a customer being alike', () => {
    // The search of SciPy 1.17 runs off to p = 10⁶ and more here.
    const alike = {
      orders: [5, 3, 4, 5, 3, 4, 5, 1, 1, 1, 5, 5, 2, 4, 4, 2, 4, 1, 2, 1, 4, 1, 5, 2, 2, 3],
      averageSpend: [
        21.68, 31.61, 77.34, 32.17, 24.12, 23.56, 41.05, 12.41, 73.97, 38.36, 12.55, 25.46, 24.37, 65.2, 9.37, 17.84,
        18.84, 27.51, 45.57, 49.79, 87.19, 13.57, 13.48, 24.53, 122.62, 20.2,
      ],
    };
    expect(fitGammaGamma(alike)).toEqual({ ok: false, reason: 'fit-at-edge', field: undefined });
  });

  it('says when a start means nothing', () => {
    const start = { orderShape: 1, customerShape: Number.NaN, spendScale: 1 };
    const refused = { ok: false, reason: 'not-a-number', field: 'start.customerShape' };
    expect(fitGammaGamma({ ...spends, start })).toEqual(refused);
  });
});

describe('the value of a customer who orders without a contract', () => {
  const customer = {
    ...published,
    ...{ orderShape: 6.25, customerShape: 3.74, spendScale: 15.44 },
    ...{ repeatOrders: 2, lastOrder: 30.43, age: 38.86, averageSpend: 22.35 },
    ...{ grossMargin: 0.3, discount: 0.002, periods: 52 },
  };

  it('is margin × spend × the orders of each period, discounted from its end', () => {
    const value = answerOf(orderLifetimeValue(customer));
    const ordersBy = (time: number) => answerOf(expectedFutureOrders({ ...customer, time }));
    let byHand = 0;
    for (let period = 1; period <= 52; period += 1) {
      byHand += (ordersBy(period) - ordersBy(period - 1)) / 1.002 ** period;
    }
    expect(value.value / (0.3 * value.expectedSpend * byHand)).toBeCloseTo(1, 9);
    expect(value.expectedOrders).toBe(ordersBy(52));
    expect(value.expectedSpend).toBeCloseTo(24.6637, 4);
    expect(value.probabilityAlive).toBeCloseTo(0.7266, 4);
  });

  it('without discount is margin × spend × orders', () => {
    const { value, expectedOrders, expectedSpend } = answerOf(orderLifetimeValue({ ...customer, discount: 0 }));
    expect(value / (0.3 * expectedOrders * expectedSpend)).toBeCloseTo(1, 9);
  });

  it('of a customer without repeat orders rests on what all customers spend', () => {
    const once = { ...customer, repeatOrders: 0, lastOrder: 0, averageSpend: Number.NaN };
    expect(answerOf(orderLifetimeValue(once)).expectedSpend).toBeCloseTo(35.219, 3);
  });

  it('is nothing without a margin, and negative with a negative one', () => {
    expect(Object.is(answerOf(orderLifetimeValue({ ...customer, grossMargin: -0 })).value, 0)).toBe(true);
    expect(answerOf(orderLifetimeValue({ ...customer, grossMargin: -0.1 })).value).toBeLessThan(0);
  });

  it.each([
    ['a margin above all', { grossMargin: 1.1 }, 'margin-above-one', 'grossMargin'],
    ['a discount that takes everything', { discount: -1 }, 'rate-below-minus-one', 'discount'],
    ['no periods', { periods: 0 }, 'horizon-not-positive', 'periods'],
    ['half a period', { periods: 1.5 }, 'horizon-not-whole', 'periods'],
    ['more periods than can be foretold', { periods: 1201 }, 'horizon-too-long', 'periods'],
    ['periods that are no number', { periods: Number.NaN }, 'not-a-number', 'periods'],
    ['half an order', { repeatOrders: 1.5 }, 'not-whole', 'repeatOrders'],
    ['a negative average', { averageSpend: -5 }, 'negative-amount', 'averageSpend'],
    ['a shape of 0', { orderShape: 0 }, 'not-positive', 'orderShape'],
    ['a rate of 0', { r: 0 }, 'not-positive', 'r'],
    [
      'no repeat orders and no mean',
      { repeatOrders: 0, lastOrder: 0, customerShape: 0.9 },
      'no-mean-spend',
      'customerShape',
    ],
    ['growth beyond numbers', { discount: -0.999_999, periods: 1200 }, 'too-large', undefined],
  ])('has none for %s', (_, part, reason, field) => {
    expect(orderLifetimeValue({ ...customer, ...part })).toEqual({ ok: false, reason, field });
  });

  it('never rises with the discount and never falls with the horizon', () => {
    const discount = fc.double({ min: -0.05, max: 1, noNaN: true });
    const periods = fc.integer({ min: 1, max: 100 });
    fc.assert(
      fc.property(
        anyOrderModel,
        anyHistory,
        discount,
        discount,
        periods,
        periods,
        (shape, past, one, other, few, more) => {
          const worth = (rate: number, count: number) =>
            answerOf(orderLifetimeValue({ ...customer, ...shape, ...past, discount: rate, periods: count })).value;
          const low = worth(Math.min(one, other), few);
          expect(worth(Math.max(one, other), few)).toBeLessThanOrEqual(low * (1 + 1e-9));
          expect(worth(Math.min(one, other), few + more)).toBeGreaterThanOrEqual(low * (1 - 1e-9));
        },
      ),
    );
  });
});
