import { type RetentionModel, retentionOf } from '../../metrics/lifetime-value/retention-model.ts';

/**
 * Why the value under constant churn differs from that under the curve that fits best.
 * `rising-more`: those likely to leave went first and the rest stay; constant churn misses their later payments.
 * `rising-early`: the same, but the payments counted are so near that constant churn counts too many.
 * `rising-even`: the same, and too many payments early nearly make up for too few later.
 * `falling`: customers leave faster the longer they have been there.
 * `alike`: churn hardly changes with age, or constant churn fits best.
 */
export type CurveDifference = 'rising-more' | 'rising-early' | 'rising-even' | 'falling' | 'alike';

/** Parts of a value, and points of retention, that are not worth a cause. */
const hardly = 0.02;

export function whyCurvesDiffer(input: {
  readonly best: RetentionModel;
  /** Periods that were seen. */
  readonly periods: number;
  /** Lifetime values of the same numbers. */
  readonly underBest: number;
  readonly underConstant: number;
}): CurveDifference {
  const { best, periods, underBest, underConstant } = input;
  const retentionAt = retentionOf(best);
  const change = best.kind === 'constant-churn' ? 0 : retentionAt(periods) - retentionAt(1);
  if (Math.abs(change) < hardly) return 'alike';
  if (change < 0) return 'falling';
  const missing = 1 - underConstant / underBest;
  if (Math.abs(missing) < hardly) return 'rising-even';
  return missing > 0 ? 'rising-more' : 'rising-early';
}
