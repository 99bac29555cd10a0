import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CustomerSummary, summarizeCustomers } from '../../src/lib/calculators/customer-summary.ts';
import { calendarDay, monthOf, monthsBetween } from '../../src/lib/calculators/customers/calendar-month.ts';
import { customerDataSchema } from '../../src/lib/calculators/customers/customer-data-schema.ts';
import { customerListWarnings } from '../../src/lib/calculators/customers/customer-warnings.ts';
import { logRankTest } from '../../src/lib/metrics/churn/log-rank-test.ts';
import type { CustomerDates, CustomerDurations, TimeUnit } from '../../src/lib/table/table-data.ts';
import { answerOf } from './answer-of.ts';
import { rows as dataRows } from './data.ts';

interface Customer {
  readonly start: number;
  readonly end?: number | undefined;
  readonly revenue?: number;
  readonly group?: string;
}

const millisecondsPerDay = 86_400_000;
const dayOf = (date: string) => Date.parse(date) / millisecondsPerDay;
/** Later than anything in these lists. */
const farAhead = dayOf('2030-01-01');

/** A list as the table reader gives it. */
function list(customers: readonly Customer[]): CustomerDates {
  const names = [...new Set(customers.map(({ group = '' }) => group))];
  const days = customers.flatMap(({ start, end = start }) => [start, end]);
  return {
    form: 'dates',
    start: Float64Array.from(customers, ({ start }) => start),
    end: Float64Array.from(customers, ({ end = Number.NaN }) => end),
    lastDay: Math.max(...days),
    revenue: customers.some(({ revenue }) => revenue !== undefined)
      ? Float64Array.from(customers, ({ revenue = 0 }) => revenue)
      : undefined,
    groups:
      names.length > 1
        ? { names, index: Uint8Array.from(customers, ({ group = '' }) => names.indexOf(group)) }
        : undefined,
  };
}

const summaryOf = (table: CustomerDates | CustomerDurations, completeUntil?: number) =>
  answerOf(summarizeCustomers({ table, today: farAhead, ...(completeUntil !== undefined && { completeUntil }) }));

function viewOf({ views }: CustomerSummary, length: 1 | 3 | 12) {
  const view = views.find((each) => each.length === length);
  if (!view) throw new Error(`no periods of ${length} months`);
  return view;
}

function calendarOf(summary: CustomerSummary, length: 1 | 3 | 12) {
  const { calendar } = viewOf(summary, length);
  if (!calendar) throw new Error('no calendar');
  return calendar;
}

/** 300 customers over two and a half years, by a rule that can be followed anywhere. */
const followable = Array.from({ length: 300 }, (_, index): Customer => {
  const start = 18_000 + ((index * 37) % 900);
  const end = start + ((index * index * 13) % 700) + 1;
  return { start, end: end <= 18_950 ? end : undefined, revenue: 10 + (index % 7), group: 'abc'.charAt(index % 3) };
});

