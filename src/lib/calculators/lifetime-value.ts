import { firstProblem, periodsProblem } from '../metrics/checks.ts';
import { expectedLifetime, expectedLifetimeFormula, monthsPerYear } from '../metrics/churn/churn-periods.ts';
import type { Step, Values } from '../metrics/formula.ts';
import { workOut } from '../metrics/formula.ts';
import {
  carryOver,
  carryOverFormula,
  discountedLifetimeValue,
  horizonFormula,
  horizonFormulaWithoutLoss,
  monthlyDiscountRate,
  monthlyMarginFormula,
  perpetualLifetimeValue,
} from '../metrics/lifetime-value/discounted-lifetime-value.ts';
import { simpleLifetimeValue, simpleLifetimeValueFormula } from '../metrics/lifetime-value/simple-lifetime-value.ts';
import type { QuantityName } from '../metrics/quantities.ts';
import {
  lifetimeValueToAcquisitionCost,
  lifetimeValueToAcquisitionCostFormula,
} from '../metrics/unit-economics/lifetime-value-to-acquisition-cost.ts';
import {
  paybackMonths,
  paybackMonthsFormula,
  paybackMonthsWithChurn,
  paybackMonthsWithChurnFormula,
} from '../metrics/unit-economics/payback.ts';
import { failure, type Result, success } from '../result.ts';
import type { Answer, Calculator, Model, ModelInput, Numbers } from './model.ts';
import { expectedOrders } from './orders/expected-orders.ts';
import type { OrderData } from './orders/order-data.ts';
import { chosenCurve, linkedRetention, type RetentionData } from './retention/retention-data.ts';
import { discountOver, expectedPayments, paybackOnCurve } from './retention/retention-value.ts';

/** Amounts beyond this are typing errors, and no longer exact. */
const largestValue = 1e15;

/** Cost of winning a customer: with it come the ratio and the payback. */
const acquisitionCost: ModelInput = { name: 'cac', isOptional: true };

type Results = Partial<Record<QuantityName, Result<number, string>>>;

/** The numbers asked for. A calculator computes nothing until all are there, so none is ever filled in here. */
function given<Name extends QuantityName>(inputs: Numbers, names: readonly Name[]): Record<Name, number> {
  return Object.fromEntries(names.map((name) => [name, inputs[name] ?? Number.NaN])) as Record<Name, number>;
}

/** What a lifetime value means beside the cost of winning a customer. */
function besideCost(ltv: number, inputs: Numbers): { readonly results: Results; readonly steps: Step[] } {
  const { cac, churn } = inputs;
  if (cac === undefined) return { results: {}, steps: [] };
  const { arpa, grossMargin } = given(inputs, ['arpa', 'grossMargin']);
  const results: Results = { ltvToCac: lifetimeValueToAcquisitionCost({ ltv, cac }) };
  const steps: Step[] = [{ name: 'ltvToCac', formula: lifetimeValueToAcquisitionCostFormula }];
  if (inputs.arpa !== undefined) {
    results.paybackMonths = paybackMonths({ cac, arpa, grossMargin });
    steps.push({ name: 'paybackMonths', formula: paybackMonthsFormula });
  }
  if (churn !== undefined) {
    results.paybackMonthsWithChurn = paybackMonthsWithChurn({ cac, arpa, grossMargin, churn });
    // Within one payment, or without churn, the plain payback holds and the logarithms do not.
    const { paybackMonths: plain, paybackMonthsWithChurn: withChurn } = results;
    if (plain?.ok && withChurn?.ok && withChurn.value !== plain.value) {
      steps.push({ name: 'paybackMonthsWithChurn', formula: paybackMonthsWithChurnFormula });
    }
  }
  return { results, steps: steps.filter(({ name }) => results[name]?.ok) };
}

/** The answer all models give, from the lifetime value they worked out and the steps that led to it. */
function answer(
  ltv: Result<number, string>,
  inputs: Numbers,
  { steps, values, results }: { readonly steps: readonly Step[]; readonly values: Values; readonly results: Results },
): Result<Answer, string> {
  if (!ltv.ok) return ltv;
  if (Math.abs(ltv.value) > largestValue) return failure('too-large');
  const cost = besideCost(ltv.value, inputs);
  return success({
    results: { ltv, ...results, ...cost.results },
    steps: [...steps, ...cost.steps],
    values: workOut(cost.steps, { ...inputs, ...values, ltv: ltv.value }),
  });
}

