import { firstProblem, type PeriodsProblem, periodsProblem } from '../../metrics/checks.ts';
import { discountedExpectedLifetime } from '../../metrics/lifetime-value/discounted-expected-lifetime.ts';
import { monthlyDiscountRate } from '../../metrics/lifetime-value/discounted-lifetime-value.ts';
import { type RetentionModel, retentionCurve } from '../../metrics/lifetime-value/retention-model.ts';
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

/** Payments expected up to each, the first at once; kept, because a simulation asks thousands of times. */
const paymentsSoFar = new WeakMap<RetentionModel, readonly number[]>();

function paymentsUpTo(model: RetentionModel, periods: number): Result<readonly number[], string> {
  const known = paymentsSoFar.get(model);
  if (known) return success(known);
  const curve = retentionCurve({ model, periods });
  if (!curve.ok) return curve;
  const sums = [1];
  for (const { survival } of curve.value) sums.push((sums.at(-1) ?? 0) + survival);
  paymentsSoFar.set(model, sums);
  return success(sums);
}

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
  const sums = paymentsUpTo(curve, mostMonths / monthsPerPeriod);
  if (!sums.ok) return sums;
  const payment = sums.value.findIndex((sum) => sum >= costInPayments);
  if (payment === -1) return failure('never-pays-back');
  const before = sums.value[payment - 1] ?? 0;
  const part = (costInPayments - before) / ((sums.value[payment] ?? 0) - before);
  return success((payment + part) * monthsPerPeriod);
}
