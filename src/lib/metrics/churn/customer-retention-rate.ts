import { failure, type Result, success } from '../result.ts';
import { difference, quotient } from './formula.ts';
import { isCount } from './shares.ts';

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
 * Equation: (customers at end − new customers) ÷ customers at start.
 */
export function customerRetentionRate({
  customersAtStart,
  customersAtEnd,
  newCustomers,
}: CustomerRetention): Result<
  number,
  'negative-count' | 'no-customers-at-start' | 'more-new-than-at-end' | 'more-kept-than-at-start'
> {
  if (![customersAtStart, customersAtEnd, newCustomers].every(isCount)) return failure('negative-count');
  if (customersAtStart === 0) return failure('no-customers-at-start');
  if (newCustomers > customersAtEnd) return failure('more-new-than-at-end');
  if (customersAtEnd - newCustomers > customersAtStart) return failure('more-kept-than-at-start');
  return success((customersAtEnd - newCustomers) / customersAtStart);
}

export const customerRetentionRateFormula = quotient(difference('customersAtEnd', 'newCustomers'), 'customersAtStart');
