import { renewalsByAge } from '../../metrics/lifetime-value/cohort-renewals.ts';
import { compareRetentionModels } from '../../metrics/lifetime-value/compare-retention-models.ts';
import { type Result, success } from '../../result.ts';
import type { RetentionFitProblem, RetentionFits } from './retention-data.ts';
import { readSurvivors } from './survivor-table.ts';

/** The last third of the longest cohort tests the forecasts, one period at least. */
function periodsHeldOut(longest: number): number {
  return Math.max(1, Math.floor(longest / 3));
}

/** Everything the calculator shows of a table of survivors. */
export function fitRetention({
  survivors,
}: {
  readonly survivors: string;
}): Result<RetentionFits, RetentionFitProblem> {
  const cohorts = readSurvivors(survivors);
  if (!cohorts.ok) return cohorts;
  const renewals = renewalsByAge(cohorts.value);
  const holdOutPeriods = periodsHeldOut(renewals.length);
  const comparison = compareRetentionModels({ cohorts: cohorts.value, holdOutPeriods });
  if (!comparison.ok) return comparison;
  const observed = [1];
  for (const { stayed, left } of renewals) {
    // Nobody of any cohort was left to renew: what came after is unknown.
    if (stayed + left === 0) break;
    observed.push(((observed.at(-1) ?? 0) * stayed) / (stayed + left));
  }
  const customers = cohorts.value.reduce((sum, [start = 0]) => sum + start, 0);
  return success({ observed, customers, holdOutPeriods, comparison: comparison.value });
}
