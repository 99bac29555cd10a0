import {
  type Cohort,
  type CohortTableProblem,
  type CustomerPeriods,
  cohortTable,
} from '../../metrics/churn/cohort-table.ts';
import { proportionInterval } from '../../metrics/statistics/proportion-interval.ts';
import { type Result, success } from '../../result.ts';

/** What comes and goes in a period, in customers or in money a month. */
interface Flow {
  readonly atStart: number;
  /** Of what was there at the start. */
  readonly lost: number;
  readonly joined: number;
  /** Of what joined in the period itself. */
  readonly lostAgain: number;
}

export interface PeriodChurn {
  /** Months since January of the year 0, divided by the length of the period. */
  readonly period: number;
  readonly customers: Flow;
  /** Where the list says what each customer pays. */
  readonly revenue?: Flow;
  /** 95 % interval of lost ÷ at start; without customers at the start there is none. */
  readonly lower?: number;
  readonly upper?: number;
}

/** All periods together: every customer counts once for each period they began in. */
export interface PooledChurn {
  readonly atStart: number;
  readonly lost: number;
  readonly lower: number;
  readonly upper: number;
  readonly revenue?: { readonly atStart: number; readonly lost: number };
  /** The plain average of the rates of the periods, in which a small period counts as much as a large one. */
  readonly averageOfRates: number;
}

/** Customers by the period they began in: how many of them, and what they pay, are still there period by period. */
export interface CohortTriangle {
  readonly periods: readonly number[];
  readonly customers: readonly (readonly number[])[];
  readonly revenue?: readonly (readonly number[])[];
}

/** A long time in which nobody is seen leaving, before the first who is. */
export interface QuietTime {
  /** How many periods had passed. */
  readonly periods: number;
  /** How many should have left before, at the rate of later. */
  readonly expected: number;
}

/** What the calendar shows, for one length of periods. Only periods seen to their end count. */
export interface CalendarView {
  /** The last of them, in order. */
  readonly periods: readonly PeriodChurn[];
  readonly pooled?: PooledChurn;
  readonly cohorts: CohortTriangle;
  readonly quiet?: QuietTime;
}

/** More rows and columns fit on no screen. */
const mostPeriods = 60;
const mostCohorts = 24;
/** When this many were expected, none at all is hardly chance: it has a probability of 0.7 %. */
const leastExpected = 5;

type Amounts = Pick<Cohort, 'startPeriod' | 'survivors'>;

/** The money of each cohort, as its survivors are counted. */
function revenueOf(
  cohorts: readonly Cohort[],
  { startPeriod, endPeriod }: CustomerPeriods,
  revenue: ArrayLike<number>,
): Amounts[] {
  // What ends after no period, after one …, and last what stays.
  const endings = new Map(cohorts.map((cohort) => [cohort.startPeriod, new Float64Array(cohort.survivors.length)]));
  for (let row = 0; row < startPeriod.length; row += 1) {
    const start = startPeriod[row] ?? 0;
    const ending = endings.get(start);
    if (!ending) continue;
    const end = endPeriod[row] ?? Number.NaN;
    const place = Number.isNaN(end) ? ending.length - 1 : end - start;
    ending[place] = (ending[place] ?? 0) + (revenue[row] ?? 0);
  }
  return cohorts.map(({ startPeriod: start }) => {
    const survivors = [...(endings.get(start) ?? [])];
    for (let age = survivors.length - 2; age >= 0; age -= 1) {
      survivors[age] = (survivors[age] ?? 0) + (survivors[age + 1] ?? 0);
    }
    return { startPeriod: start, survivors };
  });
}

function flowIn(period: number, cohorts: readonly Amounts[]): Flow {
  const flow = { atStart: 0, lost: 0, joined: 0, lostAgain: 0 };
  for (const { startPeriod, survivors } of cohorts) {
    const age = period - startPeriod;
    if (age < 0) continue;
    const before = survivors[age] ?? 0;
    const gone = before - (survivors[age + 1] ?? before);
    if (age === 0) {
      flow.joined += before;
      flow.lostAgain += gone;
    } else {
      flow.atStart += before;
      flow.lost += gone;
    }
  }
  return flow;
}

function periodChurn(period: number, cohorts: readonly Cohort[], money: readonly Amounts[] | undefined): PeriodChurn {
  const customers = flowIn(period, cohorts);
  const interval = proportionInterval({ successes: customers.lost, trials: customers.atStart });
  return {
    period,
    customers,
    ...(money && { revenue: flowIn(period, money) }),
    ...(interval.ok && { lower: interval.value.lower, upper: interval.value.upper }),
  };
}

const total = <Item>(items: readonly Item[], countOf: (item: Item) => number) =>
  items.reduce((sum, item) => sum + countOf(item), 0);

function pooledChurn(periods: readonly PeriodChurn[]): PooledChurn | undefined {
  const begun = periods.filter(({ customers }) => customers.atStart > 0);
  const atStart = total(begun, ({ customers }) => customers.atStart);
  const lost = total(begun, ({ customers }) => customers.lost);
  const interval = proportionInterval({ successes: lost, trials: atStart });
  if (!interval.ok) return undefined;
  const { lower, upper } = interval.value;
  return {
    atStart,
    lost,
    lower,
    upper,
    ...(begun[0]?.revenue && {
      revenue: {
        atStart: total(begun, ({ revenue }) => revenue?.atStart ?? 0),
        lost: total(begun, ({ revenue }) => revenue?.lost ?? 0),
      },
    }),
    averageOfRates: total(begun, ({ customers }) => customers.lost / customers.atStart) / begun.length,
  };
}

function quietTime(periods: readonly PeriodChurn[]): QuietTime | undefined {
  const place = periods.findIndex(({ customers }) => customers.lost + customers.lostAgain > 0);
  const later = place < 0 ? undefined : pooledChurn(periods.slice(place));
  if (!later) return undefined;
  const expected = (total(periods.slice(0, place), ({ customers }) => customers.atStart) * later.lost) / later.atStart;
  return expected < leastExpected ? undefined : { periods: place, expected };
}

/** The last cohorts, as far as they are old enough to fit. */
function triangle(cohorts: readonly Cohort[], money: readonly Amounts[] | undefined): CohortTriangle {
  const shown = cohorts.slice(-mostCohorts);
  const ages = (rows: readonly Amounts[]) =>
    rows.slice(-mostCohorts).map(({ survivors }) => survivors.slice(0, mostCohorts + 1));
  return {
    periods: shown.map(({ startPeriod }) => startPeriod),
    customers: ages(shown),
    ...(money && { revenue: ages(money) }),
  };
}

/** Churn period by period, all periods together, and the cohorts, from the periods customers began and ended in. */
export function calendarView(
  input: CustomerPeriods,
  revenue: ArrayLike<number> | undefined,
): Result<CalendarView, CohortTableProblem> {
  const table = cohortTable(input);
  if (!table.ok) return table;
  const { cohorts } = table.value;
  const money = revenue && revenueOf(cohorts, input, revenue);
  const first = cohorts[0]?.startPeriod ?? input.lastPeriod;
  const periods = Array.from({ length: input.lastPeriod - first + 1 }, (_, index) =>
    periodChurn(first + index, cohorts, money),
  );
  const pooled = pooledChurn(periods);
  const quiet = quietTime(periods);
  return success({
    periods: periods.slice(-mostPeriods),
    ...(pooled && { pooled }),
    cohorts: triangle(cohorts, money),
    ...(quiet && { quiet }),
  });
}
