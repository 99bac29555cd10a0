import { type Result, success } from '../../result.ts';
import { confidenceProblem, firstProblem } from '../checks.ts';
import { intervalFactor } from '../statistics/normal-distribution.ts';
import { type IntervalOnScale, intervalOnScale } from './interval-on-scale.ts';
import { netPromoterMoments } from './net-promoter-score.ts';
import { type RatingCounts, type RatingCountsProblem, ratingCountsProblem } from './rating-counts.ts';
import { testInversionInterval } from './test-inversion.ts';

/**
 * Ways to put an interval around a score. Rocks 2016 found the first and the last to do best.
 * `adjusted-wald`: as if three more answers had come in, which cancel out.
 * `wald`: the textbook one, for comparison. Too narrow with few answers; of no width when all fall into one group.
 * `score`: every score that a test would not reject. Never reaches beyond −1 and 1.
 */
export const intervalMethods = ['adjusted-wald', 'wald', 'score'] as const;
export type IntervalMethod = (typeof intervalMethods)[number];

export interface NetPromoterInterval extends IntervalOnScale {
  /** The score of the answers given. */
  readonly score: number;
  /** Middle of the interval before it is cut off at −1 and 1: of the adjusted one, nearer to 0 than the score. */
  readonly center: number;
}

/** Answers that the adjusted intervals add: three, a quarter each to promoters and detractors. Source: Rocks 2016. */
const added: RatingCounts = { promoters: 0.75, passives: 1.5, detractors: 0.75 };

/** The score as a method sees it, and its squared standard error. For counts already checked. */
export function normalEstimate(
  counts: RatingCounts,
  method: Exclude<IntervalMethod, 'score'>,
): { readonly center: number; readonly squaredError: number } {
  const adjusted: RatingCounts = {
    promoters: counts.promoters + added.promoters,
    passives: counts.passives + added.passives,
    detractors: counts.detractors + added.detractors,
  };
  const { answers, score, variance } = netPromoterMoments(method === 'wald' ? counts : adjusted);
  return { center: score, squaredError: variance / answers };
}

/**
 * Confidence interval of a Net Promoter Score: how far the score of these answers may lie from the score of everyone
 * they stand for. A 95 % interval made this way holds that score about 95 times out of 100, if those asked were picked
 * by chance: it knows nothing of those who did not answer. Scores from −1 to 1, where `lower` and `upper` are cut off.
 *
 * Equation: center ± z × √(variance ÷ n), with z the normal quantile of (1 + confidence) ÷ 2, n all answers and
 * variance p + d − (p − d)². For `wald`, p and d are the shares of promoters and detractors; for `adjusted-wald`, the
 * default, the same with ¾ promoter, ¾ detractor and 1½ passives added. `score` is the interval of Tango 1998.
 *
 * The adjusted interval leaves the score itself out where 3 × |score| ÷ (n + 3) is more than the margin. From a
 * confidence of 0.85 on, that takes answers that are all promoters or all detractors, and few of them: at most 4 at
 * 0.9, one at 0.95, none at 0.99. Below 0.84 it happens to any number of them, and to some that are almost all alike.
 *
 * Source: B. Rocks, "Interval Estimation for the 'Net Promoter Score'", The American Statistician 70(4), 2016.
 *
 * @example netPromoterInterval({ promoters: 50, passives: 30, detractors: 20 }) // { ok: true, value: { score: 0.3, center: 0.29126, lower: 0.14051, upper: 0.44201 } }
 */
export function netPromoterInterval({
  confidence = 0.95,
  method = 'adjusted-wald',
  ...counts
}: RatingCounts & { readonly confidence?: number; readonly method?: IntervalMethod }): Result<
  NetPromoterInterval,
  RatingCountsProblem | 'not-a-confidence'
> {
  const problem = firstProblem({ confidence }, confidenceProblem) ?? ratingCountsProblem(counts);
  if (problem) return problem;
  const { score } = netPromoterMoments(counts);
  if (method === 'score') {
    const { lower, upper } = testInversionInterval(counts, confidence);
    return success({ score, center: (lower + upper) / 2, margin: (upper - lower) / 2, lower, upper });
  }
  const { center, squaredError } = normalEstimate(counts, method);
  const standardError = Math.sqrt(squaredError);
  const factor = intervalFactor(confidence);
  const interval = intervalOnScale({ center, standardError, factor, lowest: -1, highest: 1 });
  return interval.ok ? success({ score, center, ...interval.value }) : interval;
}
