import { failure, type Result } from '../../result.ts';
import { countProblem, finite, firstProblem } from '../checks.ts';
import { quotient } from '../formula.ts';

export interface CustomerChurn {
  /** Customers on the first day of the period. */
  readonly customersAtStart: number;
  /** Those of them who left before its last day. Customers won in the period are in neither number. */
  readonly customersLost: number;
}

/**
 * Customer churn rate: the share of the customers a period began with who left during it. A ratio for that period,
 * from 0 to 1.
 *
 * Equation: customers lost ÷ customers at start. The denominator is the start of the period; some companies report
 * on the average of start and end or of every day, which gives another number for the same facts. Without customers
 * at the start there is no share to lose (`no-customers-at-start`), and no more can be lost than were there
 * (`more-lost-than-at-start`).
 *
 * @example customerChurnRate({ customersAtStart: 600, customersLost: 18 }) // { ok: true, value: 0.03 }
 */
export function customerChurnRate({
  customersAtStart,
  customersLost,
}: CustomerChurn): Result<
  number,
  'not-a-number' | 'negative-count' | 'no-customers-at-start' | 'more-lost-than-at-start' | 'too-large'
> {
  const problem = firstProblem({ customersAtStart, customersLost }, countProblem);
  if (problem) return problem;
  if (customersAtStart === 0) return failure('no-customers-at-start', 'customersAtStart');
  if (customersLost > customersAtStart) return failure('more-lost-than-at-start', 'customersLost');
  return finite(customersLost / customersAtStart);
}

export const customerChurnRateFormula = quotient('customersLost', 'customersAtStart');
