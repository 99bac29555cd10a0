import { failure, type Result, success } from '../../result.ts';
import {
  type CohortProblem,
  cohortsProblem,
  renewalLogLikelihood,
  renewalsByAge,
  type Survivors,
} from './cohort-renewals.ts';
import type { Fitted } from './fitted.ts';

export interface ConstantChurn {
  readonly kind: 'constant-churn';
  /** Share of customers lost at every renewal. */
  readonly churn: number;
}

/**
 * The model of constant churn (geometric retention) that fits cohorts best: the same churn for every customer and every
 * period.
 *
 * Equation: churn = all who left ÷ all who could have, over every renewal; S(t) = (1 − churn)^t.
 *
 * @example fitConstantChurn({ cohorts: [[100, 80, 64]] }) // { ok: true, value: { churn: 0.2 } }
 */
export function fitConstantChurn({
  cohorts,
}: {
  readonly cohorts: readonly Survivors[];
}): Result<Fitted<ConstantChurn>, CohortProblem | 'too-large'> {
  const problem = cohortsProblem(cohorts);
  if (problem) return problem;
  const renewals = renewalsByAge(cohorts);
  const left = renewals.reduce((sum, renewal) => sum + renewal.left, 0);
  const atRisk = renewals.reduce((sum, renewal) => sum + renewal.stayed + renewal.left, 0);
  const churn = left / atRisk;
  const logLikelihood = renewalLogLikelihood(renewals, () => 1 - churn);
  if (!Number.isFinite(logLikelihood)) return failure('too-large', 'cohorts');
  return success({ kind: 'constant-churn', churn, logLikelihood });
}
