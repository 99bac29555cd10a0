import { type Failure, failure } from '../../result.ts';
import { type Check, countProblem, firstProblem, numberProblem, positiveProblem } from '../checks.ts';
import { normalQuantile } from '../statistics/normal-distribution.ts';
import { logGammaStream, normalStream, type RandomStream } from '../statistics/random.ts';

/**
 * What is known of an input. Plain data:
 * `fixed`: exactly this value.
 * `range`: somewhere from low to high, every value as likely as any other.
 * `beta`: a share seen in counts, such as 5 of 100 customers lost: 5 events and 95 others. Mean: the share seen. Where
 *   one count is 0, half a case is added to both (Jeffreys): 0 of 200 lost does not mean that nobody ever will be.
 * `log-normal`: an amount, in eight of ten cases between low and high (its 10th and 90th percentiles). For amounts that
 *   cannot be negative and go further up than down, such as revenue and costs: more than twice the middle is as likely
 *   as less than half of it.
 * `standard-normal`: normally distributed around 0 with a standard deviation of 1. For measures that make parameters of
 *   it, as where those of a fitted model vary together.
 */
export type InputDistribution =
  | { readonly kind: 'fixed'; readonly value: number }
  | { readonly kind: 'range'; readonly low: number; readonly high: number }
  | { readonly kind: 'beta'; readonly events: number; readonly nonEvents: number }
  | { readonly kind: 'log-normal'; readonly low: number; readonly high: number }
  | { readonly kind: 'standard-normal' };

export type DistributionProblem =
  | 'not-a-number'
  | 'not-positive'
  | 'negative-count'
  | 'no-trials'
  | 'range-not-ascending';

const checks = {
  fixed: numberProblem,
  range: numberProblem,
  beta: countProblem,
  'log-normal': positiveProblem,
  'standard-normal': numberProblem,
} as const satisfies Record<InputDistribution['kind'], Check<DistributionProblem>>;

/** Each number of a distribution under the name it has as a field: `churn.low`. */
function fieldsOf(input: string, { kind: _, ...numbers }: InputDistribution): Record<string, number> {
  return Object.fromEntries(Object.entries(numbers).map(([name, value]) => [`${input}.${name}`, value]));
}

/** The first thing wrong with what is known of a named input, if anything is. */
export function distributionProblem(
  input: string,
  distribution: InputDistribution,
): Failure<DistributionProblem> | undefined {
  const { kind } = distribution;
  const problem = firstProblem(fieldsOf(input, distribution), checks[kind]);
  if (problem || kind === 'fixed' || kind === 'standard-normal') return problem;
  if (kind === 'beta') {
    return distribution.events + distribution.nonEvents > 0 ? undefined : failure('no-trials', `${input}.events`);
  }
  return distribution.low < distribution.high ? undefined : failure('range-not-ascending', `${input}.high`);
}

/** Half a case of each: H. Jeffreys' prior for a share. */
const jeffreys = 0.5;

/** How many standard deviations the 90th percentile of a normal distribution lies above its middle. */
const upperTenth = normalQuantile(0.9);

/**
 * Random values of a distribution without a problem.
 *
 * Equations, with U even in [0, 1), Z standard normal and G(k) gamma of shape k:
 * range: low·(1 − U) + high·U;
 * beta: G(events) ÷ (G(events) + G(non-events));
 * log-normal: exp(μ + σZ), μ = (ln low + ln high) ÷ 2, σ = (ln high − ln low) ÷ 2z with z the normal 90th percentile.
 */
export function valuesOf(distribution: InputDistribution, even: RandomStream): RandomStream {
  switch (distribution.kind) {
    case 'fixed': {
      const { value } = distribution;
      return () => value;
    }
    case 'range': {
      const { low, high } = distribution;
      return () => {
        const share = even();
        // Rounding must not lead beyond the ends.
        return Math.min(high, Math.max(low, low * (1 - share) + high * share));
      };
    }
    case 'beta': {
      const normal = normalStream(even);
      const { events, nonEvents } = distribution;
      const added = events === 0 || nonEvents === 0 ? jeffreys : 0;
      const logOfEvents = logGammaStream(events + added, even, normal);
      const logOfOthers = logGammaStream(nonEvents + added, even, normal);
      return () => 1 / (1 + Math.exp(logOfOthers() - logOfEvents()));
    }
    case 'log-normal': {
      const normal = normalStream(even);
      const middle = (Math.log(distribution.low) + Math.log(distribution.high)) / 2;
      const deviation = (Math.log(distribution.high) - Math.log(distribution.low)) / (2 * upperTenth);
      return () => Math.exp(middle + deviation * normal());
    }
    case 'standard-normal':
      return normalStream(even);
    default:
      return distribution satisfies never;
  }
}
