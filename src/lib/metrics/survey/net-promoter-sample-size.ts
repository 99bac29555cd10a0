import { type Failure, failure, type Result } from '../../result.ts';
import { confidenceProblem, finite, firstProblem, positiveProblem, shareProblem } from '../checks.ts';
import { difference, power, product, quotient, sum } from '../formula.ts';
import { intervalFactor, normalQuantile } from '../statistics/normal-distribution.ts';
import { answerVariance } from './net-promoter-score.ts';
import { problemWithin } from './rating-counts.ts';

/** The answers a survey is expected to bring. The rest are passives. */
export interface ExpectedShares {
  readonly promoterShare: number;
  readonly detractorShare: number;
}

export type ExpectedSharesProblem = 'not-a-number' | 'not-a-share' | 'shares-above-one';

function sharesProblem({ promoterShare, detractorShare }: ExpectedShares): Failure<ExpectedSharesProblem> | undefined {
  const problem = firstProblem({ promoterShare, detractorShare }, shareProblem);
  if (problem) return problem;
  return promoterShare + detractorShare > 1 ? failure('shares-above-one', 'detractorShare') : undefined;
}

function varianceOf({ promoterShare, detractorShare }: ExpectedShares): number {
  return answerVariance({ promoterShare, passiveShare: 1 - (promoterShare + detractorShare), detractorShare });
}

/** Equal scores from different shares differ by this much at most: 0.4 − 0.3 is not quite 0.5 − 0.4. */
const roundingOfShares = 1e-15;

/** The next whole number of answers, one at least. */
function wholeAnswers(answers: number): Result<number, 'too-large'> {
  return finite(Math.max(1, Math.ceil(answers)));
}

/**
 * Answers needed for a Net Promoter Score that is known within a margin: score ± margin, on the scale from −1 to 1
 * (0.1 is ten points). Answers, not people asked: divide by the share who answer.
 *
 * Equation: z² × variance ÷ margin² − 3, rounded up, with variance p + d − (p − d)², the shares of promoters p and
 * detractors d expected, and z the normal quantile of (1 + confidence) ÷ 2; the 3 are the answers that the adjusted
 * Wald interval adds. Too few where almost all answers are expected in one group: at 98 %
 * promoters and no detractors it asks for 5 answers for a margin of 10 points, and the adjusted interval needs 41. Not knowing the shares, take
 * half promoters and half detractors: no survey needs more.
 *
 * Source: the interval of B. Rocks, "Interval Estimation for the 'Net Promoter Score'", The American Statistician
 * 70(4), 2016, solved for n.
 *
 * @example netPromoterSampleSize({ promoterShare: 0.5, detractorShare: 0.2, margin: 0.1 }) // { ok: true, value: 232 }
 */
export function netPromoterSampleSize({
  margin,
  confidence = 0.95,
  ...expected
}: ExpectedShares & { readonly margin: number; readonly confidence?: number }): Result<
  number,
  ExpectedSharesProblem | 'not-positive' | 'not-a-confidence' | 'too-large'
> {
  const problem =
    sharesProblem(expected) ??
    firstProblem({ margin }, positiveProblem) ??
    firstProblem({ confidence }, confidenceProblem);
  if (problem) return problem;
  return wholeAnswers((intervalFactor(confidence) / margin) ** 2 * varianceOf(expected) - 3);
}

export const answerVarianceFormula = difference(
  sum('promoterShare', 'detractorShare'),
  power(difference('promoterShare', 'detractorShare'), 2),
);

/** Before it is rounded up. */
export const netPromoterSampleSizeFormula = difference(
  quotient(product(power('normalFactor', 2), 'answerVariance'), power('npsMargin', 2)),
  3,
);

/**
 * Answers needed in each of two surveys of equal size to notice a change of the Net Promoter Score: with so many, a
 * change from the shares before to the shares after has a p-value below 1 − confidence as often as `power` says. Asks
 * for the shares after rather than for the change alone, because the same change can come with more or less variance.
 *
 * Equation: (z + z′)² × (variance before + variance after) ÷ (score after − score before)², rounded up, with z and z′
 * the normal quantiles of (1 + confidence) ÷ 2 and of power. Equal scores are never told apart (`no-change`).
 *
 * @example netPromoterSampleSizeForChange({ before: { promoterShare: 0.4, detractorShare: 0.3 }, after: { promoterShare: 0.5, detractorShare: 0.2 } }) // { ok: true, value: 256 }
 */
export function netPromoterSampleSizeForChange({
  before,
  after,
  confidence = 0.95,
  power = 0.8,
}: {
  readonly before: ExpectedShares;
  readonly after: ExpectedShares;
  readonly confidence?: number;
  /** How often a survey is to notice the change: between 0 and 1. */
  readonly power?: number;
}): Result<number, ExpectedSharesProblem | 'no-change' | 'not-a-confidence' | 'too-large'> {
  const problem =
    problemWithin('before', sharesProblem(before)) ??
    problemWithin('after', sharesProblem(after)) ??
    firstProblem({ confidence, power }, confidenceProblem);
  if (problem) return problem;
  const change = after.promoterShare - after.detractorShare - (before.promoterShare - before.detractorShare);
  if (Math.abs(change) < roundingOfShares) return failure('no-change', 'after');
  // A power that chance alone reaches asks for nothing.
  const z = Math.max(0, intervalFactor(confidence) + normalQuantile(power));
  return wholeAnswers((z / change) ** 2 * (varianceOf(before) + varianceOf(after)));
}
