import { type Failure, failure, type Result, success } from '../../result.ts';
import { finite, firstProblem, positiveProblem } from '../checks.ts';
import { durationProblem } from '../churn/churn-periods.ts';
import { incompleteBeta } from '../statistics/incomplete-beta.ts';
import { logRisingFactorial } from '../statistics/rising-factorial.ts';
import {
  type OrderCountProblem,
  type OrderHistory,
  type OrderHistoryProblem,
  orderCountProblem,
  orderHistoryProblem,
} from './order-history.ts';
import { type ActiveCustomer, ordersWithin } from './orders-while-active.ts';

/**
 * The beta-geometric/NBD model of customers who order without a contract, by its four parameters, all above 0. While
 * active, a customer orders at random at a rate of their own; after any repeat order they may be gone for good, with a
 * chance of their own. Rates are gamma-distributed among customers, chances beta-distributed.
 *
 * Source: P. Fader, B. Hardie and K. Lee, "'Counting Your Customers' the Easy Way: An Alternative to the Pareto/NBD
 * Model", Marketing Science 24(2), 2005.
 */
export interface BetaGeometricNbd {
  /** Shape of the gamma distribution of rates: the smaller, the more customers differ. The mean rate is r ÷ α. */
  readonly r: number;
  /** Scale of that distribution, in units of time. */
  readonly alpha: number;
  /** Shapes of the beta distribution of the chance to be gone after an order. Its mean is a ÷ (a + b). */
  readonly a: number;
  readonly b: number;
}

export type OrderModelProblem = 'not-a-number' | 'not-positive';

/** The first thing wrong with the parameters, if anything is. */
export function orderModelProblem({ r, alpha, a, b }: BetaGeometricNbd): Failure<OrderModelProblem> | undefined {
  return firstProblem({ r, alpha, a, b }, positiveProblem);
}

/**
 * Share of customers with exactly so many repeat orders in a time since their first order. A ratio.
 *
 * Equation: P(x) = B(a, b + x) ÷ B(a, b) · [N(x) + a ÷ (b + x − 1) · (N(x) + N(x + 1) + …)], the second part only for
 * x > 0, with the negative binomial N(x) = Γ(r + x) ÷ (Γ(r)·x!) · (α ÷ (α + t))^r · (t ÷ (α + t))^x.
 *
 * Source: Fader, Hardie and Lee, "'Counting Your Customers' the Easy Way", 2005.
 *
 * @example repeatOrderShare({ r: 0.243, alpha: 4.414, a: 0.793, b: 2.426, orders: 0, time: 39 }) // { ok: true, value: 0.57378635 }
 */
export function repeatOrderShare({
  r,
  alpha,
  a,
  b,
  orders,
  time,
}: BetaGeometricNbd & { readonly orders: number; readonly time: number }): Result<
  number,
  OrderModelProblem | OrderCountProblem | 'negative-duration' | 'too-large'
> {
  const problem =
    orderModelProblem({ r, alpha, a, b }) ??
    firstProblem({ orders }, orderCountProblem) ??
    firstProblem({ time }, durationProblem);
  if (problem) return problem;
  if (!Number.isFinite(time / alpha)) return failure('too-large', 'time');
  // Also −0: nothing has happened yet.
  if (time === 0) return success(orders === 0 ? 1 : 0);
  const logNoneYet = -r * Math.log1p(time / alpha);
  if (orders === 0) return finite(Math.exp(logNoneYet));
  const logStayed = logRisingFactorial(b, orders) - logRisingFactorial(a + b, orders);
  const logWays = logRisingFactorial(r, orders) - logRisingFactorial(1, orders);
  const exactly = Math.exp(logWays + logNoneYet - orders * Math.log1p(alpha / time));
  const orMore = incompleteBeta({ a: orders, b: r, x: 1 / (1 + alpha / time), rest: 1 / (1 + time / alpha) });
  return finite(Math.exp(logStayed) * (exactly + (a / (b + (orders - 1))) * orMore));
}

