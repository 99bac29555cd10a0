import { orderLifetimeValue } from '../../metrics/lifetime-value/order-lifetime-value.ts';
import { type Result, success } from '../../result.ts';
import type { OrderData } from './order-data.ts';

export interface SegmentValue {
  /** Expected orders of one customer to come within the weeks. */
  readonly orders: number;
  /** Expected margin of them, in today's money. */
  readonly value: number;
}

/** Amounts of which every order comes to 1: for counting orders instead of money. */
const oneEach = { orderShape: 1, customerShape: 2, spendScale: 1, averageSpend: 1 };

/** What is still to come of the customers a business has, by segment. */
export function segmentValues(input: {
  readonly data: OrderData;
  readonly grossMargin: number;
  /** What an order loses in worth per week of waiting. */
  readonly discount: number;
  /** Weeks counted from today. */
  readonly periods: number;
  /** Spend per order where the table has no amounts. */
  readonly averageOrder: number | undefined;
}): Result<SegmentValue[], string> {
  const { data, grossMargin, discount, periods, averageOrder } = input;
  const values: SegmentValue[] = [];
  for (const { typical, spend } of data.segments) {
    let orders = 0;
    let worth = 0;
    for (const history of typical) {
      const each = orderLifetimeValue({ ...data.model, ...oneEach, ...history, grossMargin: 1, discount, periods });
      if (!each.ok) return each;
      orders += each.value.expectedOrders / typical.length;
      worth += each.value.value / typical.length;
    }
    values.push({ orders, value: worth * grossMargin * (averageOrder ?? spend ?? 0) });
  }
  return success(values);
}
