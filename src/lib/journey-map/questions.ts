import type { LaneKind } from './document.ts';

const numbers = [1, 2, 3] as const;

/** The key of a question in the reader's language. */
export type QuestionKey = `journey.question.${LaneKind}.${(typeof numbers)[number]}`;

/** What to ask where a lane of a kind has nothing to say yet. */
export function questionsOf(kind: LaneKind): readonly QuestionKey[] {
  return numbers.map((number) => `journey.question.${kind}.${number}` as const);
}
