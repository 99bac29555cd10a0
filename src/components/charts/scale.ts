import { nice, ticks } from 'd3-array';

/** Beyond this, the difference of two numbers may be none. */
const largest = 1e300;
/** Below this, steps between marks are lost to rounding. */
const smallest = 1e-290;
/** Values whose difference is a smaller part of them are drawn as equal: their marks could not be told apart. */
const leastDifference = 1e-9;

/** The lowest and the highest of the numbers, apart from each other and fit to be drawn whatever the numbers are. */
export function extentOf(values: readonly number[]): [low: number, high: number] {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    low = Math.max(Math.min(low, value), -largest);
    high = Math.min(Math.max(high, value), largest);
  }
  const magnitude = Math.max(Math.abs(low), Math.abs(high));
  if (low > high || magnitude < smallest) return [0, 1];
  if (high - low > magnitude * leastDifference) return [low, high];
  return [low - magnitude / 2, high + magnitude / 2];
}

export interface Scale {
  /** Place of a value in the drawing; values outside stand at the edge. */
  (value: number): number;
  readonly low: number;
  readonly high: number;
  /** Round values within, about as many as asked. */
  ticks(count: number): number[];
}

/** Places to hundredths of a unit: finer than any screen, and short in the page. */
export function rounded(place: number): number {
  return Math.round(place * 100) / 100;
}

/** Equal steps of value are equal distances. With `marks`, the ends are widened to round values about as many steps apart. */
export function linearScale(
  extent: readonly [low: number, high: number],
  range: readonly [from: number, to: number],
  marks?: number,
): Scale {
  const [low, high] = marks === undefined ? extent : nice(...extent, marks);
  const [from, to] = range;
  const place = (value: number) => {
    const share = Math.min(1, Math.max(0, (value - low) / (high - low)));
    return rounded(from + share * (to - from));
  };
  return Object.assign(place, { low, high, ticks: (count: number) => ticks(low, high, count) });
}

/** Marks with their texts. Where rounding would write the same text twice, once is enough. */
export function writtenTicks(ticks: readonly number[], format: (value: number) => string) {
  const written = ticks.map((value) => ({ value, text: format(value) }));
  return written.filter(({ text }, index) => text !== written[index - 1]?.text);
}
