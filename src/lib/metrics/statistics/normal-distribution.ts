import { upperIncompleteGamma } from './gamma-function.ts';

type Coefficients = readonly number[];

/** The rational approximations of algorithm AS 241 (PPND16), lowest power first: numerator and denominator. */
const central: readonly [Coefficients, Coefficients] = [
  [
    3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987, 67265.7709270087,
    33430.57558358813, 2509.0809287301227,
  ],
  [
    1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271,
    28729.085735721943, 5226.495278852854,
  ],
];
const middle: readonly [Coefficients, Coefficients] = [
  [
    1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684,
    0.2417807251774506, 0.022723844989269184, 0.0007745450142783414,
  ],
  [
    1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457,
    0.0005475938084995345, 1.0507500716444169e-9,
  ],
];
const far: readonly [Coefficients, Coefficients] = [
  [
    6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124,
    0.0012426609473880784, 0.000027115555687434876, 2.0103343992922881e-7,
  ],
  [
    1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133, 0.000018463183175100548,
    1.421511758316446e-7, 2.0442631033899397e-15,
  ],
];

function ratio([numerator, denominator]: readonly [Coefficients, Coefficients], x: number): number {
  const polynomial = (coefficients: Coefficients) => coefficients.reduceRight((sum, next) => sum * x + next, 0);
  return polynomial(numerator) / polynomial(denominator);
}

/**
 * Quantile of the standard normal distribution: the value that a share of it lies below. −∞ at 0, ∞ at 1.
 * Relative error below 1e−15.
 *
 * Source: M. Wichura, "Algorithm AS 241: The Percentage Points of the Normal Distribution", Applied Statistics 37(3), 1988.
 *
 * @example normalQuantile(0.975) // 1.959963984540054
 */
export function normalQuantile(share: number): number {
  const q = share - 0.5;
  if (Math.abs(q) <= 0.425) return q * ratio(central, 0.180625 - q * q);
  const tail = q < 0 ? share : 1 - share;
  if (tail <= 0) return q < 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  const r = Math.sqrt(-Math.log(tail));
  const quantile = r <= 5 ? ratio(middle, r - 1.6) : ratio(far, r - 5);
  return q < 0 ? -quantile : quantile;
}

/**
 * The factor that turns a standard error into half an interval with a two-sided confidence between 0 and 1.
 *
 * @example intervalFactor(0.95) // 1.959963984540054
 */
export function intervalFactor(confidence: number): number {
  // By the lower tail: near a confidence of 1 the upper one is no longer different from 1.
  return -normalQuantile((1 - confidence) / 2);
}

/**
 * Chance that a standard normal value lies at least this far from 0, on either side: the p-value of a z test.
 * Equation: Q(½, z² ÷ 2).
 *
 * @example twoSidedTail(1.959963984540054) // 0.05
 */
export function twoSidedTail(z: number): number {
  return upperIncompleteGamma(0.5, (z * z) / 2);
}
