import { type Failure, type Result, success } from '../../result.ts';
import { confidenceProblem, firstProblem } from '../checks.ts';
import { intervalFactor } from '../statistics/normal-distribution.ts';
import { type DurationsProblem, durationsProblem, type ObservedDurations, riskSets } from './observed-durations.ts';

/** The survival curve from the time of this row up to that of the next. */
export interface SurvivalRow {
  readonly time: number;
  /** Customers seen for at least this long. */
  readonly atRisk: number;
  /** Customers who ended at this time. */
  readonly ended: number;
  /** Share of customers expected to stay longer than this. */
  readonly survival: number;
  /** Of the survival, by Greenwood's formula. Undefined, as the limits are, where nobody is left. */
  readonly standardError: number | undefined;
  readonly lower: number | undefined;
  readonly upper: number | undefined;
}

export interface SurvivalCurve {
  readonly customers: number;
  /** Customers who ended; the others were still there when last seen. */
  readonly ended: number;
  /** One per time at which somebody ended, in order. Before the first the survival is 1. */
  readonly rows: readonly SurvivalRow[];
  /** Time by which half have ended. Undefined, as each of its limits may be, when that is not reached. */
  readonly median: number | undefined;
  readonly medianLower: number | undefined;
  readonly medianUpper: number | undefined;
}

function survivalRows(data: ObservedDurations, z: number): SurvivalRow[] {
  const rows: SurvivalRow[] = [];
  const { nextEnd, at } = riskSets(data);
  let survival = 1;
  /** Greenwood's sum: about the variance of ln S. */
  let spread = 0;
  for (let time = nextEnd(); time < Number.POSITIVE_INFINITY; time = nextEnd()) {
    const { atRisk, ended } = at(time);
    survival *= (atRisk - ended) / atRisk;
    if (survival === 0) {
      rows.push({ time, atRisk, ended, survival, standardError: undefined, lower: undefined, upper: undefined });
      break;
    }
    spread += ended / (atRisk * (atRisk - ended));
    const root = Math.sqrt(spread);
    const reach = Math.exp((z * root) / -Math.log(survival));
    const [lower, upper] = [survival ** reach, survival ** (1 / reach)];
    rows.push({ time, atRisk, ended, survival, standardError: survival * root, lower, upper });
  }
  return rows;
}

/** Survival this close to a half is a half, as in R's survfit: it is a product of rounded factors. */
const tolerance = Math.sqrt(Number.EPSILON);

/** The time at which a curve falls to a half; the middle of the stretch if it stays at a half for a while. */
function timeOfHalf(rows: readonly SurvivalRow[], curve: 'survival' | 'lower' | 'upper'): number | undefined {
  const low = rows.filter((row) => (row[curve] ?? 1) < 0.5 + tolerance);
  const first = low[0];
  const share = first?.[curve];
  if (first === undefined || share === undefined) return undefined;
  const next = Math.abs(share - 0.5) < tolerance ? low.find((row) => (row[curve] ?? 1) < share) : undefined;
  return next ? first.time / 2 + next.time / 2 : first.time;
}

/**
 * Kaplan–Meier estimate of survival: the share of customers who stay longer than any given time, learned from customers
 * who left and, as far as they have been seen, from those still there. In the unit of time of the durations.
 *
 * Equation: S(t) = product of (atRisk − ended) ÷ atRisk over the times up to t at which somebody ended. Its standard
 * error is S·√V with V = Σ ended ÷ (atRisk × (atRisk − ended)); its limits are S^exp(±z·√V ÷ −ln S), which stay between
 * 0 and 1. The median is the first time with S ≤ ½, or the middle of the stretch on which S is ½; its limits are the
 * times at which those of S fall to ½.
 * When nobody ended, all that is known is that S is 1 so far: an answer without rows or median. Columns of no
 * customers have none (`no-rows`).
 *
 * Source: E. Kaplan and P. Meier, Journal of the American Statistical Association 53(282), 1958; M. Greenwood, "The
 * Natural Duration of Cancer", 1926; limits of the median: R. Brookmeyer and J. Crowley, Biometrics 38(1), 1982. Median
 * and limits follow R's survfit with conf.type "log-log".
 *
 * @example kaplanMeier({ durations: [6, 6, 7, 9], ended: [1, 0, 1, 0] }) // { ok: true, value: { customers: 4, ended: 2, median: 7 } }
 */
export function kaplanMeier({
  confidence = 0.95,
  ...data
}: ObservedDurations & { readonly confidence?: number }): Result<SurvivalCurve, DurationsProblem | 'not-a-confidence'> {
  const problem: Failure<DurationsProblem | 'not-a-confidence'> | undefined =
    firstProblem({ confidence }, confidenceProblem) ?? durationsProblem(data);
  if (problem) return problem;
  const rows = survivalRows(data, intervalFactor(confidence));
  return success({
    customers: data.durations.length,
    ended: rows.reduce((total, row) => total + row.ended, 0),
    rows,
    median: timeOfHalf(rows, 'survival'),
    medianLower: timeOfHalf(rows, 'lower'),
    medianUpper: timeOfHalf(rows, 'upper'),
  });
}
