import { failure, type Result, success } from '../../result.ts';
import { confidenceProblem, firstProblem } from '../checks.ts';
import {
  type NetPromoterDifference,
  type NetPromoterDifferenceProblem,
  netPromoterDifference,
} from './net-promoter-difference.ts';
import { type NetPromoterInterval, netPromoterInterval } from './net-promoter-interval.ts';
import { problemWithin, type RatingCounts, ratingCountsProblem } from './rating-counts.ts';

export interface NetPromoterTrendPoint extends NetPromoterInterval {
  /** From the survey before to this one. The first survey has none. */
  readonly change: NetPromoterDifference | undefined;
}

/**
 * Net Promoter Scores of several surveys in order, each with its adjusted Wald interval and, from the second on, its
 * change since the survey before with interval and p-value. The changes are looked at one by one: of twenty in which
 * nothing has changed, about one has a p-value below 0.05.
 *
 * A list without surveys is `no-surveys`; a problem of one of them names its place, from 0 (`surveys.2.promoters`).
 *
 * @example netPromoterTrend({ surveys: [{ promoters: 40, passives: 30, detractors: 30 }, { promoters: 50, passives: 30, detractors: 20 }] }) // { ok: true, value: [{ score: 0.1 }, { score: 0.3, change: { difference: 0.2, pValue: 0.08322 } }] }
 */
export function netPromoterTrend({
  surveys,
  confidence = 0.95,
}: {
  readonly surveys: readonly RatingCounts[];
  readonly confidence?: number;
}): Result<readonly NetPromoterTrendPoint[], NetPromoterDifferenceProblem | 'no-surveys'> {
  const problem = firstProblem({ confidence }, confidenceProblem);
  if (problem) return problem;
  if (surveys.length === 0) return failure('no-surveys', 'surveys');

  const points: NetPromoterTrendPoint[] = [];
  let before: RatingCounts | undefined;
  for (const [index, survey] of surveys.entries()) {
    const surveyProblem = problemWithin(`surveys.${index}`, ratingCountsProblem(survey));
    if (surveyProblem) return surveyProblem;
    const interval = netPromoterInterval({ ...survey, confidence });
    if (!interval.ok) return interval;
    const change = before && netPromoterDifference({ before, after: survey, confidence });
    if (change && !change.ok) return change;
    points.push({ ...interval.value, change: change?.value });
    before = survey;
  }
  return success(points);
}
