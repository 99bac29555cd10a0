import { logBeta } from './gamma-function.ts';

const mostTerms = 1_000_000;
/** Stands in for a 0 to divide by. */
const tiny = 1e-300;

/** The continued fraction of I_x(a, b) (Lentz's method), which converges fast for x below (a + 1) ÷ (a + b + 2). */
function fraction(a: number, b: number, x: number): number {
  let c = 1;
  let d = 1 / (1 - ((a + b) * x) / (a + 1));
  let value = d;
  for (let m = 1; m <= mostTerms; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / (1 + even * d || tiny);
    c = 1 + even / c || tiny;
    value *= c * d;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / (1 + odd * d || tiny);
    c = 1 + odd / c || tiny;
    value *= c * d;
    if (Math.abs(c * d - 1) < 1e-15) break;
  }
  return value;
}

/**
 * Regularized incomplete beta function I_x(a, b) for a, b > 0: the chance that a beta-distributed share is at most x.
 * Takes x and the rest 1 − x, because of two shares that add up to 1 the smaller one should be exact.
 *
 * Source: NIST Digital Library of Mathematical Functions, 8.17.22.
 *
 * @example incompleteBeta({ a: 2, b: 1, x: 0.3, rest: 0.7 }) // 0.09
 */
export function incompleteBeta({
  a,
  b,
  x,
  rest,
}: {
  readonly a: number;
  readonly b: number;
  readonly x: number;
  readonly rest: number;
}): number {
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta({ a: b, b: a, x: rest, rest: x });
  return (Math.exp(a * Math.log(x) + b * Math.log(rest) - logBeta(a, b)) / a) * fraction(a, b, x);
}
