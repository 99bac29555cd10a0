import { failure, type Result, success } from '../result.ts';
import { quotient } from './formula.ts';
import { isCount } from './shares.ts';

export interface SatisfactionCounts {
  /** Answers of 4 and 5 on a scale of five. */
  readonly satisfied: number;
  /** All answers. */
  readonly answers: number;
}

/** Share of satisfied answers, the "top two boxes" of a five-point scale. Equation: answers of 4 and 5 ÷ all answers. */
export function satisfiedShare({
  satisfied,
  answers,
}: SatisfactionCounts): Result<number, 'negative-count' | 'no-answers' | 'more-satisfied-than-answers'> {
  if (!isCount(satisfied) || !isCount(answers)) return failure('negative-count');
  if (answers === 0) return failure('no-answers');
  return satisfied > answers ? failure('more-satisfied-than-answers') : success(satisfied / answers);
}

export const satisfiedShareFormula = quotient('satisfied', 'answers');
