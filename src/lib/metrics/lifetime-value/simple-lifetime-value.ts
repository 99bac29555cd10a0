import { type Failure, failure, type Result } from '../../result.ts';
import { amountProblem, finite, firstProblem, marginProblem, shareProblem } from '../checks.ts';
import { product, quotient } from '../formula.ts';

export interface SimpleLifetimeValueInput {
  /** Average revenue per account and month, in money. */
  readonly arpa: number;
  /** Share of revenue left after the cost of serving it. May be negative; never above 1. */
  readonly grossMargin: number;
  /** Share of customers lost per month. */
  readonly churn: number;
}

export type LifetimeValueProblem = 'not-a-number' | 'negative-amount' | 'margin-above-one' | 'not-a-share';

/** The first thing wrong with the inputs that every lifetime-value model shares, if anything is. */
export function lifetimeValueProblem({
  arpa,
  grossMargin,
  churn,
}: SimpleLifetimeValueInput): Failure<LifetimeValueProblem> | undefined {
  return (
    firstProblem({ arpa }, amountProblem) ??
    firstProblem({ grossMargin }, marginProblem) ??
    firstProblem({ churn }, shareProblem)
  );
}

/**
 * Simple customer lifetime value: the margin a customer brings per month, for as many months as customers stay on
 * average. In money. Takes churn to be the same for everyone and for ever, and a payment in ten years to be worth as
 * much as one today.
 *
 * Equation: ARPA × gross margin ÷ churn. Without churn nobody leaves and no finite value exists (`no-churn`).
 *
 * Source: the form made popular for software subscriptions by D. Skok, "SaaS Metrics 2.0".
 *
 * @example simpleLifetimeValue({ arpa: 100, grossMargin: 1, churn: 0.1 }) // { ok: true, value: 1000 }
 */
export function simpleLifetimeValue(
  input: SimpleLifetimeValueInput,
): Result<number, LifetimeValueProblem | 'no-churn' | 'too-large'> {
  const problem = lifetimeValueProblem(input);
  if (problem) return problem;
  if (input.churn === 0) return failure('no-churn', 'churn');
  return finite((input.arpa * input.grossMargin) / input.churn);
}

export const simpleLifetimeValueFormula = quotient(product('arpa', 'grossMargin'), 'churn');
