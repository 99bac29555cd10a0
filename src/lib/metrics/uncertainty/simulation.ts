import { type Failure, failure, type Result, success } from '../../result.ts';
import { type Check, firstProblem, numberProblem } from '../checks.ts';
import { mean } from '../statistics/mean.ts';
import { percentile } from '../statistics/percentile.ts';
import { randomStreams } from '../statistics/random.ts';
import {
  type DistributionProblem,
  distributionProblem,
  type InputDistribution,
  valuesOf,
} from './input-distribution.ts';
import type { MeasureFunction } from './measure-function.ts';

/** More would fill the memory of a phone and change no digit that is shown. */
export const mostDraws = 1_000_000;
const largestSeed = 2 ** 32 - 1;

const shares = [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95] as const;

export interface Simulation {
  readonly median: number;
  readonly mean: number;
  /** The 5th, 10th, 25th, 50th, 75th, 90th and 95th percentile: a share of the values lies below each. */
  readonly percentiles: readonly { readonly share: number; readonly value: number }[];
  /** Share of all draws whose answer is at least the target, if there is one. A draw without an answer is not. */
  readonly probabilityOfTarget: number | undefined;
  /** Share of all draws whose answer is at most the target, for measures of which less is better, such as a payback. */
  readonly probabilityBelowTarget: number | undefined;
  /** Draws for which the measure has no answer. They are in none of the values: where there are many, look here first. */
  readonly withoutAnswer: number;
  /** The answers of all other draws, from the lowest to the highest. */
  readonly values: Float64Array;
  readonly seed: number;
  readonly draws: number;
}

function wholeNumberProblem<OutOfRange extends string>(
  lowest: number,
  highest: number,
  outOfRange: OutOfRange,
): Check<'not-a-number' | 'not-whole' | OutOfRange> {
  return (value) => {
    const problem = numberProblem(value) ?? (Number.isInteger(value) ? undefined : 'not-whole');
    return problem ?? (value >= lowest && value <= highest ? undefined : outOfRange);
  };
}

type Inputs<Name extends string> = Readonly<Record<Name, InputDistribution>>;

/** The answers of a measure to random inputs, sorted, and the first reason why it had none. */
function answers<Name extends string, Reason extends string>(
  measure: MeasureFunction<Name, Reason>,
  inputs: Inputs<Name>,
  draws: number,
  seed: number,
): { readonly values: Float64Array; readonly withoutAnswer: Failure<Reason> | undefined } {
  const names = (Object.keys(inputs) as Name[]).sort();
  const streams = randomStreams(seed, names.length);
  const sources = streams.map((even, index) => {
    const name = names[index] as Name;
    return { name, next: valuesOf(inputs[name], even) };
  });
  // Filled anew for every draw: a measure reads its inputs and keeps none.
  const drawn = {} as Record<Name, number>;
  const values = new Float64Array(draws);
  let answered = 0;
  let withoutAnswer: Failure<Reason> | undefined;
  for (let draw = 0; draw < draws; draw += 1) {
    for (const { name, next } of sources) drawn[name] = next();
    const result = measure(drawn);
    if (result.ok) {
      values[answered] = result.value;
      answered += 1;
    } else withoutAnswer ??= result;
  }
  return { values: values.slice(0, answered).sort(), withoutAnswer };
}

/**
 * Monte Carlo simulation: how sure a measure is, given how sure its inputs are. Each draw takes a value for every input
 * as likely as its distribution says, independently of the others, and asks the measure. The mean is in general not the
 * measure at the means of its inputs: the mean of 1 ÷ churn is above 1 ÷ mean churn.
 *
 * The same seed gives the same draws, and a longer run begins with those of a shorter. Every input has random numbers
 * of its own (the inputs by name in alphabetical order, each 2⁶⁴ numbers further along one sequence), so that a change
 * to what is known of one leaves the draws of the others as they are.
 *
 * A number of draws from 1 to a million and a seed from 0 to 2³² − 1, both whole. If no draw has an answer, the measure's
 * reason for the first is given.
 *
 * @example simulate({ measure: ({ churn }) => ({ ok: true, value: 1 / churn }), inputs: { churn: { kind: 'beta', events: 5, nonEvents: 95 } }, draws: 1000, seed: 1 }) // { ok: true, value: { median: 21.354893, mean: 25.163249, withoutAnswer: 0 } }
 */
export function simulate<Name extends string, Reason extends string>({
  measure,
  inputs,
  draws,
  seed,
  target,
}: {
  readonly measure: MeasureFunction<NoInfer<Name>, Reason>;
  readonly inputs: Inputs<Name>;
  readonly draws: number;
  readonly seed: number;
  /** A value of the measure to be reached. */
  readonly target?: number;
}): Result<
  Simulation,
  Reason | DistributionProblem | 'not-whole' | 'draws-out-of-range' | 'seed-out-of-range' | 'too-large'
> {
  const problem =
    firstProblem({ draws }, wholeNumberProblem(1, mostDraws, 'draws-out-of-range')) ??
    firstProblem({ seed }, wholeNumberProblem(0, largestSeed, 'seed-out-of-range')) ??
    firstProblem(target === undefined ? {} : { target }, numberProblem);
  if (problem) return problem;
  for (const name of Object.keys(inputs) as Name[]) {
    const unclear = distributionProblem(name, inputs[name]);
    if (unclear) return unclear;
  }
  const { values, withoutAnswer } = answers(measure, inputs, draws, seed);
  if (values.length === 0 && withoutAnswer) return withoutAnswer;
  const percentiles = shares.map((share) => ({ share, value: percentile(values, share) }));
  const shareOf = (wanted: number | undefined, reaches: (value: number, wanted: number) => boolean) =>
    wanted === undefined ? undefined : values.filter((value) => reaches(value, wanted)).length / draws;
  if (!percentiles.every(({ value }) => Number.isFinite(value))) return failure('too-large');
  return success({
    median: percentile(values, 0.5),
    mean: mean(values),
    percentiles,
    probabilityOfTarget: shareOf(target, (value, wanted) => value >= wanted),
    probabilityBelowTarget: shareOf(target, (value, wanted) => value <= wanted),
    withoutAnswer: draws - values.length,
    values,
    // Never −0.
    seed: seed || 0,
    draws,
  });
}
