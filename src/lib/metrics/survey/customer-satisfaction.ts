import { type Result, success } from '../../result.ts';
import { type RatingSummary, type RatingSummaryProblem, ratingSummary } from './rating-summary.ts';

export interface CustomerSatisfaction extends RatingSummary {
  /** Satisfied are the answers in the two upper of five boxes. */
  readonly version: 'top-two-box';
}

/**
 * Customer satisfaction score (CSAT) from answers on a scale from 1 (very dissatisfied) to 5 (very satisfied): the
 * share who are satisfied, with its Wilson interval, and the mean. Shares from 0 to 1; mean in points of the scale.
 *
 * Equation: share = answers of 4 and 5 ÷ all answers; mean = Σ rating × count ÷ all answers. `counts` are the answers
 * per rating, five numbers from 1 up (`wrong-number-of-counts` otherwise); without any answer there is no share
 * (`no-answers`).
 *
 * @example customerSatisfaction({ counts: [5, 10, 20, 40, 25] }) // { ok: true, value: { version: 'top-two-box', share: 0.65, shareInterval: { lower: 0.55254, upper: 0.73636 }, mean: 3.7 } }
 */
export function customerSatisfaction({
  counts,
  confidence = 0.95,
}: {
  readonly counts: readonly number[];
  readonly confidence?: number;
}): Result<CustomerSatisfaction, RatingSummaryProblem> {
  const summary = ratingSummary({ counts, points: 5, shareFrom: 4, confidence });
  return summary.ok ? success({ version: 'top-two-box', ...summary.value }) : summary;
}
