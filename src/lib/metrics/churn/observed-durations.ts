import { type Failure, failure } from '../../result.ts';
import { firstProblemIn } from '../checks.ts';
import { durationProblem } from './churn-periods.ts';

/**
 * How long each customer has been seen, and whether that was all: one entry per customer in both columns, which may be
 * typed arrays. A customer still there (censored) was seen for that long and stays for longer, nobody knows how long.
 */
export interface ObservedDurations {
  /** In any one unit of time, from 0 on. */
  readonly durations: ArrayLike<number>;
  /** 1 or true: the customer left at the end of this duration. 0 or false: was still there. */
  readonly ended: ArrayLike<number | boolean>;
}

export type DurationsProblem = 'not-a-number' | 'negative-duration' | 'not-zero-or-one' | 'no-rows' | 'lengths-differ';

/** The first thing wrong with columns of durations, if anything is. `path` goes before the names of its fields. */
export function durationsProblem(
  { durations, ended }: ObservedDurations,
  path = '',
): Failure<DurationsProblem> | undefined {
  if (durations.length === 0) return failure('no-rows', `${path}durations`);
  if (durations.length !== ended.length) return failure('lengths-differ', `${path}ended`);
  for (let index = 0; index < ended.length; index += 1) {
    const flag = Number(ended[index]);
    if (flag !== 0 && flag !== 1) return failure('not-zero-or-one', `${path}ended.${index}`);
  }
  return firstProblemIn(`${path}durations`, durations, durationProblem);
}

export interface RiskSet {
  /** Customers seen for at least this long, those who end now among them. */
  readonly atRisk: number;
  /** Those of them who end now. */
  readonly ended: number;
}

export interface RiskSets {
  /** The next time at which somebody ends; Infinity when nobody is left to. */
  readonly nextEnd: () => number;
  /** The customers at risk at a time. Times must be asked for in order. */
  readonly at: (time: number) => RiskSet;
}

/** Walks through the times at which customers end. A customer still there at a time is at risk at it, too. */
export function riskSets({ durations, ended }: ObservedDurations): RiskSets {
  const all = new Float64Array(durations.length);
  const endedOnly = new Float64Array(durations.length);
  let count = 0;
  for (let index = 0; index < durations.length; index += 1) {
    // Never below 0: only the sign of a −0 goes.
    const duration = Math.abs(durations[index] ?? 0);
    all[index] = duration;
    if (Number(ended[index]) === 1) endedOnly[count++] = duration;
  }
  all.sort();
  const ends = endedOnly.subarray(0, count).sort();
  let gone = 0;
  let past = 0;
  const nextEnd = () => ends[past] ?? Number.POSITIVE_INFINITY;
  const at = (time: number): RiskSet => {
    while ((all[gone] ?? Number.POSITIVE_INFINITY) < time) gone += 1;
    const before = past;
    while (ends[past] === time) past += 1;
    return { atRisk: all.length - gone, ended: past - before };
  };
  return { nextEnd, at };
}
