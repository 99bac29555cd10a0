import { failure, type Result, success } from '../../result.ts';
import { confidenceProblem, firstProblem } from '../checks.ts';
import { intervalFactor, twoSidedTail } from '../statistics/normal-distribution.ts';
import { type IntervalOnScale, intervalOnScale } from './interval-on-scale.ts';
import { type IntervalMethod, normalEstimate } from './net-promoter-interval.ts';
import { netPromoterMoments } from './net-promoter-score.ts';
import { problemWithin, type RatingCounts, type RatingCountsProblem, ratingCountsProblem } from './rating-counts.ts';

export interface NetPromoterDifference extends IntervalOnScale {
  /** Score after − score before, of the answers given. */
  readonly difference: number;
  /** Middle of the interval before it is cut off at −2 and 2: of the adjusted one, mostly nearer to 0. */
  readonly center: number;
  readonly standardError: number;
  /** How often two surveys of customers who had not changed would differ by this much or more. */
  readonly pValue: number;
}

export type NetPromoterDifferenceProblem = RatingCountsProblem | 'not-a-confidence' | 'no-variation';

/**
 * Change of a Net Promoter Score between two surveys, with a confidence interval and the p-value of "nothing has
 * changed". Scores from −1 to 1, so differences from −2 to 2, where `lower` and `upper` are cut off. Takes the surveys
 * to be independent; where the same people answer both, only a comparison person by person uses what they have said.
 *
 * Equation: difference = score after − score before; interval = center ± z × √(variance before ÷ n before + variance
 * after ÷ n after), with z the normal quantile of (1 + confidence) ÷ 2; p-value = chance of a normal value at least
 * center ÷ standard error from 0. `adjusted-wald`, the default, first adds ¾ promoter, ¾ detractor and 1½ passives to
 * each survey; `wald` does not, and has no answer when each survey's answers fall into one group (`no-variation`).
 *
 * Source: the adjustment of B. Rocks, "Interval Estimation for the 'Net Promoter Score'", The American Statistician
 * 70(4), 2016, made to each survey.
 *
 * @example netPromoterDifference({ before: { promoters: 40, passives: 30, detractors: 30 }, after: { promoters: 50, passives: 30, detractors: 20 } }) // { ok: true, value: { difference: 0.2, lower: -0.02552, upper: 0.41387, pValue: 0.08322 } }
 */
export function netPromoterDifference({
  before,
  after,
  confidence = 0.95,
  method = 'adjusted-wald',
}: {
  readonly before: RatingCounts;
  readonly after: RatingCounts;
  readonly confidence?: number;
  readonly method?: Exclude<IntervalMethod, 'score'>;
}): Result<NetPromoterDifference, NetPromoterDifferenceProblem> {
  const problem =
    firstProblem({ confidence }, confidenceProblem) ??
    problemWithin('before', ratingCountsProblem(before)) ??
    problemWithin('after', ratingCountsProblem(after));
  if (problem) return problem;

  const difference = netPromoterMoments(after).score - netPromoterMoments(before).score;
  const first = normalEstimate(before, method);
  const second = normalEstimate(after, method);
  const center = second.center - first.center;
  const standardError = Math.sqrt(first.squaredError + second.squaredError);
  if (standardError === 0) return failure('no-variation');
  const factor = intervalFactor(confidence);
  const interval = intervalOnScale({ center, standardError, factor, lowest: -2, highest: 2 });
  if (!interval.ok) return interval;
  return success({
    difference,
    center,
    standardError,
    ...interval.value,
    pValue: twoSidedTail(center / standardError),
  });
}
