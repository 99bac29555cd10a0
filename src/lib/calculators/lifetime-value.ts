import { firstProblem, type PeriodsProblem, periodsProblem } from '../metrics/checks.ts';
import { expectedLifetime, expectedLifetimeFormula, monthsPerYear } from '../metrics/churn/churn-periods.ts';
import type { Step, Values } from '../metrics/formula.ts';
import { workOut } from '../metrics/formula.ts';
import type { BetaGeometricNbd } from '../metrics/lifetime-value/beta-geometric-nbd.ts';
import { discountedExpectedLifetime } from '../metrics/lifetime-value/discounted-expected-lifetime.ts';
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
import type { GammaGamma } from '../metrics/lifetime-value/gamma-gamma.ts';
import { type RetentionModel, retentionCurve } from '../metrics/lifetime-value/retention-model.ts';
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
import { expectedOrderValue } from './expected-order-value.ts';
import type { Answer, Calculator, Model, ModelInput, Numbers } from './model.ts';

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
  inputs: [...horizonInputs.map((name) => ({ name })), acquisitionCost],
  compute: (inputs) => withHorizon(inputs, 0),
};

const expanding: Model = {
  name: 'expansion',
  inputs: [
    ...(['arpa', 'grossMargin', 'churn', 'expansion'] as const).map((name) => ({ name })),
    ...(['annualDiscountRate', 'horizonMonths'] as const).map((name) => ({ name })),
    acquisitionCost,
  ],
  compute: (inputs) => withHorizon(inputs, inputs.expansion ?? Number.NaN),
};

/** What a table of survivors taught: a retention model, and how many months lie between two of its columns. */
export interface RetentionData {
  readonly model: RetentionModel;
  readonly monthsPerPeriod: number;
}

/** The discount over several months that a discount per year comes to. */
function discountOver(months: number, annualDiscountRate: number): Result<number, string> {
  const monthly = monthlyDiscountRate({ annualDiscountRate });
  return monthly.ok ? success((1 + monthly.value) ** months - 1) : monthly;
}

/** Payments within a horizon, each worth less the later it comes and the fewer are left to make it. */
function expectedPayments({ model, monthsPerPeriod }: RetentionData, inputs: Numbers): Result<number, string> {
  const discount = discountOver(monthsPerPeriod, inputs.annualDiscountRate ?? Number.NaN);
  if (!discount.ok) return discount;
  const { horizonMonths } = inputs;
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

const retention: Model<RetentionData> = {
  name: 'retention',
  needsData: true,
  inputs: [
    { name: 'arpa' },
    { name: 'grossMargin' },
    { name: 'annualDiscountRate' },
    { name: 'horizonMonths', isOptional: true },
    acquisitionCost,
  ],
  compute: (inputs, data) => {
    const { arpa, grossMargin } = given(inputs, ['arpa', 'grossMargin']);
    const payments = expectedPayments(data, inputs);
    if (!payments.ok) return payments;
    const margin = simpleLifetimeValue({ arpa: arpa * data.monthsPerPeriod, grossMargin, churn: 1 });
    const ltv = margin.ok ? success(margin.value * payments.value) : margin;
    return answer(ltv, inputs, { steps: [], values: {}, results: { expectedPayments: payments } });
  },
};

/** What a list of orders taught: how often customers order and stop, and what they spend. Times in weeks. */
export type OrderData = BetaGeometricNbd & GammaGamma;

/** Weeks in a month, on average. */
const weeksPerMonth = 365.25 / 7 / monthsPerYear;

const orders: Model<OrderData> = {
  name: 'orders',
  needsData: true,
  inputs: [{ name: 'grossMargin' }, { name: 'annualDiscountRate' }, { name: 'horizonMonths' }, acquisitionCost],
  compute: (inputs, data) => {
    const { grossMargin, annualDiscountRate, horizonMonths } = given(inputs, [
      'grossMargin',
      'annualDiscountRate',
      'horizonMonths',
    ]);
    const problem = firstProblem({ horizonMonths }, periodsProblem);
    if (problem) return problem;
    const discount = discountOver(1 / weeksPerMonth, annualDiscountRate);
    if (!discount.ok) return discount;
    const periods = Math.round(horizonMonths * weeksPerMonth);
    const value = expectedOrderValue({ ...data, discount: discount.value, periods });
    if (!value.ok) return value;
    const margin = simpleLifetimeValue({ arpa: value.value.value, grossMargin, churn: 1 });
    return answer(margin, inputs, {
      steps: [],
      values: {},
      results: { expectedOrders: success(value.value.orders), expectedSpend: success(value.value.spend) },
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
