import { nice, ticks } from 'd3-array';
import type { Bin } from './Histogram.tsx';
import { extentOf } from './scale.ts';

/** Share of the values left out at each end: a few far ones would press all others into one bar. */
const tail = 0.005;
const mostBars = 24;

export interface Bins {
  readonly bins: readonly Bin[];
  /** How many values lie below the first bin and above the last. */
  readonly below: number;
  readonly above: number;
}

/** How many of the values, which come from the lowest to the highest, lie below a limit (or on it). */
function countBelow(sorted: ArrayLike<number>, limit: number, isWithin: boolean): number {
  let first = 0;
  let last = sorted.length;
  while (first < last) {
    const middle = (first + last) >>> 1;
    const value = sorted[middle] ?? limit;
    if (value < limit || (isWithin && value === limit)) first = middle + 1;
    else last = middle;
  }
  return first;
}

/** How often values occur between round limits, for a histogram. The values come from the lowest to the highest. */
export function binsOf(sorted: ArrayLike<number>, bars = mostBars): Bins {
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))] ?? 0;
  const [low, high] = extentOf([at(tail), at(1 - tail)]);
  const [first, last] = nice(low, high, bars);
  const limits = ticks(first, last, bars);
  // A value on a limit belongs to the bin above it; the last bin has both of its limits.
  const below = limits.map((limit, index) => countBelow(sorted, limit, index === limits.length - 1));
  const bins = limits.slice(1).map((to, index) => ({
    from: limits[index] ?? to,
    to,
    count: (below[index + 1] ?? 0) - (below[index] ?? 0),
  }));
  return { bins, below: below[0] ?? 0, above: sorted.length - (below.at(-1) ?? 0) };
}
