/** Terms of Stirling's series, B₂ₖ ÷ (2k(2k − 1)) with the Bernoulli numbers B: NIST Digital Library of Mathematical Functions, 5.11.1. */
const stirling = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156, -3617 / 122400] as const;
const halfLogOfTwoPi = Math.log(2 * Math.PI) / 2;
/** From here on the series has 15 digits. */
const largeEnough = 10;

/** The series of ln Γ(x) beyond its leading terms, for x from `largeEnough` on. */
function stirlingSeries(x: number): number {
  return stirling.reduceRight((sum, term) => sum / (x * x) + term, 0) / x;
}

/**
 * Natural logarithm of the gamma function, for arguments above 0. Error below 1e−14 of its value, near
 * its zeros at 1 and 2 below 1e−14.
 * Equation: Stirling's series; a small argument is first raised by Γ(x + 1) = x·Γ(x).
 *
 * @example logGamma(5) // 3.17805383034795
 */
export function logGamma(argument: number): number {
  let x = argument;
  let raised = 1;
  for (; x < largeEnough; x += 1) raised *= x;
  return (x - 0.5) * Math.log(x) - x + halfLogOfTwoPi + stirlingSeries(x) - Math.log(raised);
}

/**
 * ln Γ(x + shift) − ln Γ(x), for x and shift above 0, also where both are so large that subtracting them would leave
 * no digit.
 *
 * @example logGammaRise(1e20, 2) // 92.103403719761827
 */
export function logGammaRise(argument: number, shift: number): number {
  let x = argument;
  let raised = 0;
  for (; x < largeEnough; x += 1) raised += Math.log1p(shift / x);
  const leading = (x - 0.5) * Math.log1p(shift / x) + shift * Math.log(x + shift) - shift;
  return leading + stirlingSeries(x + shift) - stirlingSeries(x) - raised;
}

/** Natural logarithm of the beta function. Equation: B(a, b) = Γ(a)·Γ(b) ÷ Γ(a + b). */
export function logBeta(a: number, b: number): number {
  return logGamma(Math.min(a, b)) - logGammaRise(Math.max(a, b), Math.min(a, b));
}

/** A term this small compared with the sum changes no digit of it. */
const negligible = 1e-17;
const mostTerms = 1_000_000;

/** P(a, x) by its power series, which converges fast for x < a + 1. */
function lowerSeries(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = a + 1; term > sum * negligible; n += 1) {
    term *= x / n;
    sum += term;
  }
  return sum * Math.exp(a * Math.log(x) - x - logGamma(a));
}

/** Q(a, x) by its continued fraction (Lentz's method), which converges fast for x ≥ a + 1. */
function upperFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = Number.POSITIVE_INFINITY;
  let d = 1 / b;
  let fraction = d;
  for (let n = 1; n <= mostTerms; n += 1) {
    const numerator = -n * (n - a);
    b += 2;
    d = 1 / (numerator * d + b);
    c = b + numerator / c;
    fraction *= c * d;
    if (Math.abs(c * d - 1) < 1e-15) break;
  }
  return fraction * Math.exp(a * Math.log(x) - x - logGamma(a));
}

/**
 * Regularized upper incomplete gamma function Q(a, x) for a > 0, x ≥ 0: from 1 at x = 0 down to 0.
 *
 * Source: NIST Digital Library of Mathematical Functions, 8.7.1 and 8.9.2.
 *
 * @example upperIncompleteGamma(1, 2) // 0.13533528323661
 */
export function upperIncompleteGamma(a: number, x: number): number {
  if (x <= 0) return 1;
  // Beyond this distance from a the tail is smaller than any number; the fraction would only lose its way.
  if (x > a + 1500 + 60 * Math.sqrt(a)) return 0;
  return x < a + 1 ? 1 - lowerSeries(a, x) : upperFraction(a, x);
}
