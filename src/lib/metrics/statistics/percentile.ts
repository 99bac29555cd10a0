/**
 * Percentile of sorted numbers, of which there is at least one: the value that a share of them lies below. Between two
 * of them it goes in a straight line.
 *
 * Equation: x[h], h = (n − 1) × share, counted from 0.
 *
 * Source: definition 7 in R. Hyndman and Y. Fan, "Sample Quantiles in Statistical Packages", The American Statistician
 * 50(4), 1996: the default of R and NumPy, and PERCENTILE.INC of spreadsheets.
 *
 * @example percentile([10, 20, 30, 40], 0.5) // 25
 */
export function percentile(sorted: ArrayLike<number>, share: number): number {
  const place = (sorted.length - 1) * share;
  const lower = sorted[Math.floor(place)] ?? Number.NaN;
  const upper = sorted[Math.ceil(place)] ?? Number.NaN;
  return Math.min(upper, lower + (upper - lower) * (place % 1));
}
