import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calculators } from '../../src/lib/calculators/calculators.ts';
import { dataSchemas } from '../../src/lib/calculators/data-schemas.ts';
import { modelNamed } from '../../src/lib/calculators/model.ts';
import { adviseModel } from '../../src/lib/calculators/model-advice.ts';
import { expectedOrders } from '../../src/lib/calculators/orders/expected-orders.ts';
import { fitOrders } from '../../src/lib/calculators/orders/fit-orders.ts';
import { segmentValues } from '../../src/lib/calculators/orders/segment-values.ts';
import {
  bestCurve,
  chosenCurve,
  linkedRetention,
  type RetentionData,
} from '../../src/lib/calculators/retention/retention-data.ts';
import { fitRetention } from '../../src/lib/calculators/retention/retention-fits.ts';
import { paybackOnCurve } from '../../src/lib/calculators/retention/retention-value.ts';
import { readSurvivors, writeSurvivors } from '../../src/lib/calculators/retention/survivor-table.ts';
import { whyCurvesDiffer } from '../../src/lib/calculators/retention/why-curves-differ.ts';
import { largestStep, valueSteps } from '../../src/lib/calculators/value-steps.ts';
import { orderLifetimeValue } from '../../src/lib/metrics/lifetime-value/order-lifetime-value.ts';
import { correlation } from '../../src/lib/metrics/statistics/correlation.ts';
import { paybackMonthsWithChurn } from '../../src/lib/metrics/unit-economics/payback.ts';
import type { OrderHistoryTable } from '../../src/lib/table/table-data.ts';
import { answerOf } from './answer-of.ts';
import { rows } from './data.ts';
import { expected, list } from './published.ts';

const highEnd = rows('fader_hardie_2007_table1.csv').map((row) => Number(row['High-end']));

describe('a typed table of survivors', () => {
  it.each([
    ['1000 869 743', [[1000, 869, 743]]],
    ['1000,869,743', [[1000, 869, 743]]],
    ['1,000 869 743', [[1000, 869, 743]]],
    ['1,000, 869, 743,', [[1000, 869, 743]]],
    ['1,000\t869\t743', [[1000, 869, 743]]],
    ['1000；869；743', [[1000, 869, 743]]],
    ['１０００、８６９、７４３', [[1000, 869, 743]]],
    ['1000人 869人 743人', [[1000, 869, 743]]],
    [
      '1000\t869\t743\r\n500\t410\t\n\n',
      [
        [1000, 869, 743],
        [500, 410],
      ],
    ],
  ])('%j is read as people mean it', (text, cohorts) => {
    expect(readSurvivors(text)).toEqual({ ok: true, value: cohorts });
  });

  it.each([
    ['', 'no-cohorts', 'cohorts'],
    ['1000', 'no-renewals', 'cohorts.0'],
    ['1000 1100', 'rising-survivors', 'cohorts.0.1'],
    ['1000 869\n0 0', 'no-customers-at-start', 'cohorts.1.0'],
    ['1000 -5', 'negative-count', 'cohorts.0.1'],
    ['1000 abc', 'not-a-number', 'cohorts.0.1'],
    ['1000\t\t743', 'not-a-number', 'cohorts.0.1'],
    ['100% 87%', 'survivors-in-percent', 'cohorts.0.0'],
    ['1,000,869,743', 'unclear-separators', 'cohorts.0.1'],
    ['1000 869\n'.repeat(501), 'too-many-cohorts', 'cohorts'],
  ])('%j is refused with the reason %s', (text, reason, field) => {
    expect(readSurvivors(text)).toEqual({ ok: false, reason, field });
  });

  const anyCohorts = fc.array(
    fc
      .array(fc.integer({ min: 0, max: 1e6 }), { minLength: 2, maxLength: 15 })
      .map((counts) =>
        counts.toSorted((one, other) => other - one).map((count, age) => (age === 0 ? count + 1 : count)),
      ),
    { minLength: 1, maxLength: 8 },
  );

  it('reads back what it writes, and goes through a link', () => {
    fc.assert(
      fc.property(anyCohorts, fc.constantFrom(1, 3, 12), (cohorts, monthsPerPeriod) => {
        const survivors = writeSurvivors(cohorts);
        expect(answerOf(readSurvivors(survivors))).toEqual(cohorts);
        const data: RetentionData = { survivors, monthsPerPeriod, curve: 'constant-churn' };
        const written = linkedRetention.write(data);
        if (written) expect(linkedRetention.read(written)).toEqual({ value: data, rows: cohorts.length });
        else expect(survivors.length).toBeGreaterThan(1000);
      }),
    );
  });

  it('in a link is refused when it is no table, and opens when it is a wrong one', () => {
    expect(linkedRetention.read({ survivors: '<script>', period: '12' })).toBeUndefined();
    expect(linkedRetention.read({ survivors: '1000,869', period: '5' })).toBeUndefined();
    expect(linkedRetention.read({ survivors: '1000,869', curve: 'magic' })).toBeUndefined();
    expect(linkedRetention.read({ survivors: '1000,1100' })?.value.survivors).toBe('1000 1100');
  });
});

