import { upperIncompleteGamma } from './gamma-function.ts';

/**
 * Chance that a chi-square value with some degrees of freedom is at least this large: the p-value of a test.
 * Equation: Q(degrees ÷ 2, value ÷ 2).
 *
 * @example chiSquareTail({ value: 3.841458820694124, degreesOfFreedom: 1 }) // 0.05
 */
export function chiSquareTail({
  value,
  degreesOfFreedom,
}: {
  readonly value: number;
  readonly degreesOfFreedom: number;
}): number {
  return upperIncompleteGamma(degreesOfFreedom / 2, value / 2);
}
