import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  expectedFutureOrders,
  expectedRepeatOrders,
  probabilityAlive,
  repeatOrderShare,
} from '../../src/lib/metrics/lifetime-value/beta-geometric-nbd.ts';
import {
  betaGeometricNbdLogLikelihood,
  fitBetaGeometricNbd,
} from '../../src/lib/metrics/lifetime-value/beta-geometric-nbd-fit.ts';
import { expectedSpendPerOrder } from '../../src/lib/metrics/lifetime-value/gamma-gamma.ts';
import { fitGammaGamma, gammaGammaLogLikelihood } from '../../src/lib/metrics/lifetime-value/gamma-gamma-fit.ts';
import { orderLifetimeValue } from '../../src/lib/metrics/lifetime-value/order-lifetime-value.ts';
import { answerOf } from './answer-of.ts';
import { rows } from './data.ts';
import { anyHistory, anyOrderModel, between, evenNumbers, gammaNumber } from './order-customers.ts';
import { expected, inputs, list } from './published.ts';

const published = inputs('bgnbd-pmf', 'r', 'alpha', 'a', 'b');

const customers = rows('cdnow_customers_summary.csv');
const column = (name: string) => Float64Array.from(customers, (row) => Number(row[name]));
const cdnow = { repeatOrders: column('frequency'), lastOrder: column('recency'), age: column('T') };

/** Some of the customers, in steps. */
function every(step: number, { repeatOrders, lastOrder, age }: typeof cdnow): typeof cdnow {
  const some = (values: Float64Array) => values.filter((_, row) => row % step === 0);
  return { repeatOrders: some(repeatOrders), lastOrder: some(lastOrder), age: some(age) };
}

/** Customers with rates from a gamma distribution and chances to be gone from a beta distribution, and the dice. */
function simulated(count: number, { r, alpha, b }: { r: number; alpha: number; b: number }) {
  const even = evenNumbers(20250101);
  const histories = { repeatOrders: [] as number[], lastOrder: [] as number[], age: [] as number[] };
  for (let customer = 0; customer < count; customer += 1) {
    const rate = gammaNumber(even, r, 1 / alpha);
    // Beta(1, b)
    const chance = 1 - even() ** (1 / b);
    const age = 30 + 30 * even();
    let [orders, last, gone] = [0, 0, false];
    for (let time = -Math.log(even()) / rate; time <= age && !gone; time -= Math.log(even()) / rate) {
      [orders, last, gone] = [orders + 1, time, even() <= chance];
    }
    histories.repeatOrders.push(orders);
    histories.lastOrder.push(last);
    histories.age.push(age);
  }
  return histories;
}

