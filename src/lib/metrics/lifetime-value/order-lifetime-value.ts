import { type Failure, failure, type Result, success } from '../../result.ts';
import { finite, firstProblem, marginProblem, type PeriodsProblem, periodsProblem, rateProblem } from '../checks.ts';
import { betaAverage } from '../statistics/beta-average.ts';
import {
  type BetaGeometricNbd,
  expectedFutureOrders,
  ifActive,
  type OrderModelProblem,
  orderModelProblem,
  probabilityAlive,
} from './beta-geometric-nbd.ts';
import {
  expectedSpendPerOrder,
  type GammaGamma,
  type SpendHistoryProblem,
  spendHistoryProblem,
  spendModelProblem,
} from './gamma-gamma.ts';
import { type OrderHistory, type OrderHistoryProblem, orderHistoryProblem } from './order-history.ts';
import { type ActiveCustomer, ordersAtChance } from './orders-while-active.ts';

export interface OrderLifetimeValueInput extends BetaGeometricNbd, GammaGamma, OrderHistory {
  /** Mean amount of the repeat orders, in money. Not looked at without repeat orders. */
  readonly averageSpend: number;
  /** Share of the amount of an order left after its cost. May be negative; never above 1. */
  readonly grossMargin: number;
  /** What money loses in value per period of waiting. */
  readonly discount: number;
  /** Periods counted from today, each one unit of the time that `lastOrder`, `age` and α are in. At most 1,200. */
  readonly periods: number;
}

export interface OrderLifetimeValue {
  /** Expected margin of the orders to come, in today's money. */
  readonly value: number;
  /** Expected orders to come, not discounted. */
  readonly expectedOrders: number;
  readonly probabilityAlive: number;
  /** Expected amount of an order, in money. */
  readonly expectedSpend: number;
}

export type OrderLifetimeValueProblem =
  | OrderModelProblem
  | OrderHistoryProblem
  | SpendHistoryProblem
  | PeriodsProblem
  | 'margin-above-one'
  | 'rate-below-minus-one';

function inputProblem(input: OrderLifetimeValueInput): Failure<OrderLifetimeValueProblem> | undefined {
  const { repeatOrders: orders, averageSpend, grossMargin, discount, periods } = input;
  return (
    orderModelProblem(input) ??
    spendModelProblem(input) ??
    orderHistoryProblem(input) ??
    spendHistoryProblem({ orders, averageSpend }) ??
    firstProblem({ grossMargin }, marginProblem) ??
    firstProblem({ discount }, rateProblem) ??
    firstProblem({ periods }, periodsProblem)
  );
}

/** Expected orders of the periods to come of an active customer, each worth less the later it is. */
function discountedOrders({ shape, scale, a, b }: ActiveCustomer, discount: number, periods: number): number {
  const atChance = (p: number) => {
    let active = 1;
    let worth = 1;
    let sum = 0;
    for (let period = 0; period < periods; period += 1) {
      // A customer who orders often is gone sooner: the rate of those still active falls, its scale grows by p.
      const orders = active * ordersAtChance(p, shape, scale + p * period, 1);
      worth /= 1 + discount;
      sum += worth * orders;
      active -= p * orders;
    }
    return sum;
  };
  return betaAverage({ a, b, of: atChance });
}

/**
 * Lifetime value of a customer who orders without a contract, from what they ordered so far: the margin of the orders
 * expected of them within a number of periods, in today's money. Takes spend per order to have nothing to do with how
 * often a customer orders. An order counts as made at the end of its period.
 *
 * Equation: gross margin × expected spend per order × Σ expected orders of period k ÷ (1 + d)^k from k = 1 on.
 *
 * Source: P. Fader, B. Hardie and K. Lee, "RFM and CLV: Using Iso-Value Curves for Customer Base Analysis", Journal of
 * Marketing Research 42(4), 2005, with the beta-geometric/NBD model in place of the Pareto/NBD model.
 *
 * @example orderLifetimeValue({ r: 0.243, alpha: 4.414, a: 0.793, b: 2.426, orderShape: 6.25, customerShape: 3.74, spendScale: 15.44, repeatOrders: 2, lastOrder: 30.43, age: 38.86, averageSpend: 22.35, grossMargin: 0.3, discount: 0, periods: 39 }) // { ok: true, value: { value: 9.07, expectedOrders: 1.226, probabilityAlive: 0.7266, expectedSpend: 24.66 } }
 */
export function orderLifetimeValue(
  input: OrderLifetimeValueInput,
): Result<OrderLifetimeValue, OrderLifetimeValueProblem | 'no-mean-spend' | 'too-large'> {
  const problem = inputProblem(input);
  if (problem) return problem;
  const { grossMargin, discount, periods } = input;
  const expectedSpend = expectedSpendPerOrder({ ...input, orders: input.repeatOrders });
  if (!expectedSpend.ok) return expectedSpend;
  const expectedOrders = expectedFutureOrders({ ...input, time: periods });
  if (!expectedOrders.ok) return expectedOrders;
  const alive = probabilityAlive(input);
  if (!alive.ok) return alive;
  const discounted = alive.value * discountedOrders(ifActive(input), discount, periods);
  const value = finite(grossMargin * expectedSpend.value * discounted);
  if (!value.ok) return failure(value.reason);
  return success({
    value: value.value,
    expectedOrders: expectedOrders.value,
    probabilityAlive: alive.value,
    expectedSpend: expectedSpend.value,
  });
}
