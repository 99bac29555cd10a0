/**
 * Mean of numbers, of which there is at least one. It never lies outside them, not even of the largest and the smallest
 * numbers there are: no sum is formed that could leave them, and what one step rounds the next one corrects.
 *
 * Equation: x̄ₖ = x̄ₖ₋₁ + (xₖ − x̄ₖ₋₁) ÷ k, the mean of the first k.
 *
 * Source: B. P. Welford, "Note on a Method for Calculating Corrected Sums of Squares and Products", Technometrics 4(3),
 * 1962.
 *
 * @example mean([5, 10, 15, 20, 600]) // 130
 */
export function mean(values: ArrayLike<number>): number {
  let before = values[0] ?? Number.NaN;
  for (let count = 2; count <= values.length; count++) {
    const value = values[count - 1] ?? Number.NaN;
    // Each is divided for itself: their difference could leave the numbers there are.
    before += value / count - before / count;
  }
  return before;
}
