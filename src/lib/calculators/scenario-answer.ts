import type { Result } from '../result.ts';
import { type DataUsed, numbersOf, type Scenario } from './entered.ts';
import { type Answer, type AnyModel, hasEveryInput, type Numbers } from './model.ts';

export interface ScenarioAnswer {
  readonly numbers: Numbers;
  /** Undefined while a number that the model must have is missing, or one cannot be read. */
  readonly answer: Result<Answer, string> | undefined;
}

/** What a scenario comes to under a model. */
export function answerOf(scenario: Scenario, model: AnyModel, data: DataUsed | undefined): ScenarioAnswer {
  const numbers = numbersOf(scenario, model);
  const hasUnreadable = model.inputs.some(
    ({ name }) => numbers[name] === undefined && (scenario.texts[name] ?? '').trim() !== '',
  );
  const isComplete = !hasUnreadable && hasEveryInput(model, numbers) && (data !== undefined || !model.needsData);
  return { numbers, answer: isComplete ? model.compute(numbers, data?.value) : undefined };
}