// Reference numbers: counted day by day with Python's datetime; SciPy 1.17 for tests, and Kaplan–Meier by its definition.
describe('what a list of customers says', () => {
  const summary = summaryOf(list(followable));
  const month = calendarOf(summary, 1);

  it('counts who was there, left, joined and left again in every month', () => {
    expect(month.periods).toHaveLength(31);
    const counted = month.periods.map(({ period, customers, revenue }) => [
      period,
      ...Object.values(customers),
      revenue?.atStart,
      revenue?.lost,
    ]);
    expect(counted.slice(0, 3)).toEqual([
      [24_231, 0, 0, 9, 1, 0, 0],
      [24_232, 8, 0, 9, 0, 107, 0],
      [24_233, 17, 2, 12, 1, 224, 24],
    ]);
    expect(counted.slice(-2)).toEqual([
      [24_260, 119, 14, 8, 0, 1540, 176],
      [24_261, 113, 15, 0, 0, 1474, 195],
    ]);
  });

  it('gives the last whole month to the calculator', () => {
    expect(summary).toMatchObject({ customersAtStart: 113, customersLost: 15, months: 1, customers: 300, ended: 206 });
  });

  it.each([
    [1, 2673, 194, 0.063343621069794, 0.08303839850387297, 34_897, 2528, 0.06701213123345615],
    [3, 806, 167, 0.18063642769667593, 0.2365334456667661, 10_534, 2179, 0.19485575230339658],
    [12, 77, 50, 0.5379942353978194, 0.7465132479593756, 1014, 664, 0.6493506493506493],
  ] as const)(
    'pools all periods of %i months',
    (length, atStart, lost, lower, upper, revenue, revenueLost, average) => {
      const { pooled } = calendarOf(summary, length);
      expect(pooled).toMatchObject({ atStart, lost, revenue: { atStart: revenue, lost: revenueLost } });
      expect(pooled?.lower).toBeCloseTo(lower, 12);
      expect(pooled?.upper).toBeCloseTo(upper, 12);
      expect(pooled?.averageOfRates).toBeCloseTo(average, 12);
    },
  );

  it('gives the time by which half have left, and who is still there month by month', () => {
    expect(summary.survival.median).toBeCloseTo(10.802870695496827, 12);
    expect(summary.survival.medianLower).toBeCloseTo(9.934290231832275, 12);
    expect(summary.survival.medianUpper).toBeCloseTo(12.737160927329104, 12);
    expect(viewOf(summary, 1).survivors.slice(0, 13)).toEqual([
      300, 285, 275, 265, 253, 238, 223, 212, 203, 188, 168, 144, 137,
    ]);
  });

  it('gives what customers pay on average, as far as the list says it', () => {
    expect(summary.averageRevenue).toBeCloseTo(12.99, 12);
    expect(summaryOf(list([{ start: 18_000 }, { start: 18_001, end: 18_400 }])).averageRevenue).toBeUndefined();
  });

  it('gives churn by age, whenever customers began', () => {
    const { ages, periods, lost } = viewOf(summary, 1).byAge;
    expect(ages.slice(0, 4).map(({ age, atRisk, lost: left }) => [age, atRisk, left])).toEqual([
      [1, 300, 15],
      [2, 281, 10],
      [3, 263, 10],
      [4, 244, 11],
    ]);
    expect([periods, lost]).toEqual([2829, 206]);
    expect(viewOf(summary, 3).byAge).toMatchObject({ periods: 984, lost: 206 });
  });

  it('compares groups, all at once and each with the others', () => {
    const { groups, test } = summary.groups ?? { groups: [], test: undefined };
    expect(test).toEqual({ pValue: expect.closeTo(0.4851161050599275, 10) });
    expect(groups.map(({ name, customers, ended }) => [name, customers, ended])).toEqual([
      ['a', 100, 67],
      ['b', 100, 69],
      ['c', 100, 70],
    ]);
    expect(groups.map(({ expected = 0 }) => expected)).toEqual(
      [66.82102423, 76.06679069, 63.11218507].map((value) => expect.closeTo(value, 7)),
    );
    // Three tests, by Holm: 3 × 0.2921, then at least as much, then its own.
    expect(groups.map(({ pValue = 0 }) => pValue)).toEqual(
      [0.9785677415085, 0.8763604231, 0.8763604231].map((value) => expect.closeTo(value, 9)),
    );
    expect(groups.map(({ median = 0 }) => median)).toEqual(
      [11.638596275077518, 12.37575720240662, 9.887081870264277].map((value) => expect.closeTo(value, 10)),
    );
  });

  it('is a document that can be kept', () => {
    const kept = JSON.parse(JSON.stringify(summary));
    expect(kept).toEqual(summary);
    expect(customerDataSchema.parse(kept)).toEqual(summary);
  });
});

describe('a summary from a file that may hold anything', () => {
  const summary = summaryOf(list(followable));
  const { views, groups } = summary;

  it.each([
    ['nothing', undefined],
    ['a negative count', { ...summary, customersLost: -1 }],
    ['no number', { ...summary, ended: Number.NaN }],
    ['a share above one', { ...summary, survival: { ...summary.survival, points: [{ time: 1, survival: 1.5 }] } }],
    ['no views', { ...summary, views: [] }],
    [
      'more rows than any summary has',
      { ...summary, views: views.map((view) => ({ ...view, survivors: new Array(1e5).fill(1) })) },
    ],
    ['a reason there is no sentence for', { ...summary, groups: { ...groups, test: { reason: 'constructor' } } }],
    [
      'a period beyond all calendars',
      { ...summary, observed: { firstDay: 1e12, lastDay: 1e12, later: 0, endLater: 0 } },
    ],
    ['what nobody asked for', { ...summary, more: 1 }],
  ])('is refused when it holds %s', (_, value) => {
    expect(customerDataSchema.safeParse(value).success).toBe(false);
  });
});

