import { failure, type Result } from '../../result.ts';
import { countProblem, finite, firstProblem } from '../checks.ts';
import { difference, quotient } from '../formula.ts';

export interface CustomerRetention {
  readonly customersAtStart: number;
  readonly customersAtEnd: number;
  /** Customers won during the period and still there at its end. */
  readonly newCustomers: number;
}

/**
 * Customer retention rate: the share of the customers a period began with who are still customers at its end.
 * A ratio for that period; with churn over the same customers and period it adds up to 1.
 *
 * Equation: (customers at end − new customers) ÷ customers at start. Without customers at the start there is no share
 * to keep (`no-customers-at-start`). New customers are among those at the end (`more-new-than-at-end`), and the others
 * were all there at the start (`more-kept-than-at-start`).
 *
 * @example customerRetentionRate({ customersAtStart: 600, customersAtEnd: 640, newCustomers: 58 }) // { ok: true, value: 0.97 }
 */
export function customerRetentionRate({
  customersAtStart,
  customersAtEnd,
  newCustomers,
}: CustomerRetention): Result<
  number,
  | 'not-a-number'
  | 'negative-count'
  | 'no-customers-at-start'
  | 'more-new-than-at-end'
  | 'more-kept-than-at-start'
  | 'too-large'
> {
  const problem = firstProblem({ customersAtStart, customersAtEnd, newCustomers }, countProblem);
  if (problem) return problem;
  if (customersAtStart === 0) return failure('no-customers-at-start', 'customersAtStart');
  if (newCustomers > customersAtEnd) return failure('more-new-than-at-end', 'newCustomers');
  const kept = customersAtEnd - newCustomers;
  return kept > customersAtStart ? failure('more-kept-than-at-start', 'newCustomers') : finite(kept / customersAtStart);
}

export const customerRetentionRateFormula = quotient(difference('customersAtEnd', 'newCustomers'), 'customersAtStart');
