import { type Result, success } from '../../result.ts';
import { finite } from '../checks.ts';
import { difference, quotient, sum } from '../formula.ts';
import { type RatingCounts, type RatingCountsProblem, ratingCountsProblem } from './rating-counts.ts';

/** What the answers of a survey say on average, and how far single answers lie from it. */
export interface NetPromoterMoments {
  readonly answers: number;
  readonly score: number;
  readonly variance: number;
}

/** For counts already checked. Adding 0 turns −0 into 0. */
export function netPromoterMoments({ promoters, passives, detractors }: RatingCounts): NetPromoterMoments {
  const answers = promoters + passives + detractors;
  const shares = {
    promoterShare: promoters / answers,
    passiveShare: passives / answers,
    detractorShare: detractors / answers,
  };
  return { answers, score: (promoters - detractors) / answers + 0, variance: answerVariance(shares) + 0 };
}

/**
 * p + d − (p − d)² of one answer, with promoters p and detractors d. Written with the passives so that nothing is
 * subtracted: no digits are lost and rounding cannot make it negative.
 */
export function answerVariance({
  promoterShare,
  passiveShare,
  detractorShare,
}: Readonly<Record<'promoterShare' | 'passiveShare' | 'detractorShare', number>>): number {
  return passiveShare * (promoterShare + detractorShare) + 4 * promoterShare * detractorShare;
}

/**
 * Net Promoter Score: how many more would recommend than would not, as a part of all answers. From −1 to 1; shown as
 * −100 to +100 points. It is a difference of two shares, not a percentage.
 *
 * Equation: (promoters − detractors) ÷ all answers. Without answers there is no score (`no-answers`).
 *
 * Source: F. Reichheld, "The One Number You Need to Grow", Harvard Business Review, December 2003.
 *
 * @example netPromoterScore({ promoters: 50, passives: 30, detractors: 20 }) // { ok: true, value: 0.3 }
 */
export function netPromoterScore(counts: RatingCounts): Result<number, RatingCountsProblem> {
  return ratingCountsProblem(counts) ?? success(netPromoterMoments(counts).score);
}

/**
 * Variance of a Net Promoter Score: how far single answers, counted as 1, 0 and −1, lie from the score (0 when all
 * fall into one group, 1 when half are promoters and half detractors), and from that the standard error of the score
 * itself. On the scale from −1 to 1. A variance of 0 means that these answers agree, not that the score is certain.
 *
 * Equation: variance = p + d − (p − d)², standard error = √(variance ÷ n), with the shares of promoters p and
 * detractors d among n answers.
 *
 * Source: B. Rocks, "Interval Estimation for the 'Net Promoter Score'", The American Statistician 70(4), 2016.
 *
 * @example netPromoterVariance({ promoters: 3, passives: 2, detractors: 1 }) // { ok: true, value: { variance: 0.5556, standardError: 0.3043 } }
 */
export function netPromoterVariance(
  counts: RatingCounts,
): Result<{ readonly variance: number; readonly standardError: number }, RatingCountsProblem> {
  const problem = ratingCountsProblem(counts);
  if (problem) return problem;
  const { answers, variance } = netPromoterMoments(counts);
  const standardError = finite(Math.sqrt(variance / answers));
  return standardError.ok ? success({ variance, standardError: standardError.value }) : standardError;
}

export const netPromoterScoreFormula = quotient(
  difference('promoters', 'detractors'),
  sum(sum('promoters', 'passives'), 'detractors'),
);
