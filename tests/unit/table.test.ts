import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ordersTable, subscriptionsTable } from '../../src/build/synthetic-tables.ts';
import { orderHistoriesProblem } from '../../src/lib/metrics/lifetime-value/order-history.ts';
import { detectHeader } from '../../src/lib/table/cell-kinds.ts';
import { collectTable } from '../../src/lib/table/collect-table.ts';
import { detectDelimiter } from '../../src/lib/table/delimiter.ts';
import { mostGroups } from '../../src/lib/table/group-column.ts';
import { decidedPlan, guessPlan, replan } from '../../src/lib/table/guess-plan.ts';
import { nameIndex } from '../../src/lib/table/name-index.ts';
import { mostListed, rejectedRows, unpackRejected } from '../../src/lib/table/rejected-rows.ts';
import type { RowProblem, TableData, TableKind } from '../../src/lib/table/table-data.ts';

/** Rows from a text with commas. */
const rowsOf = (text: string) =>
  text
    .replace(/^\uFEFF/, '')
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(',').map((cell) => cell.trim()));
const sampleOf = (text: string) => ({ delimiter: ',' as const, rows: rowsOf(text) });

/** A table read as it is guessed to be: its data, and the reason for each row that is left out. */
function read<Kind extends TableKind>(kind: Kind, text: string) {
  const sample = sampleOf(text);
  const plan = decidedPlan(guessPlan(kind, sample));
  if (!plan.ok) throw new Error(`${plan.reason} ${plan.field}`);
  const collector = collectTable(plan.value);
  const problems: (RowProblem | undefined)[] = sample.rows
    .slice(plan.value.hasHeader ? 1 : 0)
    .map((cells) => collector.add(cells));
  const { data, notices } = collector.finish();
  return { data: data as TableData<Kind>, notices, problems, plan: plan.value };
}

const plain = (column: ArrayLike<number> | undefined) => column && Array.from(column);
const day = (iso: string) => Date.parse(`${iso}T00:00:00Z`) / 86_400_000;

describe('what a table is', () => {
  it.each([
    ['a,b\n1,2\n3,4', ','],
    ['a\tb\n1,5\t2\n3\t4,5', '\t'],
    ['a;b\n1,5;2,5\n3;4', ';'],
    ['rating\n9\n10', ','],
  ] as const)('%j is cut by %j', (text, delimiter) => {
    expect(detectDelimiter((by) => text.split('\n').map((line) => line.split(by)))).toBe(delimiter);
  });

  it.each([
    ['customer,start\nA,2026-01-01', true],
    ['A,2026-01-01\nB,2026-01-02', false],
    ['9\n10', false],
    ['cohort,0,1,2\n2024,10,9,8', true],
    ['Year,1,2,3\nA,10,9,8', true],
  ])('whether the first row of %j holds names: %s', (text, has) => {
    expect(detectHeader(rowsOf(text))).toBe(has);
  });
});