describe('a list without dates', () => {
  const telco = dataRows('telco_churn_reduced.csv');
  const contracts = [...new Set(telco.map(({ contract = '' }) => contract))];
  const table = (unit: TimeUnit, factor: number): CustomerDurations => ({
    form: 'durations',
    durations: Float64Array.from(telco, (row) => Number(row.tenure_months) * factor),
    ended: Uint8Array.from(telco, (row) => Number(row.churned)),
    unit,
    revenue: undefined,
    groups: { names: contracts, index: Uint8Array.from(telco, ({ contract = '' }) => contracts.indexOf(contract)) },
  });

  it('stands on all months of all customers', () => {
    const summary = summaryOf(table('months', 1));
    expect(summary).toMatchObject({ customersAtStart: 227_990, customersLost: 1869, months: 1, timeUnit: 'months' });
    expect(summary.observed).toBeUndefined();
    expect(summary.views.every(({ calendar }) => calendar === undefined)).toBe(true);
  });

  // scipy.stats.ecdf with log-log limits, SciPy 1.17.
  it('gives medians by contract and says that they differ', () => {
    const { groups } = summaryOf(table('months', 1));
    const monthly = groups?.groups.find(({ name }) => name === 'Month-to-month');
    expect(monthly).toMatchObject({ median: 35, medianLower: 32, medianUpper: 38 });
    expect(groups?.groups.filter(({ median }) => median === undefined)).toHaveLength(2);
    expect(groups?.test).toEqual({ pValue: expect.closeTo(0, 12) });
  });

  it('keeps whole years as years, and turns other units into months', () => {
    const years = summaryOf(table('years', 1));
    expect(years).toMatchObject({ timeUnit: 'years', months: 12, customersLost: 1869 });
    expect(years.views.map(({ length }) => length)).toEqual([12]);
    const days = summaryOf(table('days', 365.2425 / 12));
    expect(days.timeUnit).toBe('months');
    expect(days.groups?.groups[0]?.median).toBeCloseTo(35, 10);
  });
});

describe('what has not happened yet', () => {
  const customers: Customer[] = [
    { start: dayOf('2026-01-10'), end: dayOf('2026-03-05') },
    { start: dayOf('2026-01-10'), end: dayOf('2026-12-31') },
    { start: dayOf('2026-02-01') },
    { start: dayOf('2026-12-01') },
  ];
  const on = (day: string, completeUntil?: string) =>
    answerOf(
      summarizeCustomers({
        table: list(customers),
        today: dayOf(day),
        ...(completeUntil !== undefined && { completeUntil: dayOf(completeUntil) }),
      }),
    );

  it('leaves out who begins later, and counts as still there who ends later', () => {
    const { observed, customers: seen, ended } = on('2026-04-15');
    expect(observed).toEqual({
      firstDay: dayOf('2026-01-10'),
      lastDay: dayOf('2026-04-15'),
      later: 1,
      endLater: 1,
    });
    expect([seen, ended]).toEqual([3, 1]);
  });

  it('counts only periods seen to their end', () => {
    const months = (summary: CustomerSummary) => calendarOf(summary, 1).periods.map(({ period }) => (period % 12) + 1);
    expect(months(on('2026-03-30'))).toEqual([1, 2]);
    expect(months(on('2026-03-31'))).toEqual([1, 2, 3]);
    expect(months(on('2026-06-20', '2026-04-30'))).toEqual([1, 2, 3, 4]);
  });

  it('says that nobody has begun', () => {
    expect(summarizeCustomers({ table: list(customers), today: dayOf('2025-01-01') })).toMatchObject({
      ok: false,
      reason: 'nobody-began',
    });
  });

  it('has no rates while all is in one month, but a survival curve', () => {
    const summary = summaryOf(
      list([{ start: dayOf('2026-05-02'), end: dayOf('2026-05-20') }, { start: dayOf('2026-05-03') }]),
    );
    expect(summary.views.every(({ calendar }) => calendar === undefined)).toBe(true);
    expect(summary.survival).toMatchObject({ customers: 2, ended: 1 });
    expect(customerDataSchema.safeParse(summary).success).toBe(true);
  });

  it('looks at longer periods where one date is centuries off', () => {
    const summary = summaryOf(list([...followable, { start: dayOf('1000-01-01'), group: 'a' }]));
    expect(viewOf(summary, 1).calendar).toBeUndefined();
    expect(viewOf(summary, 12).calendar?.periods.at(-1)?.customers.atStart).toBe(78);
    expect(summary.months).toBe(12);
  });
});

