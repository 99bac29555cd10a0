import type { Unit } from '../number/units.ts';

/** How a number differs from the same number of the first scenario. */
export interface ScenarioDifference {
  readonly change: number;
  /** The change as a share of the first. Left out where that says nothing: of shares, of scores, and of 0. */
  readonly share?: number;
}

export function differenceFrom(first: number, value: number, unit: Unit): ScenarioDifference {
  const change = value - first;
  const hasShare = unit !== 'ratio' && unit !== 'points' && first !== 0;
  return { change, ...(hasShare && { share: change / first }) };
}
