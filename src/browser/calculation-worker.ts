import type { CalculationQuestion } from './calculation.ts';
import { calculationTasks } from './calculation-tasks.ts';

self.addEventListener('message', ({ data: { name, input } }: MessageEvent<CalculationQuestion>) => {
  // Name and input were checked together where they were asked.
  const task = calculationTasks[name] as (input: unknown) => unknown;
  self.postMessage(task(input));
});