describe('how often customers order (the CDNOW customers of Fader, Hardie & Lee 2005)', () => {
  it('gives the published share of customers who never order again', () => {
    const { x: orders, t: time } = inputs('bgnbd-pmf', 'x', 't');
    expect(answerOf(repeatOrderShare({ ...published, orders, time }))).toBeCloseTo(expected('bgnbd-pmf', 'p'), 9);
  });

  it('gives the published shares of customers with many orders', () => {
    const id = 'bgnbd-pmf30';
    const { t: time } = inputs(id, 't');
    for (const [index, orders] of list(id, 'inputs', 'x').entries()) {
      const share = answerOf(repeatOrderShare({ ...published, orders, time }));
      expect(share).toBeCloseTo(list(id, 'expected', 'p')[index] ?? Number.NaN, 9);
    }
  });

  it('gives the expected orders of a new customer', () => {
    for (const [index, time] of list('bgnbd-ex', 'inputs', 't').entries()) {
      const orders = answerOf(expectedRepeatOrders({ ...published, time }));
      expect(orders).toBeCloseTo(list('bgnbd-ex', 'expected', 'e')[index] ?? Number.NaN, 7);
    }
  });

  it('gives the published log-likelihood of all 2,357 customers', () => {
    const value = answerOf(betaGeometricNbdLogLikelihood({ ...published, ...cdnow }));
    expect(value).toBeCloseTo(expected('bgnbd-ll-pub', 'll'), 3);
  });

  it('gives the example of the paper: 1.226 orders in 39 weeks', () => {
    const history = { repeatOrders: 2, lastOrder: 30.43, age: 38.86 };
    expect(answerOf(expectedFutureOrders({ ...published, ...history, time: 39 }))).toBeCloseTo(1.226, 3);
    expect(answerOf(probabilityAlive({ ...published, ...history }))).toBeCloseTo(0.7266, 4);
  });

  // The closed forms of the paper with ₂F₁ and, for P(alive), of note 021, by mpmath 1.3 with 60 digits; a = 1 as a limit.
  it.each([
    ['the paper', 0.793, 2.426, 2, 0.243, 4.414, 30.43, 38.86, 39, 1.2260281747671444, 0.726578570080673],
    ['a = 1', 1, 2.426, 2, 0.243, 4.414, 30.43, 38.86, 39, 1.1021367860399558, 0.6781756148544038],
    ['a above 1', 1.7, 2.426, 2, 0.243, 4.414, 30.43, 38.86, 39, 0.8090347061957815, 0.5534875594095119],
    ['b below 1', 0.793, 0.3, 1, 0.243, 4.414, 10, 38.86, 39, 0.07389573536331455, 0.08798137015434658],
    ['no repeat order', 0.793, 2.426, 0, 0.243, 4.414, 0, 38.86, 39, 0.19509805201126265, 1],
    ['500 orders', 0.793, 2.426, 500, 0.243, 4.414, 38.8, 38.86, 39, 342.96190428262696, 0.9968440757672828],
    ['a century', 0.01, 10000, 3, 2, 50, 100, 104, 5200, 168.81401326821393, 0.9999988595927662],
    ['gone at once', 10000, 0.01, 0, 2, 50, 0, 104, 52, 0.4411350444690965, 1],
    ['surely gone', 1, 1, 500, 0.1, 0.5, 9, 10, 1000, 2.0943982041449012e-16, 9.157491925701254e-20],
  ])('agrees with the closed form: %s', (_, a, b, repeatOrders, r, alpha, lastOrder, age, time, orders, alive) => {
    const customer = { r, alpha, a, b, repeatOrders, lastOrder, age };
    expect(answerOf(expectedFutureOrders({ ...customer, time })) / orders).toBeCloseTo(1, 10);
    expect(answerOf(probabilityAlive(customer)) / alive).toBeCloseTo(1, 11);
  });

  it.each([
    [0.793, 2.426, 0.243, 4.414, 39, 1.196723193320817],
    [1, 2.426, 0.243, 4.414, 39, 1.0842790105915188],
    [3, 0.4, 5, 2, 1000, 1.199999775729863],
    [0.01, 0.02, 0.5, 1, 1e5, 29838.68170558224],
    [10000, 300, 0.05, 4, 36, 0.11079162984255814],
    [0.793, 2.426, 0.243, 4.414, 1e20, 50496.58137377451],
    [0.01, 0.02, 0.5, 1, 1e100, 3.347911620988799e98],
  ])('also for a new customer: a = %d, b = %d, r = %d, α = %d, t = %d', (a, b, r, alpha, time, orders) => {
    expect(answerOf(expectedRepeatOrders({ r, alpha, a, b, time })) / orders).toBeCloseTo(1, 10);
  });

  it('shares of customers by orders add up to all of them, and to the expected orders', () => {
    const time = 10;
    const shares = Array.from({ length: 2000 }, (_, orders) =>
      answerOf(repeatOrderShare({ ...published, orders, time })),
    );
    const mean = shares.reduce((sum, share, orders) => sum + share * orders, 0);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
    expect(mean).toBeCloseTo(answerOf(expectedRepeatOrders({ ...published, time })), 10);
  });

  it('gives the likelihood worked out by hand, also where b is next to nothing', () => {
    // r = α = a = 1: ¼ · b ÷ (1 + b) · (1 + 1 ÷ b) = ¼.
    const customer = { repeatOrders: [1], lastOrder: [1], age: [1] };
    const value = betaGeometricNbdLogLikelihood({ r: 1, alpha: 1, a: 1, b: 1e-20, ...customer });
    expect(answerOf(value)).toBeCloseTo(Math.log(0.25), 12);
  });

  it('never ordering again is as likely for one customer as the share of customers who never do', () => {
    const value = betaGeometricNbdLogLikelihood({ ...published, repeatOrders: [0], lastOrder: [0], age: [39] });
    expect(Math.exp(answerOf(value))).toBeCloseTo(expected('bgnbd-pmf', 'p'), 9);
  });
});

