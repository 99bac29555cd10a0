import { mostPeriods } from '../../metrics/checks.ts';
import { type BetaGeometricNbd, expectedRepeatOrders } from '../../metrics/lifetime-value/beta-geometric-nbd.ts';
import { failure, type Result, success } from '../../result.ts';

interface ExpectedOrders {
  /** Orders, the first, made at once, included. */
  readonly orders: number;
  /** The same, each worth less the later it is made. An order counts as made at the end of its week. */
  readonly worth: number;
}

/** Repeat orders expected within one week, two …; kept, because a simulation asks thousands of times. */
const ordersWithin = new WeakMap<BetaGeometricNbd, number[]>();

function ordersUpTo(model: BetaGeometricNbd, weeks: number): Result<readonly number[], string> {
  const known = ordersWithin.get(model) ?? [];
  ordersWithin.set(model, known);
  while (known.length < weeks) {
    const orders = expectedRepeatOrders({ ...model, time: known.length + 1 });
    if (!orders.ok) return orders;
    known.push(orders.value);
  }
  return success(known);
}

/** How often a customer who is about to make a first order will order within a number of weeks. */
export function expectedOrders(input: {
  readonly model: BetaGeometricNbd;
  /** What an order loses in worth per week of waiting. */
  readonly discount: number;
  readonly weeks: number;
}): Result<ExpectedOrders, string> {
  const { model, discount, weeks } = input;
  if (weeks > mostPeriods) return failure('orders-too-far-ahead', 'horizonMonths');
  const within = ordersUpTo(model, weeks);
  if (!within.ok) return within;
  let worth = 1;
  let before = 0;
  for (const [week, orders] of within.value.slice(0, weeks).entries()) {
    worth += (orders - before) / (1 + discount) ** (week + 1);
    before = orders;
  }
  return success({ orders: 1 + before, worth });
}
