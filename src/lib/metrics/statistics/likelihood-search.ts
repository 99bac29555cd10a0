import { failure, type Result, success } from '../../result.ts';
import { lowestPoint } from './simplex-search.ts';

export interface MostLikely {
  readonly point: readonly number[];
  readonly logLikelihood: number;
}

export type LikelihoodProblem = 'fit-at-edge' | 'did-not-converge';

/** The first look from each start only has to tell which one leads to the highest top. */
const firstTolerance = 0.5;
/** Closer than this a log-likelihood of 16 digits is level. */
const lastTolerance = 1e-6;
/** The search stays within a millionth and a million: beyond, a likelihood hardly changes and its sums lose their digits. */
const farthest = Math.log(1e6);
/** A parameter is settled if a tenth or ten times of it would explain what happened worse, by this log-likelihood. */
const noticeable = 0.1;
const tenfold = Math.log(10);

/** Whether the likelihood falls off on both sides along every axis. */
function isTop(logLikelihood: (point: readonly number[]) => number, top: MostLikely): boolean {
  return top.point.every((_, axis) =>
    [-tenfold, tenfold].every((shift) => {
      const beside = logLikelihood(top.point.map((x, other) => (other === axis ? x + shift : x)));
      return !(beside > top.logLikelihood - noticeable);
    }),
  );
}

/**
 * The parameters that make what happened most probable (maximum likelihood); each axis is the logarithm of a quantity
 * above 0. Looks from every start, then closely at the best place found.
 *
 * Has no answer when one of the quantities could as well be 0 or infinite (`fit-at-edge`): no top, but a ridge that
 * rises or stays level for ever, as when customers do not differ; or when the search does not come to rest.
 */
export function mostLikely({
  logLikelihood,
  starts,
}: {
  readonly logLikelihood: (point: readonly number[]) => number;
  readonly starts: readonly [readonly number[], ...(readonly number[])[]];
}): Result<MostLikely, LikelihoodProblem> {
  const objective = (point: readonly number[]) =>
    point.some((x) => Math.abs(x) > farthest) ? Number.POSITIVE_INFINITY : -logLikelihood(point);
  const near = lowestPoint({ objective, starts, tolerance: firstTolerance });
  const lowest = lowestPoint({ objective, starts: [near.point], tolerance: lastTolerance });
  if (!Number.isFinite(lowest.value)) return failure('did-not-converge');
  const top = { point: lowest.point, logLikelihood: -lowest.value };
  if (!isTop(logLikelihood, top)) return failure('fit-at-edge');
  return lowest.converged ? success(top) : failure('did-not-converge');
}
