import { failure, type Result, success } from '../result.ts';
import { product, quotient } from './formula.ts';
import { isShare } from './shares.ts';

export interface SimpleLifetimeValueInput {
  /** Average revenue per account and month, in money. */
  readonly arpa: number;
  /** Share of revenue left after the cost of serving it. May be negative; never above 1. */
  readonly grossMargin: number;
  /** Share of customers lost per month. */
  readonly churn: number;
}

export type LifetimeValueProblem = 'negative-amount' | 'margin-above-one' | 'not-a-share' | 'no-churn';

/** The first thing wrong with the inputs that every lifetime-value model shares, if anything is. */
export function lifetimeValueProblem({
  arpa,
  grossMargin,
  churn,
}: SimpleLifetimeValueInput): Exclude<LifetimeValueProblem, 'no-churn'> | undefined {
  if (!(arpa >= 0)) return 'negative-amount';
  if (!(grossMargin <= 1)) return 'margin-above-one';
  if (!isShare(churn)) return 'not-a-share';
  return undefined;
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
export function simpleLifetimeValue(input: SimpleLifetimeValueInput): Result<number, LifetimeValueProblem> {
  const problem = lifetimeValueProblem(input);
  if (problem) return failure(problem);
  if (input.churn === 0) return failure('no-churn');
  return success((input.arpa * input.grossMargin) / input.churn);
}

export const simpleLifetimeValueFormula = quotient(product('arpa', 'grossMargin'), 'churn');
