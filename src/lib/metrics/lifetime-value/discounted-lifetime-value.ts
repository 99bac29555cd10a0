import { type Failure, failure, type Result } from '../../result.ts';
import { finite, firstProblem, numberProblem, rateProblem } from '../checks.ts';
import { monthsPerYear } from '../churn/churn-periods.ts';
import { difference, power, product, quotient, sum } from '../formula.ts';
import {
  type LifetimeValueProblem,
  lifetimeValueProblem,
  type SimpleLifetimeValueInput,
} from './simple-lifetime-value.ts';

/**
 * When the first payment counted is made. They differ by up to one payment:
 * `at-once`: now, certain and in full: right for the most you should pay to win a customer.
 * `after-the-first`: a period from now, if the customer is still there: the value left just after a payment.
 * `end-of-period`: a period from now, certain: a customer just won who pays in arrears.
 */
export const paymentTimings = ['at-once', 'after-the-first', 'end-of-period'] as const;
export type PaymentTiming = (typeof paymentTimings)[number];

export interface DiscountedLifetimeValueInput extends SimpleLifetimeValueInput {
  /** Growth of a remaining customer's payment per month. Negative when payments shrink. */
  readonly expansion: number;
  /** What a payment loses in value per month of waiting. */
  readonly discount: number;
  /** `at-once` unless said otherwise. */
  readonly firstPayment?: PaymentTiming;
}

export interface HorizonInput extends DiscountedLifetimeValueInput {
  /** Number of monthly payments counted, from the first on; a part of a month counts in proportion to its loss. */
  readonly periods: number;
}

export type DiscountProblem = LifetimeValueProblem | 'rate-below-minus-one';

function discountProblem(input: DiscountedLifetimeValueInput): Failure<DiscountProblem> | undefined {
  const { expansion, discount } = input;
  return lifetimeValueProblem(input) ?? firstProblem({ expansion, discount }, rateProblem);
}

/**
 * The discount per month that adds up to a discount per year.
 *
 * Equation: (1 + annual)^(1/12) − 1.
 *
 * @example monthlyDiscountRate({ annualDiscountRate: 0.1 }) // { ok: true, value: 0.0079741404289 }
 */
export function monthlyDiscountRate({
  annualDiscountRate,
}: {
  readonly annualDiscountRate: number;
}): Result<number, 'not-a-number' | 'rate-below-minus-one' | 'too-large'> {
  const problem = firstProblem({ annualDiscountRate }, rateProblem);
  return problem ?? finite(Math.expm1(Math.log1p(annualDiscountRate) / monthsPerYear));
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

/** 1 − q, from the rates themselves: where q is close to 1, subtracting it from 1 would lose most digits. */
function carryOverLoss({ churn, expansion, discount }: DiscountedLifetimeValueInput): number {
  // Rounded, it could come to lie above 1, where no sum has a value.
  return Math.min(1, (discount - expansion + churn * (1 + expansion)) / (1 + discount));
}

/** 1 + q + q² + … of `count` terms: (1 − q^count) ÷ (1 − q), by the loss 1 − q. */
function geometricSum(loss: number, count: number): number {
  return loss === 0 ? count : -Math.expm1(count * Math.log1p(-loss)) / loss;
}

/** What the value with the first payment at once is multiplied by when the first payment is another. */
function timingFactor(input: DiscountedLifetimeValueInput): number {
  const factors = { 'at-once': 1, 'after-the-first': carryOver(input), 'end-of-period': 1 / (1 + input.discount) };
  return factors[input.firstPayment ?? 'at-once'];
}

/**
 * Discounted customer lifetime value within a horizon: the margins of the months counted, weighted by the chance that
 * the customer is still there and by what waiting costs. In today's money.
 *
 * Equation: m(1 − q^N) ÷ (1 − q) with m = ARPA × gross margin and q = (1 − churn)(1 + expansion) ÷ (1 + discount);
 * m·N when q = 1. Finite for every horizon, also without churn. With the first payment after the first, times q; at
 * the end of the period, ÷ (1 + discount).
 *
 * Source: P. Fader and B. Hardie, "Reconciling and Clarifying CLV Formulas" (note 024, 2012), cut off after N payments.
 *
 * @example discountedLifetimeValue({ arpa: 100, grossMargin: 1, churn: 0.05, expansion: 0, discount: 0.01, periods: 24 }) // { ok: true, value: 1296.2328803 }
 */
export function discountedLifetimeValue(
  input: HorizonInput,
): Result<number, DiscountProblem | 'horizon-not-positive' | 'too-large'> {
  const { periods } = input;
  const problem = discountProblem(input) ?? firstProblem({ periods }, numberProblem);
  if (problem) return problem;
  if (periods < 1) return failure('horizon-not-positive', 'periods');
  return finite(monthlyMargin(input) * geometricSum(carryOverLoss(input), input.periods) * timingFactor(input));
}

/**
 * Discounted customer lifetime value without a horizon, in today's money. Equation: m ÷ (1 − q), only if q < 1;
 * otherwise every further month adds at least as much as the one before and the sum has no end: `diverges` where
 * expansion outgrows churn and discount, `never-ends` where without any expansion they take nothing away.
 * Without expansion this is the m(1 + d) ÷ (1 + d − r), m·r ÷ (1 + d − r) or m ÷ (1 + d − r) of the
 * literature, for the three timings in their order.
 *
 * Source: P. Fader and B. Hardie, "Reconciling and Clarifying CLV Formulas" (note 024, 2012), equations 1 to 3.
 *
 * @example perpetualLifetimeValue({ arpa: 1, grossMargin: 1, churn: 0.2, expansion: 0, discount: 0.12 }) // { ok: true, value: 3.5 }
 */
export function perpetualLifetimeValue(
  input: DiscountedLifetimeValueInput,
): Result<number, DiscountProblem | 'diverges' | 'never-ends' | 'too-large'> {
  const problem = discountProblem(input);
  if (problem) return problem;
  const loss = carryOverLoss(input);
  if (!(loss > 0)) return failure(input.expansion > 0 ? 'diverges' : 'never-ends');
  return finite((monthlyMargin(input) / loss) * timingFactor(input));
}

export const monthlyMarginFormula = product('arpa', 'grossMargin');
export const carryOverFormula = quotient(product(difference(1, 'churn'), sum(1, 'expansion')), sum(1, 'discount'));
export const horizonFormula = quotient(
  product('monthlyMargin', difference(1, power('carryOver', 'periods'))),
  difference(1, 'carryOver'),
);
/** The same when the carry-over is exactly 1: every payment counts in full. */
export const horizonFormulaWithoutLoss = product('monthlyMargin', 'periods');