describe('fitting how often customers order', () => {
  // Nelder and Mead's search and betaln of SciPy 1.17, from two starts each.
  it.each([
    ['all customers', 1, 0.24259292, 4.41353173, 0.79288607, 2.4257531, -9582.42556056736],
    ['every tenth', 10, 0.24333658, 3.56374568, 0.70100894, 2.90453411, -1079.5367428746163],
  ])('finds the parameters an independent search finds: %s', (_, step, r, alpha, a, b, logLikelihood) => {
    const fit = answerOf(fitBetaGeometricNbd(every(step, cdnow)));
    expect(fit.logLikelihood).toBeCloseTo(logLikelihood, 8);
    expect(fit.r / r).toBeCloseTo(1, 5);
    expect(fit.alpha / alpha).toBeCloseTo(1, 5);
    expect(fit.a / a).toBeCloseTo(1, 5);
    expect(fit.b / b).toBeCloseTo(1, 5);
  });

  it('finds the published parameters', () => {
    const fit = answerOf(fitBetaGeometricNbd(cdnow));
    expect([fit.r, fit.alpha, fit.a, fit.b].map((parameter) => Number(parameter.toFixed(3)))).toEqual([
      0.243, 4.414, 0.793, 2.426,
    ]);
    expect(fit.logLikelihood).toBeCloseTo(-9582.4, 1);
  });

  const some = every(10, cdnow);
  const best = answerOf(fitBetaGeometricNbd(some));

  it.each([
    [1e-3, 1e-3, 1e-3, 1e-3],
    [1e3, 1e3, 1e3, 1e3],
    [1e-3, 1e3, 1e-3, 1e3],
    [1e3, 1e-3, 1e3, 1e-3],
    [1e-9, 1e-9, 1e-9, 1e-9],
    [1e9, 1e9, 1e9, 1e9],
    [1e300, 1e-300, 1e300, 1e-300],
  ])('does not depend on a lucky start: %d, %d, %d, %d', (r, alpha, a, b) => {
    const fit = answerOf(fitBetaGeometricNbd({ ...some, start: { r, alpha, a, b } }));
    expect(fit.logLikelihood).toBeCloseTo(best.logLikelihood, 9);
    for (const name of ['r', 'alpha', 'a', 'b'] as const) expect(fit[name] / best[name]).toBeCloseTo(1, 5);
  });

  it.each([1e-100, 1 / 52, 7, 604_800, 1e100])('does not depend on the unit of time: × %d', (factor) => {
    const scale = (times: Float64Array) => times.map((time) => time * factor);
    const fit = answerOf(fitBetaGeometricNbd({ ...some, lastOrder: scale(some.lastOrder), age: scale(some.age) }));
    expect(fit.alpha / factor / best.alpha).toBeCloseTo(1, 5);
    for (const name of ['r', 'a', 'b'] as const) expect(fit[name] / best[name]).toBeCloseTo(1, 5);
  });

  it('does not depend on the order of the rows', () => {
    const fit = answerOf(
      fitBetaGeometricNbd({
        repeatOrders: some.repeatOrders.toReversed(),
        lastOrder: some.lastOrder.toReversed(),
        age: some.age.toReversed(),
      }),
    );
    expect(fit.r).toBeCloseTo(best.r, 6);
    expect(fit.b).toBeCloseTo(best.b, 5);
  });

  it('no parameters nearby explain the orders better', () => {
    const atBest = answerOf(betaGeometricNbdLogLikelihood({ ...best, ...some }));
    expect(best.logLikelihood).toBeCloseTo(atBest, 9);
    for (const name of ['r', 'alpha', 'a', 'b'] as const) {
      for (const factor of [0.5, 0.99, 1.01, 2]) {
        const beside = betaGeometricNbdLogLikelihood({ ...best, [name]: best[name] * factor, ...some });
        expect(answerOf(beside)).toBeLessThan(atBest);
      }
    }
  });

  it('finds again the parameters that made 4,000 customers', () => {
    const fit = answerOf(fitBetaGeometricNbd(simulated(4000, { r: 2, alpha: 20, b: 4 })));
    expect(Math.abs(fit.r / 2 - 1)).toBeLessThan(0.1);
    expect(Math.abs(fit.alpha / 20 - 1)).toBeLessThan(0.1);
    expect(Math.abs(fit.a - 1)).toBeLessThan(0.15);
    expect(Math.abs(fit.b / 4 - 1)).toBeLessThan(0.15);
  });
});

