import { failure, type Result, success } from '../../result.ts';
import { finite, firstProblemIn, positiveProblem } from '../checks.ts';
import { logBeta } from '../statistics/gamma-function.ts';
import { type LikelihoodProblem, mostLikely } from '../statistics/likelihood-search.ts';
import type { Fitted } from './fitted.ts';
import { type GammaGamma, type SpendModelProblem, spendModelProblem } from './gamma-gamma.ts';
import { type OrderCountProblem, orderCountProblem } from './order-history.ts';

/** Many customers, a list for each fact; the same place in each list is the same customer. */
export interface SpendHistories {
  /** Number of orders: of the repeat orders, when used with `orderLifetimeValue`. Customers with 0 are skipped. */
  readonly orders: ArrayLike<number>;
  /** Mean amount of those orders, in money, above 0. Not looked at for customers with 0. */
  readonly averageSpend: ArrayLike<number>;
}

interface Spend {
  readonly orders: number;
  readonly averageSpend: number;
}

export type SpendHistoriesProblem = OrderCountProblem | 'not-positive' | 'no-rows' | 'lengths-differ' | 'no-orders';

/** The customers with orders, by their number; or the first thing wrong with any. */
function spendsIn({ orders, averageSpend }: SpendHistories): Result<Spend[], SpendHistoriesProblem> {
  if (orders.length === 0) return failure('no-rows', 'orders');
  if (averageSpend.length !== orders.length) return failure('lengths-differ', 'averageSpend');
  const problem = firstProblemIn('orders', orders, orderCountProblem);
  if (problem) return problem;
  const spends: Spend[] = [];
  for (let row = 0; row < orders.length; row += 1) {
    const spend = { orders: orders[row] ?? 0, averageSpend: averageSpend[row] ?? Number.NaN };
    if (spend.orders === 0) continue;
    const reason = positiveProblem(spend.averageSpend);
    if (reason) return failure(reason, `averageSpend.${row}`);
    spends.push(spend);
  }
  if (spends.length === 0) return failure('no-orders', 'orders');
  return success(spends.sort((one, other) => one.orders - other.orders));
}

/** Log-likelihood of spends that stand in order of their number of orders. */
function likelihood({ orderShape: p, customerShape: q, spendScale: v }: GammaGamma, spends: readonly Spend[]): number {
  let sum = 0;
  let orders = 0;
  let ofOrders = 0;
  for (const spend of spends) {
    if (spend.orders !== orders) {
      orders = spend.orders;
      ofOrders = -logBeta(p * orders, q);
    }
    const times = (orders * spend.averageSpend) / v;
    sum +=
      ofOrders + p * orders * Math.log(times) - (p * orders + q) * Math.log1p(times) - Math.log(spend.averageSpend);
  }
  return sum;
}

/**
 * Log-likelihood of what customers spent per order for given parameters of the gamma-gamma model.
 *
 * Equation, for each customer with orders: ln[(m·x)^(p·x) · v^q ÷ (B(p·x, q) · m · (v + m·x)^(p·x + q))].
 *
 * Source: Fader and Hardie, "The Gamma-Gamma Model of Monetary Value" (note 025, 2013).
 *
 * @example gammaGammaLogLikelihood({ orderShape: 1, customerShape: 1, spendScale: 1, orders: [1, 0], averageSpend: [1, 0] }) // { ok: true, value: -1.3862944 }
 */
export function gammaGammaLogLikelihood(
  input: GammaGamma & SpendHistories,
): Result<number, SpendModelProblem | SpendHistoriesProblem | 'too-large'> {
  const problem = spendModelProblem(input);
  if (problem) return problem;
  const spends = spendsIn(input);
  return spends.ok ? finite(likelihood(input, spends.value)) : spends;
}

/** A model of three parameters needs more customers than that. */
const leastCustomers = 4;

/** How alike the orders of a customer are, how alike customers are, and what they spend as a multiple of `unit`. */
function searchPoint({ orderShape, customerShape, spendScale }: GammaGamma, unit: number): number[] {
  return [orderShape, customerShape, (spendScale * orderShape) / customerShape / unit].map(Math.log);
}

function modelAt(point: readonly number[], unit: number): GammaGamma {
  const [orderShape = 0, customerShape = 0, level = 0] = point.map(Math.exp);
  return { orderShape, customerShape, spendScale: (unit * level * customerShape) / orderShape };
}

/** Where the search begins: amounts around their mean, neither alike nor very different, or either. */
const usualStart = searchPoint({ orderShape: 1, customerShape: 2, spendScale: 2 }, 1);
const otherStarts = [
  { orderShape: 0.5, customerShape: 1, spendScale: 2 },
  { orderShape: 10, customerShape: 5, spendScale: 0.5 },
].map((model) => searchPoint(model, 1));

export type SpendFitProblem = SpendHistoriesProblem | SpendModelProblem | LikelihoodProblem | 'too-few-customers';

/**
 * The gamma-gamma model that fits what customers spent per order best (maximum likelihood). Customers without orders
 * are skipped.
 *
 * Has no answer for fewer than four customers with orders, or when their amounts do not show all three parameters
 * (`fit-at-edge`): the orders of a customer seem all alike, or all customers do.
 *
 * Source: Fader and Hardie, "The Gamma-Gamma Model of Monetary Value" (note 025, 2013).
 *
 * @example fitGammaGamma({ orders: [2, 0, 1], averageSpend: [30, 0, 20] }) // { ok: false, reason: 'too-few-customers' }
 */
export function fitGammaGamma({
  orders,
  averageSpend,
  start,
}: SpendHistories & {
  /** Where the search begins first. The answer does not depend on it. */
  readonly start?: GammaGamma;
}): Result<Fitted<GammaGamma>, SpendFitProblem> {
  const spends = spendsIn({ orders, averageSpend });
  if (!spends.ok) return spends;
  const badStart = start && spendModelProblem(start);
  if (badStart) return failure(badStart.reason, `start.${badStart.field}`);
  const customers = spends.value.length;
  if (customers < leastCustomers) return failure('too-few-customers');
  // Of this unit every quantity searched for is near 1, in any currency.
  const unit = spends.value.reduce((mean, spend) => mean + spend.averageSpend / customers, 0);
  const found = mostLikely({
    logLikelihood: (point) => likelihood(modelAt(point, unit), spends.value),
    starts: [start ? searchPoint(start, unit) : usualStart, ...otherStarts],
  });
  return found.ok ? success({ ...modelAt(found.value.point, unit), logLikelihood: found.value.logLikelihood }) : found;
}
