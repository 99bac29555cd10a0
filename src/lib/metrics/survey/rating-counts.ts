import { type Failure, failure } from '../../result.ts';
import { type Check, countProblem, firstProblem } from '../checks.ts';

/** Answers to "How likely is it that you would recommend us?", by group. Weighted answers make fractions possible. */
export interface RatingCounts {
  /** Answers of 9 and 10. */
  readonly promoters: number;
  /** Answers of 7 and 8. */
  readonly passives: number;
  /** Answers of 0 to 6. */
  readonly detractors: number;
}

export type RatingCountsProblem = 'not-a-number' | 'negative-count' | 'no-answers' | 'too-large';

/** Of how many answers there are in all, each count being one. */
export const answersProblem: Check<'no-answers' | 'too-large'> = (answers) => {
  if (answers === 0) return 'no-answers';
  return Number.isFinite(answers) ? undefined : 'too-large';
};

/** The first thing wrong with the answers of a survey, if anything is. */
export function ratingCountsProblem({
  promoters,
  passives,
  detractors,
}: RatingCounts): Failure<RatingCountsProblem> | undefined {
  const problem = firstProblem({ promoters, passives, detractors }, countProblem);
  if (problem) return problem;
  const reason = answersProblem(promoters + passives + detractors);
  return reason && failure(reason);
}

/** A problem of one of several surveys: the field it is about, as seen from outside (`after.promoters`). */
export function problemWithin<Reason extends string>(
  survey: string,
  problem: Failure<Reason> | undefined,
): Failure<Reason> | undefined {
  return problem && failure(problem.reason, problem.field === undefined ? survey : `${survey}.${problem.field}`);
}
