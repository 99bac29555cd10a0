import { failure, type Result, success } from '../../result.ts';
import { type Check, countProblem, firstProblem, firstProblemIn, numberProblem } from '../checks.ts';
import { answersProblem, type RatingCounts, type RatingCountsProblem } from './rating-counts.ts';

/**
 * The scales that "How likely is it that you would recommend us?" is asked on. The score is defined on 0 to 10. On a
 * scale from 1 the same groups (9–10, 7–8, and 1–6 as detractors) hold six detractor ratings of ten instead of seven
 * of eleven, and people place themselves differently on it: its score is not comparable with one from 0 to 10.
 */
export const recommendScales = {
  '0-10': { lowest: 0, highest: 10 },
  '1-10': { lowest: 1, highest: 10 },
} as const;
export type RecommendScale = keyof typeof recommendScales;

export type RatingGroup = 'promoter' | 'passive' | 'detractor';

export type RatingProblem = 'not-a-number' | 'not-whole' | 'off-scale';

function ratingProblem(scale: RecommendScale): Check<RatingProblem> {
  const { lowest, highest } = recommendScales[scale];
  return (rating) => {
    const reason = numberProblem(rating);
    if (reason) return reason;
    if (!Number.isInteger(rating)) return 'not-whole';
    return rating < lowest || rating > highest ? 'off-scale' : undefined;
  };
}

function groupOf(rating: number): RatingGroup {
  if (rating >= 9) return 'promoter';
  return rating >= 7 ? 'passive' : 'detractor';
}

/**
 * Group of one rating: promoters answer 9 or 10, passives 7 or 8, detractors less. A rating between two points of the
 * scale is `not-whole`, one beyond its ends `off-scale`.
 *
 * Source: F. Reichheld, "The One Number You Need to Grow", Harvard Business Review, December 2003.
 *
 * @example classifyRating({ rating: 8 }) // { ok: true, value: 'passive' }
 */
export function classifyRating({
  rating,
  scale = '0-10',
}: {
  readonly rating: number;
  readonly scale?: RecommendScale;
}): Result<RatingGroup, RatingProblem> {
  return firstProblem({ rating }, ratingProblem(scale)) ?? success(groupOf(rating));
}

/**
 * Answers per rating from single answers, lowest rating first: the list that `countRatings` takes. Whether people saw
 * a 0 cannot be told from their answers: a survey from 1 to 10 has to be named as one. A rating that is not on the
 * scale is named by its place (`ratings.3`, from 0); an empty list has `no-answers`.
 *
 * @example tallyRatings({ ratings: [10, 9, 10, 3] }) // { ok: true, value: [0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 2] }
 */
export function tallyRatings({
  ratings,
  scale = '0-10',
}: {
  readonly ratings: ArrayLike<number>;
  readonly scale?: RecommendScale;
}): Result<readonly number[], RatingProblem | 'no-answers'> {
  const problem = firstProblemIn('ratings', ratings, ratingProblem(scale));
  if (problem) return problem;
  if (ratings.length === 0) return failure('no-answers', 'ratings');
  const { lowest, highest } = recommendScales[scale];
  const counts = Array.from({ length: highest - lowest + 1 }, () => 0);
  for (let index = 0; index < ratings.length; index += 1) {
    const place = (ratings[index] ?? lowest) - lowest;
    counts[place] = (counts[place] ?? 0) + 1;
  }
  return success(counts);
}

/**
 * Promoters, passives and detractors from answers per rating, lowest rating first: eleven counts on a scale from 0 to
 * 10. Ten counts come from a scale without a 0 and are refused (`scale-without-zero`) unless the scale is named
 * `1-10`; any other number of counts is a `wrong-number-of-counts`.
 *
 * @example countRatings({ counts: [1, 0, 0, 2, 0, 3, 4, 10, 20, 25, 35] }) // { ok: true, value: { promoters: 60, passives: 30, detractors: 10 } }
 */
export function countRatings({
  counts,
  scale = '0-10',
}: {
  readonly counts: ArrayLike<number>;
  readonly scale?: RecommendScale;
}): Result<RatingCounts, RatingCountsProblem | 'scale-without-zero' | 'wrong-number-of-counts'> {
  const { lowest, highest } = recommendScales[scale];
  if (scale === '0-10' && counts.length === 10) return failure('scale-without-zero', 'counts');
  if (counts.length !== highest - lowest + 1) return failure('wrong-number-of-counts', 'counts');
  const problem = firstProblemIn('counts', counts, countProblem);
  if (problem) return problem;

  const totals = { promoter: 0, passive: 0, detractor: 0 };
  for (let index = 0; index < counts.length; index += 1) totals[groupOf(lowest + index)] += counts[index] ?? 0;
  const { promoter: promoters, passive: passives, detractor: detractors } = totals;
  const reason = answersProblem(promoters + passives + detractors);
  return reason ? failure(reason, 'counts') : success({ promoters, passives, detractors });
}

/** Where 2 % answer 0, as many without any of them turn up once in eight surveys; with each hundred more, much less. */
const enoughToMissZero = 100;
/** Scales of five or seven points have no answers from here on. */
const beyondShortScales = 8;

/**
 * Whether eleven counts, from 0 up, look as if people had been asked from 1 to 10: many answers up to the top and none
 * of 0. Only who made the survey can know.
 *
 * @example looksLikeOneToTen([0, 1, 0, 2, 3, 9, 12, 30, 50, 40, 60]) // true
 */
export function looksLikeOneToTen(counts: readonly number[]): boolean {
  const answers = counts.reduce((sum, count) => sum + count, 0);
  const isLongScale = counts.slice(beyondShortScales).some((count) => count > 0);
  return answers >= enoughToMissZero && counts[0] === 0 && isLongScale;
}