describe('groups', () => {
  const grouped = (sizes: readonly number[]) =>
    list(
      sizes.flatMap((size, group) =>
        Array.from({ length: size }, (_, index) => ({
          start: 18_000,
          end: index % 2 === 0 ? 18_100 + index * 7 + group : undefined,
          group: `g${group}`,
        })),
      ),
    );

  it('are shown from the largest; many small ones are put together', () => {
    const { groups } = summaryOf(grouped([1, 5, 2, 9, 4, 3, 8, 7, 6, 12, 11, 10])).groups ?? { groups: [] };
    expect(groups.map(({ name, customers }) => [name, customers])).toEqual([
      ['g9', 12],
      ['g10', 11],
      ['g11', 10],
      ['g3', 9],
      ['g6', 8],
      ['g7', 7],
      ['g8', 6],
      ['g1', 5],
      ['g4', 4],
      [3, 6],
    ]);
  });

  it('that are too young to compare are left out of the test', () => {
    const table = list([
      { start: 18_000, end: 18_100, group: 'old' },
      { start: 18_000, end: 18_300, group: 'old' },
      { start: 18_000, end: 18_200, group: 'other' },
      { start: 18_000, group: 'other' },
      { start: 18_299, group: 'new' },
    ]);
    const { groups, test } = summaryOf(table).groups ?? { groups: [], test: undefined };
    expect(test).toHaveProperty('pValue');
    expect(groups.find(({ name }) => name === 'new')?.expected).toBeUndefined();
  });

  it('cannot be tested when nobody left', () => {
    const { groups } = summaryOf(
      list([
        { start: 18_000, group: 'a' },
        { start: 18_090, group: 'b' },
      ]),
    );
    expect(groups?.test).toEqual({ reason: 'nobody-ended' });
  });

  it('have the p-value of the test against all others', () => {
    const columns = (places: readonly number[]) => ({
      durations: followable.flatMap(({ start, end = 18_950 }, index) =>
        places.includes(index % 3) ? [end - start] : [],
      ),
      ended: followable.flatMap(({ end }, index) => (places.includes(index % 3) ? [end !== undefined] : [])),
    });
    const all = answerOf(logRankTest({ groups: [columns([0]), columns([1]), columns([2])] }));
    const pair = answerOf(logRankTest({ groups: [columns([1]), columns([0, 2])] }));
    expect(all.groups[1]?.pValue).toBeCloseTo(pair.pValue, 12);
  });
});

describe('warnings', () => {
  const kindsOf = (customers: readonly Customer[]) =>
    customerListWarnings(summaryOf(list(customers))).map(({ kind }) => kind);
  const many = (length: number, customer: (index: number) => Customer) =>
    Array.from({ length }, (_, index) => customer(index));

  it('when only survivors, only leavers or few leavers are in the list', () => {
    expect(kindsOf(many(50, (index) => ({ start: 18_000 + index })))).toEqual(['survivors-only']);
    expect(kindsOf(many(50, (index) => ({ start: 18_000, end: 18_001 + index })))).toContain('leavers-only');
    expect(kindsOf(many(50, (index) => ({ start: 18_000, end: index ? undefined : 18_100 })))).toContain(
      'small-sample',
    );
  });

  it('when those who left early seem to be missing', () => {
    const missing = many(200, (index) => ({ start: 17_000, end: index % 2 ? 18_000 + index * 3 : undefined }));
    expect(kindsOf(missing)).toContain('leavers-missing');
    const complete = many(200, (index) => ({ start: 17_000, end: index % 2 ? 17_010 + index * 8 : undefined }));
    expect(kindsOf(complete)).not.toContain('leavers-missing');
  });

  it('when the average of the rates is another number than the rate of all', () => {
    expect(kindsOf(followable)).toEqual(['average-of-rates']);
  });
});

