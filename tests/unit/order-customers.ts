import fc from 'fast-check';
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Numbers evenly spread above 0 up to 1, the same for the same seed. */
export function evenNumbers(seed: number): () => number {
  const generator = xoroshiro128plus(seed);
  return () => 1 - uniformFloat64(generator);
}

/** A gamma-distributed number with a whole shape: a sum of waiting times. */
export function gammaNumber(even: () => number, shape: number, scale: number): number {
  return Array.from({ length: shape }, () => -Math.log(even()) * scale).reduce((sum, wait) => sum + wait, 0);
}

/** Numbers spread evenly over powers of ten. */
export const between = (least: number, most: number) =>
  fc.double({ min: Math.log10(least), max: Math.log10(most), noNaN: true }).map((exponent) => 10 ** exponent);

/** Parameters of the beta-geometric/NBD model. */
export const anyOrderModel = fc.record({
  r: between(0.05, 20),
  alpha: between(0.1, 100),
  a: between(0.05, 20),
  b: between(0.05, 20),
});
/** A customer with repeat orders. */
export const anyHistory = fc
  .record({ repeatOrders: fc.integer({ min: 1, max: 60 }), age: between(0.1, 200), part: between(0.01, 1) })
  .map(({ repeatOrders, age, part }) => ({ repeatOrders, age, lastOrder: age * part }));
