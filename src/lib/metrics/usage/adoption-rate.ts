import { failure, type Result } from '../../result.ts';
import { countProblem, finite, firstProblem } from '../checks.ts';
import { quotient } from '../formula.ts';

export interface Adoption {
  /** Those of the users who did, in the time looked at, what counts as real use. */
  readonly activeUsers: number;
  /** All who could: everyone with access, whether they ever came or not. */
  readonly users: number;
}

/**
 * Adoption rate: the share of those who could use a product, or one of its features, who really do. What counts as use
 * and in what time must be named with it.
 *
 * Equation: active users ÷ users.
 *
 * @example adoptionRate({ activeUsers: 84, users: 120 }) // { ok: true, value: 0.7 }
 */
export function adoptionRate({
  activeUsers,
  users,
}: Adoption): Result<number, 'not-a-number' | 'negative-count' | 'no-users' | 'part-above-whole' | 'too-large'> {
  const problem = firstProblem({ activeUsers, users }, countProblem);
  if (problem) return problem;
  if (users === 0) return failure('no-users', 'users');
  return activeUsers > users ? failure('part-above-whole', 'activeUsers') : finite(activeUsers / users);
}

export const adoptionRateFormula = quotient('activeUsers', 'users');
