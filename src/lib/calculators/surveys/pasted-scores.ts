import { classifyRating } from '../../metrics/survey/rating-scale.ts';
import { type Success, success } from '../../result.ts';
import type { RatingData } from './rating-data.ts';

export interface PastedScores {
  /** Undefined when no score could be read. */
  readonly data: RatingData | undefined;
  readonly read: number;
  /** What is no whole number from 0 to 10. */
  readonly leftOut: number;
  /** The first of them as written, each once. */
  readonly examples: readonly string[];
}

const mostExamples = 5;
const longestExample = 20;

/** Scores in a text, however they are separated: "10 9 7", one per line, with commas, in full-width digits. */
export function pastedScores(text: string): Success<PastedScores> {
  const counts = Array.from({ length: 11 }, () => 0);
  const examples = new Set<string>();
  let leftOut = 0;
  for (const [piece] of text.normalize('NFKC').matchAll(/[^\s,;、。・|]+/g)) {
    const rating = /^\d+$/.test(piece) ? Number(piece) : Number.NaN;
    if (classifyRating({ rating }).ok) counts[rating] = (counts[rating] ?? 0) + 1;
    else {
      leftOut += 1;
      if (examples.size < mostExamples) examples.add(piece.slice(0, longestExample));
    }
  }
  const read = counts.reduce((sum, count) => sum + count, 0);
  const data: RatingData = { scale: '0-10', counts, segments: [], months: [] };
  return success({ data: read === 0 ? undefined : data, read, leftOut, examples: [...examples] });
}
