import { type Failure, failure, type Result, success } from '../../result.ts';
import { countProblem, firstProblemIn } from '../checks.ts';

/**
 * Customers of a cohort still there, period by period: first how many it began with, then how many were left after
 * the first renewal, the second, and so on. A younger cohort is a shorter list.
 */
export type Survivors = readonly number[];

/** What happened at a renewal, over all cohorts old enough to have met it. */
export interface Renewals {
  readonly stayed: number;
  readonly left: number;
}

export type CohortProblem =
  | 'not-a-number'
  | 'negative-count'
  | 'no-cohorts'
  | 'no-renewals'
  | 'no-customers-at-start'
  | 'rising-survivors';

function cohortProblem(survivors: Survivors, field: string): Failure<CohortProblem> | undefined {
  const problem = firstProblemIn(field, survivors, countProblem);
  if (problem) return problem;
  if (survivors.length < 2) return failure('no-renewals', field);
  if (survivors[0] === 0) return failure('no-customers-at-start', `${field}.0`);
  const rise = survivors.findIndex((count, index) => count > (survivors[index - 1] ?? count));
  return rise === -1 ? undefined : failure('rising-survivors', `${field}.${rise}`);
}

/** The first thing wrong with a set of cohorts, if anything is. */
export function cohortsProblem(cohorts: readonly Survivors[]): Failure<CohortProblem> | undefined {
  if (cohorts.length === 0) return failure('no-cohorts', 'cohorts');
  for (const [index, survivors] of cohorts.entries()) {
    const problem = cohortProblem(survivors, `cohorts.${index}`);
    if (problem) return problem;
  }
  return undefined;
}

/**
 * Renewals by age, the first renewal first. All that a retention model can learn from cohorts of any age: a customer
 * still there counts as having stayed so far, not as staying for ever.
 *
 * @example renewalsByAge([[100, 80, 60], [50, 45]]) // [{ stayed: 125, left: 25 }, { stayed: 60, left: 20 }]
 */
export function renewalsByAge(cohorts: readonly Survivors[]): Renewals[] {
  const oldest = cohorts.reduce((most, survivors) => Math.max(most, survivors.length), 0);
  return Array.from({ length: Math.max(0, oldest - 1) }, (_, age) => {
    let stayed = 0;
    let left = 0;
    for (const survivors of cohorts) {
      const after = survivors[age + 1];
      if (after === undefined) continue;
      stayed += after;
      left += (survivors[age] ?? 0) - after;
    }
    return { stayed, left };
  });
}

/** Fewer leave no way to tell a pattern of retention from chance. */
const leastRenewals = 3;

export type NotIdentified = 'too-few-periods' | 'no-churn-observed' | 'everyone-left' | 'no-churn-after-first-period';

/**
 * The renewals a model of changing retention can be fitted to, or why it cannot: fewer than three periods, nobody
 * left, nobody left over, or nobody left after the first period (any shape of what follows would fit).
 */
export function fittableRenewals(cohorts: readonly Survivors[]): Result<Renewals[], CohortProblem | NotIdentified> {
  const problem = cohortsProblem(cohorts);
  if (problem) return problem;
  const renewals = renewalsByAge(cohorts);
  if (renewals.length < leastRenewals) return failure('too-few-periods', 'cohorts');
  if (renewals.every(({ left }) => left === 0)) return failure('no-churn-observed', 'cohorts');
  if (cohorts.every((survivors) => survivors.at(-1) === 0)) return failure('everyone-left', 'cohorts');
  if (renewals.slice(1).every(({ left }) => left === 0)) return failure('no-churn-after-first-period', 'cohorts');
  return success(renewals);
}

/**
 * Log-likelihood of renewals under a model: how probable it makes what happened, the higher (closer to 0) the better.
 * Equation: Σ stayed(t)·ln r(t) + left(t)·ln(1 − r(t)) over the renewals t = 1, 2, …, with the model's retention r.
 */
export function renewalLogLikelihood(renewals: readonly Renewals[], retentionAt: (period: number) => number): number {
  return renewals.reduce((sum, { stayed, left }, index) => {
    const retention = retentionAt(index + 1);
    return sum + (stayed === 0 ? 0 : stayed * Math.log(retention)) + (left === 0 ? 0 : left * Math.log1p(-retention));
  }, 0);
}