describe('what a table of survivors teaches', () => {
  const published = list('sbg-fit-highend7', 'inputs', 'survivors');

  it('is the published fit, of three the one with the best forecast', () => {
    const fits = answerOf(fitRetention({ survivors: writeSurvivors([published]) }));
    const sbg = answerOf(fits.comparison[1]?.fit ?? fail());
    expect('alpha' in sbg && sbg.alpha).toBeCloseTo(expected('sbg-fit-highend7', 'alpha'), 2);
    expect('beta' in sbg && sbg.beta).toBeCloseTo(expected('sbg-fit-highend7', 'beta'), 2);
    for (const [age, share] of fits.observed.entries()) expect(share).toBeCloseTo((published[age] ?? 0) / 1000, 12);
  });

  it('on the thirteen years of the paper leaves constant churn far behind', () => {
    const fits = answerOf(fitRetention({ survivors: writeSurvivors([highEnd]) }));
    expect(fits.holdOutPeriods).toBe(4);
    const [constant, sbg, weibull] = fits.comparison.map(({ holdOutError }) => answerOf(holdOutError));
    expect(constant).toBeGreaterThan(0.15);
    expect(sbg).toBeLessThan(0.02);
    expect(weibull).toBeLessThan(0.02);
    expect(bestCurve(fits)).toBe('beta-discrete-weibull');
  });

  it('of several cohorts is what all of them together did', () => {
    const { observed, customers } = answerOf(fitRetention({ survivors: '100 80 60\n300 240' }));
    expect(customers).toBe(400);
    expect(observed[1]).toBeCloseTo(0.8, 12);
    expect(observed[2]).toBeCloseTo(0.6, 12);
  });

  it('goes by the curve the reader chose, and says why another has none', () => {
    const survivors = '100 50 25 12.5';
    const data: RetentionData = {
      survivors,
      monthsPerPeriod: 12,
      fits: { of: survivors, result: fitRetention({ survivors }) },
    };
    expect(answerOf(chosenCurve(data)).kind).toBe('constant-churn');
    const chosen = chosenCurve({ ...data, curve: 'shifted-beta-geometric' });
    expect(chosen).toMatchObject({ ok: false, reason: 'no-difference-between-customers' });
  });

  it('that was changed says what is wrong with it, or that it is being worked out', () => {
    const data: RetentionData = { survivors: '100 120', monthsPerPeriod: 12 };
    expect(chosenCurve(data)).toMatchObject({ ok: false, reason: 'rising-survivors' });
    expect(chosenCurve({ ...data, survivors: '100 80' })).toMatchObject({ ok: false, reason: 'being-worked-out' });
  });
});

describe('payback on a retention curve', () => {
  it('is that of constant churn where churn is constant, for whole payments', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 0.3, noNaN: true }),
        fc.integer({ min: 1, max: 24 }),
        (churn, payments) => {
          const costInPayments = (1 - (1 - churn) ** payments) / churn;
          const plain = { cac: costInPayments, arpa: 1, grossMargin: 1, churn };
          const curve = { kind: 'constant-churn', churn } as const;
          const payback = answerOf(
            paybackOnCurve({ curve, monthsPerPeriod: 1, costInPayments: costInPayments - 1e-9 }),
          );
          expect(payback).toBeCloseTo(answerOf(paybackMonthsWithChurn(plain)), 4);
        },
      ),
    );
  });

  it('within the first payment is that part of its period, and may never come', () => {
    const curve = { kind: 'constant-churn', churn: 0.5 } as const;
    expect(paybackOnCurve({ curve, monthsPerPeriod: 12, costInPayments: 0.5 })).toEqual({ ok: true, value: 6 });
    expect(paybackOnCurve({ curve, monthsPerPeriod: 12, costInPayments: 2.5 })).toMatchObject({
      reason: 'never-pays-back',
    });
  });
});

