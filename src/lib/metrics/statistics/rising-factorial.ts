import { logGamma } from './gamma-function.ts';

/** So few factors are multiplied: more exact than the difference of two logarithms, and as fast. */
const fewFactors = 16;
/** Below it a product of few factors stays within numbers. */
const smallFactor = 1e18;
/** From here on, two terms of Stirling's series have 12 digits. */
const largeEnough = 1000;

/**
 * Natural logarithm of a rising factorial, from·(from + 1)· … of `count` factors; 0 of none.
 * Equation: ln Γ(from + count) − ln Γ(from). For a large `from` by the difference of their Stirling series, because
 * the two logarithms would agree in most of their digits.
 *
 * @example logRisingFactorial(3, 2) // 2.484906649788
 */
export function logRisingFactorial(from: number, count: number): number {
  if (count <= fewFactors && from < smallFactor) {
    let product = 1;
    for (let factor = 0; factor < count; factor += 1) product *= from + factor;
    return Math.log(product);
  }
  if (from < largeEnough) return logGamma(from + count) - logGamma(from);
  const end = from + count;
  return (from - 0.5) * Math.log1p(count / from) + count * (Math.log(end) - 1) - count / (12 * from * end);
}
