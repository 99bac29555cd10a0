import { failure, type Result } from '../../result.ts';
import { amountProblem, finite, firstProblem } from '../checks.ts';
import { quotient, sum } from '../formula.ts';
import type { RevenueMovements } from './revenue-movements.ts';

/**
 * Quick ratio of subscription revenue: how many times over the revenue lost in a period was made up for. Above 1
 * revenue grew, below 1 it shrank.
 *
 * Equation: (new + expansion + reactivated) ÷ (contraction + churned). Where nothing was lost there is nothing to
 * compare with (`nothing-lost`), however much was gained.
 *
 * Usage of software investors; no study of it is known.
 *
 * @example quickRatio({ newRevenue: 20000, expansionRevenue: 15000, reactivatedRevenue: 0, contractionRevenue: 3000, churnedRevenue: 5000 }) // { ok: true, value: 4.375 }
 */
export function quickRatio({
  newRevenue,
  expansionRevenue,
  reactivatedRevenue,
  contractionRevenue,
  churnedRevenue,
}: Omit<RevenueMovements, 'revenueAtStart'>): Result<
  number,
  'not-a-number' | 'negative-amount' | 'nothing-lost' | 'too-large'
> {
  const amounts = { newRevenue, expansionRevenue, reactivatedRevenue, contractionRevenue, churnedRevenue };
  const problem = firstProblem(amounts, amountProblem);
  if (problem) return problem;
  const lost = finite(contractionRevenue + churnedRevenue);
  if (!lost.ok) return lost;
  if (lost.value === 0) return failure('nothing-lost');
  return finite((newRevenue + expansionRevenue + reactivatedRevenue) / lost.value);
}

export const quickRatioFormula = quotient(
  sum(sum('newRevenue', 'expansionRevenue'), 'reactivatedRevenue'),
  sum('contractionRevenue', 'churnedRevenue'),
);
