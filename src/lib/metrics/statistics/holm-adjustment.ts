import { failure, type Result, success } from '../../result.ts';
import { firstProblemIn, shareProblem } from '../checks.ts';

/**
 * p-values of several comparisons, as they have to be when all of them are looked at: adjusted so that, where nothing
 * differs, the chance that even one of them comes out below a limit stays below that limit, whether or not the
 * comparisons have data in common. In the order given, each from 0 to 1 and never below its own.
 *
 * Equation: with the p-values in ascending order, p₍ᵢ₎ becomes the largest of (m − j + 1) × p₍ⱼ₎ for j up to i, at most
 * 1, where m is how many there are. An empty list has nothing to adjust (`no-p-values`).
 *
 * Source: S. Holm, "A Simple Sequentially Rejective Multiple Test Procedure", Scandinavian Journal of Statistics 6(2),
 * 1979.
 *
 * @example holmAdjustment({ pValues: [0.01, 0.04, 0.03, 0.005] }) // { ok: true, value: [0.03, 0.06, 0.06, 0.02] }
 */
export function holmAdjustment({
  pValues,
}: {
  readonly pValues: readonly number[];
}): Result<readonly number[], 'not-a-number' | 'not-a-share' | 'no-p-values'> {
  const problem = firstProblemIn('pValues', pValues, shareProblem);
  if (problem) return problem;
  if (pValues.length === 0) return failure('no-p-values', 'pValues');

  const places = pValues.map((_, place) => place).sort((one, other) => (pValues[one] ?? 0) - (pValues[other] ?? 0));
  const adjusted = [...pValues];
  let largest = 0;
  for (const [rank, place] of places.entries()) {
    largest = Math.max(largest, Math.min(1, (pValues.length - rank) * (pValues[place] ?? 0)));
    adjusted[place] = largest;
  }
  return success(adjusted);
}
