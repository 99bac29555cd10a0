import { failure, type Result, success } from '../result.ts';
import { lifetimeValueCalculator } from './lifetime-value.ts';
import { modelNamed, type Numbers } from './model.ts';

/** How the models of numbers lead from one to the next. Their sum leads from the simple value to the last. */
export interface ValueSteps {
  readonly simple: number;
  /** What counting later money less takes away. */
  readonly discount: number;
  /** What stopping at the horizon takes away. */
  readonly horizon: number;
  /** What payments that change add, or take away. */
  readonly expansion: number;
}

function resultOf(model: string, result: 'ltv' | 'ltvWithoutHorizon', numbers: Numbers): Result<number, string> {
  const answer = modelNamed(lifetimeValueCalculator, model)?.compute(numbers, undefined);
  if (!answer?.ok) return answer ?? failure('not-a-number');
  return answer.value.results[result] ?? failure('not-a-number');
}

/** The simple lifetime value, and what discount, horizon and expansion each change about it. */
export function valueSteps(numbers: Numbers): Result<ValueSteps, string> {
  const simple = resultOf('simple', 'ltv', numbers);
  if (!simple.ok) return simple;
  const discounted = resultOf('discounted', 'ltvWithoutHorizon', numbers);
  if (!discounted.ok) return discounted;
  const within = resultOf('discounted', 'ltv', numbers);
  if (!within.ok) return within;
  const expanding = resultOf('expansion', 'ltv', numbers);
  if (!expanding.ok) return expanding;
  return success({
    simple: simple.value,
    discount: discounted.value - simple.value,
    horizon: within.value - discounted.value,
    expansion: expanding.value - within.value,
  });
}

export type StepName = Exclude<keyof ValueSteps, 'simple'>;

/** The step that changes the value most; undefined when none changes a thousandth of it. */
export function largestStep(steps: ValueSteps): StepName | undefined {
  const names = ['discount', 'horizon', 'expansion'] as const;
  const largest = names.reduce((one, other) => (Math.abs(steps[other]) > Math.abs(steps[one]) ? other : one));
  return Math.abs(steps[largest]) > Math.abs(steps.simple) / 1000 ? largest : undefined;
}
