import { kaplanMeier, type SurvivalCurve } from '../metrics/churn/kaplan-meier.ts';
import { failure, type Result, success } from '../result.ts';
import type { CustomerDates, CustomerDurations, CustomerTable, Groups, TimeUnit } from '../table/table-data.ts';
import type { CustomerListData } from './churn.ts';
import { type CalendarDay, calendarDay, daysPerMonth, monthOf, monthsBetween } from './customers/calendar-month.ts';
import { type ChurnByAge, churnByAge } from './customers/churn-by-age.ts';
import { type CalendarView, calendarView } from './customers/customer-flows.ts';
import { compareGroups, type GroupComparison } from './customers/group-survival.ts';
import {
  type Durations,
  longestOf,
  pooledSurvivors,
  type SurvivalSummary,
  survivalSummary,
} from './customers/survival-summary.ts';

/** Lengths of the periods that churn is looked at in, in months. */
export const periodLengths = [1, 3, 12] as const;
export type PeriodLength = (typeof periodLengths)[number];

export interface PeriodView {
  readonly length: PeriodLength;
  readonly byAge: ChurnByAge;
  /** Of all customers, how many are still there after no period, one, two …; as far as enough of them were seen. */
  readonly survivors: readonly number[];
  /** Only of lists with dates, and once a period was seen to its end. */
  readonly calendar?: CalendarView;
}

/** How far a list with dates was looked at. Days since 1970-01-01. */
export interface Observation {
  readonly firstDay: number;
  /** The last day that is looked at. */
  readonly lastDay: number;
  /** Customers left out because they begin later. */
  readonly later: number;
  /** Customers who end later, and so are still there. */
  readonly endLater: number;
}

/** A list of customers, small enough to be kept: its size does not grow with that of the list. */
export interface CustomerSummary extends CustomerListData {
  readonly customers: number;
  readonly ended: number;
  /** What a customer of the list pays a month on average, where the list says it. */
  readonly averageRevenue?: number;
  /** What times are counted in. */
  readonly timeUnit: 'months' | 'years';
  /** Only of lists with dates. */
  readonly observed?: Observation;
  /** The shortest periods first. */
  readonly views: readonly PeriodView[];
  /** The length of the shortest periods of which there are not too many to look at. */
  readonly readable: PeriodLength;
  readonly survival: SurvivalSummary;
  readonly groups?: GroupComparison;
}

/** A row for each customer, in the unit that times are counted in. */
interface Rows extends Durations {
  readonly revenue: Float64Array | undefined;
  readonly groups: Groups | undefined;
}

interface DatedRows extends Rows {
  readonly start: Int32Array;
  /** −1 for a customer still there. */
  readonly end: Int32Array;
  readonly observed: Observation;
}

/** The customers who began by a day. */
function begunBy(table: CustomerDates, lastDay: number): CustomerDates {
  const { start, end, revenue, groups } = table;
  if (start.every((day) => day <= lastDay)) return table;
  const isKept = (_: number, row: number) => (start[row] ?? 0) <= lastDay;
  return {
    ...table,
    start: start.filter(isKept),
    end: end.filter(isKept),
    revenue: revenue?.filter(isKept),
    groups: groups && { ...groups, index: groups.index.filter(isKept) },
  };
}

/** Customers up to a day. What lies after it has not been seen. */
function rowsUpTo(table: CustomerDates, lastDay: number): DatedRows {
  const { start, end, revenue, groups } = begunBy(table, lastDay);
  const rows = {
    durations: new Float64Array(start.length),
    ended: new Uint8Array(start.length),
    start: new Int32Array(start.length),
    end: new Int32Array(start.length).fill(-1),
  };
  const last = calendarDay(lastDay);
  let firstDay = lastDay;
  let endLater = 0;
  for (let row = 0; row < start.length; row += 1) {
    const startDay = start[row] ?? 0;
    const endDay = end[row] ?? Number.NaN;
    const hasEnded = endDay <= lastDay;
    const from = calendarDay(startDay);
    const until = hasEnded ? calendarDay(endDay) : last;
    rows.start[row] = from;
    rows.durations[row] = monthsBetween(from, until);
    if (hasEnded) {
      rows.ended[row] = 1;
      rows.end[row] = until;
    }
    endLater += Number(endDay > lastDay);
    firstDay = Math.min(firstDay, startDay);
  }
  const later = table.start.length - start.length;
  return { ...rows, revenue, groups, observed: { firstDay, lastDay, later, endLater } };
}

const monthsIn: Readonly<Record<TimeUnit, number>> = {
  days: 1 / daysPerMonth,
  weeks: 7 / daysPerMonth,
  months: 1,
  years: 12,
};

/** Whole years stay years: nobody knows in which month of them a customer left. */
function unitOfTime({ durations, unit }: CustomerDurations): 'months' | 'years' {
  return unit === 'years' && durations.every(Number.isInteger) ? 'years' : 'months';
}

