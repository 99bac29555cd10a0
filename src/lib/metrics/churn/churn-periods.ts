import { failure, type Result, success } from '../result.ts';
import { difference, logarithm, power, quotient } from './formula.ts';
import { isShare } from './shares.ts';

/** Months in a year, for turning a rate per month into a rate per year and back. */
export const monthsPerYear = 12;

type NotAShare = 'not-a-share';

/**
 * Churn over twelve months from churn per month. Not twelve times as much: those who left in January cannot leave
 * again in February.
 *
 * Equation: 1 − (1 − monthly churn)^12.
 */
export function annualChurnRate({ churn }: { readonly churn: number }): Result<number, NotAShare> {
  return isShare(churn) ? success(1 - (1 - churn) ** monthsPerYear) : failure('not-a-share');
}

export const annualChurnRateFormula = difference(1, power(difference(1, 'churn'), monthsPerYear));

/** Churn per month that adds up to a churn per year. Equation: 1 − (1 − annual churn)^(1/12). */
export function monthlyChurnRate({ annualChurn }: { readonly annualChurn: number }): Result<number, NotAShare> {
  return isShare(annualChurn) ? success(1 - (1 - annualChurn) ** (1 / monthsPerYear)) : failure('not-a-share');
}

export const monthlyChurnRateFormula = difference(1, power(difference(1, 'annualChurn'), quotient(1, monthsPerYear)));

/**
 * Share of customers still there after a number of months, if churn stays the same for everyone.
 * Equation: (1 − churn)^months.
 */
export function survivalShare({
  churn,
  periods,
}: {
  readonly churn: number;
  readonly periods: number;
}): Result<number, NotAShare | 'horizon-not-positive'> {
  if (!isShare(churn)) return failure('not-a-share');
  if (!(periods >= 0)) return failure('horizon-not-positive');
  return success((1 - churn) ** periods);
}

export const survivalShareFormula = power(difference(1, 'churn'), 'periods');

/**
 * Months until half of the customers are gone, if churn stays the same for everyone.
 * Equation: ln ½ ÷ ln(1 − churn).
 */
export function churnHalfLife({ churn }: { readonly churn: number }): Result<number, NotAShare | 'no-churn'> {
  if (!isShare(churn)) return failure('not-a-share');
  if (churn === 0) return failure('no-churn');
  return success(Math.log(0.5) / Math.log(1 - churn));
}

export const churnHalfLifeFormula = quotient(logarithm(quotient(1, 2)), logarithm(difference(1, 'churn')));

/**
 * Mean number of monthly payments of a customer, if churn stays the same for everyone; the first is paid at once.
 * Equation: 1 ÷ churn.
 */
export function expectedLifetime({ churn }: { readonly churn: number }): Result<number, NotAShare | 'no-churn'> {
  if (!isShare(churn)) return failure('not-a-share');
  if (churn === 0) return failure('no-churn');
  return success(1 / churn);
}

export const expectedLifetimeFormula = quotient(1, 'churn');
