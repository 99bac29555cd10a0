import { logBeta } from './gamma-function.ts';
import { incompleteBeta } from './incomplete-beta.ts';
import { intervalFactor } from './normal-distribution.ts';

/** With more degrees of freedom the normal factor has the same 8 digits, and here rounding would cost more. */
const asGoodAsNormal = 1e8;

/** A step this small a part of the factor changes no digit that means anything. */
const negligible = 1e-14;

/**
 * The factor that turns a standard error, itself estimated from the data, into half an interval of a mean with a
 * two-sided confidence between 0 and 1: the quantile of Student's t distribution. With few degrees of freedom well above
 * that of the normal distribution (`intervalFactor`).
 *
 * Equation: the t with I_x(ν ÷ 2, ½) = 1 − confidence, x = ν ÷ (ν + t²). Found by Newton's method from the normal
 * factor, which is never above: the tail is convex, so that no step leads too far.
 *
 * Source: Student, "The Probable Error of a Mean", Biometrika 6(1), 1908; NIST Digital Library of Mathematical
 * Functions, 8.17.
 *
 * @example studentFactor({ confidence: 0.95, degreesOfFreedom: 4 }) // 2.7764451052
 */
export function studentFactor({
  confidence,
  degreesOfFreedom,
}: {
  readonly confidence: number;
  /** At least 1: for a mean, one less than its values. */
  readonly degreesOfFreedom: number;
}): number {
  let factor = intervalFactor(confidence);
  if (degreesOfFreedom > asGoodAsNormal) return factor;
  const outside = 1 - confidence;
  const logScale = Math.log(degreesOfFreedom) / 2 + logBeta(degreesOfFreedom / 2, 0.5);
  for (;;) {
    const square = factor ** 2 / degreesOfFreedom;
    const beyond = incompleteBeta({
      a: degreesOfFreedom / 2,
      b: 0.5,
      x: 1 / (1 + square),
      rest: square / (1 + square),
    });
    const density = Math.exp(-logScale - ((degreesOfFreedom + 1) / 2) * Math.log1p(square));
    const step = (beyond - outside) / (2 * density);
    if (!(step > factor * negligible)) return factor;
    factor += step;
  }
}
