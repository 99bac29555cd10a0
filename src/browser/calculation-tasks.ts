import { summarizeCustomers } from '../lib/calculators/customer-summary.ts';
import { fitOrders } from '../lib/calculators/orders/fit-orders.ts';
import { segmentValues } from '../lib/calculators/orders/segment-values.ts';
import { fitRetention } from '../lib/calculators/retention/retention-fits.ts';
import { pastedScores } from '../lib/calculators/surveys/pasted-scores.ts';
import { ratingSummaryBy } from '../lib/calculators/surveys/rating-summary-by.ts';
import { breakEvenOf, simulateResult, tornadoOf, whatIf } from '../lib/calculators/uncertainty.ts';

/**
 * What may take longer than a frame, by name: pure functions from plain data to a `Result`. They run in a worker
 * (`calculation.ts`).
 */
export const calculationTasks = {
  simulateResult,
  tornadoOf,
  whatIf,
  breakEvenOf,
  ratingSummaryBy,
  pastedScores,
  fitRetention,
  fitOrders,
  segmentValues,
  summarizeCustomers,
};

export type CalculationTasks = typeof calculationTasks;
