import { cohortsProblem, type Survivors } from '../../metrics/lifetime-value/cohort-renewals.ts';
import { parseNumber } from '../../number/parse-number.ts';
import { failure, type Result, success } from '../../result.ts';

/** More cohorts than this are a file of customers, not a table somebody typed. */
const mostCohorts = 500;

export type SurvivorTableProblem =
  | 'not-a-number'
  | 'unclear-separators'
  | 'survivors-in-percent'
  | 'too-many-cohorts'
  | Exclude<NonNullable<ReturnType<typeof cohortsProblem>>['reason'], 'not-a-number'>;

/** What stands between typed numbers; a comma only where there is nothing else, as it also groups thousands. */
const separators = [/[\s;；、]/, /[,，]/];

/**
 * The cells of a line, between tabs where it comes from a spreadsheet. Empty cells at the end are periods that a younger cohort
 * has not met.
 */
function cellsOf(line: string): string[] {
  const isPasted = line.includes('\t');
  const separator = isPasted ? '\t' : (separators.find((mark) => mark.test(line.trim())) ?? '\t');
  const cells = line.split(separator).map((cell) => cell.trim().replace(/[,，]$/, ''));
  const filled = isPasted ? cells : cells.filter((cell) => cell !== '');
  return filled.slice(0, filled.findLastIndex((cell) => cell !== '') + 1);
}

/** 1,000,869 between commas only: the thousands of one number or three numbers. */
const cutThousands = /^[0０][\d０-９]/;

function survivorsIn(line: string): Result<Survivors, SurvivorTableProblem> {
  const survivors: number[] = [];
  for (const [place, cell] of cellsOf(line).entries()) {
    if (cutThousands.test(cell)) return failure('unclear-separators', `${place}`);
    const number = parseNumber(cell, 'count');
    if (!number.ok) {
      const reason = number.reason === 'percent-not-expected' ? 'survivors-in-percent' : 'not-a-number';
      return failure(number.reason === 'unclear-separators' ? number.reason : reason, `${place}`);
    }
    survivors.push(number.value);
  }
  return success(survivors);
}

/**
 * The cohorts of a table as people type or paste it: a line a cohort, with the customers at its start and then those
 * left after one period, two, and so on. `field` names the cohort and the place in it, counted from 0.
 */
export function readSurvivors(text: string): Result<Survivors[], SurvivorTableProblem> {
  const lines = text.split(/\r\n?|\n/).filter((line) => line.trim() !== '');
  if (lines.length > mostCohorts) return failure('too-many-cohorts', 'cohorts');
  const cohorts: Survivors[] = [];
  for (const [row, line] of lines.entries()) {
    const survivors = survivorsIn(line);
    if (!survivors.ok) return failure(survivors.reason, `cohorts.${row}.${survivors.field}`);
    cohorts.push(survivors.value);
  }
  const problem = cohortsProblem(cohorts);
  return problem ? failure(problem.reason, problem.field) : success(cohorts);
}

/** Cohorts as `readSurvivors` reads them. */
export function writeSurvivors(cohorts: readonly Survivors[]): string {
  return cohorts.map((survivors) => survivors.join(' ')).join('\n');
}
