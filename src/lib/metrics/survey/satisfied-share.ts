import { failure, type Result, success } from '../../result.ts';
import { countProblem, firstProblem } from '../checks.ts';
import { quotient } from '../formula.ts';

export interface SatisfactionCounts {
  /** Answers of 4 and 5 on a scale of five. */
  readonly satisfied: number;
  /** All answers. */
  readonly answers: number;
}

/**
 * Share of satisfied answers: the "top two boxes" of a five-point scale. From 0 to 1.
 *
 * Equation: answers of 4 and 5 ÷ all answers. Without answers there is no share (`no-answers`).
 *
 * @example satisfiedShare({ satisfied: 65, answers: 100 }) // { ok: true, value: 0.65 }
 */
export function satisfiedShare({
  satisfied,
  answers,
}: SatisfactionCounts): Result<number, 'not-a-number' | 'negative-count' | 'no-answers' | 'part-above-whole'> {
  const problem = firstProblem({ satisfied, answers }, countProblem);
  if (problem) return problem;
  if (answers === 0) return failure('no-answers', 'answers');
  if (satisfied > answers) return failure('part-above-whole', 'satisfied');
  return success(satisfied === 0 ? 0 : satisfied / answers);
}

export const satisfiedShareFormula = quotient('satisfied', 'answers');