describe('orders a model cannot be fitted to', () => {
  const five = { repeatOrders: [0, 1, 2, 0, 1], lastOrder: [0, 3, 5, 0, 9], age: [10, 10, 10, 10, 10] };
  it.each([
    ['no customers', { repeatOrders: [], lastOrder: [], age: [] }, 'no-rows', 'repeatOrders'],
    ['one customer', { repeatOrders: [1], lastOrder: [3], age: [10] }, 'too-few-customers', undefined],
    [
      'four customers',
      { repeatOrders: [0, 1, 2, 0], lastOrder: [0, 3, 5, 0], age: [10, 10, 10, 10] },
      'too-few-customers',
      undefined,
    ],
    ['a missing last order', { ...five, lastOrder: [0, 3, 5, 0] }, 'lengths-differ', 'lastOrder'],
    ['an age too many', { ...five, age: [10, 10, 10, 10, 10, 10] }, 'lengths-differ', 'age'],
    [
      'nobody ordered again',
      { repeatOrders: [0, 0, 0, 0, 0], lastOrder: [0, 0, 0, 0, -0], age: five.age },
      'no-repeat-orders',
      'repeatOrders',
    ],
    ['a last order in the future', { ...five, lastOrder: [0, 3, 11, 0, 9] }, 'last-order-after-age', 'lastOrder.2'],
    ['orders without a time', { ...five, lastOrder: [0, 3, 0, 0, 9] }, 'last-order-missing', 'lastOrder.2'],
    [
      'time since the last order in place of its time',
      { ...five, lastOrder: [10, 7, 5, 10, 1] },
      'last-order-without-repeats',
      'lastOrder.0',
    ],
    ['half an order', { ...five, repeatOrders: [0, 1, 2.5, 0, 1] }, 'not-whole', 'repeatOrders.2'],
    ['too many orders to count', { ...five, repeatOrders: [0, 1, 1e308, 0, 1] }, 'not-whole', 'repeatOrders.2'],
    ['negative orders', { ...five, repeatOrders: [0, -1, 2, 0, 1] }, 'negative-count', 'repeatOrders.1'],
    ['a negative time', { ...five, lastOrder: [0, -3, 5, 0, 9] }, 'negative-duration', 'lastOrder.1'],
    ['a negative age', { ...five, age: [10, 10, 10, -10, 10] }, 'negative-duration', 'age.3'],
    ['an age that is no number', { ...five, age: [10, 10, 10, 10, Number.NaN] }, 'not-a-number', 'age.4'],
    ['orders without end', { ...five, repeatOrders: [0, 1, 1 / 0, 0, 1] }, 'not-a-number', 'repeatOrders.2'],
  ])('%s', (_, histories, reason, field) => {
    expect(fitBetaGeometricNbd(histories)).toEqual({ ok: false, reason, field });
  });

  it('a start without meaning', () => {
    const start = { r: 1, alpha: 0, a: 1, b: 1 };
    const refused = { ok: false, reason: 'not-positive', field: 'start.alpha' };
    expect(fitBetaGeometricNbd({ ...five, start })).toEqual(refused);
  });

  it('customers who all order alike, or who are never gone, leave parameters open', () => {
    const clockwork = Array.from({ length: 100 }, () => 10);
    const edge = { ok: false, reason: 'fit-at-edge', field: undefined };
    expect(fitBetaGeometricNbd({ repeatOrders: clockwork, lastOrder: clockwork, age: clockwork })).toEqual(edge);
    // Nobody was silent for longer than chance would have it.
    const orders = clockwork.map((_, row) => 1 + (row % 20));
    const justNow = orders.map((count) => 50 - 50 / (count + 1));
    const alive = { repeatOrders: orders, lastOrder: justNow, age: orders.map(() => 50) };
    expect(fitBetaGeometricNbd(alive)).toEqual(edge);
  });

  it('numbers near the largest there are', () => {
    const histories = { ...five, lastOrder: [0, 1e307, 1e307, 0, 1e307], age: [1e308, 1e308, 1e308, 1e308, 1e308] };
    const fit = fitBetaGeometricNbd(histories);
    expect(fit.ok ? Object.values(fit.value).every(Number.isFinite) : fit.reason).toMatch(/true|fit-at-edge/);
  });
});

