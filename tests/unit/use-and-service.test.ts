import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstResponseTime } from '../../src/lib/metrics/service/first-response-time.ts';
import { adoptionRate } from '../../src/lib/metrics/usage/adoption-rate.ts';
import { repeatPurchaseRate } from '../../src/lib/metrics/usage/repeat-purchase-rate.ts';
import { answerOf } from './answer-of.ts';
import { rows } from './data.ts';

describe('rates of use', () => {
  it.each([
    ['nobody has access', adoptionRate({ activeUsers: 0, users: 0 }), 'no-users', 'users'],
    ['more use it than could', adoptionRate({ activeUsers: 6, users: 5 }), 'part-above-whole', 'activeUsers'],
    ['a negative count', adoptionRate({ activeUsers: -1, users: 5 }), 'negative-count', 'activeUsers'],
    ['no number', adoptionRate({ activeUsers: 1, users: Number.NaN }), 'not-a-number', 'users'],
    [
      'nobody bought',
      repeatPurchaseRate({ repeatCustomers: 0, buyingCustomers: 0 }),
      'no-customers',
      'buyingCustomers',
    ],
    [
      'more came back than came',
      repeatPurchaseRate({ repeatCustomers: 3, buyingCustomers: 2 }),
      'part-above-whole',
      'repeatCustomers',
    ],
  ] as const)('say why there is none when %s', (_, result, reason, field) => {
    expect(result).toEqual({ ok: false, reason, field });
  });

  it('count the repeat customers of a published sample', () => {
    const customers = rows('cdnow_customers_summary.csv');
    const repeatCustomers = customers.filter(({ frequency }) => Number(frequency) > 0).length;
    // Fader, Hardie and Lee 2005: 2,357 customers, of whom 946 bought again in the first 39 weeks.
    expect([customers.length, repeatCustomers]).toEqual([2357, 946]);
    const rate = answerOf(repeatPurchaseRate({ repeatCustomers, buyingCustomers: customers.length }));
    expect(rate).toBeCloseTo(0.4014, 4);
  });
});

describe('first response time', () => {
  it('has the median and percentiles of NumPy', () => {
    // numpy.percentile of 3, 8, 12, 40, 55, 90, 240: 50 and 90.
    const times = answerOf(firstResponseTime({ waits: [240, 3, 55, 12, 90, 8, 40], target: 55 }));
    expect(times.median).toBe(40);
    expect(times.percentile90).toBeCloseTo(150, 9);
    expect(times.mean).toBeCloseTo(64, 9);
    expect(times.withinTarget).toBeCloseTo(5 / 7, 12);
  });

  it.each([
    ['no requests', [], undefined, 'no-rows', 'waits'],
    ['an answer before its request', [5, -1], undefined, 'negative-duration', 'waits.1'],
    ['a time that was no number', [Number.NaN], undefined, 'not-a-number', 'waits.0'],
    ['a negative target', [5], -1, 'negative-duration', 'target'],
  ])('says why there is none: %s', (_, waits, target, reason, field) => {
    const input = target === undefined ? { waits } : { waits, target };
    expect(firstResponseTime(input)).toEqual({ ok: false, reason, field });
  });

  it('lies between the shortest and the longest wait, whatever they are', () => {
    const wait = fc.double({ min: 0, max: Number.MAX_VALUE, noNaN: true });
    fc.assert(
      fc.property(fc.array(wait, { minLength: 1 }), (waits) => {
        const { median, mean, percentile90 } = answerOf(firstResponseTime({ waits }));
        const [shortest, longest] = [Math.min(...waits), Math.max(...waits)];
        for (const value of [median, mean, percentile90]) {
          expect(value).toBeGreaterThanOrEqual(shortest);
          expect(value).toBeLessThanOrEqual(longest);
        }
        expect(percentile90).toBeGreaterThanOrEqual(median);
      }),
    );
  });
});
