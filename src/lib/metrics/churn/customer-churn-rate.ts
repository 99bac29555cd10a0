import { failure, type Result, success } from '../result.ts';
import { quotient } from './formula.ts';
import { isCount } from './shares.ts';

export interface CustomerChurn {
  /** Customers on the first day of the period. */
  readonly customersAtStart: number;
  /** Those of them who left before its last day. Customers won in the period are in neither number. */
  readonly customersLost: number;
}

/**
 * Customer churn rate: the share of the customers a period began with who left during it. A ratio for that period.
 *
 * Equation: customers lost ÷ customers at start. The denominator is the start of the period; some companies report
 * on the average of start and end, which gives another number for the same facts.
 */
export function customerChurnRate({
  customersAtStart,
  customersLost,
}: CustomerChurn): Result<number, 'negative-count' | 'no-customers-at-start' | 'more-lost-than-at-start'> {
  if (!isCount(customersAtStart) || !isCount(customersLost)) return failure('negative-count');
  if (customersAtStart === 0) return failure('no-customers-at-start');
  if (customersLost > customersAtStart) return failure('more-lost-than-at-start');
  return success(customersLost / customersAtStart);
}

export const customerChurnRateFormula = quotient('customersLost', 'customersAtStart');
