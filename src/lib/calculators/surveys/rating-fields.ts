import { type Failure, failure, type Result, success } from '../../result.ts';
import type { RatingName } from './pasted-counts.ts';

/** Names of the counts per rating, lowest first. */
export function ratingNames(lowest: number, highest: number): RatingName[] {
  return Array.from({ length: highest - lowest + 1 }, (_, index) => `rating${lowest + index}` as RatingName);
}

/** A problem of the third count is a problem of the field for that rating. */
export function atRating({ reason, field }: Failure<string>, lowest: number): Failure<string> {
  const [, index] = /^counts\.(\d+)$/.exec(field ?? '') ?? [];
  return failure(reason, index === undefined ? undefined : `rating${lowest + Number(index)}`);
}

/** People asked: with it comes the share who answered. */
export function responseRate(answers: number, invited: number | undefined): Result<number, string> | undefined {
  if (invited === undefined) return undefined;
  if (invited <= 0) return failure('not-positive', 'invited');
  return answers > invited ? failure('more-answers-than-invited', 'invited') : success(answers / invited);
}
