import type { SurvivalCurve, SurvivalRow } from '../../metrics/churn/kaplan-meier.ts';

/** How long customers stay, as columns: months or years, and 1 for those who left. */
export interface Durations {
  readonly durations: Float64Array;
  readonly ended: Uint8Array;
}

/** The share still there from this time up to the next; limits where there are any. */
export type SurvivalPoint = Pick<SurvivalRow, 'time' | 'survival'> & {
  readonly lower?: number;
  readonly upper?: number;
};

export interface SurvivalSummary {
  readonly customers: number;
  readonly ended: number;
  /** The longest that anybody was seen. */
  readonly longest: number;
  /** The curve, as closely as a picture can show it. */
  readonly points: readonly SurvivalPoint[];
  /** Half have left by then; its limits. Left out where the curve does not come down to a half. */
  readonly median?: number;
  readonly medianLower?: number;
  readonly medianUpper?: number;
}

function pointOf({ time, survival, lower, upper }: SurvivalRow): SurvivalPoint {
  return { time, survival, ...(lower !== undefined && { lower }), ...(upper !== undefined && { upper }) };
}

/** One row for each of so many stretches of time: the last in it, so that the curve is right wherever it is given. */
function thinned(rows: readonly SurvivalRow[], longest: number, most: number): SurvivalPoint[] {
  if (rows.length <= most) return rows.map(pointOf);
  const last = new Map(rows.map((row) => [Math.ceil((row.time / longest) * most), row]));
  return [...last.values()].map(pointOf);
}

export function longestOf({ durations }: Durations): number {
  return durations.reduce((longest, duration) => Math.max(longest, duration), 0);
}

/** A survival curve with its median, small enough to keep. */
export function survivalSummary(curve: SurvivalCurve, longest: number, mostPoints: number): SurvivalSummary {
  const { customers, ended, rows, median, medianLower, medianUpper } = curve;
  return {
    customers,
    ended,
    longest,
    points: thinned(rows, longest, mostPoints),
    ...(median !== undefined && { median }),
    ...(medianLower !== undefined && { medianLower }),
    ...(medianUpper !== undefined && { medianUpper }),
  };
}

/** The share still there after a time. */
function survivalAfter({ rows }: SurvivalCurve, time: number): number {
  return rows.findLast((row) => row.time <= time)?.survival ?? 1;
}

/**
 * How many of all customers are still there after no period, one, two …: what retention models are fitted to. Customers
 * of all ages together, by the survival curve, up to the given number of periods.
 */
export function pooledSurvivors(curve: SurvivalCurve, length: number, periods: number): number[] {
  return Array.from({ length: periods + 1 }, (_, age) =>
    age === 0 ? curve.customers : Math.round(curve.customers * survivalAfter(curve, age * length)),
  );
}
