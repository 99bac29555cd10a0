import { type Failure, failure, type Result, success } from '../../result.ts';
import { confidenceProblem, countProblem, firstProblem } from '../checks.ts';
import { intervalFactor } from './normal-distribution.ts';

export interface Proportion {
  readonly successes: number;
  /** All that could have succeeded, those that did among them. */
  readonly trials: number;
}

export type ProportionProblem = 'not-a-number' | 'negative-count' | 'no-trials' | 'part-above-whole';

/** The first thing wrong with a proportion, if anything is. `path` goes before the names of its fields. */
export function proportionProblem(
  { successes, trials }: Proportion,
  path = '',
): Failure<ProportionProblem> | undefined {
  const problem = firstProblem({ [`${path}successes`]: successes, [`${path}trials`]: trials }, countProblem);
  if (problem) return problem;
  if (trials === 0) return failure('no-trials', `${path}trials`);
  return successes > trials ? failure('part-above-whole', `${path}successes`) : undefined;
}

export interface ProportionInterval {
  readonly share: number;
  readonly lower: number;
  readonly upper: number;
}

/**
 * Wilson interval of a proportion: the share that succeeded, and how far from it the share among everyone like those
 * tried may lie. A 95 % interval made this way holds that share about 95 times in 100. Shares from 0 to 1. The interval
 * stays between them: it begins at 0 when nobody succeeded and ends at 1 when everybody did.
 *
 * Equation: (successes + z² ÷ 2 ± z × √(z² ÷ 4 + successes × misses ÷ trials)) ÷ (trials + z²), where z is the normal
 * quantile of (1 + confidence) ÷ 2. Without trials there is no share (`no-trials`).
 *
 * Source: E. Wilson, "Probable Inference, the Law of Succession, and Statistical Inference", Journal of the American
 * Statistical Association 22(158), 1927.
 *
 * @example proportionInterval({ successes: 81, trials: 263 }) // { ok: true, value: { share: 0.30798, lower: 0.25529, upper: 0.36621 } }
 */
export function proportionInterval({
  successes,
  trials,
  confidence = 0.95,
}: Proportion & { readonly confidence?: number }): Result<ProportionInterval, ProportionProblem | 'not-a-confidence'> {
  const problem = firstProblem({ confidence }, confidenceProblem) ?? proportionProblem({ successes, trials });
  if (problem) return problem;
  const z = intervalFactor(confidence);
  const share = successes === 0 ? 0 : successes / trials;
  const misses = trials - successes;
  const reach = (z * z) / 2 + z * Math.sqrt((z * z) / 4 + successes * (misses / trials));
  // Both limits without a subtraction, which would cost a small one its digits: their product is
  // successes² ÷ (trials × (trials + z²)).
  const lower = successes === 0 ? 0 : (successes * share) / (successes + reach);
  const upper = (successes + reach) / (trials + z * z);
  // Rounding in the last digit must not put a share outside its own interval.
  return success({ share, lower: Math.min(lower, share), upper: Math.min(Math.max(upper, share), 1) });
}
