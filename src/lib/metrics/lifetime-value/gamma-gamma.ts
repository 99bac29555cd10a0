import { type Failure, failure, type Result } from '../../result.ts';
import { amountProblem, finite, firstProblem, positiveProblem } from '../checks.ts';
import { type OrderCountProblem, orderCountProblem } from './order-history.ts';

/**
 * The gamma-gamma model of what customers spend per order, by its three parameters, all above 0. The amounts of a
 * customer's orders vary around an average of their own; those averages differ among customers, and have nothing to do
 * with how often they order.
 *
 * Source: P. Fader, B. Hardie and K. Lee, "RFM and CLV: Using Iso-Value Curves for Customer Base Analysis", Journal of
 * Marketing Research 42(4), 2005; P. Fader and B. Hardie, "The Gamma-Gamma Model of Monetary Value" (note 025, 2013).
 */
export interface GammaGamma {
  /** p: the larger, the more alike the amounts of one customer's orders. */
  readonly orderShape: number;
  /** q: the larger, the more alike customers. */
  readonly customerShape: number;
  /** v (γ in the paper), in money. The mean of all customers' averages is p·v ÷ (q − 1), for q > 1. */
  readonly spendScale: number;
}

export type SpendModelProblem = 'not-a-number' | 'not-positive';

/** The first thing wrong with the parameters, if anything is. */
export function spendModelProblem({
  orderShape,
  customerShape,
  spendScale,
}: GammaGamma): Failure<SpendModelProblem> | undefined {
  return firstProblem({ orderShape, customerShape, spendScale }, positiveProblem);
}

/** What a customer's orders came to so far. */
export interface SpendHistory {
  /** x: number of orders. */
  readonly orders: number;
  /** m: their mean amount, in money. Not looked at when there were no orders. */
  readonly averageSpend: number;
}

export type SpendHistoryProblem = OrderCountProblem | 'negative-amount';

/** The first thing wrong with a customer's orders and their amounts, if anything is. */
export function spendHistoryProblem({ orders, averageSpend }: SpendHistory): Failure<SpendHistoryProblem> | undefined {
  const problem = firstProblem({ orders }, orderCountProblem);
  return problem ?? (orders > 0 ? firstProblem({ averageSpend }, amountProblem) : undefined);
}

/**
 * Expected spend per order of a customer: between their own average so far and that of all customers, the closer to
 * their own the more they ordered. Without orders, that of all customers. In money.
 *
 * Equation: p·(v + m·x) ÷ (p·x + q − 1). With p·x + q ≤ 1 the model has no mean (`no-mean-spend`).
 *
 * Source: Fader and Hardie, "The Gamma-Gamma Model of Monetary Value" (note 025, 2013).
 *
 * @example expectedSpendPerOrder({ orderShape: 6.25, customerShape: 3.74, spendScale: 15.44, orders: 2, averageSpend: 22.35 }) // { ok: true, value: 24.6637 }
 */
export function expectedSpendPerOrder(
  input: GammaGamma & SpendHistory,
): Result<number, SpendModelProblem | SpendHistoryProblem | 'no-mean-spend' | 'too-large'> {
  const problem = spendModelProblem(input) ?? spendHistoryProblem(input);
  if (problem) return problem;
  const { orderShape: p, customerShape: q, spendScale: v, orders, averageSpend } = input;
  if (!(p * orders + q > 1)) return failure('no-mean-spend', 'customerShape');
  const spent = orders > 0 ? orders * averageSpend : 0;
  return finite((p * (v + spent)) / (p * orders + q - 1));
}
