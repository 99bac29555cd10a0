import { type Failure, failure } from '../../result.ts';
import { type Check, countProblem, firstProblem, firstProblemIn } from '../checks.ts';
import { durationProblem } from '../churn/churn-periods.ts';

/** All that the models of orders without a contract know of a customer. Times in one unit: weeks, say. */
export interface OrderHistory {
  /** x: orders after the first. Several on one day are best counted as one. */
  readonly repeatOrders: number;
  /** tₓ: time from the first order to the last one. 0 without repeat orders. Not the time since the last order. */
  readonly lastOrder: number;
  /** T: time from the first order to today. */
  readonly age: number;
}

/** Many customers, a list for each fact; the same place in each list is the same customer. */
export interface OrderHistories {
  readonly repeatOrders: ArrayLike<number>;
  readonly lastOrder: ArrayLike<number>;
  readonly age: ArrayLike<number>;
}

export type OrderCountProblem = 'not-a-number' | 'negative-count' | 'not-whole';

/** A number of orders of one customer: whole, and small enough that one more makes a difference. */
export const orderCountProblem: Check<OrderCountProblem> = (value) =>
  countProblem(value) ?? (Number.isSafeInteger(value) ? undefined : 'not-whole');

type RelationProblem = 'last-order-after-age' | 'last-order-missing' | 'last-order-without-repeats';

function relationProblem(repeatOrders: number, lastOrder: number, age: number): RelationProblem | undefined {
  if (lastOrder > age) return 'last-order-after-age';
  if (repeatOrders > 0) return lastOrder > 0 ? undefined : 'last-order-missing';
  return lastOrder > 0 ? 'last-order-without-repeats' : undefined;
}

export type OrderHistoryProblem = OrderCountProblem | 'negative-duration' | RelationProblem;

/** The first thing wrong with a customer's history, if anything is. */
export function orderHistoryProblem({
  repeatOrders,
  lastOrder,
  age,
}: OrderHistory): Failure<OrderHistoryProblem> | undefined {
  return (
    firstProblem({ repeatOrders }, orderCountProblem) ??
    firstProblem({ lastOrder, age }, durationProblem) ??
    firstProblem({ lastOrder }, () => relationProblem(repeatOrders, lastOrder, age))
  );
}

export type OrderHistoriesProblem = OrderHistoryProblem | 'no-rows' | 'lengths-differ';

/** The first thing wrong with the histories of many customers, if anything is. */
export function orderHistoriesProblem({
  repeatOrders,
  lastOrder,
  age,
}: OrderHistories): Failure<OrderHistoriesProblem> | undefined {
  if (repeatOrders.length === 0) return failure('no-rows', 'repeatOrders');
  if (lastOrder.length !== repeatOrders.length) return failure('lengths-differ', 'lastOrder');
  if (age.length !== repeatOrders.length) return failure('lengths-differ', 'age');
  const problem =
    firstProblemIn('repeatOrders', repeatOrders, orderCountProblem) ??
    firstProblemIn('lastOrder', lastOrder, durationProblem) ??
    firstProblemIn('age', age, durationProblem);
  if (problem) return problem;
  for (let row = 0; row < repeatOrders.length; row += 1) {
    const reason = relationProblem(repeatOrders[row] ?? 0, lastOrder[row] ?? 0, age[row] ?? 0);
    if (reason) return failure(reason, `lastOrder.${row}`);
  }
  return undefined;
}
