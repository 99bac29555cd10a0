import { failure, type Result, success } from '../../result.ts';
import { amountProblem, firstProblem, marginProblem, positiveProblem } from '../checks.ts';

/**
 * The churn at which the simple lifetime value is a given multiple of the acquisition cost: the highest churn per month
 * with which, say, LTV:CAC still is 3.
 *
 * Equation: churn = ARPA × gross margin ÷ (ratio × CAC). If payments leave nothing, no churn will do (`no-margin`); if
 * even losing everybody after the first payment leaves more than the ratio asks, every churn will (`always-exceeded`).
 *
 * @example churnForLifetimeValueRatio({ arpa: 100, grossMargin: 0.8, cac: 1600, ratio: 2.5 }) // { ok: true, value: 0.02 }
 */
export function churnForLifetimeValueRatio({
  arpa,
  grossMargin,
  cac,
  ratio,
}: {
  /** Average revenue per account and month, in money. */
  readonly arpa: number;
  readonly grossMargin: number;
  /** Cost of winning a customer, in money. */
  readonly cac: number;
  /** LTV ÷ CAC wanted. */
  readonly ratio: number;
}): Result<
  number,
  | 'not-a-number'
  | 'negative-amount'
  | 'margin-above-one'
  | 'not-positive'
  | 'no-acquisition-cost'
  | 'no-margin'
  | 'always-exceeded'
> {
  const problem =
    firstProblem({ arpa, cac }, amountProblem) ??
    firstProblem({ grossMargin }, marginProblem) ??
    firstProblem({ ratio }, positiveProblem);
  if (problem) return problem;
  if (cac === 0) return failure('no-acquisition-cost', 'cac');
  const churn = (arpa * grossMargin) / cac / ratio;
  if (!(churn > 0)) return failure('no-margin', arpa > 0 ? 'grossMargin' : 'arpa');
  return churn > 1 ? failure('always-exceeded', 'ratio') : success(churn);
}
