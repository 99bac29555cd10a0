import { type Failure, failure, type Result, success } from '../../result.ts';
import { type Check, firstProblem, firstProblemIn, numberProblem } from '../checks.ts';
import { renewalsByAge } from '../lifetime-value/cohort-renewals.ts';

/** One entry per customer in both columns, which may be typed arrays, and periods counted from anywhere. */
export interface CustomerPeriods {
  /** Period in which the customer began. */
  readonly startPeriod: ArrayLike<number>;
  /** Last period of the customer, the one in which they left. NaN for a customer still there. */
  readonly endPeriod: ArrayLike<number>;
  /** Last period seen to its end. */
  readonly lastPeriod: number;
}

export interface Cohort {
  readonly startPeriod: number;
  readonly customers: number;
  /** Customers still there after no period, after one, after two …: first all of them, then one number per period. */
  readonly survivors: readonly number[];
}

export interface RetentionAtAge {
  /** In periods; the first period of a customer ends at age 1. */
  readonly age: number;
  /** Customers still there one period before this age, in all cohorts old enough to have reached it. */
  readonly atRisk: number;
  /** Those of them still there at this age. */
  readonly kept: number;
  /** Kept ÷ at risk. Undefined where nobody is at risk. */
  readonly retention: number | undefined;
}

export interface CohortTable {
  /** In the order of their start. Periods in which nobody began have none. */
  readonly cohorts: readonly Cohort[];
  readonly retentionByAge: readonly RetentionAtAge[];
}

export type CohortTableProblem =
  | 'not-a-number'
  | 'not-whole'
  | 'no-rows'
  | 'lengths-differ'
  | 'starts-after-last-period'
  | 'ends-before-start'
  | 'ends-after-last-period'
  | 'too-many-periods';

/** Ten years of days. The table has as many cells as the square of its periods. */
const mostPeriods = 3660;

const wholeProblem: Check<'not-a-number' | 'not-whole'> = (value) =>
  numberProblem(value) ?? (Number.isInteger(value) ? undefined : 'not-whole');

const endProblem: Check<'not-a-number' | 'not-whole'> = (value) =>
  Number.isNaN(value) ? undefined : wholeProblem(value);

function orderProblem({
  startPeriod,
  endPeriod,
  lastPeriod,
}: CustomerPeriods): Failure<CohortTableProblem> | undefined {
  for (let row = 0; row < startPeriod.length; row += 1) {
    const start = startPeriod[row] ?? 0;
    const end = endPeriod[row] ?? Number.NaN;
    if (start > lastPeriod) return failure('starts-after-last-period', `startPeriod.${row}`);
    if (end < start) return failure('ends-before-start', `endPeriod.${row}`);
    if (end > lastPeriod) return failure('ends-after-last-period', `endPeriod.${row}`);
  }
  return undefined;
}

function customerPeriodsProblem(input: CustomerPeriods): Failure<CohortTableProblem> | undefined {
  const { startPeriod, endPeriod, lastPeriod } = input;
  if (startPeriod.length === 0) return failure('no-rows', 'startPeriod');
  if (startPeriod.length !== endPeriod.length) return failure('lengths-differ', 'endPeriod');
  return (
    firstProblem({ lastPeriod }, wholeProblem) ??
    firstProblemIn('startPeriod', startPeriod, wholeProblem) ??
    firstProblemIn('endPeriod', endPeriod, endProblem) ??
    orderProblem(input)
  );
}

/** Cohorts from the number of customers who began in each period, and who left in each by the period they began in. */
function cohortsOf(firstPeriod: number, began: Uint32Array, left: Uint32Array): Cohort[] {
  const periods = began.length;
  const cohorts: Cohort[] = [];
  for (const [start, customers] of began.entries()) {
    if (customers === 0) continue;
    const survivors = [customers];
    let there = customers;
    for (let period = start; period < periods; period += 1) {
      there -= left[start * periods + period] ?? 0;
      survivors.push(there);
    }
    cohorts.push({ startPeriod: firstPeriod + start, customers, survivors });
  }
  return cohorts;
}

/**
 * Cohort table: customers grouped by the period they began in, and how many of each group were still there after every
 * period seen so far. The survivors of its cohorts are what the retention models are fitted to. Also the retention at
 * each age over all cohorts together.
 *
 * Equation: retention = kept ÷ at risk, summed over the cohorts before dividing: a large cohort counts for more than a
 * small one. A customer who left in period e is among the survivors up to the end of period e − 1; one who left in the
 * very period they began in, only among those at the start.
 * Periods are whole numbers (`not-whole`), no more than 3,660 (`too-many-periods`), and come in order: a customer does
 * not end before they start (`ends-before-start`), and what happens after the last period is not known yet
 * (`starts-after-last-period`, `ends-after-last-period`: give such a customer as still there).
 *
 * @example cohortTable({ startPeriod: [0, 0, 1], endPeriod: [1, NaN, NaN], lastPeriod: 1 }) // { ok: true, value: { cohorts: [{ startPeriod: 0, customers: 2, survivors: [2, 2, 1] }, { startPeriod: 1, customers: 1, survivors: [1, 1] }] } }
 */
export function cohortTable(input: CustomerPeriods): Result<CohortTable, CohortTableProblem> {
  const problem = customerPeriodsProblem(input);
  if (problem) return problem;
  const { startPeriod, endPeriod, lastPeriod } = input;
  let firstPeriod = lastPeriod;
  for (let row = 0; row < startPeriod.length; row += 1) {
    firstPeriod = Math.min(firstPeriod, startPeriod[row] ?? firstPeriod);
  }
  const periods = lastPeriod - firstPeriod + 1;
  if (periods > mostPeriods) return failure('too-many-periods', 'lastPeriod');

  const began = new Uint32Array(periods);
  const left = new Uint32Array(periods * periods);
  for (let row = 0; row < startPeriod.length; row += 1) {
    const start = (startPeriod[row] ?? firstPeriod) - firstPeriod;
    began[start] = (began[start] ?? 0) + 1;
    const end = (endPeriod[row] ?? Number.NaN) - firstPeriod;
    // A customer still there has no end.
    if (!Number.isNaN(end)) left[start * periods + end] = (left[start * periods + end] ?? 0) + 1;
  }
  const cohorts = cohortsOf(firstPeriod, began, left);
  const renewals = renewalsByAge(cohorts.map(({ survivors }) => survivors));
  return success({
    cohorts,
    retentionByAge: renewals.map(({ stayed: kept, left: lost }, index) => {
      const atRisk = kept + lost;
      return { age: index + 1, atRisk, kept, retention: atRisk === 0 ? undefined : kept / atRisk };
    }),
  });
}
