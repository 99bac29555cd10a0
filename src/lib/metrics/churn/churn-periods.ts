import { failure, type Result } from '../../result.ts';
import { type Check, finite, firstProblem, numberProblem, positiveProblem, shareProblem } from '../checks.ts';
import { difference, logarithm, power, quotient } from '../formula.ts';

/** Months in a year, for turning a rate per month into a rate per year and back. */
export const monthsPerYear = 12;
export const monthsPerQuarter = 3;

type ShareProblem = 'not-a-number' | 'not-a-share';

/** A length of time, 0 included. */
export const durationProblem: Check<'not-a-number' | 'negative-duration'> = (value) =>
  numberProblem(value) ?? (value < 0 ? 'negative-duration' : undefined);

/** 1 − (1 − churn)^periods, with all the digits of a small churn, which 1 − churn would round away. */
function churnOver(churn: number, periods: number): Result<number, 'too-large'> {
  // Nobody or everybody leaves over any length; their logarithms would not come back from one beyond numbers.
  if (churn === 0 || churn === 1) return finite(churn);
  return finite(-Math.expm1(periods * Math.log1p(-churn)));
}

/**
 * Churn over one length of time from churn over another. Not in proportion to the length: those who left in January
 * cannot leave again in February. Shares from 0 to 1; both lengths above 0 months (`not-positive`).
 *
 * Equation: 1 − (1 − churn)^(to ÷ from).
 *
 * @example churnForPeriod({ churn: 0.1, fromMonths: 3, toMonths: 12 }) // { ok: true, value: 0.3439 }
 */
export function churnForPeriod({
  churn,
  fromMonths,
  toMonths,
}: {
  readonly churn: number;
  /** Length of the period in which this share of customers is lost. */
  readonly fromMonths: number;
  /** Length of the period to give the churn of. */
  readonly toMonths: number;
}): Result<number, ShareProblem | 'not-positive' | 'too-large'> {
  const problem = firstProblem({ churn }, shareProblem) ?? firstProblem({ fromMonths, toMonths }, positiveProblem);
  return problem ?? churnOver(churn, toMonths / fromMonths);
}

/**
 * Churn over twelve months from churn per month. Equation: 1 − (1 − monthly churn)^12.
 *
 * @example annualChurnRate({ churn: 0.05 }) // { ok: true, value: 0.4596399 }
 */
export function annualChurnRate({ churn }: { readonly churn: number }): Result<number, ShareProblem | 'too-large'> {
  return firstProblem({ churn }, shareProblem) ?? churnOver(churn, monthsPerYear);
}

export const annualChurnRateFormula = difference(1, power(difference(1, 'churn'), monthsPerYear));

/**
 * Churn per month that adds up to a churn per year. Equation: 1 − (1 − annual churn)^(1/12).
 *
 * @example monthlyChurnRate({ annualChurn: 0.4 }) // { ok: true, value: 0.0416755 }
 */
export function monthlyChurnRate({
  annualChurn,
}: {
  readonly annualChurn: number;
}): Result<number, ShareProblem | 'too-large'> {
  return firstProblem({ annualChurn }, shareProblem) ?? churnOver(annualChurn, 1 / monthsPerYear);
}

export const monthlyChurnRateFormula = difference(1, power(difference(1, 'annualChurn'), quotient(1, monthsPerYear)));

/**
 * Share of customers still there after a number of months, if churn stays the same for everyone. From 0 to 1; at 0
 * months everyone is, and less than that is no time (`negative-duration`).
 *
 * Equation: (1 − churn)^months.
 *
 * @example survivalShare({ churn: 0.05, periods: 20 }) // { ok: true, value: 0.3584859 }
 */
export function survivalShare({
  churn,
  periods,
}: {
  readonly churn: number;
  readonly periods: number;
}): Result<number, ShareProblem | 'negative-duration' | 'too-large'> {
  const problem = firstProblem({ churn }, shareProblem) ?? firstProblem({ periods }, durationProblem);
  return problem ?? finite(periods === 0 ? 1 : Math.exp(periods * Math.log1p(-churn)));
}

export const survivalShareFormula = power(difference(1, 'churn'), 'periods');

/**
 * Months until half of the customers are gone, if churn stays the same for everyone. Without churn they never are
 * (`nobody-leaves`); with a churn of 1 it is 0 months.
 *
 * Equation: ln ½ ÷ ln(1 − churn).
 *
 * @example churnHalfLife({ churn: 0.05 }) // { ok: true, value: 13.5134073 }
 */
export function churnHalfLife({
  churn,
}: {
  readonly churn: number;
}): Result<number, ShareProblem | 'nobody-leaves' | 'too-large'> {
  const problem = firstProblem({ churn }, shareProblem);
  if (problem) return problem;
  return churn === 0 ? failure('nobody-leaves', 'churn') : finite(Math.log(0.5) / Math.log1p(-churn));
}

export const churnHalfLifeFormula = quotient(logarithm(quotient(1, 2)), logarithm(difference(1, 'churn')));

/**
 * Mean number of monthly payments of a customer, if churn stays the same for everyone; the first is paid at once.
 * Without churn there is no end to them (`nobody-leaves`). Equation: 1 ÷ churn.
 *
 * @example expectedLifetime({ churn: 0.05 }) // { ok: true, value: 20 }
 */
export function expectedLifetime({
  churn,
}: {
  readonly churn: number;
}): Result<number, ShareProblem | 'nobody-leaves' | 'too-large'> {
  const problem = firstProblem({ churn }, shareProblem);
  if (problem) return problem;
  return churn === 0 ? failure('nobody-leaves', 'churn') : finite(1 / churn);
}

export const expectedLifetimeFormula = quotient(1, 'churn');
