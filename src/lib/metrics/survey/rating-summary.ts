import { failure, type Result, success } from '../../result.ts';
import { confidenceProblem, countProblem, finite, firstProblem, firstProblemIn } from '../checks.ts';
import { type ProportionProblem, proportionInterval } from '../statistics/proportion-interval.ts';
import { studentFactor } from '../statistics/student-distribution.ts';
import { type IntervalOnScale, intervalOnScale } from './interval-on-scale.ts';

/** What the answers on a scale from 1 upward come to. */
export interface RatingSummary {
  readonly answers: number;
  /** Part of the answers at the upper end of the scale: 0 to 1. */
  readonly share: number;
  readonly shareInterval: { readonly lower: number; readonly upper: number };
  /** In points of the scale. */
  readonly mean: number;
  /** Less than two answers say nothing of how far answers lie apart. */
  readonly meanInterval: (IntervalOnScale & { readonly standardError: number }) | undefined;
}

export type RatingSummaryProblem =
  | ProportionProblem
  | 'not-a-confidence'
  | 'wrong-number-of-counts'
  | 'no-answers'
  | 'too-large';

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/**
 * Share of the answers from one point of the scale upward, with its Wilson interval, and mean, with standard error
 * s ÷ √n (s² = Σ count × (rating − mean)² ÷ (n − 1)) and Student's interval with n − 1 degrees of freedom, cut off at
 * the ends of the scale. The interval of the mean has no width when all answers are the same.
 */
export function ratingSummary({
  counts,
  points,
  shareFrom,
  confidence,
}: {
  /** Answers per rating, from 1 up. */
  readonly counts: readonly number[];
  readonly points: number;
  readonly shareFrom: number;
  readonly confidence: number;
}): Result<RatingSummary, RatingSummaryProblem> {
  if (counts.length !== points) return failure('wrong-number-of-counts', 'counts');
  const problem = firstProblemIn('counts', counts, countProblem) ?? firstProblem({ confidence }, confidenceProblem);
  if (problem) return problem;
  const answers = total(counts);
  if (answers === 0) return failure('no-answers', 'counts');
  const sumOfRatings = finite(total(counts.map((count, index) => count * (index + 1))));
  if (!sumOfRatings.ok) return failure(sumOfRatings.reason, 'counts');

  const share = proportionInterval({ successes: total(counts.slice(shareFrom - 1)), trials: answers, confidence });
  if (!share.ok) return share;
  // Fractions of answers can round to just beyond the scale.
  const mean = Math.min(points, Math.max(1, sumOfRatings.value / answers));
  const summary = {
    answers,
    share: share.value.share,
    shareInterval: { lower: share.value.lower, upper: share.value.upper },
    mean,
  };
  if (answers < 2) return success({ ...summary, meanInterval: undefined });
  const squares = total(counts.map((count, index) => (count / answers) * (index + 1 - mean) ** 2));
  const standardError = Math.sqrt(squares / (answers - 1));
  const factor = studentFactor({ confidence, degreesOfFreedom: answers - 1 });
  const interval = intervalOnScale({ center: mean, standardError, factor, lowest: 1, highest: points });
  return interval.ok ? success({ ...summary, meanInterval: { standardError, ...interval.value } }) : interval;
}