describe('questions about a customer without an answer', () => {
  const history = { repeatOrders: 2, lastOrder: 30, age: 40 };
  it.each([
    ['r of 0', expectedRepeatOrders({ ...published, r: 0, time: 1 }), 'not-positive', 'r'],
    ['alpha below 0', probabilityAlive({ ...published, alpha: -1, ...history }), 'not-positive', 'alpha'],
    ['a that is no number', expectedRepeatOrders({ ...published, a: Number.NaN, time: 1 }), 'not-a-number', 'a'],
    ['b without end', repeatOrderShare({ ...published, b: 1 / 0, orders: 1, time: 1 }), 'not-a-number', 'b'],
    ['time before now', expectedRepeatOrders({ ...published, time: -1 }), 'negative-duration', 'time'],
    ['half an order', repeatOrderShare({ ...published, orders: 0.5, time: 1 }), 'not-whole', 'orders'],
    ['orders below 0', repeatOrderShare({ ...published, orders: -1, time: 1 }), 'negative-count', 'orders'],
    [
      'half an order so far',
      probabilityAlive({ ...published, ...history, repeatOrders: 2.5 }),
      'not-whole',
      'repeatOrders',
    ],
    [
      'a last order after today',
      expectedFutureOrders({ ...published, ...history, age: 20, time: 1 }),
      'last-order-after-age',
      'lastOrder',
    ],
    ['no last order', probabilityAlive({ ...published, ...history, lastOrder: 0 }), 'last-order-missing', 'lastOrder'],
    [
      'a last order of a customer without repeat orders',
      probabilityAlive({ ...published, ...history, repeatOrders: 0 }),
      'last-order-without-repeats',
      'lastOrder',
    ],
    [
      'time beyond numbers, for a share',
      repeatOrderShare({ ...published, alpha: 1e-308, orders: 1, time: 1e308 }),
      'too-large',
      'time',
    ],
    [
      'age beyond numbers',
      expectedFutureOrders({ ...published, ...history, alpha: 1.7e308, age: 1.7e308, time: 1 }),
      'too-large',
      'age',
    ],
    ['time beyond numbers', expectedRepeatOrders({ ...published, alpha: 1e-308, time: 1e308 }), 'too-large', undefined],
  ])('%s', (_, result, reason, field) => {
    expect(result).toEqual({ ok: false, reason, field });
  });

  it('nothing is ordered in no time', () => {
    expect(expectedRepeatOrders({ ...published, time: 0 })).toEqual({ ok: true, value: 0 });
    expect(expectedFutureOrders({ ...published, ...history, time: -0 })).toEqual({ ok: true, value: 0 });
    expect(repeatOrderShare({ ...published, orders: 0, time: 0 })).toEqual({ ok: true, value: 1 });
    expect(repeatOrderShare({ ...published, orders: 3, time: 0 })).toEqual({ ok: true, value: 0 });
  });

  it('a customer who has just been won is active', () => {
    expect(probabilityAlive({ ...published, repeatOrders: 0, lastOrder: 0, age: 0 })).toEqual({ ok: true, value: 1 });
  });
});

describe('what must hold for every customer', () => {
  it('longer silence never makes a customer more likely to be active', () => {
    fc.assert(
      fc.property(
        anyOrderModel,
        anyHistory,
        fc.double({ min: 0, max: 100, noNaN: true }),
        (shape, customer, silence) => {
          const before = answerOf(probabilityAlive({ ...shape, ...customer }));
          const after = answerOf(probabilityAlive({ ...shape, ...customer, age: customer.age + silence }));
          expect(after).toBeLessThanOrEqual(before);
          expect(after).toBeGreaterThanOrEqual(0);
          expect(before).toBeLessThanOrEqual(1);
        },
      ),
    );
  });

  it('a longer time never brings fewer orders, and never more than the rate would', () => {
    fc.assert(
      fc.property(anyOrderModel, anyHistory, between(0.1, 500), between(1, 10), (shape, customer, time, times) => {
        const orders = answerOf(expectedFutureOrders({ ...shape, ...customer, time }));
        const later = answerOf(expectedFutureOrders({ ...shape, ...customer, time: time * times }));
        expect(later).toBeGreaterThanOrEqual(orders * (1 - 1e-9));
        const rate = (shape.r + customer.repeatOrders) / (shape.alpha + customer.age);
        expect(orders).toBeLessThanOrEqual(rate * time * (1 + 1e-9));
      }),
    );
  });

  it('a customer new today is expected to order like any new customer', () => {
    fc.assert(
      fc.property(anyOrderModel, between(0.01, 1000), (shape, time) => {
        const newToday = { repeatOrders: 0, lastOrder: 0, age: 0 };
        const orders = answerOf(expectedFutureOrders({ ...shape, ...newToday, time }));
        expect(orders).toBe(answerOf(expectedRepeatOrders({ ...shape, time })));
      }),
    );
  });
});

