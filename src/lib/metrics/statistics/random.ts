import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** A stream of random numbers: each call gives the next. */
export type RandomStream = () => number;

/**
 * Independent streams of numbers evenly spread between 0 (included) and 1 (not included), the same for the same seed.
 * All are stretches of one sequence, each 2⁶⁴ numbers after the one before, so that none ever runs into the next and
 * how much is taken from one changes nothing in another.
 *
 * Source: D. Blackman and S. Vigna, "Scrambled Linear Pseudorandom Number Generators", ACM Transactions on Mathematical
 * Software 47(4), 2021 (xoroshiro128+ and its jump).
 */
export function randomStreams(seed: number, count: number): RandomStream[] {
  const sequence = xoroshiro128plus(seed);
  return Array.from({ length: count }, () => {
    sequence.jump();
    const own = sequence.clone();
    return () => uniformFloat64(own);
  });
}

/**
 * Standard normal values from even ones, by the polar method.
 *
 * Source: G. Marsaglia and T. Bray, "A Convenient Method for Generating Normal Variables", SIAM Review 6(3), 1964.
 */
export function normalStream(even: RandomStream): RandomStream {
  let spare: number | undefined;
  return () => {
    if (spare !== undefined) {
      const value = spare;
      spare = undefined;
      return value;
    }
    for (;;) {
      const x = 2 * even() - 1;
      const y = 2 * even() - 1;
      const square = x * x + y * y;
      if (square > 0 && square < 1) {
        const factor = Math.sqrt((-2 * Math.log(square)) / square);
        spare = y * factor;
        return x * factor;
      }
    }
  };
}

/**
 * Natural logarithms of gamma values with a shape above 0 and scale 1, which hold shapes whose values are too small or
 * too large for a number. A shape below 1 is raised by 1 and its values multiplied by U^(1 ÷ shape).
 *
 * Source: G. Marsaglia and W. Tsang, "A Simple Method for Generating Gamma Variables", ACM Transactions on Mathematical
 * Software 26(3), 2000.
 */
export function logGammaStream(shape: number, even: RandomStream, normal: RandomStream): RandomStream {
  const d = (shape < 1 ? shape + 1 : shape) - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  const logOfD = Math.log(d);
  const logOfMain = () => {
    for (;;) {
      const x = normal();
      const root = 1 + c * x;
      if (root <= 0) continue;
      const v = root * root * root;
      const logOfV = Math.log(v);
      if (Math.log(1 - even()) < (x * x) / 2 + d * (1 - v + logOfV)) return logOfD + logOfV;
    }
  };
  if (shape >= 1) return logOfMain;
  return () => logOfMain() + Math.max(-Number.MAX_VALUE, Math.log(1 - even()) / shape);
}
