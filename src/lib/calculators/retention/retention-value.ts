import { firstProblem, type PeriodsProblem, periodsProblem } from '../../metrics/checks.ts';
import { discountedExpectedLifetime } from '../../metrics/lifetime-value/discounted-expected-lifetime.ts';
import { monthlyDiscountRate } from '../../metrics/lifetime-value/discounted-lifetime-value.ts';
import {
  modelProblem,
  type RetentionModel,
  retentionCurve,
  retentionOf,
} from '../../metrics/lifetime-value/retention-model.ts';
import { failure, type Result, success } from '../../result.ts';

/** The discount over several months that a discount per year comes to. */
export function discountOver(months: number, annualDiscountRate: number): Result<number, string> {
  const monthly = monthlyDiscountRate({ annualDiscountRate });
  return monthly.ok ? success((1 + monthly.value) ** months - 1) : monthly;
}

interface PaymentsInput {
  readonly curve: RetentionModel;
  readonly monthsPerPeriod: number;
  readonly annualDiscountRate: number;
  /** Without it, all payments there will ever be. */
  readonly horizonMonths: number | undefined;
}

/** Payments within a horizon, each worth less the later it comes and the fewer are left to make it. */
export function expectedPayments(input: PaymentsInput): Result<number, string> {
  const { curve: model, monthsPerPeriod, annualDiscountRate, horizonMonths } = input;
  const discount = discountOver(monthsPerPeriod, annualDiscountRate);
  if (!discount.ok) return discount;
  if (horizonMonths === undefined) return discountedExpectedLifetime({ model, discount: discount.value });
  const problem = firstProblem<PeriodsProblem>({ horizonMonths }, periodsProblem);
  if (problem) return problem;
  const payments = Math.ceil(horizonMonths / monthsPerPeriod);
  const later = retentionCurve({ model, periods: Math.max(1, payments - 1) });
  if (!later.ok) return later;
  return success(
    later.value
      .slice(0, payments - 1)
      .reduce((total, { period, survival }) => total + survival / (1 + discount.value) ** period, 1),
  );
}

/** A century of months: what has not paid back by then never will. */
const mostMonths = 1200;

/**
 * Months of payments until customers have together brought back what winning them cost, although some leave on the way.
 * The first payment is made at once; a part of a payment is a part of its period, as in `paybackMonths`.
 */
export function paybackOnCurve(input: {
  readonly curve: RetentionModel;
  readonly monthsPerPeriod: number;
  /** Cost of winning a customer as a number of payments' margins. */
  readonly costInPayments: number;
}): Result<number, string> {
  const { curve, monthsPerPeriod, costInPayments } = input;
  const problem = modelProblem(curve);
  if (problem) return problem;
  const retentionAt = retentionOf(curve);
  const last = Math.floor(mostMonths / monthsPerPeriod);
  let survival = 1;
  let paid = 0;
  // Ends as soon as it is known either way: a simulation asks thousands of times.
  for (let period = 0; paid + survival * (last - period + 1) >= costInPayments; period += 1) {
    if (paid + survival >= costInPayments)
      return success((period + (costInPayments - paid) / survival) * monthsPerPeriod);
    paid += survival;
    survival *= retentionAt(period + 1);
  }
  return failure('never-pays-back');
}