describe('which column is what', () => {
  it.each([
    [
      'customers',
      'customer_id,plan,start_date,end_date,mrr\nA,Pro,2026-01-01,,10',
      { customer: 0, group: 1, start: 2, end: 3, revenue: 4 },
    ],
    [
      'customers',
      '顧客番号,プラン,契約開始日,契約終了日,月額料金\n1,A,令和8年1月1日,,¥9800',
      { customer: 0, group: 1, start: 2, end: 3, revenue: 4 },
    ],
    [
      'customers',
      'tenure_months,contract,monthly_charges,churned\n1,Month-to-month,29.85,0',
      { duration: 0, group: 1, revenue: 2, ended: 3 },
    ],
    [
      'customers',
      'Subscription ID,Created at,Canceled at,Total\nA,2026-01-01T10:00:00Z,2026-02-01T10:00:00Z,3',
      { customer: 0, start: 1, end: 2 },
    ],
    ['customers', 'A,2026-01-01,2026-02-01\nB,2026-01-05,', { start: 1, end: 2 }],
    ['orders', 'order,order_date,customer_id,amount\n1,2026-01-01,A,5', { date: 1, customer: 2, amount: 3 }],
    ['orders', '注文番号,注文日,会員番号,注文金額\n1,2026/1/1,A,500円', { date: 1, customer: 2, amount: 3 }],
    [
      'orderHistories',
      'ID,frequency,recency,T\n1,2,30.43,38.86',
      { customer: 0, repeatOrders: 1, lastOrder: 2, age: 3 },
    ],
    ['ratings', 'survey,score,count\n2018,9,4', { group: 0, rating: 1, answers: 2 }],
    ['ratings', '回答日,推奨度\n2026/1/1,9', { date: 0, rating: 1 }],
    ['ratings', '9\n10\n3', { rating: 0 }],
    ['cohorts', 'cohort,0,1,2\nA,10,9,8', { cohort: 0, survivors: 1 }],
    ['cohorts', 'Year,size,after 1,after 2\n2021,10,9,8\n2022,12,9,8', { survivors: 1 }],
    ['cohorts', '10,9,8\n12,9,8', { survivors: 0 }],
  ] as const)('%s: %j', (kind, text, columns) => {
    expect(guessPlan(kind, sampleOf(text)).columns).toEqual(columns);
  });

  it('what is missing, taken twice or unclear is asked for', () => {
    const draft = guessPlan('customers', sampleOf('id,start,end\nA,03/04/2026,05/06/2026'));
    expect(decidedPlan(draft)).toEqual({ ok: false, reason: 'date-order-unclear', field: undefined });
    const decided = { ...draft, dateOrder: 'day-first' as const };
    expect(decidedPlan(decided).ok).toBe(true);
    expect(decidedPlan({ ...decided, decimalMark: 'unclear' })).toMatchObject({ reason: 'decimal-mark-unclear' });
    expect(decidedPlan({ ...decided, columns: { start: 1, end: 1 } })).toMatchObject({
      reason: 'column-twice',
      field: 'end',
    });
    expect(decidedPlan({ ...decided, columns: { start: 1 } })).toMatchObject({
      reason: 'column-missing',
      field: 'end',
    });
    const other = replan(draft, sampleOf('id,start,end\nA,03/04/2026,05/06/2026'), 'customerDurations');
    expect(decidedPlan(other)).toMatchObject({ reason: 'column-missing' });
  });

  it.each([
    ['tenure_weeks', 'weeks'],
    ['継続月数', 'months'],
    ['duration in days', 'days'],
    ['利用期間（年）', 'years'],
  ])('“%s” is counted in %s', (name, unit) => {
    expect(guessPlan('customers', sampleOf(`${name},churned\n5,1`)).timeUnit).toBe(unit);
  });
});

describe('customers', () => {
  it('come with start, end, revenue and segment; what is wrong is left out with its reason', () => {
    const { data, problems } = read(
      'customers',
      `customer,start,end,mrr,plan
      A,2026-01-01,,10,Pro
      B,2026-01-05,2026-02-05,20,Lite
      C,2026-03-01,2026-02-05,20,Lite
      D,2026-02-31,,20,Lite
      A,2026-04-01,,20,Lite
      E,,,20,Lite
      F,2026-04-01,,-1,Lite
      G,2026-04-01,,,Lite
      ,2026-04-01,,1,Lite
      H
      I,26-04-01,,1,Lite
      J,46000,,1,Lite
      K,22/04/2026,,1,Lite
      L,2026-04-01,soon,1,Lite
      M,令和8年4月2日,-,5万,Lite`,
    );
    expect(problems).toEqual([
      undefined,
      undefined,
      'end-before-start',
      'no-such-date',
      'duplicate-customer',
      'missing-start',
      'negative-money',
      'missing-number',
      'missing-customer',
      'too-few-cells',
      'two-digit-year',
      'serial-number',
      'mixed-formats',
      'not-a-date',
      undefined,
    ]);
    if (data.form !== 'dates') throw new Error('by dates');
    expect(plain(data.start)).toEqual([day('2026-01-01'), day('2026-01-05'), day('2026-04-02')]);
    expect(plain(data.end)).toEqual([Number.NaN, day('2026-02-05'), Number.NaN]);
    expect(data.lastDay).toBe(day('2026-04-02'));
    expect(plain(data.revenue)).toEqual([10, 20, 50_000]);
    expect([plain(data.groups?.index), data.groups?.names]).toEqual([
      [0, 1, 1],
      ['Pro', 'Lite'],
    ]);
  });

  it('come with durations, too', () => {
    const { data, problems } = read('customers', 'tenure_months,churned\n5,1\n7,0\n-1,0\n,1\n3,perhaps');
    expect(problems).toEqual([undefined, undefined, 'negative-duration', 'missing-duration', 'not-yes-or-no']);
    if (data.form !== 'durations') throw new Error('by durations');
    expect([plain(data.durations), plain(data.ended), data.unit]).toEqual([[5, 7], [1, 0], 'months']);
  });

  it('with too many different segments are read without any', () => {
    const rows = (count: number) =>
      ['start,end,plan', ...Array.from({ length: count }, (_, index) => `2026-01-01,,P${index}`)].join('\n');
    const most = read('customers', rows(mostGroups));
    expect([most.data.groups?.names.length, most.notices]).toEqual([mostGroups, []]);
    const more = read('customers', rows(mostGroups + 1));
    expect([more.data.groups, more.notices, more.problems.every((problem) => !problem)]).toEqual([
      undefined,
      ['too-many-groups'],
      true,
    ]);
  });
});

