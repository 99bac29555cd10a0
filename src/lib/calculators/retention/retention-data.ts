import type { WholePeriodsProblem } from '../../metrics/checks.ts';
import type { CohortProblem } from '../../metrics/lifetime-value/cohort-renewals.ts';
import type { ModelComparison } from '../../metrics/lifetime-value/compare-retention-models.ts';
import type { RetentionModel } from '../../metrics/lifetime-value/retention-model.ts';
import { failure, type Result, success } from '../../result.ts';
import type { LinkedData } from '../model.ts';
import { readSurvivors, type SurvivorTableProblem } from './survivor-table.ts';

export const curveKinds = ['constant-churn', 'shifted-beta-geometric', 'beta-discrete-weibull'] as const;
export type CurveKind = RetentionModel['kind'];

/** How long the periods of a table may be: a month, a quarter, a year. */
export const periodLengths = [1, 3, 12] as const;
export type PeriodLength = (typeof periodLengths)[number];

/** What was worked out, in a worker, from a table of survivors. */
export interface RetentionFits {
  /** Share of customers still there at the start, after one period, two …, all cohorts taken together. */
  readonly observed: readonly number[];
  /** Customers of all cohorts at their start. */
  readonly customers: number;
  /** Last periods of each cohort that the forecast behind the hold-out error did not see. */
  readonly holdOutPeriods: number;
  /** Constant churn, shifted-beta-geometric and beta-discrete-Weibull, in this order. */
  readonly comparison: readonly ModelComparison[];
}

export type RetentionFitProblem =
  | SurvivorTableProblem
  | CohortProblem
  | WholePeriodsProblem
  | 'too-few-periods'
  | 'too-large'
  | 'worker-failed'
  | 'cancelled';

/** What the lifetime value from a table of survivors stands on. */
export interface RetentionData {
  /** The table as typed, a line a cohort: what is kept, so that nothing typed is ever changed or lost. */
  readonly survivors: string;
  readonly monthsPerPeriod: PeriodLength;
  /** The curve the reader chose; undefined: the one that fits best for its size. */
  readonly curve?: CurveKind | undefined;
  /** What follows from the table: undefined until it is worked out for the first time. */
  readonly fits?: { readonly of: string; readonly result: Result<RetentionFits, RetentionFitProblem> } | undefined;
  /** A curve in the place of the fitted ones, drawn by a simulation: never kept. */
  readonly drawn?: RetentionModel;
}

export type ChosenProblem =
  | RetentionFitProblem
  | 'being-worked-out'
  | Extract<ModelComparison['fit'], { ok: false }>['reason'];

/** The curve that loses least of what is known for the parameters it needs (the lowest AIC). */
export function bestCurve({ comparison }: RetentionFits): CurveKind {
  const scores = comparison.flatMap(({ kind, aic }) => (aic.ok ? [{ kind, aic: aic.value }] : []));
  return scores.reduce((best, other) => (other.aic < best.aic ? other : best), {
    kind: 'constant-churn',
    aic: Number.POSITIVE_INFINITY,
  } as { kind: CurveKind; aic: number }).kind;
}

/**
 * What is known of a table: what follows from it, or what is wrong with it. For the moment in which a changed table is
 * worked out anew, what followed before the change.
 */
export function fitsOf({ survivors, fits }: RetentionData): Result<RetentionFits, ChosenProblem> {
  if (fits?.of === survivors) return fits.result;
  const cohorts = readSurvivors(survivors);
  if (!cohorts.ok) return cohorts;
  return fits?.result.ok ? fits.result : failure('being-worked-out');
}

/** The curve that a lifetime value goes by: the reader's choice, else the best. */
export function chosenCurve(data: RetentionData): Result<RetentionModel, ChosenProblem> {
  if (data.drawn) return success(data.drawn);
  const fits = fitsOf(data);
  if (!fits.ok) return fits;
  const kind = data.curve ?? bestCurve(fits.value);
  const chosen = fits.value.comparison.find((each) => each.kind === kind);
  return chosen?.fit ?? failure('being-worked-out');
}

/** Longer tables do not go into links. */
const longestInLink = 1500;

/** A typed table in links: `survivors=1000,869,743;500,410&period=12`, and `curve` where the reader chose one. */
export const linkedRetention: LinkedData<RetentionData> = {
  parameters: ['survivors', 'period', 'curve'],
  write: ({ survivors, monthsPerPeriod, curve }) => {
    const cohorts = readSurvivors(survivors);
    if (!cohorts.ok) return undefined;
    const written = cohorts.value.map((row) => row.join(',')).join(';');
    if (written.length > longestInLink) return undefined;
    return { survivors: written, period: String(monthsPerPeriod), ...(curve && { curve }) };
  },
  read: ({ survivors = '', period = '12', curve }) => {
    const monthsPerPeriod = periodLengths.find((months) => String(months) === period);
    const kind = curveKinds.find((each) => each === curve);
    // A table with something wrong in it opens, so that it can be mended.
    const isTable = /^[\d.,;]+$/.test(survivors);
    if (!isTable || monthsPerPeriod === undefined || (curve !== undefined && !kind)) return undefined;
    const rows = survivors.split(';').map((row) => row.replaceAll(',', ' '));
    return { value: { survivors: rows.join('\n'), monthsPerPeriod, curve: kind }, rows: rows.length };
  },
};