describe('months', () => {
  it('agree with the calendar on every day of four centuries', () => {
    for (let day = dayOf('1899-12-31'); day < dayOf('2300-01-01'); day += 1) {
      const date = new Date(day * millisecondsPerDay);
      const place = calendarDay(day);
      const expected = [date.getUTCFullYear() * 12 + date.getUTCMonth(), date.getUTCDate() - 1];
      if (monthOf(place) !== expected[0] || place % 32 !== expected[1]) expect([day, monthOf(place)]).toEqual(expected);
    }
  });

  it('from the 15th to a 15th are whole, whatever lies between', () => {
    const between = (start: string, end: string) => monthsBetween(calendarDay(dayOf(start)), calendarDay(dayOf(end)));
    expect(between('2026-01-15', '2026-02-15')).toBe(1);
    expect(between('2024-02-29', '2025-02-28')).toBeCloseTo(12 - 1 / 30.436875, 12);
    expect(between('1999-12-31', '2026-12-31')).toBe(27 * 12);
  });
});

describe('whatever the list', () => {
  const day = fc.integer({ min: 17_000, max: 19_500 });
  const customer = fc.record(
    {
      start: day,
      life: fc.integer({ min: 0, max: 1500 }),
      revenue: fc.double({ min: 0, max: 1e6, noNaN: true }),
      group: fc.constantFrom('a', 'b', '', 'c'),
    },
    { requiredKeys: ['start', 'revenue', 'group'] },
  );
  const customers = fc.array(
    customer.map(
      ({ life, ...rest }): Customer => ({ ...rest, end: life === undefined ? undefined : rest.start + life }),
    ),
    { minLength: 1, maxLength: 60 },
  );
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

  it('everyone who ended in a whole month is lost once, and nobody gets lost otherwise', () => {
    fc.assert(
      fc.property(customers, (all) => {
        const table = list(all);
        const { calendar } = viewOf(summaryOf(table), 1);
        if (!calendar || calendar.periods.length >= 60) return;
        const last = calendar.periods.at(-1)?.period ?? 0;
        const ended = all.filter(({ end }) => end !== undefined && monthOf(calendarDay(end)) <= last).length;
        const began = all.filter(({ start }) => monthOf(calendarDay(start)) <= last).length;
        const flows = calendar.periods.map(({ customers: flow }) => flow);
        expect(sum(flows.map(({ lost, lostAgain }) => lost + lostAgain))).toBe(ended);
        expect(sum(flows.map(({ joined }) => joined))).toBe(began);
        for (const [index, flow] of flows.entries()) {
          const next = flows[index + 1]?.atStart ?? began - ended;
          expect(flow.atStart - flow.lost + flow.joined - flow.lostAgain).toBe(next);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('the diagonal of the cohorts is who is there at the end, in customers and in money', () => {
    fc.assert(
      fc.property(customers, (all) => {
        const { calendar } = viewOf(summaryOf(list(all)), 12);
        const last = calendar?.periods.at(-1);
        if (!calendar || !last) return;
        const { customers: flow, revenue = flow } = last;
        const diagonal = (rows: readonly (readonly number[])[] = []) => sum(rows.map((row) => row.at(-1) ?? 0));
        expect(diagonal(calendar.cohorts.customers)).toBe(flow.atStart - flow.lost + flow.joined - flow.lostAgain);
        const money = revenue.atStart - revenue.lost + revenue.joined - revenue.lostAgain;
        expect(diagonal(calendar.cohorts.revenue)).toBeCloseTo(money, 3);
        for (const row of calendar.cohorts.customers) expect(row).toEqual(row.toSorted((one, other) => other - one));
      }),
      { numRuns: 200 },
    );
  });

  it('the summary can be kept, stays small, and its survivors only become fewer', () => {
    fc.assert(
      fc.property(customers, fc.option(day, { nil: undefined }), (all, completeUntil) => {
        const summary = summarizeCustomers({
          table: list(all),
          today: 19_400,
          ...(completeUntil !== undefined && { completeUntil }),
        });
        if (!summary.ok) return;
        expect(customerDataSchema.parse(JSON.parse(JSON.stringify(summary.value)))).toEqual(summary.value);
        expect(JSON.stringify(summary.value).length).toBeLessThan(300_000);
        for (const { survivors } of summary.value.views) {
          expect(survivors).toEqual(survivors.toSorted((one, other) => other - one));
        }
      }),
      { numRuns: 200 },
    );
  });
});
