import { failure, type Result, success } from '../../result.ts';
import { finite } from '../checks.ts';
import { chiSquareTail } from '../statistics/chi-square-distribution.ts';
import {
  type DurationsProblem,
  durationsProblem,
  type ObservedDurations,
  type RiskSet,
  riskSets,
} from './observed-durations.ts';

export interface LogRankGroup {
  readonly customers: number;
  /** Customers who ended. */
  readonly observed: number;
  /** How many would have ended if all groups were alike. */
  readonly expected: number;
  /** The same test of this group against all others together: of many groups, some are far off by chance. */
  readonly pValue: number;
}

export interface LogRankTest {
  readonly chiSquare: number;
  readonly degreesOfFreedom: number;
  /** How often chance alone would set the groups at least this far apart. */
  readonly pValue: number;
  readonly groups: readonly LogRankGroup[];
}

/** What ended in each group, what had to be expected, and how the differences vary together. */
interface Tally {
  readonly observed: number[];
  readonly expected: number[];
  readonly covariance: number[][];
}

/** Adds one time at which somebody ended. */
function addTime({ observed, expected, covariance }: Tally, sets: readonly RiskSet[]): void {
  const atRisk = sets.reduce((total, set) => total + set.atRisk, 0);
  const ended = sets.reduce((total, set) => total + set.ended, 0);
  const weight = atRisk > 1 ? (ended * (atRisk - ended)) / (atRisk - 1) : 0;
  sets.forEach((set, i) => {
    const share = set.atRisk / atRisk;
    observed[i] = (observed[i] ?? 0) + set.ended;
    expected[i] = (expected[i] ?? 0) + ended * share;
    const row = covariance[i] ?? [];
    sets.forEach((other, j) => {
      row[j] = (row[j] ?? 0) + weight * share * ((i === j ? 1 : 0) - other.atRisk / atRisk);
    });
  });
}

function tallyOf(groups: readonly ObservedDurations[]): Tally {
  const zeros = () => groups.map(() => 0);
  const tally = { observed: zeros(), expected: zeros(), covariance: groups.map(zeros) };
  const walks = groups.map(riskSets);
  const nextEnd = () => walks.reduce((earliest, walk) => Math.min(earliest, walk.nextEnd()), Number.POSITIVE_INFINITY);
  for (let time = nextEnd(); time < Number.POSITIVE_INFINITY; time = nextEnd()) {
    const sets = walks.map((walk) => walk.at(time));
    addTime(tally, sets);
  }
  return tally;
}

function dot(left: readonly number[], right: readonly number[]): number {
  return left.reduce((total, value, index) => total + value * (right[index] ?? 0), 0);
}

/** xᵀ·A⁻¹·x for a positive definite matrix A = L·Lᵀ: the square of the length of y in L·y = x (Cholesky). */
function quadraticForm(matrix: readonly (readonly number[])[], x: readonly number[]): number {
  const factor: number[][] = [];
  /** A row of L up to its diagonal from a row of A, and y from x. */
  const solve = (row: readonly number[]): number[] => {
    const solved: number[] = [];
    for (const [column, pivot] of factor.entries()) {
      solved.push(((row[column] ?? 0) - dot(solved, pivot)) / (pivot[column] ?? 1));
    }
    return solved;
  };
  for (const [index, row] of matrix.entries()) {
    const left = solve(row);
    factor.push([...left, Math.sqrt((row[index] ?? 0) - dot(left, left))]);
  }
  const y = solve(x);
  return dot(y, y);
}

/**
 * Log-rank test that two or more groups of customers stay equally long, such as those of two contracts. Customers still
 * there count as far as they have been seen. It answers whether any group differs, over all of the time seen; curves
 * that cross can hide from it.
 *
 * Equation: χ² = (O − E)ᵀ·V⁻¹·(O − E) over all groups but one, with one degree of freedom less than groups. At each
 * time at which somebody ended, Eᵢ grows by d·nᵢ ÷ n and Vᵢⱼ by d(n − d) ÷ (n − 1) × nᵢ ÷ n × ([i = j] − nⱼ ÷ n), where
 * nᵢ of the n customers at risk are in group i and d of the n ended. Of one group against all others it is
 * (Oᵢ − Eᵢ)² ÷ Vᵢᵢ.
 * Takes two groups or more (`too-few-groups`). There is nothing to test when nobody ended (`nobody-ended`), when a
 * group was last seen before the first end in any group (`gone-before-first-end`), or when all who were left ended at
 * the same time (`all-ended-at-once`).
 *
 * Source: N. Mantel, Cancer Chemotherapy Reports 50(3), 1966; R. Peto and J. Peto, Journal of the Royal Statistical
 * Society A 135(2), 1972.
 *
 * @example logRankTest({ groups: [{ durations: [1, 3], ended: [1, 1] }, { durations: [2, 4], ended: [1, 0] }] }) // { ok: true, value: { chiSquare: 0.615385, degreesOfFreedom: 1, pValue: 0.432768, groups: [{ customers: 2, observed: 2, expected: 1.3333 }, { customers: 2, observed: 1, expected: 1.6667 }] } }
 */
export function logRankTest({
  groups,
}: {
  readonly groups: readonly ObservedDurations[];
}): Result<
  LogRankTest,
  DurationsProblem | 'too-few-groups' | 'nobody-ended' | 'gone-before-first-end' | 'all-ended-at-once' | 'too-large'
> {
  for (const [index, group] of groups.entries()) {
    const problem = durationsProblem(group, `groups.${index}.`);
    if (problem) return problem;
  }
  if (groups.length < 2) return failure('too-few-groups', 'groups');
  const { observed, expected, covariance } = tallyOf(groups);
  if (observed.every((count) => count === 0)) return failure('nobody-ended');
  const unseen = expected.indexOf(0);
  if (unseen !== -1) return failure('gone-before-first-end', `groups.${unseen}.durations`);
  const variance = (group: number) => covariance[group]?.[group] ?? 0;
  if (variance(0) === 0) return failure('all-ended-at-once');

  // What all groups are off by adds up to 0, so one says nothing new. Leaving out the one that varies most keeps most
  // digits of the others.
  const [, ...kept] = [...groups.keys()].sort((a, b) => variance(b) - variance(a));
  const chiSquare = finite(
    quadraticForm(
      kept.map((i) => kept.map((j) => covariance[i]?.[j] ?? 0)),
      kept.map((i) => (observed[i] ?? 0) - (expected[i] ?? 0)),
    ),
  );
  if (!chiSquare.ok) return chiSquare;
  const degreesOfFreedom = groups.length - 1;
  return success({
    chiSquare: chiSquare.value,
    degreesOfFreedom,
    pValue: chiSquareTail({ value: chiSquare.value, degreesOfFreedom }),
    groups: groups.map(({ durations }, index) => {
      const [ended = 0, mean = 0] = [observed[index], expected[index]];
      const value = (ended - mean) ** 2 / variance(index);
      return {
        customers: durations.length,
        observed: ended,
        expected: mean,
        pValue: chiSquareTail({ value, degreesOfFreedom: 1 }),
      };
    }),
  });
}
