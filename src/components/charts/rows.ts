import { bold, lineHeight, linesOf, widestOf, width } from './drawing.ts';

/** Height of a lying bar, and the room below it. */
export const bar = 18;
const gap = 8;

/** Rows of bars below each other: a label at the left, a bar, and its value at the right edge. */
export interface Rows {
  readonly labels: readonly (readonly string[])[];
  /** Middle of each row. */
  readonly middles: readonly number[];
  /** Where all rows end. */
  readonly bottom: number;
  /** Where bars may stand. */
  readonly left: number;
  readonly right: number;
}

/** Places of rows from their labels, which take no more than some room, and the texts of their values. */
export function rowsOf(names: readonly string[], texts: readonly string[], top: number, labelRoom: number): Rows {
  const labels = names.map((name) => linesOf(name, labelRoom));
  // As far apart as the tallest needs: the eye follows bars that stand in step.
  const step = Math.max(bar, ...labels.map((lines) => lines.length * lineHeight)) + gap;
  const left = widestOf(labels.flat()) * bold + 8;
  return {
    labels,
    middles: labels.map((_, index) => top + index * step + (step - gap) / 2),
    bottom: top + labels.length * step,
    left,
    right: Math.max(left + 60, width - widestOf(texts) * bold - 8),
  };
}
