import { simulateResult } from '../lib/calculators/uncertainty.ts';

/**
 * What may take longer than a frame, by name: pure functions from plain data to a `Result`. They run in a worker
 * (`calculation.ts`).
 */
export const calculationTasks = { simulateResult };

export type CalculationTasks = typeof calculationTasks;
