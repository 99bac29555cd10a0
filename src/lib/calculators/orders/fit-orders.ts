import {
  type BetaGeometricNbd,
  probabilityAlive,
  repeatOrderShare,
} from '../../metrics/lifetime-value/beta-geometric-nbd.ts';
import { fitBetaGeometricNbd } from '../../metrics/lifetime-value/beta-geometric-nbd-fit.ts';
import { expectedSpendPerOrder } from '../../metrics/lifetime-value/gamma-gamma.ts';
import { fitGammaGamma } from '../../metrics/lifetime-value/gamma-gamma-fit.ts';
import type { OrderHistory } from '../../metrics/lifetime-value/order-history.ts';
import { correlation } from '../../metrics/statistics/correlation.ts';
import { type Result, success } from '../../result.ts';
import type { OrderHistoryTable } from '../../table/table-data.ts';
import type { OrderData, OrderFrequency, OrderSegment, OrderSpend, SpendProblem } from './order-data.ts';

/** Customers with this many repeat orders and more are one bar of the picture. */
const mostOrdersApart = 7;
/** Ages told apart; with more, neighbours share one, which the picture does not show. */
const mostAges = 400;
/** Fewest repeat orders of each segment. */
const segmentStarts = [0, 1, 2, 4, 8];
/** Customers who stand for a segment. */
const mostTypical = 12;

/** More customers make a fit slower and hardly surer. */
const mostFitted = 20_000;

/** Every nth customer of a table too large to fit. */
function sampleOf(table: OrderHistoryTable): OrderHistoryTable {
  const every = Math.ceil(table.repeatOrders.length / mostFitted);
  if (every <= 1) return table;
  const some = (column: Float64Array) => column.filter((_, row) => row % every === 0);
  return {
    repeatOrders: some(table.repeatOrders),
    lastOrder: some(table.lastOrder),
    age: some(table.age),
    averageSpend: table.averageSpend && some(table.averageSpend),
  };
}

/** What the amounts teach of customers who ordered again. */
function spendOf({ repeatOrders, averageSpend }: OrderHistoryTable): OrderSpend | SpendProblem {
  if (!averageSpend) return 'no-order-amounts';
  const fitted = fitGammaGamma({ orders: repeatOrders, averageSpend });
  if (!fitted.ok) return fitted.reason;
  const { orderShape, customerShape, spendScale } = fitted.value;
  const model = { orderShape, customerShape, spendScale };
  const expected = expectedSpendPerOrder({ ...model, orders: 0, averageSpend: 0 });
  if (!expected.ok) return expected.reason;
  const again = [...repeatOrders.keys()].filter((row) => (repeatOrders[row] ?? 0) > 0);
  const together = correlation(
    again.map((row) => repeatOrders[row] ?? 0),
    again.map((row) => averageSpend[row] ?? 0),
  );
  return { model, expected: expected.value, correlation: together };
}

/** Some ages and how many customers each stands for. */
function agesOf(age: Float64Array): { readonly time: number; readonly customers: number }[] {
  const counts = new Map<number, number>();
  for (const time of age) counts.set(time, (counts.get(time) ?? 0) + 1);
  if (counts.size <= mostAges) return [...counts].map(([time, customers]) => ({ time, customers }));
  const sorted = age.toSorted();
  return Array.from({ length: mostAges }, (_, part) => ({
    time: sorted[Math.floor(((part + 0.5) / mostAges) * sorted.length)] ?? 0,
    customers: sorted.length / mostAges,
  }));
}

/** How many customers have ordered again how often, beside what the model expects of customers of their ages. */
function frequenciesOf({ repeatOrders, age }: OrderHistoryTable, model: BetaGeometricNbd): OrderFrequency[] {
  const observed = new Array<number>(mostOrdersApart + 1).fill(0);
  for (const orders of repeatOrders) {
    const bar = Math.min(orders, mostOrdersApart);
    observed[bar] = (observed[bar] ?? 0) + 1;
  }
  const ages = agesOf(age);
  const expected = observed.slice(0, -1).map((_, orders) =>
    ages.reduce((sum, { time, customers }) => {
      const share = repeatOrderShare({ ...model, orders, time });
      return sum + customers * (share.ok ? share.value : 0);
    }, 0),
  );
  const rest = age.length - expected.reduce((sum, customers) => sum + customers, 0);
  return observed.map((customers, orders) => ({
    repeatOrders: orders,
    observed: customers,
    expected: expected[orders] ?? Math.max(0, rest),
  }));
}

interface Customer extends OrderHistory {
  readonly active: number;
  readonly spend: number | undefined;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The middle customer of each of a few equal parts, from the least to the most active. */
function typicalOf(customers: readonly Customer[]): OrderHistory[] {
  const sorted = customers.toSorted((one, other) => one.active - other.active);
  const parts = Math.min(mostTypical, sorted.length);
  return Array.from({ length: parts }, (_, part) => sorted[Math.floor(((part + 0.5) / parts) * sorted.length)]).flatMap(
    (customer) =>
      customer ? [{ repeatOrders: customer.repeatOrders, lastOrder: customer.lastOrder, age: customer.age }] : [],
  );
}

function segmentsOf(customers: readonly Customer[]): OrderSegment[] {
  return segmentStarts.flatMap((fewest, place) => {
    const next = segmentStarts[place + 1];
    const own = customers.filter(
      ({ repeatOrders }) => repeatOrders >= fewest && (next === undefined || repeatOrders < next),
    );
    if (own.length === 0) return [];
    const spends = own.flatMap(({ spend }) => spend ?? []);
    return [
      {
        fewest,
        most: next === undefined ? undefined : next - 1,
        customers: own.length,
        active: mean(own.map(({ active }) => active)),
        spend: spends.length === 0 ? undefined : mean(spends),
        typical: typicalOf(own),
      },
    ];
  });
}

/** The customers of a table with what the models expect of each. */
function customersOf(
  { repeatOrders, lastOrder, age, averageSpend }: OrderHistoryTable,
  model: BetaGeometricNbd,
  spend: OrderSpend | undefined,
): Customer[] {
  return Array.from(repeatOrders, (orders, row) => {
    const history = { repeatOrders: orders, lastOrder: lastOrder[row] ?? 0, age: age[row] ?? 0 };
    const active = probabilityAlive({ ...model, ...history });
    const each = spend && expectedSpendPerOrder({ ...spend.model, orders, averageSpend: averageSpend?.[row] ?? 0 });
    return { ...history, active: active.ok ? active.value : 0, spend: each?.ok ? each.value : undefined };
  });
}

/** Fits how customers order and what they spend, and sums up the table as far as the calculator shows it. */
export function fitOrders(table: OrderHistoryTable): Result<OrderData, string> {
  const sample = sampleOf(table);
  const fitted = fitBetaGeometricNbd(sample);
  if (!fitted.ok) return fitted;
  const { r, alpha, a, b } = fitted.value;
  const model = { r, alpha, a, b };
  const spend = spendOf(sample);
  const customers = customersOf(table, model, typeof spend === 'string' ? undefined : spend);
  return success({
    model,
    spend,
    customers: customers.length,
    fitted: sample.repeatOrders.length,
    repeatCustomers: customers.filter(({ repeatOrders }) => repeatOrders > 0).length,
    repeatOrders: customers.reduce((sum, { repeatOrders }) => sum + repeatOrders, 0),
    weeks: customers.reduce((longest, { age }) => Math.max(longest, age), 0),
    active: mean(customers.map(({ active }) => active)),
    frequencies: frequenciesOf(table, model),
    segments: segmentsOf(customers),
  });
}
