import { type NetPromoterInterval, netPromoterInterval } from '../../metrics/survey/net-promoter-interval.ts';
import type { RatingCounts } from '../../metrics/survey/rating-counts.ts';
import { type CountedRatings, type RatingData, recommendGroups } from './rating-data.ts';

/** All answers that some counts hold. */
export function answersOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

export interface GroupScore {
  readonly name: string;
  readonly answers: number;
  readonly counts: RatingCounts;
  readonly interval: NetPromoterInterval;
}

/** The scores of some of the answers of a file, the highest first. Groups without a score are left out. */
export function groupScores(
  groups: readonly (CountedRatings & { readonly name: string })[],
  scale: RatingData['scale'],
): GroupScore[] {
  const scores = groups.flatMap(({ name, counts }): GroupScore[] => {
    const found = recommendGroups({ scale, counts });
    const interval = found.ok ? netPromoterInterval(found.value) : found;
    return found.ok && interval.ok
      ? [{ name, answers: answersOf(counts), counts: found.value, interval: interval.value }]
      : [];
  });
  return scores.sort((one, other) => other.interval.score - one.interval.score);
}
