import { firstProblem, periodsProblem } from '../metrics/checks.ts';
import { expectedLifetime, expectedLifetimeFormula } from '../metrics/churn/churn-periods.ts';
import type { Step } from '../metrics/formula.ts';
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
import { failure, type Result } from '../result.ts';
import { answer, given } from './lifetime-value-answer.ts';
import type { Answer, Calculator, Model, ModelInput, Numbers } from './model.ts';
import type { OrderData } from './orders/order-data.ts';
import { linkedRetention, type RetentionData } from './retention/retention-data.ts';

/** Cost of winning a customer: with it come the ratio and the payback. */
const acquisitionCost: ModelInput = { name: 'cac', isOptional: true };

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

/** Of models with data, pages load the computation when they are chosen: `whole-lifetime-value.ts`. */
const notLoaded = () => failure('being-worked-out');

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
  compute: notLoaded,
};

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
  compute: notLoaded,
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

/** What the page begins with: models with data lack their computation. */
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
