import { type Failure, failure, type Result } from '../../result.ts';
import { amountProblem, finite, firstProblem } from '../checks.ts';
import { difference, sum } from '../formula.ts';

/** What happened to recurring revenue in a period, in money and all of it positive: a loss of 50 is 50, not −50. */
export interface RevenueMovements {
  /** Recurring revenue on the first day of the period. */
  readonly revenueAtStart: number;
  /** From customers won in the period. */
  readonly newRevenue: number;
  /** What customers of the first day pay more. */
  readonly expansionRevenue: number;
  /** What customers of the first day who stay pay less. */
  readonly contractionRevenue: number;
  /** What customers of the first day who left used to pay. */
  readonly churnedRevenue: number;
  /** From customers who had left before the period and came back in it. */
  readonly reactivatedRevenue: number;
}

/** All that gross retention needs. */
export type RevenueLosses = Pick<RevenueMovements, 'revenueAtStart' | 'contractionRevenue' | 'churnedRevenue'>;

export type RevenueProblem = 'not-a-number' | 'negative-amount' | 'more-lost-than-revenue';

/**
 * The first thing wrong with what a period began with and lost of it, if anything is. Amounts in cents are rounded in
 * binary: 0.1 + 0.2 is more than 0.3 by a last digit, and still not more than all.
 */
export function lossProblem(losses: RevenueLosses): Failure<RevenueProblem> | undefined {
  const { revenueAtStart, contractionRevenue, churnedRevenue } = losses;
  const problem = firstProblem({ revenueAtStart, contractionRevenue, churnedRevenue }, amountProblem);
  if (problem) return problem;
  const excess = contractionRevenue + churnedRevenue - revenueAtStart;
  if (excess <= 2 * Number.EPSILON * revenueAtStart) return undefined;
  const larger = contractionRevenue > churnedRevenue ? 'contractionRevenue' : 'churnedRevenue';
  return failure('more-lost-than-revenue', larger);
}

/** The same for a rate, which needs revenue to be a part of. */
export function rateOfRevenueProblem(
  losses: RevenueLosses,
): Failure<RevenueProblem | 'no-revenue-at-start'> | undefined {
  const problem = lossProblem(losses);
  if (problem) return problem;
  return losses.revenueAtStart === 0 ? failure('no-revenue-at-start', 'revenueAtStart') : undefined;
}

/** What is left of the revenue of the first day, before anything is added to it. In money, never below 0. */
export function revenueLeft({ revenueAtStart, contractionRevenue, churnedRevenue }: RevenueLosses): number {
  return Math.max(0, revenueAtStart - (contractionRevenue + churnedRevenue));
}

/**
 * Recurring revenue at the end of a period, in money.
 *
 * Equation: revenue at start + new + expansion + reactivated − contraction − churned. No more can be lost than there
 * was at the start (`more-lost-than-revenue`).
 *
 * @example revenueAtEnd({ revenueAtStart: 100000, newRevenue: 20000, expansionRevenue: 15000, contractionRevenue: 3000, churnedRevenue: 5000, reactivatedRevenue: 0 }) // { ok: true, value: 127000 }
 */
export function revenueAtEnd(movements: RevenueMovements): Result<number, RevenueProblem | 'too-large'> {
  const { newRevenue, expansionRevenue, reactivatedRevenue } = movements;
  const problem =
    firstProblem({ newRevenue, expansionRevenue, reactivatedRevenue }, amountProblem) ?? lossProblem(movements);
  return problem ?? finite(revenueLeft(movements) + newRevenue + expansionRevenue + reactivatedRevenue);
}

export const revenueAtEndFormula = difference(
  sum(sum(sum('revenueAtStart', 'newRevenue'), 'expansionRevenue'), 'reactivatedRevenue'),
  sum('contractionRevenue', 'churnedRevenue'),
);
