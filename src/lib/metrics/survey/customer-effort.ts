import { type Result, success } from '../../result.ts';
import { type RatingSummary, type RatingSummaryProblem, ratingSummary } from './rating-summary.ts';

/**
 * The two questions that go by the name of customer effort score. Their numbers must never be compared.
 * `effort-2010`: how much effort did you put forth, 1 (very low) to 5 (very high); share of 4 and 5: high effort.
 * `agreement`: the company made it easy, 1 (strongly disagree) to 7 (strongly agree); share of 5 to 7: they agree.
 *
 * Sources: M. Dixon, K. Freeman and N. Toman, "Stop Trying to Delight Your Customers", Harvard Business Review,
 * July–August 2010; M. Dixon, N. Toman and R. DeLisi, The Effortless Experience, 2013.
 */
export const effortVersions = {
  'effort-2010': { points: 5, shareFrom: 4, better: 'lower' },
  agreement: { points: 7, shareFrom: 5, better: 'higher' },
} as const;
export type EffortVersion = keyof typeof effortVersions;

export interface CustomerEffort extends RatingSummary {
  readonly version: EffortVersion;
  /** Which way the mean and the share are better. */
  readonly better: 'lower' | 'higher';
}

/**
 * Customer effort score (CES): how much work customers had with a service contact. Mean, with standard error and
 * interval, and share at the upper end of the scale, with its Wilson interval. `version` names the question asked and
 * with it the scale; of the result, `better` says which way is better. Shares from 0 to 1; mean in points of the scale.
 *
 * Equation: mean = Σ rating × count ÷ all answers; share = answers of 4 and 5 (of 5 to 7) ÷ all answers. `counts` are
 * the answers per rating from 1 up, five or seven numbers (`wrong-number-of-counts` otherwise); without any answer
 * there is no mean (`no-answers`), with one no interval of the mean.
 *
 * @example customerEffort({ version: 'effort-2010', counts: [30, 40, 15, 10, 5] }) // { ok: true, value: { better: 'lower', mean: 2.2, share: 0.15 } }
 */
export function customerEffort({
  version,
  counts,
  confidence = 0.95,
}: {
  readonly version: EffortVersion;
  readonly counts: readonly number[];
  readonly confidence?: number;
}): Result<CustomerEffort, RatingSummaryProblem> {
  const { points, shareFrom, better } = effortVersions[version];
  const summary = ratingSummary({ counts, points, shareFrom, confidence });
  return summary.ok ? success({ version, better, ...summary.value }) : summary;
}
