import { success } from '../result.ts';
import { type Collector, cellOf, type ReadingPlan, readMoney } from './collector.ts';
import { dayReader } from './day-number.ts';
import { growingColumn } from './growing-column.ts';
import { nameIndex } from './name-index.ts';
import type { OrderHistoryTable } from './table-data.ts';

export const daysPerWeek = 7;

/** Orders, an entry each: whose, on which day, for how much. */
interface Orders {
  readonly customers: number;
  readonly customer: Float64Array;
  readonly day: Float64Array;
  readonly amount: Float64Array | undefined;
}

/** Days on which a customer ordered, the first left out. Sorting brings the orders of a customer and a day together. */
function repeatDays({ customers, customer, day }: Orders, firstDay: number, lastDay: number): Float64Array {
  const days = lastDay - firstDay + 1;
  const keys = customer.map((place, order) => place * days + (day[order] ?? 0) - firstDay).sort();
  const repeats = new Float64Array(customers).fill(-1);
  let previous = -1;
  for (const key of keys) {
    const place = Math.floor(key / days);
    if (key !== previous) repeats[place] = (repeats[place] ?? 0) + 1;
    previous = key;
  }
  return repeats;
}

/** First and last day of each customer. */
function ends({ customers, customer, day }: Orders) {
  const first = new Float64Array(customers).fill(Number.POSITIVE_INFINITY);
  const last = new Float64Array(customers).fill(Number.NEGATIVE_INFINITY);
  for (let order = 0; order < customer.length; order += 1) {
    const place = customer[order] ?? 0;
    const on = day[order] ?? 0;
    if (on < (first[place] ?? on)) first[place] = on;
    if (on > (last[place] ?? on)) last[place] = on;
  }
  return { first, last };
}

/** Mean amount per day of ordering after the first day; 0 where there is none. */
function averageSpends({ customer, day, amount }: Orders, first: Float64Array, repeats: Float64Array) {
  if (!amount) return undefined;
  const spent = new Float64Array(repeats.length);
  for (let order = 0; order < customer.length; order += 1) {
    const place = customer[order] ?? 0;
    if (day[order] !== first[place]) spent[place] = (spent[place] ?? 0) + (amount[order] ?? 0);
  }
  return spent.map((sum, place) => (repeats[place] === 0 ? 0 : sum / (repeats[place] ?? 1)));
}

/**
 * The history of each customer at the end of the last day that has an order. Orders of one day count as one, of their
 * amounts together.
 */
function historiesOf(orders: Orders): OrderHistoryTable {
  const { first, last } = ends(orders);
  const firstDay = first.reduce((least, day) => Math.min(least, day), Number.POSITIVE_INFINITY);
  const lastDay = last.reduce((most, day) => Math.max(most, day), Number.NEGATIVE_INFINITY);
  const repeatOrders = repeatDays(orders, firstDay, lastDay);
  return {
    repeatOrders,
    lastOrder: last.map((day, place) => (day - (first[place] ?? day)) / daysPerWeek),
    age: first.map((day) => (lastDay - day) / daysPerWeek),
    averageSpend: averageSpends(orders, first, repeatOrders),
  };
}

/** Single orders: who, when, and for how much. */
export function collectOrders({ columns, dateOrder, decimalMark }: ReadingPlan): Collector<OrderHistoryTable> {
  const readDay = dayReader(dateOrder);
  const names = nameIndex();
  const customer = growingColumn();
  const day = growingColumn();
  const amount = columns.amount === undefined ? undefined : growingColumn();
  return {
    add: (cells) => {
      const name = cellOf(cells, columns.customer).trim();
      if (name === '') return 'missing-customer';
      const dateCell = cellOf(cells, columns.date);
      if (dateCell.trim() === '') return 'missing-date';
      const date = readDay(dateCell);
      if (!date.ok) return date.reason;
      const money = amount ? readMoney(cellOf(cells, columns.amount), decimalMark) : success(1);
      if (!money.ok) return money.reason;
      if (money.value === 0) return 'zero-amount';
      customer.push(names.placeOf(name));
      day.push(date.value);
      amount?.push(money.value);
      return undefined;
    },
    finish: () => ({
      data: historiesOf({
        customers: names.size(),
        customer: customer.values(),
        day: day.values(),
        amount: amount?.values(),
      }),
      notices: [],
    }),
  };
}
