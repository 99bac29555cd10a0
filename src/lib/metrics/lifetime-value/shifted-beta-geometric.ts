import { failure, type Result, success } from '../result.ts';
import { difference, quotient, sum } from './formula.ts';

export interface ShiftedBetaGeometric {
  /** Shape parameters of the beta distribution of churn among customers. */
  readonly alpha: number;
  readonly beta: number;
}

/**
 * Retention rate of a cohort in its nth period under the shifted-beta-geometric model: each customer's own churn never
 * changes, but those most likely to leave go first, so the rate of those left rises.
 *
 * Equation: r(t) = (β + t − 1) ÷ (α + β + t − 1).
 *
 * Source: P. Fader and B. Hardie, "How to Project Customer Retention", Journal of Interactive Marketing 21(1), 2007.
 */
export function sbgRetention({
  alpha,
  beta,
  period,
}: ShiftedBetaGeometric & { readonly period: number }): Result<number, 'shape-not-positive' | 'horizon-not-positive'> {
  if (!(alpha > 0 && beta > 0)) return failure('shape-not-positive');
  if (!(period >= 1)) return failure('horizon-not-positive');
  return success((beta + period - 1) / (alpha + beta + period - 1));
}

export const sbgRetentionFormula = quotient(
  difference(sum('beta', 'period'), 1),
  difference(sum(sum('alpha', 'beta'), 'period'), 1),
);
