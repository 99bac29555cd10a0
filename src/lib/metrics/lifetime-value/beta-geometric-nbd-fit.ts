import { failure, type Result, success } from '../../result.ts';
import { finite } from '../checks.ts';
import { type LikelihoodProblem, mostLikely } from '../statistics/likelihood-search.ts';
import { logRisingFactorial } from '../statistics/rising-factorial.ts';
import { type BetaGeometricNbd, type OrderModelProblem, orderModelProblem } from './beta-geometric-nbd.ts';
import type { Fitted } from './fitted.ts';
import {
  type OrderHistories,
  type OrderHistoriesProblem,
  type OrderHistory,
  orderHistoriesProblem,
} from './order-history.ts';

/** A history and how many customers share it. */
interface SharedHistory extends OrderHistory {
  customers: number;
}

/** The different histories among many customers, in order of their number of orders. */
function sharedHistories({ repeatOrders, lastOrder, age }: OrderHistories): SharedHistory[] {
  const histories = new Map<string, SharedHistory>();
  for (let row = 0; row < repeatOrders.length; row += 1) {
    const history = { repeatOrders: repeatOrders[row] ?? 0, lastOrder: lastOrder[row] ?? 0, age: age[row] ?? 0 };
    const key = `${history.repeatOrders} ${history.lastOrder} ${history.age}`;
    const known = histories.get(key);
    if (known) known.customers += 1;
    else histories.set(key, { ...history, customers: 1 });
  }
  return [...histories.values()].sort((one, other) => one.repeatOrders - other.repeatOrders);
}

/** ln(1 + e^x), also where e^x is beyond numbers. */
function logOnePlusExp(x: number): number {
  return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
}

/** Log-likelihood of histories that stand in order of their number of orders. */
function likelihood({ r, alpha, a, b }: BetaGeometricNbd, histories: readonly SharedHistory[]): number {
  let sum = 0;
  let orders = 0;
  let ofOrders = 0;
  let logOddsAtOnce = 0;
  for (const { repeatOrders, lastOrder, age, customers } of histories) {
    if (repeatOrders !== orders) {
      orders = repeatOrders;
      const logStayed = logRisingFactorial(b, orders) - logRisingFactorial(a + b, orders);
      ofOrders = logRisingFactorial(r, orders) - orders * Math.log(alpha) + logStayed;
      logOddsAtOnce = Math.log(a / (b + (orders - 1)));
    }
    sum += customers * (ofOrders - (r + orders) * Math.log1p(age / alpha));
    if (orders === 0) continue;
    const silence = Math.log1p((age - lastOrder) / (alpha + lastOrder));
    // ln(1 ÷ P(alive))
    sum += customers * logOnePlusExp(logOddsAtOnce + (r + orders) * silence);
  }
  return sum;
}

/**
 * Log-likelihood of what customers ordered for given parameters of the beta-geometric/NBD model.
 *
 * Equation, for each customer: ln[Γ(r + x) ÷ Γ(r) · α^r ÷ (α + T)^(r + x) · B(a, b + x) ÷ B(a, b) ÷ P(alive)].
 *
 * Source: Fader, Hardie and Lee, "'Counting Your Customers' the Easy Way", 2005.
 *
 * @example betaGeometricNbdLogLikelihood({ r: 1, alpha: 1, a: 1, b: 1, repeatOrders: [0, 1], lastOrder: [0, 1], age: [1, 1] }) // { ok: true, value: -2.0794415 }
 */
export function betaGeometricNbdLogLikelihood(
  input: BetaGeometricNbd & OrderHistories,
): Result<number, OrderModelProblem | OrderHistoriesProblem | 'too-large'> {
  const problem = orderModelProblem(input) ?? orderHistoriesProblem(input);
  return problem ?? finite(likelihood(input, sharedHistories(input)));
}

/** A model of four parameters needs more customers than that. */
const leastCustomers = 5;

/** Mean orders in the time `unit`, how alike rates are, odds to be gone after an order, how alike those are. */
function searchPoint({ r, alpha, a, b }: BetaGeometricNbd, unit: number): number[] {
  return [(r * unit) / alpha, r, a / b, a + b].map(Math.log);
}

function modelAt(point: readonly number[], unit: number): BetaGeometricNbd {
  const [rate = 0, r = 0, odds = 0, sum = 0] = point.map(Math.exp);
  return { r, alpha: (r * unit) / rate, a: (sum * odds) / (1 + odds), b: sum / (1 + odds) };
}

/** Where the search begins: an order per mean age, of customers neither alike nor very different, or either. */
const usualStart = searchPoint({ r: 1, alpha: 1, a: 1, b: 1 }, 1);
const otherStarts = [
  { r: 0.2, alpha: 0.2, a: 0.2, b: 0.8 },
  { r: 5, alpha: 5, a: 2, b: 10 },
].map((model) => searchPoint(model, 1));

export type OrderFitProblem =
  | OrderHistoriesProblem
  | OrderModelProblem
  | LikelihoodProblem
  | 'too-few-customers'
  | 'no-repeat-orders';

/**
 * The beta-geometric/NBD model that fits the orders of customers best (maximum likelihood).
 *
 * Has no answer for fewer than five customers, when nobody ordered again, or when the orders do not show all four
 * parameters (`fit-at-edge`): customers order at the same rate as far as one can see, or are gone with the same chance,
 * or nobody seems gone.
 *
 * Source: Fader, Hardie and Lee, "'Counting Your Customers' the Easy Way", 2005; for the data of the paper it gives the
 * published 0.243, 4.414, 0.793 and 2.426.
 *
 * @example fitBetaGeometricNbd({ repeatOrders: [0, 0], lastOrder: [0, 0], age: [30, 20] }) // { ok: false, reason: 'too-few-customers' }
 */
export function fitBetaGeometricNbd({
  repeatOrders,
  lastOrder,
  age,
  start,
}: OrderHistories & {
  /** Where the search begins first. The answer does not depend on it. */
  readonly start?: BetaGeometricNbd;
}): Result<Fitted<BetaGeometricNbd>, OrderFitProblem> {
  const problem = orderHistoriesProblem({ repeatOrders, lastOrder, age });
  if (problem) return problem;
  const badStart = start && orderModelProblem(start);
  if (badStart) return failure(badStart.reason, `start.${badStart.field}`);
  const customers = repeatOrders.length;
  if (customers < leastCustomers) return failure('too-few-customers');
  const histories = sharedHistories({ repeatOrders, lastOrder, age });
  if (histories.at(-1)?.repeatOrders === 0) return failure('no-repeat-orders', 'repeatOrders');
  // In a unit like this every quantity searched for is near 1, whether time is in seconds or in years.
  const unit = histories.reduce((mean, history) => mean + (history.age / customers) * history.customers, 0);
  const found = mostLikely({
    logLikelihood: (point) => likelihood(modelAt(point, unit), histories),
    starts: [start ? searchPoint(start, unit) : usualStart, ...otherStarts],
  });
  return found.ok ? success({ ...modelAt(found.value.point, unit), logLikelihood: found.value.logLikelihood }) : found;
}
