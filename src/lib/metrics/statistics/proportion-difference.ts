import { type Failure, failure, type Result, success } from '../../result.ts';
import { confidenceProblem, finite, firstProblem } from '../checks.ts';
import { twoSidedTail } from './normal-distribution.ts';
import {
  type Proportion,
  type ProportionProblem,
  proportionInterval,
  proportionProblem,
} from './proportion-interval.ts';

export interface ProportionDifference {
  /** Share of the first less share of the second. */
  readonly difference: number;
  readonly lower: number;
  readonly upper: number;
  /** How many standard errors the difference is from 0, if both shares are one. Undefined when nothing varies. */
  readonly z: number | undefined;
  readonly pValue: number | undefined;
}

/** The z test of two equal shares, by the share of both together. */
function pooledZ(first: Proportion, second: Proportion): Result<number | undefined, 'too-large'> {
  const trials = first.trials + second.trials;
  if (!Number.isFinite(trials)) return failure('too-large');
  const succeeded = (first.successes + second.successes) / trials;
  const missed = (first.trials - first.successes + (second.trials - second.successes)) / trials;
  const spread = Math.sqrt(succeeded * missed);
  if (spread === 0) return success(undefined);
  const difference = first.successes / first.trials - second.successes / second.trials;
  return finite((difference / spread) * Math.sqrt(first.trials * (second.trials / trials)));
}

/**
 * Difference of two proportions, such as the retention of customers with and without a service: how large it is, how
 * far from it the true difference may lie, and how often chance alone would show one at least as large. Shares, so the
 * difference lies between −1 and 1; positive when the first is larger.
 *
 * Equation: d = p₁ − p₂, from d − √((p₁ − l₁)² + (u₂ − p₂)²) to d + √((u₁ − p₁)² + (p₂ − l₂)²), where l and u are the
 * limits of each one's Wilson interval; z = d ÷ √(p(1 − p)(1 ÷ n₁ + 1 ÷ n₂)) with the share p of both together.
 * When everyone in both groups succeeded, or nobody did, there is an interval but no test: `z` and `pValue` are
 * undefined. The interval and the test are made differently and may disagree close to the limit.
 *
 * Source: R. Newcombe, "Interval Estimation for the Difference Between Independent Proportions", Statistics in
 * Medicine 17(8), 1998, method 10.
 *
 * @example proportionDifference({ first: { successes: 56, trials: 70 }, second: { successes: 48, trials: 80 } }) // { ok: true, value: { difference: 0.2, lower: 0.0524, upper: 0.3339, z: 2.65017, pValue: 0.008045 } }
 */
export function proportionDifference({
  first,
  second,
  confidence = 0.95,
}: {
  readonly first: Proportion;
  readonly second: Proportion;
  readonly confidence?: number;
}): Result<ProportionDifference, ProportionProblem | 'not-a-confidence' | 'too-large'> {
  const problem: Failure<ProportionProblem | 'not-a-confidence'> | undefined =
    firstProblem({ confidence }, confidenceProblem) ??
    proportionProblem(first, 'first.') ??
    proportionProblem(second, 'second.');
  if (problem) return problem;
  const one = proportionInterval({ ...first, confidence });
  if (!one.ok) return one;
  const other = proportionInterval({ ...second, confidence });
  if (!other.ok) return other;
  const z = pooledZ(first, second);
  if (!z.ok) return z;

  const [a, b] = [one.value, other.value];
  const difference = a.share - b.share;
  return success({
    difference,
    lower: difference - Math.hypot(a.share - a.lower, b.upper - b.share),
    upper: difference + Math.hypot(a.upper - a.share, b.share - b.lower),
    z: z.value,
    pValue: z.value === undefined ? undefined : twoSidedTail(z.value),
  });
}