describe('orders', () => {
  it('become histories in weeks; orders of one day count as one, the first day as none', () => {
    const { data, problems } = read(
      'orders',
      `customer,date,amount
      B,2026-01-15,30
      A,2026-01-01,10
      A,2026-01-15,20
      A,2026-01-15,5
      A,2026-01-29,45
      C,2026-02-05,7
      C,2026-02-05,0
      C,2026-02-06,-3`,
    );
    expect(problems.slice(-2)).toEqual(['zero-amount', 'negative-money']);
    expect(plain(data.repeatOrders)).toEqual([0, 2, 0]);
    expect(plain(data.lastOrder)).toEqual([0, 4, 0]);
    expect(plain(data.age)).toEqual([3, 5, 0]);
    expect(plain(data.averageSpend)).toEqual([0, 35, 0]);
  });

  it('in any order and number make histories that the models take, the same as counted by hand', () => {
    const anyOrders = fc.array(
      fc.record({
        customer: fc.integer({ min: 0, max: 5 }),
        day: fc.integer({ min: 0, max: 60 }),
        amount: fc.integer({ min: 1, max: 99 }),
      }),
      { minLength: 1, maxLength: 60 },
    );
    fc.assert(
      fc.property(anyOrders, (orders) => {
        const lines = orders.map(
          (order) =>
            `c${order.customer},${new Date((20_000 + order.day) * 86_400_000).toISOString().slice(0, 10)},${order.amount}`,
        );
        const { data } = read('orders', ['customer,date,amount', ...lines].join('\n'));
        expect(orderHistoriesProblem(data)).toBeUndefined();
        const today = Math.max(...orders.map((order) => order.day));
        const customers = [...new Set(orders.map(({ customer }) => customer))];
        customers.forEach((customer, place) => {
          const own = orders.filter((order) => order.customer === customer);
          const days = [...new Set(own.map((order) => order.day))].sort((one, other) => one - other);
          const [first = 0] = days;
          const later = own.filter((order) => order.day !== first).reduce((sum, { amount }) => sum + amount, 0);
          expect(data.repeatOrders[place]).toBe(days.length - 1);
          expect(data.lastOrder[place]).toBeCloseTo(((days.at(-1) ?? 0) - first) / 7, 12);
          expect(data.age[place]).toBeCloseTo((today - first) / 7, 12);
          expect(data.averageSpend?.[place]).toBeCloseTo(days.length > 1 ? later / (days.length - 1) : 0, 9);
        });
      }),
    );
  });

  it('summed up per customer are checked and brought to weeks', () => {
    const { data, problems } = read(
      'orderHistories',
      `id,frequency,recency_days,T,monetary_value
      1,2,14,28,10
      2,0,0,28,
      3,1,30,28,5
      4,1,0,28,5
      5,0,7,28,5
      6,1.5,7,28,5
      7,1,7,28,
      8,1,7,28,0
      1,1,7,28,5`,
    );
    expect(problems).toEqual([
      undefined,
      undefined,
      'last-order-after-age',
      'last-order-missing',
      'last-order-without-repeats',
      'not-whole',
      'missing-number',
      'zero-amount',
      'duplicate-customer',
    ]);
    expect([plain(data.repeatOrders), plain(data.averageSpend)]).toEqual([
      [2, 0],
      [10, 0],
    ]);
    expect(orderHistoriesProblem(data)).toBeUndefined();
  });
});

