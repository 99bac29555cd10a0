import { failure, type Result, success } from '../../result.ts';
import { finite, firstProblem, positiveProblem, type WholePeriodsProblem, wholePeriodsProblem } from '../checks.ts';
import { difference, quotient, sum } from '../formula.ts';
import { lowestPoint } from '../statistics/simplex-search.ts';
import {
  type CohortProblem,
  fittableRenewals,
  type NotIdentified,
  type Renewals,
  renewalLogLikelihood,
  type Survivors,
} from './cohort-renewals.ts';
import { fitConstantChurn } from './constant-churn.ts';
import type { Fitted } from './fitted.ts';

export interface ShiftedBetaGeometricShape {
  /** Shape parameters of the beta distribution of churn among customers. Their mean churn is α ÷ (α + β). */
  readonly alpha: number;
  readonly beta: number;
}

export interface ShiftedBetaGeometric extends ShiftedBetaGeometricShape {
  readonly kind: 'shifted-beta-geometric';
}

/** r(t) for parameters known to be above 0, written so that none is too large or small for it. */
export function shiftedBetaGeometricRetentionAt({ alpha, beta }: ShiftedBetaGeometricShape, period: number): number {
  return 1 / (1 + alpha / (beta + (period - 1)));
}

/**
 * Retention rate of a cohort in its nth period under the shifted-beta-geometric model: each customer's own churn never
 * changes, but those most likely to leave go first, so the rate of those left rises.
 *
 * Equation: r(t) = (β + t − 1) ÷ (α + β + t − 1).
 *
 * Source: P. Fader and B. Hardie, "How to Project Customer Retention", Journal of Interactive Marketing 21(1), 2007.
 *
 * @example shiftedBetaGeometricRetention({ alpha: 1, beta: 1, period: 2 }) // { ok: true, value: 0.6666667 }
 */
export function shiftedBetaGeometricRetention({
  alpha,
  beta,
  period,
}: ShiftedBetaGeometricShape & { readonly period: number }): Result<number, 'not-positive' | WholePeriodsProblem> {
  const problem = firstProblem({ alpha, beta }, positiveProblem) ?? firstProblem({ period }, wholePeriodsProblem);
  if (problem) return problem;
  return success(shiftedBetaGeometricRetentionAt({ alpha, beta }, period));
}

export const shiftedBetaGeometricRetentionFormula = quotient(
  difference(sum('beta', 'period'), 1),
  difference(sum(sum('alpha', 'beta'), 'period'), 1),
);

/** Differences between customers that raise the log-likelihood by less than this cannot be told from none. */
const noticeable = 1e-6;
/** With a larger sum of α and β customers are as good as alike. */
const largestSum = 1e5;

/** Mean churn and how alike customers are, each free to take any value: the search knows no bounds. */
function shapeAt([logitMean = 0, logSum = 0]: readonly number[]): ShiftedBetaGeometricShape {
  const all = Math.min(Math.exp(logSum), largestSum);
  const mean = 1 / (1 + Math.exp(-logitMean));
  return { alpha: all * mean, beta: all * (1 - mean) };
}

function searchStart({ alpha, beta }: ShiftedBetaGeometricShape): number[] {
  return [Math.log(alpha / beta), Math.log(alpha + beta)];
}

/** Customers very different and very alike: where the search begins besides its first start. */
const otherStarts = [
  { alpha: 0.1, beta: 0.5 },
  { alpha: 5, beta: 45 },
].map(searchStart);

function likelihood(renewals: readonly Renewals[], shape: ShiftedBetaGeometricShape): number {
  return renewalLogLikelihood(renewals, (period) => shiftedBetaGeometricRetentionAt(shape, period));
}

/**
 * Log-likelihood of cohorts for given α and β.
 *
 * @example shiftedBetaGeometricLogLikelihood({ cohorts: [[1000, 869, 743, 653, 593, 551, 517, 491]], alpha: 1, beta: 1 }) // { ok: true, value: -2115.546 }
 */
export function shiftedBetaGeometricLogLikelihood({
  cohorts,
  alpha,
  beta,
}: ShiftedBetaGeometricShape & { readonly cohorts: readonly Survivors[] }): Result<
  number,
  CohortProblem | NotIdentified | 'not-positive' | 'too-large'
> {
  const problem = firstProblem({ alpha, beta }, positiveProblem);
  if (problem) return problem;
  const renewals = fittableRenewals(cohorts);
  return renewals.ok ? finite(likelihood(renewals.value, { alpha, beta })) : renewals;
}

export type ShiftedBetaGeometricProblem =
  | CohortProblem
  | NotIdentified
  | 'no-difference-between-customers'
  | 'not-positive'
  | 'did-not-converge'
  | 'too-large';

/**
 * The shifted-beta-geometric model that fits cohorts of one or several ages best (maximum likelihood).
 *
 * Has no answer when the cohorts do not show two parameters: fewer than three periods, nobody left, everyone left,
 * nobody left after the first period, or churn that does not fall with age, so that customers look alike
 * (`no-difference-between-customers`) and constant churn says the same.
 *
 * Source: P. Fader and B. Hardie, "How to Project Customer Retention", 2007, with its appendix B; for several cohorts,
 * the same authors' note 017, "Fitting the sBG Model to Multi-Cohort Data" (2007).
 *
 * @example fitShiftedBetaGeometric({ cohorts: [[1000, 869, 743, 653, 593, 551, 517, 491]] }) // { ok: true, value: { alpha: 0.668, beta: 3.806, logLikelihood: -1611.158 } }
 */
export function fitShiftedBetaGeometric({
  cohorts,
  start = { alpha: 1, beta: 1 },
}: {
  readonly cohorts: readonly Survivors[];
  /** Where the search begins. The answer does not depend on it. */
  readonly start?: ShiftedBetaGeometricShape;
}): Result<Fitted<ShiftedBetaGeometric>, ShiftedBetaGeometricProblem> {
  const badStart = firstProblem({ alpha: start.alpha, beta: start.beta }, positiveProblem);
  if (badStart) return failure(badStart.reason, `start.${badStart.field}`);
  const renewals = fittableRenewals(cohorts);
  if (!renewals.ok) return renewals;
  const alike = fitConstantChurn({ cohorts });
  if (!alike.ok) return alike;
  const found = lowestPoint({
    objective: (point) => -likelihood(renewals.value, shapeAt(point)),
    starts: [searchStart(start), ...otherStarts],
  });
  const logLikelihood = -found.value;
  if (!(logLikelihood > alike.value.logLikelihood + noticeable))
    return failure('no-difference-between-customers', 'cohorts');
  if (!found.converged) return failure('did-not-converge', 'cohorts');
  return success({ kind: 'shifted-beta-geometric', ...shapeAt(found.point), logLikelihood });
}
