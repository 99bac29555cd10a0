import { failure, type Result } from '../../result.ts';
import { countProblem, finite, firstProblem, positiveProblem } from '../checks.ts';
import { product, quotient, sum } from '../formula.ts';

export interface AverageCustomerChurn {
  readonly customersAtStart: number;
  readonly customersAtEnd: number;
  /** All who left during the period, also those who joined in it. */
  readonly customersLost: number;
  /** Length of the period. */
  readonly months: number;
}

/**
 * Average customer churn rate: customers lost per month as a part of the average number of customers, the way public
 * companies report it. A ratio per month.
 *
 * Equation: customers lost ÷ ((customers at start + customers at end) ÷ 2 × months).
 * It counts customers who came and went within the period, so it is not a share of anyone: when more are lost than
 * there are on average, it is above 1. Without customers at the start and the end there is no rate (`no-customers`).
 *
 * Source: "average monthly subscriber churn rate" in the annual reports (Form 10-K) of DISH Network.
 *
 * @example averageCustomerChurnRate({ customersAtStart: 14053, customersAtEnd: 14041, customersLost: 703, months: 3 }) // { ok: true, value: 0.0166821 }
 */
export function averageCustomerChurnRate({
  customersAtStart,
  customersAtEnd,
  customersLost,
  months,
}: AverageCustomerChurn): Result<
  number,
  'not-a-number' | 'negative-count' | 'not-positive' | 'no-customers' | 'too-large'
> {
  const problem =
    firstProblem({ customersAtStart, customersAtEnd, customersLost }, countProblem) ??
    firstProblem({ months }, positiveProblem);
  if (problem) return problem;
  if (customersAtStart === 0 && customersAtEnd === 0) return failure('no-customers');
  return finite(customersLost / (customersAtStart / 2 + customersAtEnd / 2) / months);
}

export const averageCustomerChurnRateFormula = quotient(
  'customersLost',
  product(quotient(sum('customersAtStart', 'customersAtEnd'), 2), 'months'),
);
