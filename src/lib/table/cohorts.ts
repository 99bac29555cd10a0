import { cohortsProblem } from '../metrics/lifetime-value/cohort-renewals.ts';
import { failure, type Result, success } from '../result.ts';
import { type DecimalMark, readAmount } from './amount.ts';
import { type Collector, cellOf, type ReadingPlan } from './collector.ts';
import type { CohortRows, RowProblem } from './table-data.ts';

/** The numbers of a row up to the first empty cell; what follows a gap would be of unknown age. */
function survivorsIn(cells: readonly string[], mark: DecimalMark): Result<readonly number[], RowProblem> {
  const isEmpty = (cell: string) => cell.trim() === '';
  const end = cells.findIndex(isEmpty);
  const filled = end === -1 ? cells : cells.slice(0, end);
  if (!cells.slice(filled.length).every(isEmpty)) return failure('gap-in-row');
  const survivors: number[] = [];
  for (const cell of filled) {
    const number = readAmount(cell, mark);
    if (!number.ok) return number;
    survivors.push(number.value);
  }
  return success(survivors);
}

/** A cohort a row: customers at the start, then those left after one period, two, and so on. */
export function collectCohorts({ columns, decimalMark }: ReadingPlan): Collector<CohortRows> {
  const cohorts: (readonly number[])[] = [];
  const names: string[] = [];
  return {
    add: (cells) => {
      const survivors = survivorsIn(cells.slice(columns.survivors), decimalMark);
      if (!survivors.ok) return survivors.reason;
      const problem = cohortsProblem([survivors.value]);
      if (problem) return problem.reason === 'no-cohorts' ? 'no-renewals' : problem.reason;
      cohorts.push(survivors.value);
      names.push(cellOf(cells, columns.cohort).trim());
      return undefined;
    },
    finish: () => ({ data: { cohorts, names }, notices: [] }),
  };
}
