import { failure, type Result, success } from '../result.ts';
import { difference, quotient, sum } from './formula.ts';
import { isCount } from './shares.ts';

export interface RatingCounts {
  /** Answers of 9 and 10. */
  readonly promoters: number;
  /** Answers of 7 and 8. */
  readonly passives: number;
  /** Answers of 0 to 6. */
  readonly detractors: number;
}

/**
 * Net Promoter Score: how many more would recommend than would not, as a part of all answers. From −1 to 1; shown as
 * −100 to +100 points. It is a difference of two shares, not a percentage.
 *
 * Equation: (promoters − detractors) ÷ all answers.
 *
 * Source: F. Reichheld, "The One Number You Need to Grow", Harvard Business Review, December 2003.
 */
export function netPromoterScore({
  promoters,
  passives,
  detractors,
}: RatingCounts): Result<number, 'negative-count' | 'no-answers'> {
  if (![promoters, passives, detractors].every(isCount)) return failure('negative-count');
  const answers = promoters + passives + detractors;
  return answers === 0 ? failure('no-answers') : success((promoters - detractors) / answers);
}

export const netPromoterScoreFormula = quotient(
  difference('promoters', 'detractors'),
  sum(sum('promoters', 'passives'), 'detractors'),
);
