import { failure, type Result, success } from '../../result.ts';
import { finite, firstProblem, numberProblem, shareProblem } from '../checks.ts';
import type { MeasureFunction } from './measure-function.ts';

/** The two values tried for an input. */
export interface TriedRange {
  readonly low: number;
  readonly high: number;
}

export interface TornadoBar<Name extends string, Reason extends string> {
  readonly input: Name;
  readonly low: number;
  readonly high: number;
  /** The measure with this input low and all others as they are. */
  readonly atLow: Result<number, Reason>;
  readonly atHigh: Result<number, Reason>;
  /** Distance between the two; undefined where one has no answer. */
  readonly width: number | undefined;
}

export interface Tornado<Name extends string, Reason extends string> {
  /** The measure with every input as it is. */
  readonly base: number;
  /** The widest first, of equal ones by name; those without a width last. */
  readonly bars: readonly TornadoBar<Name, Reason>[];
}

function widestFirst(a: TornadoBar<string, string>, b: TornadoBar<string, string>): number {
  const difference = (b.width ?? -1) - (a.width ?? -1);
  if (difference !== 0) return difference;
  return a.input < b.input ? -1 : 1;
}

/**
 * Tornado: which input moves a measure most. One input at a time is set to a low and a high value, all others staying as
 * they are; inputs without a range are left out. It ignores interactions: what two inputs do together can be more, or
 * less, than what they do one by one. The simulation shows that.
 *
 * If the measure has no answer for the inputs as they are, its reason is given.
 *
 * @example tornado({ measure: ({ arpa, churn }) => ({ ok: true, value: arpa / churn }), inputs: { arpa: 40, churn: 0.05 }, ranges: { churn: { low: 0.04, high: 0.1 } } }) // { ok: true, value: { base: 800, bars: [{ input: 'churn', width: 600 }] } }
 */
export function tornado<Name extends string, Reason extends string>({
  measure,
  inputs,
  ranges,
}: {
  readonly measure: MeasureFunction<NoInfer<Name>, Reason>;
  readonly inputs: Readonly<Record<Name, number>>;
  readonly ranges: Readonly<Partial<Record<NoInfer<Name>, TriedRange>>>;
}): Result<Tornado<Name, Reason>, Reason | 'not-a-number'> {
  const tried = Object.entries(ranges) as [Name, TriedRange][];
  for (const [input, { low, high }] of tried) {
    const problem = firstProblem({ [`${input}.low`]: low, [`${input}.high`]: high }, numberProblem);
    if (problem) return problem;
  }
  const base = measure(inputs);
  if (!base.ok) return base;
  const bars = tried.map(([input, { low, high }]): TornadoBar<Name, Reason> => {
    const atLow = measure({ ...inputs, [input]: low });
    const atHigh = measure({ ...inputs, [input]: high });
    const width = atLow.ok && atHigh.ok ? Math.abs(atHigh.value - atLow.value) : Number.NaN;
    // Never −0.
    return { input, low: low || 0, high: high || 0, atLow, atHigh, width: Number.isFinite(width) ? width : undefined };
  });
  return success({ base: base.value, bars: bars.sort(widestFirst) });
}

/**
 * The ranges of a tornado from one swing for all inputs: each multiplied by 1 − swing and 1 + swing. A share, 0 to 1.
 *
 * @example swingRanges({ inputs: { arpa: 50 }, swing: 0.2 }) // { ok: true, value: { arpa: { low: 40, high: 60 } } }
 */
export function swingRanges<Name extends string>({
  inputs,
  swing,
}: {
  readonly inputs: Readonly<Record<Name, number>>;
  readonly swing: number;
}): Result<Record<Name, TriedRange>, 'not-a-number' | 'not-a-share' | 'too-large'> {
  const problem = firstProblem(inputs, numberProblem) ?? firstProblem({ swing }, shareProblem);
  if (problem) return problem;
  const ranges = {} as Record<Name, TriedRange>;
  for (const name of Object.keys(inputs) as Name[]) {
    const less = finite(inputs[name] * (1 - swing));
    const more = finite(inputs[name] * (1 + swing));
    if (!less.ok || !more.ok) return failure('too-large', name);
    // Of a negative input, more is lower.
    ranges[name] = { low: Math.min(less.value, more.value), high: Math.max(less.value, more.value) };
  }
  return success(ranges);
}