describe('answers', () => {
  it('are counted per rating, with their days and segments', () => {
    const { data, problems } = read(
      'ratings',
      'date,score,team\n2026-01-01,10,A\n2026-01-02,0,B\n2026-01-03,11,A\n2026-01-03,7.5,A\n,9,A\n2026-01-03,good,A\n2026-01-03,,A\n2026-01-04,9,A',
    );
    expect(problems).toEqual([
      undefined,
      undefined,
      'rating-out-of-scale',
      'not-whole',
      'missing-date',
      'not-a-number',
      'missing-number',
      undefined,
    ]);
    expect(plain(data.ratings)).toEqual([10, 0, 9]);
    expect(data.counts).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1]);
    expect(plain(data.days)).toEqual([day('2026-01-01'), day('2026-01-02'), day('2026-01-04')]);
    expect(data.groups?.names).toEqual(['A', 'B']);
  });

  it('may stand in a row per rating with their number', () => {
    const { data, problems } = read('ratings', 'score,count\n9,2\n3,1\n4,0\n5,-1\n6,1.5\n7,2000000');
    expect(problems).toEqual([undefined, undefined, undefined, 'negative-count', 'not-whole', 'too-many-answers']);
    expect(plain(data.ratings)).toEqual([9, 9, 3]);
  });

  const rated = (count: number, highest: number) => Array.from({ length: count }, (_, index) => (index % highest) + 1);
  it.each([
    ['a hundred from 1 to 10', true, rated(100, 10)],
    ['ninety-nine of them', false, rated(99, 10)],
    ['a hundred with one 0', false, [0, ...rated(99, 10)]],
    ['a hundred from 1 to 5', false, rated(100, 5)],
  ])('whether %s look like a scale from 1 to 10: %s', (_, looks, ratings) => {
    const { data, notices } = read('ratings', ratings.join('\n'));
    expect([data.looksLikeOneToTen, notices.includes('looks-like-one-to-ten')]).toEqual([looks, looks]);
  });
});

describe('cohorts', () => {
  it('are read up to their first empty cell', () => {
    const { data, problems } = read(
      'cohorts',
      'cohort,0,1,2\nJan,100,80,60\nFeb,50,45,\nMar,10,11,9\nApr,10,,9\nMay,10,,\nJun,100%,80%,60%\nJul,0,0,0\nAug,x,1,2\nSep,9,-1,2',
    );
    expect(data).toEqual({
      cohorts: [
        [100, 80, 60],
        [50, 45],
      ],
      names: ['Jan', 'Feb'],
    });
    expect(problems).toEqual([
      undefined,
      undefined,
      'rising-survivors',
      'gap-in-row',
      'no-renewals',
      'percent-not-expected',
      'no-customers-at-start',
      'not-a-number',
      'negative-count',
    ]);
  });
});

describe('many names', () => {
  it('are told apart as a Map tells them', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 4 }), { maxLength: 400 }), (names) => {
        const index = nameIndex();
        const places = new Map<string, number>();
        for (const name of names) {
          if (!places.has(name)) places.set(name, places.size);
          expect(index.placeOf(name)).toBe(places.get(name));
        }
        expect(index.size()).toBe(places.size);
      }),
    );
  });

  it('stay apart when there are a hundred thousand of them', () => {
    const index = nameIndex();
    for (let round = 0; round < 2; round += 1) {
      const places = Array.from({ length: 100_000 }, (_, name) => index.placeOf(`CUST-${name}`));
      expect(places.every((place, name) => place === name)).toBe(true);
    }
  });
});

describe('rows left out', () => {
  it('are counted in full and listed up to a limit, cell by cell', () => {
    const rejected = rejectedRows();
    for (let row = 1; row <= mostListed + 5; row += 1) {
      rejected.add({ row, reason: row % 2 ? 'no-such-date' : 'not-a-number', cells: ['"a"\n', `=${row}`] });
    }
    const found = rejected.finish();
    expect([found.total, found.counts]).toEqual([mostListed + 5, { 'no-such-date': 5003, 'not-a-number': 5002 }]);
    const listed = unpackRejected(found);
    expect(listed).toHaveLength(mostListed);
    expect(listed[1]).toEqual({ row: 2, reason: 'not-a-number', cells: ['"a"\n', '=2'] });
  });
});

describe('the synthetic examples', () => {
  it('hold a Japanese billing export with a few bad rows', () => {
    const text = subscriptionsTable().replace(/"¥(-?[\d,]+)"/g, (_, digits: string) => digits.replaceAll(',', ''));
    const { data, problems, plan } = read('customers', text);
    expect(plan.columns).toEqual({ customer: 0, group: 1, start: 2, end: 3, revenue: 4 });
    expect(problems.filter(Boolean).sort()).toEqual([
      'duplicate-customer',
      'end-before-start',
      'missing-start',
      'negative-money',
      'no-such-date',
      'two-digit-year',
    ]);
    expect(data.groups?.names).toHaveLength(3);
  });

  it('hold orders of a shop, the same at every build', () => {
    const { data, problems } = read('orders', ordersTable());
    expect(problems.every((problem) => !problem)).toBe(true);
    expect(data.age.length).toBe(1500);
    expect(ordersTable()).toBe(ordersTable());
  });
});
