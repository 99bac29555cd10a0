import type { RatingCounts } from '../../metrics/survey/rating-counts.ts';
import { countRatings, type RecommendScale, recommendScales } from '../../metrics/survey/rating-scale.ts';
import type { Result } from '../../result.ts';
import type { LinkedData } from '../model.ts';
import { ratingNames } from './rating-fields.ts';

export const recommendNames = ratingNames(0, 10);

/** Answers per rating, from 0 to 10, on one of the scales the question is asked on. */
export interface RecommendRatings {
  readonly scale: RecommendScale;
  readonly counts: readonly number[];
}

/** The three groups of the answers. On a scale from 1 the first count is none of it. */
export function recommendGroups({ scale, counts }: RecommendRatings): Result<RatingCounts, string> {
  return countRatings({ scale, counts: counts.slice(recommendScales[scale].lowest) });
}

/** Some of the answers of a file: those of a segment, or of a month. */
export interface CountedRatings {
  readonly counts: readonly number[];
}

/** What a file of answers comes to. */
export interface RatingData extends RecommendRatings {
  /** In order of appearance; '' for answers without one. Empty when the file has no segments. */
  readonly segments: readonly (CountedRatings & { readonly name: string })[];
  /** Months since January 1970 that have answers, in order. Empty when the file has no dates. */
  readonly months: readonly (CountedRatings & { readonly month: number })[];
}

const longestCount = 9;

/** Scores that were pasted are short enough for a link: their counts, and the scale if it is not the usual one. */
export const linkedRatings: LinkedData<RatingData> = {
  parameters: ['counts', 'scale'],
  write: ({ counts, scale, segments, months }) =>
    segments.length > 0 || months.length > 0
      ? undefined
      : { counts: counts.join(), ...(scale !== '0-10' && { scale }) },
  read: ({ counts: text = '', scale = '0-10' }) => {
    const counts = text
      .split(',')
      .map((count) => (/^\d+$/.test(count) && count.length <= longestCount ? Number(count) : -1));
    const isScale = scale === '0-10' || (scale === '1-10' && counts[0] === 0);
    const rows = counts.reduce((sum, count) => sum + count, 0);
    if (!isScale || counts.length !== recommendNames.length || counts.includes(-1) || rows === 0) return undefined;
    return { value: { scale, counts, segments: [], months: [] }, rows };
  },
};
