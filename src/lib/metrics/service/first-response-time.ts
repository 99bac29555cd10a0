import { failure, type Result, success } from '../../result.ts';
import { firstProblem, firstProblemIn } from '../checks.ts';
import { durationProblem } from '../churn/churn-periods.ts';
import { mean } from '../statistics/mean.ts';
import { percentile } from '../statistics/percentile.ts';

export interface ResponseTimes {
  readonly requests: number;
  readonly median: number;
  /** Pulled up by the few that waited longest. */
  readonly mean: number;
  /** Nine of ten requests were answered within this time. */
  readonly percentile90: number;
  /** Share answered within the target, if there is one. */
  readonly withinTarget: number | undefined;
}

/**
 * First response time: how long requests wait until a person answers them. In the unit of the times given. The median
 * says what is usual, the 90th percentile what the unlucky meet; a mean hides both.
 *
 * Equation: median and percentile as of sorted times, between two of them in a straight line; share within the target
 * = times of at most the target ÷ all times. Automatic replies are not answers; leave them out.
 *
 * @example firstResponseTime({ waits: [5, 10, 15, 20, 600], target: 60 }) // { ok: true, value: { requests: 5, median: 15, mean: 130, percentile90: 368, withinTarget: 0.8 } }
 */
export function firstResponseTime({
  waits,
  target,
}: {
  /** Time from each request to its first answer. */
  readonly waits: ArrayLike<number>;
  readonly target?: number;
}): Result<ResponseTimes, 'not-a-number' | 'negative-duration' | 'no-rows'> {
  const problem =
    firstProblemIn('waits', waits, durationProblem) ??
    firstProblem(target === undefined ? {} : { target }, durationProblem);
  if (problem) return problem;
  const requests = waits.length;
  if (requests === 0) return failure('no-rows', 'waits');
  // Never below 0: only the sign of a −0 goes.
  const sorted = Float64Array.from(waits, Math.abs).sort();
  return success({
    requests,
    median: percentile(sorted, 0.5),
    mean: mean(sorted),
    percentile90: percentile(sorted, 0.9),
    withinTarget: target === undefined ? undefined : sorted.filter((wait) => wait <= target).length / requests,
  });
}
