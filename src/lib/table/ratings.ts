import { looksLikeOneToTen, recommendScales } from '../metrics/survey/rating-scale.ts';
import { failure, type Result, success } from '../result.ts';
import { readAmount } from './amount.ts';
import { type Collector, cellOf, type ReadingPlan } from './collector.ts';
import { dayReader } from './day-number.ts';
import { groupColumn } from './group-column.ts';
import { growingColumn } from './growing-column.ts';
import type { RatingTable, RowProblem } from './table-data.ts';

const { lowest, highest } = recommendScales['0-10'];

function readRating(cell: string): Result<number, RowProblem> {
  const number = readAmount(cell, 'point');
  if (!number.ok) return number;
  if (!Number.isInteger(number.value)) return failure('not-whole');
  return number.value < lowest || number.value > highest ? failure('rating-out-of-scale') : number;
}

/** More in a single row is a mistake, and would fill the memory. */
const mostAnswers = 1_000_000;

/** How many people gave the rating of a row. */
function readAnswers(cell: string): Result<number, RowProblem> {
  const number = readAmount(cell, 'point');
  if (!number.ok) return number;
  if (!Number.isInteger(number.value)) return failure('not-whole');
  if (number.value < 0) return failure('negative-count');
  return number.value > mostAnswers ? failure('too-many-answers') : number;
}

/**
 * Answers to “How likely is it that you would recommend us?”, and when and by whom they were given. A row is one answer,
 * or as many as its column of answers says.
 */
export function collectRatings({ columns, dateOrder }: ReadingPlan): Collector<RatingTable> {
  const readDay = dayReader(dateOrder);
  const ratings = growingColumn();
  const days = columns.date === undefined ? undefined : growingColumn();
  const groups = columns.group === undefined ? undefined : groupColumn();
  const counts = Array.from({ length: highest - lowest + 1 }, () => 0);
  const dayOf = (cells: readonly string[]): Result<number, RowProblem> => {
    const cell = cellOf(cells, columns.date);
    if (!days) return success(0);
    return cell.trim() === '' ? failure('missing-date') : readDay(cell);
  };
  return {
    add: (cells) => {
      const rating = readRating(cellOf(cells, columns.rating));
      if (!rating.ok) return rating.reason;
      const day = dayOf(cells);
      if (!day.ok) return day.reason;
      const answers = columns.answers === undefined ? success(1) : readAnswers(cellOf(cells, columns.answers));
      if (!answers.ok) return answers.reason;
      counts[rating.value] = (counts[rating.value] ?? 0) + answers.value;
      for (let answer = 0; answer < answers.value; answer += 1) {
        ratings.push(rating.value);
        days?.push(day.value);
        groups?.push(cellOf(cells, columns.group));
      }
      return undefined;
    },
    finish: () => {
      const found = groups?.groups();
      const isOneToTen = looksLikeOneToTen(counts);
      return {
        data: {
          ratings: new Uint8Array(ratings.values()),
          counts,
          days: days?.values(),
          groups: found,
          looksLikeOneToTen: isOneToTen,
        },
        notices: [
          ...(groups && !found ? (['too-many-groups'] as const) : []),
          ...(isOneToTen ? (['looks-like-one-to-ten'] as const) : []),
        ],
      };
    },
  };
}
