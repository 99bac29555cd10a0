import { failure, type Result } from '../../result.ts';
import { countProblem, finite, firstProblem, firstProblemIn } from '../checks.ts';

/**
 * Daily mean customer churn rate: customers lost in a period as a part of the mean number of customers on its days.
 * Steadier than the start of the period when the number of customers moves a lot within it. A ratio for the period.
 *
 * Equation: customers lost ÷ mean of the customers on each day.
 * It counts customers who came and went within the period, so it is not a share of anyone: when more are lost than
 * there are on average, it is above 1. Without days (`no-rows`) or customers on any of them (`no-customers`) there is
 * no rate.
 *
 * @example dailyMeanCustomerChurnRate({ customersEachDay: [100, 110, 120], customersLost: 11 }) // { ok: true, value: 0.1 }
 */
export function dailyMeanCustomerChurnRate({
  customersEachDay,
  customersLost,
}: {
  /** One number per day of the period. */
  readonly customersEachDay: readonly number[];
  /** All who left during the period, also those who joined in it. */
  readonly customersLost: number;
}): Result<number, 'not-a-number' | 'negative-count' | 'no-rows' | 'no-customers' | 'too-large'> {
  const problem =
    firstProblemIn('customersEachDay', customersEachDay, countProblem) ?? firstProblem({ customersLost }, countProblem);
  if (problem) return problem;
  if (customersEachDay.length === 0) return failure('no-rows', 'customersEachDay');
  const total = finite(customersEachDay.reduce((sum, customers) => sum + customers, 0));
  if (!total.ok) return total;
  if (total.value === 0) return failure('no-customers', 'customersEachDay');
  return finite(customersLost / (total.value / customersEachDay.length));
}
