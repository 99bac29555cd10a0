import { failure, type Result, success } from '../../result.ts';
import { finite } from '../checks.ts';
import { chiSquareTail } from './chi-square-distribution.ts';
import { type Proportion, type ProportionProblem, proportionProblem } from './proportion-interval.ts';

export interface ChiSquareTest {
  readonly chiSquare: number;
  readonly degreesOfFreedom: number;
  /** How often chance alone would set the groups at least this far apart. */
  readonly pValue: number;
  /** The smallest number of successes or misses to expect in a group. Below 5 the p-value is only a rough one. */
  readonly smallestExpected: number;
}

/**
 * Chi-square test that several groups have the same share, such as the renewal rate per segment. Without correction
 * for continuity. It answers whether any differ, not which.
 *
 * Equation: Σ nᵢ(pᵢ − p)² ÷ (p(1 − p)) over the groups, with the share p of all together and one degree of freedom less
 * than groups: Pearson's Σ (observed − expected)² ÷ expected over the successes and misses of each group.
 * Takes two groups or more (`too-few-groups`). When all succeeded or all missed, nothing can differ
 * (`all-or-none-succeeded`).
 *
 * Source: K. Pearson, Philosophical Magazine 50(302), 1900; the rule of 5: W. Cochran, "Some Methods for Strengthening
 * the Common χ² Tests", Biometrics 10(4), 1954.
 *
 * @example chiSquareTest({ groups: [{ successes: 56, trials: 70 }, { successes: 48, trials: 80 }] }) // { ok: true, value: { chiSquare: 7.02341, degreesOfFreedom: 1, pValue: 0.008045, smallestExpected: 21.4667 } }
 */
export function chiSquareTest({
  groups,
}: {
  readonly groups: readonly Proportion[];
}): Result<ChiSquareTest, ProportionProblem | 'too-few-groups' | 'all-or-none-succeeded' | 'too-large'> {
  for (const [index, group] of groups.entries()) {
    const problem = proportionProblem(group, `groups.${index}.`);
    if (problem) return problem;
  }
  if (groups.length < 2) return failure('too-few-groups', 'groups');
  const trials = groups.reduce((total, group) => total + group.trials, 0);
  if (!Number.isFinite(trials)) return failure('too-large', 'groups');

  const succeeded = groups.reduce((total, group) => total + group.successes, 0) / trials;
  const missed = groups.reduce((total, group) => total + (group.trials - group.successes), 0) / trials;
  if (succeeded * missed === 0) return failure('all-or-none-succeeded', 'groups');
  const apart = groups.reduce(
    (total, group) => total + group.trials * (group.successes / group.trials - succeeded) ** 2,
    0,
  );
  const chiSquare = finite(apart / succeeded / missed);
  if (!chiSquare.ok) return chiSquare;
  const degreesOfFreedom = groups.length - 1;
  return success({
    chiSquare: chiSquare.value,
    degreesOfFreedom,
    pValue: chiSquareTail({ value: chiSquare.value, degreesOfFreedom }),
    smallestExpected: groups.reduce(
      (least, group) => Math.min(least, group.trials * Math.min(succeeded, missed)),
      Number.POSITIVE_INFINITY,
    ),
  });
}