/**
 * Expected repeat orders of a new customer within a time since their first order.
 *
 * Equation: E = (a + b − 1) ÷ (a − 1) · [1 − (α ÷ (α + t))^r · ₂F₁(r, b; a + b − 1; t ÷ (α + t))], here as the mean of
 * (1 − (α ÷ (α + p·t))^r) ÷ p over the beta distribution of p, which exists for every a and b.
 *
 * Source: Fader, Hardie and Lee, "'Counting Your Customers' the Easy Way", 2005.
 *
 * @example expectedRepeatOrders({ r: 0.243, alpha: 4.414, a: 0.793, b: 2.426, time: 39 }) // { ok: true, value: 1.1967232 }
 */
export function expectedRepeatOrders({
  r,
  alpha,
  a,
  b,
  time,
}: BetaGeometricNbd & { readonly time: number }): Result<
  number,
  OrderModelProblem | 'negative-duration' | 'too-large'
> {
  const problem = orderModelProblem({ r, alpha, a, b }) ?? firstProblem({ time }, durationProblem);
  return problem ?? finite(ordersWithin(time, { shape: r, scale: alpha, a, b }));
}

/** A customer with a history, under a model. */
type Customer = BetaGeometricNbd & OrderHistory;

/** What is known of a customer if they are still active. */
export function ifActive({ r, alpha, a, b, repeatOrders, age }: Customer): ActiveCustomer {
  return { shape: r + repeatOrders, scale: alpha + age, a, b: b + repeatOrders };
}

export type CustomerProblem = OrderModelProblem | OrderHistoryProblem | 'too-large';

/** The first thing wrong with a customer's history or the parameters, if anything is. */
function customerProblem(customer: Customer): Failure<CustomerProblem> | undefined {
  const problem = orderModelProblem(customer) ?? orderHistoryProblem(customer);
  return problem ?? (Number.isFinite(customer.alpha + customer.age) ? undefined : failure('too-large', 'age'));
}

/** P(alive) of a customer without a problem. Nobody can be gone before the first repeat order. */
function aliveShare({ r, alpha, a, b, repeatOrders, lastOrder, age }: Customer): number {
  if (repeatOrders === 0) return 1;
  const silence = Math.log1p((age - lastOrder) / (alpha + lastOrder));
  return 1 / (1 + (a / (b + (repeatOrders - 1))) * Math.exp((r + repeatOrders) * silence));
}

/**
 * Chance that a customer is still active ("P(alive)"), from what they ordered so far. A ratio; 1 for a customer without
 * repeat orders, because in this model nobody is gone before one.
 *
 * Equation: 1 ÷ (1 + a ÷ (b + x − 1) · ((α + T) ÷ (α + tₓ))^(r + x)) for x > 0.
 *
 * Source: P. Fader, B. Hardie and K. Lee, "Computing P(alive) Using the BG/NBD Model" (note 021, 2008).
 *
 * @example probabilityAlive({ r: 0.243, alpha: 4.414, a: 0.793, b: 2.426, repeatOrders: 2, lastOrder: 30.43, age: 38.86 }) // { ok: true, value: 0.7266 }
 */
export function probabilityAlive(input: Customer): Result<number, CustomerProblem> {
  return customerProblem(input) ?? finite(aliveShare(input));
}

/**
 * Expected orders of a customer in the time to come, from what they ordered so far.
 *
 * Equation: P(alive) × the mean of (1 − ((α + T) ÷ (α + T + p·t))^(r + x)) ÷ p over a beta distribution of p with shapes
 * a and b + x.
 *
 * Source: Fader, Hardie and Lee, "'Counting Your Customers' the Easy Way", 2005.
 *
 * @example expectedFutureOrders({ r: 0.243, alpha: 4.414, a: 0.793, b: 2.426, repeatOrders: 2, lastOrder: 30.43, age: 38.86, time: 39 }) // { ok: true, value: 1.226 }
 */
export function expectedFutureOrders(input: Customer & { readonly time: number }): Result<number, CustomerProblem> {
  const { time } = input;
  const problem = customerProblem(input) ?? firstProblem({ time }, durationProblem);
  return problem ?? finite(aliveShare(input) * ordersWithin(time, ifActive(input)));
}