describe('a list of orders', () => {
  const cdnow = rows('cdnow_customers_summary.csv');
  const column = (name: string) => Float64Array.from(cdnow, (row) => Number(row[name]));
  const table: OrderHistoryTable = {
    repeatOrders: column('frequency'),
    lastOrder: column('recency'),
    age: column('T'),
    averageSpend: undefined,
  };
  const data = answerOf(fitOrders(table));

  it('is summed up with the published model', () => {
    // Fader, Hardie and Lee 2005, table 2.
    expect(data.model.r).toBeCloseTo(0.243, 3);
    expect(data.model.alpha).toBeCloseTo(4.414, 2);
    expect(data.model.a).toBeCloseTo(0.793, 2);
    expect(data.model.b).toBeCloseTo(2.426, 2);
    expect(data.customers).toBe(2357);
    expect(data.spend).toBe('no-order-amounts');
  });

  it('has every customer once, in what was seen and in what the model expects', () => {
    const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
    expect(sum(data.frequencies.map(({ observed }) => observed))).toBe(2357);
    expect(sum(data.frequencies.map((row) => row.expected))).toBeCloseTo(2357, 6);
    expect(sum(data.segments.map(({ customers }) => customers))).toBe(2357);
    // The paper counts 1,411 customers without a repeat order.
    expect(data.frequencies[0]?.observed).toBe(1411);
    for (const { observed, expected: foreseen } of data.frequencies)
      expect(Math.abs(foreseen - observed)).toBeLessThan(0.25 * observed + 10);
  });

  it('stays small', () => {
    expect(JSON.stringify(data).length).toBeLessThan(10_000);
  });

  it('gives a new customer the orders that the library expects, discounted or not', () => {
    const { model } = data;
    const nothingYet = { repeatOrders: 0, lastOrder: 0, age: 0, averageSpend: 0 };
    const oneEach = { orderShape: 1, customerShape: 2, spendScale: 1 };
    // Shorter, longer and shorter again: what is kept from one question must not spoil the next.
    for (const [weeks, discount] of [
      [52, 0.002],
      [156, 0],
      [4, 0.01],
    ] as const) {
      const input = { ...model, ...oneEach, ...nothingYet, grossMargin: 1, discount, periods: weeks };
      const exact = answerOf(orderLifetimeValue(input));
      const { orders, worth } = answerOf(expectedOrders({ model, discount, weeks }));
      expect(orders).toBeCloseTo(1 + exact.expectedOrders, 9);
      expect(worth).toBeCloseTo(1 + exact.value, 9);
    }
    expect(expectedOrders({ model, discount: 0, weeks: 1201 })).toMatchObject({ reason: 'orders-too-far-ahead' });
  });

  it('lets few customers stand for a segment', () => {
    const input = { data, grossMargin: 0.5, discount: 0.002, periods: 52, averageOrder: 30 };
    const values = answerOf(segmentValues(input));
    const again = cdnow.filter((row) => Number(row.frequency) === 1);
    const exact = again.map((row) =>
      answerOf(
        orderLifetimeValue({
          ...data.model,
          orderShape: 1,
          customerShape: 2,
          spendScale: 30,
          averageSpend: 30,
          repeatOrders: 1,
          lastOrder: Number(row.recency),
          age: Number(row.T),
          grossMargin: 0.5,
          discount: 0.002,
          periods: 52,
        }),
      ),
    );
    const mean = exact.reduce((sum, { value }) => sum + value / exact.length, 0);
    expect(Math.abs((values[1]?.value ?? 0) / mean - 1)).toBeLessThan(0.03);
  });

  it('with amounts has an expected spend and says how spend and frequency go together', () => {
    const averageSpend = Float64Array.from(table.repeatOrders, (orders, row) =>
      orders === 0 ? 0 : 20 + (row % 37) + orders,
    );
    const { spend } = answerOf(fitOrders({ ...table, averageSpend }));
    const learned = typeof spend === 'string' ? fail() : spend;
    expect(learned.expected).toBeGreaterThan(30);
    expect(learned.expected).toBeLessThan(50);
    expect(learned.correlation).toBeGreaterThan(0.1);
  });

  it('too short or without repeat orders has a reason', () => {
    const few = Float64Array.of(0, 0, 0, 0, 0, 0);
    const age = Float64Array.of(9, 9, 9, 9, 9, 9);
    const none = { repeatOrders: few, lastOrder: few, age, averageSpend: undefined };
    expect(fitOrders(none)).toMatchObject({ ok: false, reason: 'no-repeat-orders' });
  });
});

