import { mean } from './mean.ts';

/**
 * Correlation of two columns, from −1 to 1: how closely one goes up (or down) in a straight line with the other.
 * Undefined for fewer than two rows or where a column never changes.
 *
 * Equation: Σ(x − x̄)(y − ȳ) ÷ √(Σ(x − x̄)² · Σ(y − ȳ)²).
 *
 * Source: K. Pearson, "Notes on Regression and Inheritance in the Case of Two Parents", Proceedings of the Royal Society
 * of London 58, 1895.
 *
 * @example correlation([1, 2, 3], [2, 4, 5]) // 0.98198051
 */
export function correlation(xs: readonly number[], ys: readonly number[]): number | undefined {
  const meanX = mean(xs);
  const meanY = mean(ys);
  let together = 0;
  let squaresX = 0;
  let squaresY = 0;
  for (const [row, x] of xs.entries()) {
    const y = ys[row] ?? Number.NaN;
    together += (x - meanX) * (y - meanY);
    squaresX += (x - meanX) ** 2;
    squaresY += (y - meanY) ** 2;
  }
  // The roots first: the product of the squares of large amounts would leave the numbers there are.
  const spread = Math.sqrt(squaresX) * Math.sqrt(squaresY);
  return spread > 0 ? Math.min(1, Math.max(-1, together / spread)) : undefined;
}
