import { failure, type Result } from '../../result.ts';
import { amountProblem, finite, firstProblem, marginProblem, positiveProblem, shareProblem } from '../checks.ts';

/** What each of a number of monthly payments must bring, as a share of the cost they are to bring back together. */
function shareOfCost(payments: number, churn: number): number {
  // Within the first payment churn changes nothing; nor where it is too small to change a digit.
  if (payments <= 1 || payments * churn < Number.EPSILON) return 1 / payments;
  return churn / -Math.expm1(payments * Math.log1p(-churn));
}

/**
 * The price that brings the acquisition cost back within a number of months: the lowest average revenue per account and
 * month that does, in money. The inverse of `paybackMonths`, and with churn of `paybackMonthsWithChurn`.
 *
 * Equation: CAC ÷ (gross margin × months); with churn, CAC × churn ÷ (gross margin × (1 − (1 − churn)^months)) from one
 * month on. No price will do if nothing of it is left (`no-margin`); every price does if there is nothing to bring back
 * (`no-acquisition-cost`).
 *
 * @example priceForPayback({ cac: 1200, grossMargin: 0.8, paybackMonths: 12 }) // { ok: true, value: 125 }
 */
export function priceForPayback({
  cac,
  grossMargin,
  paybackMonths,
  churn = 0,
}: {
  /** Cost of winning a customer, in money. */
  readonly cac: number;
  readonly grossMargin: number;
  /** Months in which the cost is to come back. */
  readonly paybackMonths: number;
  /** Share of customers lost per month. None unless said otherwise. */
  readonly churn?: number;
}): Result<
  number,
  | 'not-a-number'
  | 'negative-amount'
  | 'margin-above-one'
  | 'not-positive'
  | 'not-a-share'
  | 'no-acquisition-cost'
  | 'no-margin'
  | 'too-large'
> {
  const problem =
    firstProblem({ cac }, amountProblem) ??
    firstProblem({ grossMargin }, marginProblem) ??
    firstProblem({ paybackMonths }, positiveProblem) ??
    firstProblem({ churn }, shareProblem);
  if (problem) return problem;
  if (cac === 0) return failure('no-acquisition-cost', 'cac');
  if (grossMargin <= 0) return failure('no-margin', 'grossMargin');
  return finite((cac * shareOfCost(paybackMonths, churn)) / grossMargin);
}
