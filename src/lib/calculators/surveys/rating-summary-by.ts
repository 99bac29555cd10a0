import { type Success, success } from '../../result.ts';
import type { Groups, RatingTable } from '../../table/table-data.ts';
import type { RatingData } from './rating-data.ts';
import { monthOf } from './survey-periods.ts';

const ratingsOnScale = 11;

function noAnswers(): number[] {
  return Array.from({ length: ratingsOnScale }, () => 0);
}

function add(counts: number[], rating: number) {
  counts[rating] = (counts[rating] ?? 0) + 1;
}

function bySegment(ratings: ArrayLike<number>, { index, names }: Groups): RatingData['segments'] {
  const segments = names.map((name) => ({ name, counts: noAnswers() }));
  for (let place = 0; place < ratings.length; place += 1) {
    const segment = segments[index[place] ?? 0];
    if (segment) add(segment.counts, ratings[place] ?? 0);
  }
  return segments.filter(({ counts }) => counts.some((count) => count > 0));
}

function byMonth(ratings: ArrayLike<number>, days: ArrayLike<number>): RatingData['months'] {
  const ofDays = new Map<number, number[]>();
  const months = new Map<number, number[]>();
  for (let place = 0; place < ratings.length; place += 1) {
    const day = days[place] ?? 0;
    let counts = ofDays.get(day);
    if (!counts) {
      // Days of a month share its counts, so that the calendar is asked once a day and not once an answer.
      const month = monthOf(day);
      counts = months.get(month) ?? noAnswers();
      months.set(month, counts);
      ofDays.set(day, counts);
    }
    add(counts, ratings[place] ?? 0);
  }
  return [...months].map(([month, counts]) => ({ month, counts })).sort((one, other) => one.month - other.month);
}

/** Everything the calculator shows of a file of answers: counts per rating, of all, by segment and by month. */
export function ratingSummaryBy({ ratings, counts, days, groups }: RatingTable): Success<RatingData> {
  return success({
    scale: '0-10',
    counts,
    segments: groups ? bySegment(ratings, groups) : [],
    months: days ? byMonth(ratings, days) : [],
  });
}
