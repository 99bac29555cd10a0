import { failure, type Result } from '../../result.ts';
import { countProblem, finite, firstProblem } from '../checks.ts';
import { quotient } from '../formula.ts';

export interface RepeatPurchases {
  /** Those of the customers who bought more than once in the time looked at. */
  readonly repeatCustomers: number;
  /** All who bought at least once in that time. */
  readonly buyingCustomers: number;
}

/**
 * Repeat purchase rate: the share of the customers who bought in a period who bought more than once. Depends on the
 * length of the period and on how long customers have been there; only rates of the same length can be compared.
 *
 * Equation: customers with two or more purchases ÷ customers with at least one.
 *
 * @example repeatPurchaseRate({ repeatCustomers: 946, buyingCustomers: 2357 }) // { ok: true, value: 0.401358 }
 */
export function repeatPurchaseRate({
  repeatCustomers,
  buyingCustomers,
}: RepeatPurchases): Result<
  number,
  'not-a-number' | 'negative-count' | 'no-customers' | 'part-above-whole' | 'too-large'
> {
  const problem = firstProblem({ repeatCustomers, buyingCustomers }, countProblem);
  if (problem) return problem;
  if (buyingCustomers === 0) return failure('no-customers', 'buyingCustomers');
  if (repeatCustomers > buyingCustomers) return failure('part-above-whole', 'repeatCustomers');
  return finite(repeatCustomers / buyingCustomers);
}

export const repeatPurchaseRateFormula = quotient('repeatCustomers', 'buyingCustomers');
