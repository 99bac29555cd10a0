import { failure, type Result, success } from '../../result.ts';
import { firstProblem, type PeriodsProblem, periodsProblem } from '../checks.ts';
import { type Step, type Values, workOut } from '../formula.ts';
import {
  carryOver,
  carryOverFormula,
  type DiscountProblem,
  discountedLifetimeValue,
  horizonFormula,
  horizonFormulaWithoutLoss,
  monthlyDiscountRate,
  monthlyMarginFormula,
  perpetualLifetimeValue,
} from './discounted-lifetime-value.ts';
import { simpleLifetimeValue, simpleLifetimeValueFormula } from './simple-lifetime-value.ts';
import { type ValueAtMonth, valueOverTime } from './value-over-time.ts';

export const lifetimeValueModels = ['simple', 'discounted'] as const;
export type LifetimeValueModel = (typeof lifetimeValueModels)[number];

/** Everything the calculator asks for. The simple model uses the first three. */
export interface LifetimeValueInputs {
  readonly arpa: number;
  readonly grossMargin: number;
  readonly churn: number;
  readonly expansion: number;
  readonly annualDiscountRate: number;
  readonly horizonMonths: number;
}

export type CalculatorProblem = DiscountProblem | PeriodsProblem | 'no-churn' | 'too-large';

export interface LifetimeValueAnswer {
  readonly ltv: number;
  /** 1 ÷ churn: mean number of monthly payments, if anybody leaves. */
  readonly expectedLifetime: number | undefined;
  /** Value without a horizon. Only the discounted model has one, and not always. */
  readonly perpetuity: ReturnType<typeof perpetualLifetimeValue> | undefined;
  readonly steps: readonly Step[];
  /** Every quantity in the steps. */
  readonly values: Values;
  readonly overTime: readonly ValueAtMonth[];
}

/** How many months the picture of the simple model shows: until little is left to come, within reason. */
function monthsToShow(churn: number): number {
  const fewLeft = Math.log(0.05) / Math.log(1 - churn);
  return Math.min(120, Math.max(12, Math.ceil(fewLeft / 12) * 12 || 12));
}

function simple({ arpa, grossMargin, churn }: LifetimeValueInputs): Result<LifetimeValueAnswer, CalculatorProblem> {
  const result = simpleLifetimeValue({ arpa, grossMargin, churn });
  if (!result.ok) return result;
  const steps: readonly Step[] = [{ name: 'ltv', formula: simpleLifetimeValueFormula }];
  return success({
    ltv: result.value,
    expectedLifetime: 1 / churn,
    perpetuity: undefined,
    steps,
    values: workOut(steps, { arpa, grossMargin, churn }),
    overTime: valueOverTime({ arpa, grossMargin, churn, expansion: 0, discount: 0 }, monthsToShow(churn)),
  });
}

function discounted(inputs: LifetimeValueInputs): Result<LifetimeValueAnswer, CalculatorProblem> {
  const { arpa, grossMargin, churn, expansion, annualDiscountRate, horizonMonths: periods } = inputs;
  const monthly = monthlyDiscountRate({ annualDiscountRate });
  if (!monthly.ok) return monthly;
  const problem = firstProblem({ horizonMonths: periods }, periodsProblem);
  if (problem) return problem;
  const input = { arpa, grossMargin, churn, expansion, discount: monthly.value, periods };
  const result = discountedLifetimeValue(input);
  if (!result.ok) return result;
  const steps: readonly Step[] = [
    { name: 'monthlyMargin', formula: monthlyMarginFormula },
    { name: 'carryOver', formula: carryOverFormula },
    { name: 'ltv', formula: carryOver(input) === 1 ? horizonFormulaWithoutLoss : horizonFormula },
  ];
  return success({
    ltv: result.value,
    expectedLifetime: churn > 0 ? 1 / churn : undefined,
    perpetuity: perpetualLifetimeValue(input),
    steps,
    values: { ...workOut(steps, input), ltv: result.value },
    overTime: valueOverTime(input, periods),
  });
}

/** Amounts beyond this are typing errors, and no longer exact. */
const largestValue = 1e15;

const compute: Readonly<
  Record<LifetimeValueModel, (inputs: LifetimeValueInputs) => Result<LifetimeValueAnswer, CalculatorProblem>>
> = { simple, discounted };

/** The lifetime value of a customer under one of the models, with what the page shows of how it came about. */
export function lifetimeValue(
  model: LifetimeValueModel,
  inputs: LifetimeValueInputs,
): Result<LifetimeValueAnswer, CalculatorProblem> {
  const answer = compute[model](inputs);
  return answer.ok && Math.abs(answer.value.ltv) > largestValue ? failure('too-large') : answer;
}