/** Periods of one length, of customers who began before the last one that was seen to its end. */
function calendarOf({ start, end, revenue, observed }: DatedRows, length: PeriodLength): CalendarView | undefined {
  const periodOf = (day: CalendarDay) => Math.floor(monthOf(day) / length);
  const lastPeriod = periodOf(calendarDay(observed.lastDay + 1)) - 1;
  const startPeriod = new Float64Array(start.length);
  const endPeriod = new Float64Array(start.length);
  const amounts = new Float64Array(start.length);
  let count = 0;
  for (let row = 0; row < start.length; row += 1) {
    const began = periodOf(start[row] ?? 0);
    if (began > lastPeriod) continue;
    const last = end[row] ?? -1;
    const ended = last < 0 ? Number.NaN : periodOf(last);
    startPeriod[count] = began;
    endPeriod[count] = ended > lastPeriod ? Number.NaN : ended;
    amounts[count] = revenue?.[row] ?? 0;
    count += 1;
  }
  if (count === 0) return undefined;
  const view = calendarView(
    { startPeriod: startPeriod.subarray(0, count), endPeriod: endPeriod.subarray(0, count), lastPeriod },
    revenue && amounts.subarray(0, count),
  );
  // Too many periods of this length: a longer one takes their place.
  return view.ok ? view.value : undefined;
}

/** Fewer customers say too little about one more period. */
const leastAtRisk = 10;

function viewOf(rows: Rows | DatedRows, curve: SurvivalCurve, length: PeriodLength, perUnit: number): PeriodView {
  const periods = length / perUnit;
  const byAge = churnByAge(rows, periods);
  const seen = byAge.ages.filter(({ atRisk }) => atRisk >= leastAtRisk).length;
  const calendar = 'observed' in rows ? calendarOf(rows, length) : undefined;
  return {
    length,
    byAge,
    survivors: pooledSurvivors(curve, periods, seen),
    ...(calendar && { calendar }),
  };
}

/** Periods that still fit side by side. */
const mostReadable = 36;

function readableLength(views: readonly PeriodView[]): PeriodLength {
  const count = ({ byAge, calendar }: PeriodView) => calendar?.periods.length ?? byAge.ages.length;
  return views.find((view) => count(view) <= mostReadable)?.length ?? 12;
}

/** What the model stands on: the last period that was seen to its end, or, without one, all periods of all customers. */
function modelData(views: readonly PeriodView[]): CustomerListData {
  const dated = views.find(({ calendar }) => calendar?.pooled);
  const last = dated?.calendar?.periods.at(-1)?.customers;
  if (dated && last) return { customersAtStart: last.atStart, customersLost: last.lost, months: dated.length };
  const [shortest] = views;
  return {
    customersAtStart: shortest?.byAge.periods ?? 0,
    customersLost: shortest?.byAge.lost ?? 0,
    months: shortest?.length ?? 1,
  };
}

function average(amounts: Float64Array): number {
  return amounts.reduce((sum, amount) => sum + amount, 0) / amounts.length;
}

export interface CustomerSummaryInput {
  readonly table: CustomerTable;
  /** Days since 1970-01-01. Nothing later has happened. */
  readonly today: number;
  /** The last day the list is known to be complete for; by default that of the last start or end in it. */
  readonly completeUntil?: number;
}

/**
 * What a list of customers says about churn: period by period, by cohort, by age and by group, and how long customers
 * stay. Empty when nobody in it has begun yet (`nobody-began`).
 */
export function summarizeCustomers({
  table,
  today,
  completeUntil,
}: CustomerSummaryInput): Result<CustomerSummary, 'nobody-began'> {
  const timeUnit = table.form === 'dates' ? 'months' : unitOfTime(table);
  const perUnit = monthsIn[timeUnit];
  const factor = table.form === 'dates' ? 1 : monthsIn[table.unit] / perUnit;
  const rows: Rows | DatedRows =
    table.form === 'dates'
      ? rowsUpTo(table, Math.min(completeUntil ?? table.lastDay, today))
      : { ...table, durations: table.durations.map((duration) => duration * factor) };
  const curve = kaplanMeier(rows);
  if (!curve.ok) return failure('nobody-began');
  const lengths = periodLengths.filter((length) => length >= perUnit);
  const views = lengths.map((length) => viewOf(rows, curve.value, length, perUnit));
  const groups = rows.groups && compareGroups(rows, rows.groups);
  return success({
    ...modelData(views),
    customers: curve.value.customers,
    ended: curve.value.ended,
    ...(rows.revenue && { averageRevenue: average(rows.revenue) }),
    timeUnit,
    ...('observed' in rows && { observed: rows.observed }),
    views,
    readable: readableLength(views),
    survival: survivalSummary(curve.value, longestOf(rows), 120),
    ...(groups && { groups }),
  });
}