describe('data kept and written to files', () => {
  const { retention, orders } = dataSchemas;
  const table = rows('cdnow_customers_summary.csv');
  const column = (name: string) => Float64Array.from(table, (row) => Number(row[name]));
  const histories = { repeatOrders: column('frequency'), lastOrder: column('recency'), age: column('T') };
  const summary = answerOf(fitOrders({ ...histories, averageSpend: undefined }));

  it('come back as they were', () => {
    const kept: unknown = JSON.parse(JSON.stringify(summary));
    expect(orders?.safeParse(kept)).toEqual({ success: true, data: kept });
  });

  it('of a retention table are the table: what follows from it is worked out anew', () => {
    const data = { survivors: '1000 869', monthsPerPeriod: 3, curve: 'constant-churn' };
    const read = retention?.safeParse({ ...data, fits: { of: '1000 869', result: { ok: true, value: 'anything' } } });
    expect(read).toEqual({ success: true, data });
  });

  it.each([
    ['retention', { survivors: 5, monthsPerPeriod: 12 }],
    ['retention', { survivors: '1 1', monthsPerPeriod: 5 }],
    ['retention', { survivors: '1 1', monthsPerPeriod: 12, curve: '__proto__' }],
    ['orders', { ...summary, model: { r: -1, alpha: 1, a: 1, b: 1 } }],
    ['orders', { ...summary, spend: 'no-such-reason' }],
    ['orders', { ...summary, segments: [] }],
    ['orders', null],
  ])('of the model %s that are damaged are refused', (model, value) => {
    expect(dataSchemas[model]?.safeParse(value).success).toBe(false);
  });
});

describe('why models differ', () => {
  it('from one model to the next adds up', () => {
    const numbers = {
      arpa: 100,
      grossMargin: 1,
      churn: 0.05,
      expansion: 0.01,
      annualDiscountRate: 0.1,
      horizonMonths: 24,
    };
    const steps = answerOf(valueSteps(numbers));
    const end = modelNamed(calculators.ltv, 'expansion')?.compute(numbers, undefined);
    const ltv = answerOf(answerOf(end ?? fail()).results.ltv ?? fail());
    expect(steps.simple + steps.discount + steps.horizon + steps.expansion).toBeCloseTo(ltv, 9);
    expect(steps.simple).toBe(2000);
    expect(steps.discount).toBeLessThan(0);
    expect(steps.horizon).toBeLessThan(0);
    expect(steps.expansion).toBeGreaterThan(0);
    expect(largestStep(steps)).toBe('horizon');
  });

  it('has no cause where discount, horizon and expansion change nothing', () => {
    const numbers = { arpa: 100, grossMargin: 1, churn: 1, expansion: 0, annualDiscountRate: 0, horizonMonths: 12 };
    expect(largestStep(answerOf(valueSteps(numbers)))).toBeUndefined();
  });

  it('says why there is nothing to compare', () => {
    const numbers = { arpa: 100, grossMargin: 1, churn: 0, expansion: 0, annualDiscountRate: 0, horizonMonths: 12 };
    expect(valueSteps(numbers)).toMatchObject({ ok: false, reason: 'no-churn' });
  });

  const rising = { kind: 'shifted-beta-geometric', alpha: 0.668, beta: 3.806 } as const;
  const falling = { kind: 'beta-discrete-weibull', gamma: 5, delta: 45, shape: 2 } as const;
  it.each([
    [rising, 1000, 800, 'rising-more'],
    [rising, 1000, 1200, 'rising-early'],
    [rising, 1000, 1001, 'rising-even'],
    [falling, 1000, 1200, 'falling'],
    [{ kind: 'constant-churn', churn: 0.2 } as const, 1000, 1000, 'alike'],
  ])('on the curve %o with %i against %i is %s', (best, underBest, underConstant, cause) => {
    expect(whyCurvesDiffer({ best, periods: 7, underBest, underConstant })).toBe(cause);
  });
});

describe('advice on models', () => {
  it.each([
    [{}, ['contract'], undefined],
    [{ contract: false }, ['contract'], 'orders'],
    [{ contract: true }, ['contract', 'table'], undefined],
    [{ contract: true, table: true }, ['contract', 'table'], 'retention'],
    [{ contract: true, table: false }, ['contract', 'table', 'payment'], undefined],
    [{ contract: true, table: false, payment: true }, ['contract', 'table', 'payment'], 'expansion'],
    [{ contract: true, table: false, payment: false }, ['contract', 'table', 'payment'], 'discounted'],
    // An answer to a question that is no longer asked counts no more.
    [{ contract: false, table: true, payment: true }, ['contract'], 'orders'],
  ])('after %o asks %j and says %s', (facts, questions, model) => {
    expect(adviseModel(facts)).toEqual({ questions, model });
    if (model) expect(modelNamed(calculators.ltv, model)).toBeDefined();
  });
});

describe('correlation', () => {
  it('is that of Anscombe 1973, the same in all four of his quartet', () => {
    const xs = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5];
    const first = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68];
    const second = [9.14, 8.14, 8.74, 8.77, 9.26, 8.1, 6.13, 3.1, 9.13, 7.26, 4.74];
    expect(correlation(xs, first)).toBeCloseTo(0.816, 3);
    expect(correlation(xs, second)).toBeCloseTo(0.816, 3);
  });

  it('does not exist where nothing changes', () => {
    expect(correlation([1, 1, 1], [1, 2, 3])).toBeUndefined();
    expect(correlation([], [])).toBeUndefined();
  });
});

function fail(): never {
  throw new Error('missing');
}
