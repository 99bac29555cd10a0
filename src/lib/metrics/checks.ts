import { type Failure, failure, type Result, success } from '../result.ts';

/** What is wrong with one number, if anything is. Infinity is no number here: it only comes from a slip. */
export type Check<Reason extends string> = (value: number) => Reason | undefined;

export const numberProblem: Check<'not-a-number'> = (value) => (Number.isFinite(value) ? undefined : 'not-a-number');

/** A number of customers or answers. Averages make fractions possible. */
export const countProblem: Check<'not-a-number' | 'negative-count'> = (value) =>
  numberProblem(value) ?? (value < 0 ? 'negative-count' : undefined);

/** A part of a whole: 0 to 1. */
export const shareProblem: Check<'not-a-number' | 'not-a-share'> = (value) =>
  numberProblem(value) ?? (value < 0 || value > 1 ? 'not-a-share' : undefined);

/** An amount of money that cannot be negative. */
export const amountProblem: Check<'not-a-number' | 'negative-amount'> = (value) =>
  numberProblem(value) ?? (value < 0 ? 'negative-amount' : undefined);

/** A margin: at most all of the revenue is left; less than none when serving costs more than it brings. */
export const marginProblem: Check<'not-a-number' | 'margin-above-one'> = (value) =>
  numberProblem(value) ?? (value > 1 ? 'margin-above-one' : undefined);

/** A rate of growth or discount: no more than everything can be lost. */
export const rateProblem: Check<'not-a-number' | 'rate-below-minus-one'> = (value) =>
  numberProblem(value) ?? (value <= -1 ? 'rate-below-minus-one' : undefined);

export const positiveProblem: Check<'not-a-number' | 'not-positive'> = (value) =>
  numberProblem(value) ?? (value > 0 ? undefined : 'not-positive');

/** How sure an interval is to be: between 0 and 1, neither included. */
export const confidenceProblem: Check<'not-a-number' | 'not-a-confidence'> = (value) =>
  numberProblem(value) ?? (value > 0 && value < 1 ? undefined : 'not-a-confidence');

/** Beyond this no period is a forecast: a century of months. */
export const mostPeriods = 1200;

export type WholePeriodsProblem = 'not-a-number' | 'horizon-not-positive' | 'horizon-not-whole';

/** A number of periods, or the place of one: whole, at least one. */
export const wholePeriodsProblem: Check<WholePeriodsProblem> = (value) => {
  const problem = numberProblem(value);
  if (problem) return problem;
  if (value < 1) return 'horizon-not-positive';
  return Number.isInteger(value) ? undefined : 'horizon-not-whole';
};

export type PeriodsProblem = WholePeriodsProblem | 'horizon-too-long';

/** How many periods are looked ahead. */
export const periodsProblem: Check<PeriodsProblem> = (value) =>
  wholePeriodsProblem(value) ?? (value > mostPeriods ? 'horizon-too-long' : undefined);

/** The first of some named numbers with a problem. */
export function firstProblem<Reason extends string>(
  values: Readonly<Record<string, number>>,
  problemOf: Check<Reason>,
): Failure<Reason> | undefined {
  // Not Object.entries: a simulation comes here hundreds of thousands of times.
  for (const field in values) {
    const reason = problemOf(values[field] ?? Number.NaN);
    if (reason) return failure(reason, field);
  }
  return undefined;
}

/** The first number of a list with a problem; its field is the name of the list and the place, from 0. */
export function firstProblemIn<Reason extends string>(
  list: string,
  values: ArrayLike<number>,
  problemOf: Check<Reason>,
): Failure<Reason> | undefined {
  for (let index = 0; index < values.length; index += 1) {
    const reason = problemOf(values[index] ?? Number.NaN);
    if (reason) return failure(reason, `${list}.${index}`);
  }
  return undefined;
}

/** A computed number, if it is one: inputs near the largest numbers there are can lead beyond them. Never −0. */
export function finite(value: number): Result<number, 'too-large'> {
  return Number.isFinite(value) ? success(value === 0 ? 0 : value) : failure('too-large');
}
