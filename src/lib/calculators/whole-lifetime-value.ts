import { firstProblem, periodsProblem } from '../metrics/checks.ts';
import { monthsPerYear } from '../metrics/churn/churn-periods.ts';
import { simpleLifetimeValue } from '../metrics/lifetime-value/simple-lifetime-value.ts';
import { paybackMonths } from '../metrics/unit-economics/payback.ts';
import { failure, type Result, success } from '../result.ts';
import { lifetimeValueCalculator } from './lifetime-value.ts';
import { answer, given } from './lifetime-value-answer.ts';
import type { AnyModel, Calculator, Model, Numbers } from './model.ts';
import { expectedOrders } from './orders/expected-orders.ts';
import type { OrderData } from './orders/order-data.ts';
import { chosenCurve, type RetentionData } from './retention/retention-data.ts';
import { discountOver, expectedPayments, paybackOnCurve } from './retention/retention-value.ts';

const computeRetention: Model<RetentionData>['compute'] = (inputs, data) => {
  const { arpa, grossMargin, annualDiscountRate } = given(inputs, ['arpa', 'grossMargin', 'annualDiscountRate']);
  const { monthsPerPeriod } = data;
  const curve = chosenCurve(data);
  if (!curve.ok) return curve;
  const { horizonMonths, cac } = inputs;
  const payments = expectedPayments({ curve: curve.value, monthsPerPeriod, annualDiscountRate, horizonMonths });
  if (!payments.ok) return payments;
  const margin = simpleLifetimeValue({ arpa: arpa * monthsPerPeriod, grossMargin, churn: 1 });
  const ltv = margin.ok ? success(margin.value * payments.value) : margin;
  const told = answer(ltv, inputs, { steps: [], values: {}, results: { expectedPayments: payments } });
  const plain = cac === undefined ? undefined : paybackMonths({ cac, arpa, grossMargin });
  if (!told.ok || !plain?.ok) return told;
  const costInPayments = plain.value / monthsPerPeriod;
  const paybackMonthsWithChurn = paybackOnCurve({ curve: curve.value, monthsPerPeriod, costInPayments });
  return success({ ...told.value, results: { ...told.value.results, paybackMonthsWithChurn } });
};

/** Weeks in a month, on average. */
export const weeksPerMonth = 365.25 / 7 / monthsPerYear;

/** The spend per order a lifetime value goes by: what was entered, else what the amounts of the orders say. */
function spendPerOrder({ averageOrder }: Numbers, { spend }: OrderData): Result<number, string> {
  if (averageOrder !== undefined) return success(averageOrder);
  return typeof spend === 'string' ? failure(spend, 'averageOrder') : success(spend.expected);
}

const computeOrders: Model<OrderData>['compute'] = (inputs, data) => {
  const { grossMargin, annualDiscountRate, horizonMonths } = given(inputs, [
    'grossMargin',
    'annualDiscountRate',
    'horizonMonths',
  ]);
  const problem = firstProblem({ horizonMonths }, periodsProblem);
  if (problem) return problem;
  const spend = spendPerOrder(inputs, data);
  if (!spend.ok) return spend;
  const discount = discountOver(1 / weeksPerMonth, annualDiscountRate);
  if (!discount.ok) return discount;
  const weeks = Math.round(horizonMonths * weeksPerMonth);
  const expected = expectedOrders({ model: data.model, discount: discount.value, weeks });
  if (!expected.ok) return expected;
  const ltv = simpleLifetimeValue({ arpa: spend.value * expected.value.worth, grossMargin, churn: 1 });
  return answer(ltv.ok || ltv.field !== 'arpa' ? ltv : failure(ltv.reason, 'averageOrder'), inputs, {
    steps: [],
    values: {},
    results: { expectedOrders: success(expected.value.orders), expectedSpend: spend },
  });
};

const computations: Readonly<Partial<Record<string, AnyModel['compute']>>> = {
  retention: computeRetention,
  orders: computeOrders,
};

/** The calculator with all it computes, for whoever does not wait: the worker, lists, and the page where data are used. */
export const wholeLifetimeValueCalculator: Calculator = {
  ...lifetimeValueCalculator,
  models: lifetimeValueCalculator.models.map((model) => ({
    ...model,
    compute: computations[model.name] ?? model.compute,
  })) as unknown as Calculator['models'],
};
