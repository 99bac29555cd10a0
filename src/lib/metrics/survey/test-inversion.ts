import { intervalFactor } from '../statistics/normal-distribution.ts';
import { netPromoterMoments } from './net-promoter-score.ts';
import type { RatingCounts } from './rating-counts.ts';

/** Halvings of a range of at most 2: the last is 2e−15 wide. */
const halvings = 50;

/**
 * Variance of one answer if the score were `score`, with the shares of promoters and detractors at that score that
 * make the answers given most probable. The share d of detractors solves, with the observed shares p′ and d′,
 * 2d² − (p′ + d′ − score(2 − p′ + d′))d − d′ × score(1 − score) = 0.
 */
function constrainedVariance(promoterShare: number, detractorShare: number, score: number): number {
  // The two groups can change places with the sign; from 0 up, nothing is subtracted under the root.
  if (score < 0) return constrainedVariance(detractorShare, promoterShare, -score);
  const b = promoterShare + detractorShare - score * (2 - promoterShare + detractorShare);
  const c = detractorShare * score * (1 - score);
  const root = Math.sqrt(b * b + 8 * c);
  // Of the two ways to write the solution, the one that adds.
  const detractors = b >= 0 ? (b + root) / 4 : (2 * c) / (root - b);
  return 2 * detractors + score * (1 - score);
}

function upperLimit(counts: RatingCounts, z: number): number {
  const { answers, score } = netPromoterMoments(counts);
  const promoterShare = counts.promoters / answers;
  const detractorShare = counts.detractors / answers;
  const isRejected = (hypothesis: number) =>
    (hypothesis - score) ** 2 > (z * z * constrainedVariance(promoterShare, detractorShare, hypothesis)) / answers;
  let accepted = score;
  let rejected = 1;
  for (let halving = 0; halving < halvings; halving += 1) {
    const middle = (accepted + rejected) / 2;
    if (isRejected(middle)) rejected = middle;
    else accepted = middle;
  }
  return (accepted + rejected) / 2;
}

/**
 * The scores that a test of each score does not reject: z² ≥ n(score − estimate)² ÷ variance, with the variance that
 * the tested score implies. Never leaves −1 to 1. For counts and a confidence already checked.
 *
 * Source: T. Tango, "Equivalence Test and Confidence Interval for the Difference in Proportions for the Paired-Sample
 * Design", Statistics in Medicine 17(8), 1998: promoters and detractors are its two kinds of discordant pairs.
 */
export function testInversionInterval(
  counts: RatingCounts,
  confidence: number,
): { readonly lower: number; readonly upper: number } {
  const z = intervalFactor(confidence);
  const { promoters, passives, detractors } = counts;
  const mirrored = { promoters: detractors, passives, detractors: promoters };
  // 0 − 0 is 0; −0 would not be.
  return { lower: 0 - upperLimit(mirrored, z), upper: upperLimit(counts, z) };
}
