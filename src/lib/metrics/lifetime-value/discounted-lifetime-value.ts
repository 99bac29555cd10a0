import { failure, type Result, success } from '../result.ts';
import { monthsPerYear } from './churn-periods.ts';
import { difference, power, product, quotient, sum } from './formula.ts';
import {
  type LifetimeValueProblem,
  lifetimeValueProblem,
  type SimpleLifetimeValueInput,
} from './simple-lifetime-value.ts';

export interface DiscountedLifetimeValueInput extends SimpleLifetimeValueInput {
  /** Growth of a remaining customer's payment per month. Negative when payments shrink. */
  readonly expansion: number;
  /** What a payment loses in value per month of waiting. */
  readonly discount: number;
}

export interface HorizonInput extends DiscountedLifetimeValueInput {
  /** Number of monthly payments counted, the first one made at once (t = 0). */
  readonly periods: number;
}

export type DiscountProblem = Exclude<LifetimeValueProblem, 'no-churn'> | 'rate-below-minus-one';

function discountProblem(input: DiscountedLifetimeValueInput): DiscountProblem | undefined {
  const { expansion, discount } = input;
  return lifetimeValueProblem(input) ?? (expansion >= -1 && discount > -1 ? undefined : 'rate-below-minus-one');
}

/** The discount per month that adds up to a discount per year. Equation: (1 + annual)^(1/12) − 1. */
export function monthlyDiscountRate(annualDiscountRate: number): number {
  return (1 + annualDiscountRate) ** (1 / monthsPerYear) - 1;
}

/** Margin of one month's payment, in money. */
function monthlyMargin({ arpa, grossMargin }: SimpleLifetimeValueInput): number {
  return arpa * grossMargin;
}

/**
 * What is left, in today's money, of one month's expected payment a month later: some customers have left, the rest
 * pay more, and waiting costs. Below 1 the value of a customer converges; at 1 or above it grows with every month added.
 */
export function carryOver({ churn, expansion, discount }: DiscountedLifetimeValueInput): number {
  return ((1 - churn) * (1 + expansion)) / (1 + discount);
}

/** 1 + q + q² + … of `count` terms: (1 − q^count) ÷ (1 − q), written so that q close to 1 loses no digits. */
function geometricSum(q: number, count: number): number {
  return q === 1 ? count : Math.expm1(count * Math.log(q)) / (q - 1);
}

/**
 * Discounted customer lifetime value within a horizon: the margins of the months counted, weighted by the chance that
 * the customer is still there and by what waiting costs. In today's money; the first payment is made at once and
 * counted, which is right for the most you should pay to win a customer.
 *
 * Equation: m(1 − q^N) ÷ (1 − q) with m = ARPA × gross margin and q = (1 − churn)(1 + expansion) ÷ (1 + discount);
 * m·N when q = 1. Finite for every horizon, also without churn.
 *
 * Source: P. Fader and B. Hardie, "Reconciling and Clarifying CLV Formulas" (note 024, 2012), cut off after N payments.
 */
export function discountedLifetimeValue(
  input: HorizonInput,
): Result<number, DiscountProblem | 'horizon-not-positive' | 'too-large'> {
  const problem = discountProblem(input);
  if (problem) return failure(problem);
  if (!(input.periods >= 1)) return failure('horizon-not-positive');
  const value = monthlyMargin(input) * geometricSum(carryOver(input), input.periods);
  return Number.isFinite(value) ? success(value) : failure('too-large');
}

/**
 * Discounted customer lifetime value without a horizon, in today's money. Equation: m ÷ (1 − q), only if q < 1;
 * otherwise every further month adds at least as much as the one before and the sum has no end (`diverges`).
 */
export function perpetualLifetimeValue(
  input: DiscountedLifetimeValueInput,
): Result<number, DiscountProblem | 'diverges'> {
  const problem = discountProblem(input);
  if (problem) return failure(problem);
  const q = carryOver(input);
  return q < 1 ? success(monthlyMargin(input) / (1 - q)) : failure('diverges');
}

export const monthlyMarginFormula = product('arpa', 'grossMargin');
export const carryOverFormula = quotient(product(difference(1, 'churn'), sum(1, 'expansion')), sum(1, 'discount'));
export const horizonFormula = quotient(
  product('monthlyMargin', difference(1, power('carryOver', 'periods'))),
  difference(1, 'carryOver'),
);
/** The same when the carry-over is exactly 1: every payment counts in full. */
export const horizonFormulaWithoutLoss = product('monthlyMargin', 'periods');