describe('no input of any size gives a number that is none', () => {
  const any = fc.double();
  const special = fc.constantFrom(0, -0, 1, 1e308, -1e308, 5e-324, 1e-300, Number.NaN, 1 / 0, -1 / 0, 0.5, 2, 40);
  const value = fc.oneof(any, special, between(1e-3, 1e3), fc.integer({ min: 0, max: 100 }));
  const everything = fc.record({
    r: value,
    alpha: value,
    a: value,
    b: value,
    orderShape: value,
    customerShape: value,
    spendScale: value,
    repeatOrders: value,
    orders: value,
    lastOrder: value,
    age: value,
    time: value,
    averageSpend: value,
    grossMargin: value,
    discount: value,
    periods: value,
  });
  /** The same, with inputs that pass the first checks more often. */
  const likely = fc.record({
    ...Object.fromEntries(
      ['r', 'alpha', 'a', 'b', 'orderShape', 'customerShape', 'spendScale', 'averageSpend'].map((name) => [
        name,
        between(1e-300, 1e300),
      ]),
    ),
    repeatOrders: fc.oneof(fc.constant(0), fc.maxSafeNat()),
    orders: fc.maxSafeNat(),
    lastOrder: fc.constantFrom(0, 1),
    age: fc.oneof(fc.constant(1), between(1, 1e308)),
    time: between(1e-308, 1e308),
    grossMargin: fc.double({ min: -1e308, max: 1, noNaN: true }),
    discount: between(1e-300, 1e300),
    periods: fc.integer({ min: 1, max: 30 }),
  }) as typeof everything;

  const isSound = (result: { readonly ok: boolean; readonly value?: unknown }) => {
    if (!result.ok) return true;
    const numbers = typeof result.value === 'number' ? [result.value] : Object.values(result.value as object);
    return numbers.every((number) => Number.isFinite(number) && !Object.is(number, -0));
  };

  it('for a customer', () => {
    fc.assert(
      fc.property(fc.oneof(everything, likely), (input) => {
        const answers = [
          repeatOrderShare(input),
          expectedRepeatOrders(input),
          probabilityAlive(input),
          expectedFutureOrders(input),
          expectedSpendPerOrder(input),
          orderLifetimeValue(input),
        ];
        expect(answers.every(isSound)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('for a list of customers', () => {
    const anyLists = fc.array(fc.record({ orders: value, time: value, age: value }), { maxLength: 8 });
    const plausible = fc.record({ orders: fc.nat({ max: 9 }), time: between(1e-300, 1), age: between(1, 1e308) });
    const plausibleLists = fc
      .array(plausible, { minLength: 5, maxLength: 12 })
      .map((list) => list.map((row) => ({ ...row, time: row.orders === 0 ? 0 : row.time })));
    fc.assert(
      fc.property(everything, fc.oneof(anyLists, plausibleLists), (input, customers) => {
        const [repeatOrders, lastOrder, age] = (['orders', 'time', 'age'] as const).map((name) =>
          customers.map((row) => row[name]),
        ) as [number[], number[], number[]];
        const histories = { repeatOrders, lastOrder, age };
        const spends = { orders: repeatOrders, averageSpend: age };
        const answers = [
          betaGeometricNbdLogLikelihood({ ...input, ...histories }),
          gammaGammaLogLikelihood({ ...input, ...spends }),
          fitBetaGeometricNbd(histories),
          fitGammaGamma(spends),
        ];
        expect(answers.every(isSound)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
