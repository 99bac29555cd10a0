import { failure, type Result } from '../../result.ts';
import { amountProblem, finite, firstProblem, marginProblem } from '../checks.ts';
import { difference, logarithm, product, quotient } from '../formula.ts';
import { lifetimeValueProblem } from '../lifetime-value/simple-lifetime-value.ts';

export interface PaybackInput {
  /** Cost of winning a customer, in money. */
  readonly cac: number;
  /** Average revenue per account and month, in money. */
  readonly arpa: number;
  /** Share of revenue left after the cost of serving it. May be negative; never above 1. */
  readonly grossMargin: number;
}

type PaybackProblem = 'not-a-number' | 'negative-amount' | 'margin-above-one' | 'no-margin' | 'too-large';

/**
 * CAC payback period: how many months of margin it takes to bring back what winning a customer cost, if the customer
 * stays. A part of a month is a part of that month's payment.
 *
 * Equation: CAC ÷ (ARPA × gross margin). If a payment leaves nothing, the cost never comes back (`no-margin`).
 *
 * Source: D. Skok, "SaaS Metrics 2.0", months to recover CAC.
 *
 * @example paybackMonths({ cac: 1200, arpa: 100, grossMargin: 0.8 }) // { ok: true, value: 15 }
 */
export function paybackMonths({ cac, arpa, grossMargin }: PaybackInput): Result<number, PaybackProblem> {
  const problem = firstProblem({ cac, arpa }, amountProblem) ?? firstProblem({ grossMargin }, marginProblem);
  if (problem) return problem;
  const monthlyMargin = arpa * grossMargin;
  return monthlyMargin > 0 ? finite(cac / monthlyMargin) : failure('no-margin', arpa > 0 ? 'grossMargin' : 'arpa');
}

/**
 * CAC payback period with churn: how many monthly payments it takes until the customers won have together brought back
 * what winning all of them cost, although some leave on the way. Never shorter than without churn.
 *
 * Equation: ln(1 − CAC·churn ÷ (ARPA × gross margin)) ÷ ln(1 − churn), the n for which m(1 − (1 − churn)^n) ÷ churn
 * is the CAC. The first payment is made at once by everybody, so a cost within it (at most one payment) is not touched
 * by churn: as without. All payments there will ever be bring m ÷ churn; if that is no more than the CAC, it never
 * comes back (`never-pays-back`).
 *
 * @example paybackMonthsWithChurn({ cac: 1200, arpa: 100, grossMargin: 0.8, churn: 0.02 }) // { ok: true, value: 17.654809 }
 */
export function paybackMonthsWithChurn({
  churn,
  ...input
}: PaybackInput & {
  /** Share of customers lost per month. */
  readonly churn: number;
}): Result<number, PaybackProblem | 'not-a-share' | 'never-pays-back'> {
  const { cac, arpa, grossMargin } = input;
  const problem = firstProblem({ cac }, amountProblem) ?? lifetimeValueProblem({ arpa, grossMargin, churn });
  if (problem) return problem;
  const plain = paybackMonths(input);
  if (!plain.ok || plain.value <= 1) return plain;
  /** The cost as a part of all that customers will ever bring. */
  const costShare = plain.value * churn;
  // Churn too small to change a digit of the answer, 0 among it.
  if (costShare < Number.EPSILON) return plain;
  return costShare < 1 ? finite(Math.log1p(-costShare) / Math.log1p(-churn)) : failure('never-pays-back', 'churn');
}

const monthlyMarginFormula = product('arpa', 'grossMargin');
export const paybackMonthsFormula = quotient('cac', monthlyMarginFormula);
/** From one payment on, and with churn. */
export const paybackMonthsWithChurnFormula = quotient(
  logarithm(difference(1, quotient(product('cac', 'churn'), monthlyMarginFormula))),
  logarithm(difference(1, 'churn')),
);