const simple: Model = {
  name: 'simple',
  headline: 'ltv',
  inputs: [{ name: 'arpa' }, { name: 'grossMargin' }, { name: 'churn' }, acquisitionCost],
  compute: (inputs) => {
    const input = given(inputs, ['arpa', 'grossMargin', 'churn']);
    const ltv = simpleLifetimeValue(input);
    if (!ltv.ok) return ltv;
    const lifetime = expectedLifetime(input);
    const steps: Step[] = [
      { name: 'expectedLifetime', formula: expectedLifetimeFormula },
      { name: 'ltv', formula: simpleLifetimeValueFormula },
    ];
    return answer(ltv, inputs, {
      steps: lifetime.ok ? steps : steps.slice(1),
      values: lifetime.ok ? { expectedLifetime: lifetime.value } : {},
      results: { expectedLifetime: lifetime },
    });
  },
};

const horizonInputs = ['arpa', 'grossMargin', 'churn', 'annualDiscountRate', 'horizonMonths'] as const;

function withHorizon(inputs: Numbers, expansion: number): Result<Answer, string> {
  const { annualDiscountRate, horizonMonths: periods, ...customer } = given(inputs, horizonInputs);
  const monthly = monthlyDiscountRate({ annualDiscountRate });
  if (!monthly.ok) return monthly;
  const problem = firstProblem({ horizonMonths: periods }, periodsProblem);
  if (problem) return problem;
  const input = { ...customer, expansion, discount: monthly.value, periods };
  const ltv = discountedLifetimeValue(input);
  if (!ltv.ok) return ltv;
  const steps: Step[] = [
    { name: 'monthlyMargin', formula: monthlyMarginFormula },
    { name: 'carryOver', formula: carryOverFormula },
    { name: 'ltv', formula: carryOver(input) === 1 ? horizonFormulaWithoutLoss : horizonFormula },
  ];
  return answer(ltv, inputs, {
    steps,
    values: { ...input, ...workOut(steps.slice(0, 2), input) },
    results: { ltvWithoutHorizon: perpetualLifetimeValue(input) },
  });
}

const discounted: Model = {
  name: 'discounted',
  headline: 'ltv',
  inputs: [...horizonInputs.map((name) => ({ name })), acquisitionCost],
  compute: (inputs) => withHorizon(inputs, 0),
};

const expanding: Model = {
  name: 'expansion',
  headline: 'ltv',
  inputs: [
    ...(['arpa', 'grossMargin', 'churn', 'expansion'] as const).map((name) => ({ name })),
    ...(['annualDiscountRate', 'horizonMonths'] as const).map((name) => ({ name })),
    acquisitionCost,
  ],
  compute: (inputs) => withHorizon(inputs, inputs.expansion ?? Number.NaN),
};

const retention: Model<RetentionData> = {
  name: 'retention',
  headline: 'ltv',
  needsData: true,
  linkedData: linkedRetention,
  inputs: [
    { name: 'arpa' },
    { name: 'grossMargin' },
    { name: 'annualDiscountRate' },
    { name: 'horizonMonths', isOptional: true },
    acquisitionCost,
  ],
  compute: (inputs, data) => {
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
  },
};

/** Weeks in a month, on average. */
export const weeksPerMonth = 365.25 / 7 / monthsPerYear;

/** The spend per order a lifetime value goes by: what was entered, else what the amounts of the orders say. */
function spendPerOrder({ averageOrder }: Numbers, { spend }: OrderData): Result<number, string> {
  if (averageOrder !== undefined) return success(averageOrder);
  return typeof spend === 'string' ? failure(spend, 'averageOrder') : success(spend.expected);
}

const orders: Model<OrderData> = {
  name: 'orders',
  headline: 'ltv',
  needsData: true,
  inputs: [
    { name: 'averageOrder', isOptional: true },
    { name: 'grossMargin' },
    { name: 'annualDiscountRate' },
    { name: 'horizonMonths' },
    acquisitionCost,
  ],
  compute: (inputs, data) => {
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
  },
};

/** Numbers to begin with: a small subscription business, in round numbers of each currency. */
function example(currency: string): Numbers {
  const unit = currency === 'JPY' ? 100 : 1;
  return {
    arpa: 100 * unit,
    grossMargin: 0.8,
    churn: 0.05,
    expansion: 0.005,
    annualDiscountRate: 0.1,
    horizonMonths: 36,
  };
}

export const lifetimeValueCalculator: Calculator = {
  name: 'ltv',
  version: 1,
  models: [simple, discounted, expanding, retention, orders],
  results: [
    'ltv',
    'expectedLifetime',
    'ltvWithoutHorizon',
    'expectedPayments',
    'expectedOrders',
    'expectedSpend',
    'ltvToCac',
    'paybackMonths',
    'paybackMonthsWithChurn',
  ],
  example,
};
