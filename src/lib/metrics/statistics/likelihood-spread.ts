import { failure, type Result, success } from '../../result.ts';

type Matrix = readonly (readonly number[])[];
type LogLikelihood = (point: readonly number[]) => number;

/** A thousandth of a quantity: near enough to the top, and far enough for differences of likelihoods to keep digits. */
const step = 1e-3;

/** Minus the second derivatives of a log-likelihood at a point, by central differences. */
function observedInformation(logLikelihood: LogLikelihood, point: readonly number[]): Matrix {
  const shifted = (...shifts: readonly (readonly [axis: number, by: number])[]) =>
    logLikelihood(point.map((x, axis) => shifts.reduce((sum, [on, by]) => (on === axis ? sum + by : sum), x)));
  return point.map((_, row) =>
    point.map((_, column) => {
      const [alike, opposite] = [
        [step, step],
        [step, -step],
      ].map(([one = 0, other = 0]) => shifted([row, one], [column, other]) + shifted([row, -one], [column, -other]));
      return ((opposite ?? 0) - (alike ?? 0)) / (4 * step * step);
    }),
  );
}

/** L with L·Lᵀ = matrix, below its diagonal; has entries that are not numbers where the matrix is not positive definite. */
function cholesky(matrix: Matrix): number[][] {
  const lower: number[][] = [];
  for (const [row, entries] of matrix.entries()) {
    const own: number[] = [];
    for (let column = 0; column <= row; column += 1) {
      const other = column === row ? own : (lower[column] ?? []);
      const rest = own.reduce((left, entry, index) => left - entry * (other[index] ?? 0), entries[column] ?? 0);
      own.push(column === row ? Math.sqrt(rest) : rest / (other[column] ?? 0));
    }
    lower.push(own);
  }
  return lower;
}

/** The x for which Lᵀ·x = z. */
function solveTransposed(lower: Matrix, z: readonly number[]): number[] {
  const x = [...z];
  for (let row = z.length - 1; row >= 0; row -= 1) {
    x[row] = (x[row] ?? 0) / (lower[row]?.[row] ?? 0);
    for (let above = 0; above < row; above += 1) {
      x[above] = (x[above] ?? 0) - (lower[row]?.[above] ?? 0) * (x[row] ?? 0);
    }
  }
  return x;
}

/** A parameter that could as well be ten times as large or a tenth, by one standard error, is not known at all. */
const widest = Math.log(10);

/**
 * How sure the parameters of a likelihood's top are: what leads from standard normal numbers, one for each axis, to
 * parameters as other data of the same kind and number could have given them. They are normally distributed around the
 * top, with the inverse of the observed information as their covariance. Each axis is the logarithm of a quantity above 0.
 *
 * Equation: top + x with Lᵀ·x = z, where L·Lᵀ = −∂² ln likelihood (Cholesky).
 *
 * Has no answer where the likelihood does not fall off on every side, or so little that a standard error leads to ten
 * times the quantity (`spread-unknown`): there it is no hill, and a normal distribution says nothing.
 *
 * Source: B. Efron and D. Hinkley, "Assessing the Accuracy of the Maximum Likelihood Estimator: Observed Versus Expected
 * Fisher Information", Biometrika 65(3), 1978.
 */
export function likelihoodSpread({
  logLikelihood,
  top,
}: {
  readonly logLikelihood: LogLikelihood;
  readonly top: readonly number[];
}): Result<(normals: readonly number[]) => number[], 'spread-unknown'> {
  const lower = cholesky(observedInformation(logLikelihood, top));
  const columns = top.map((_, axis) =>
    solveTransposed(
      lower,
      top.map((_, other) => (other === axis ? 1 : 0)),
    ),
  );
  const errors = top.map((_, axis) => Math.hypot(...columns.map((column) => column[axis] ?? 0)));
  if (!errors.every((error) => error <= widest)) return failure('spread-unknown');
  return success((normals) => solveTransposed(lower, normals).map((x, axis) => x + (top[axis] ?? 0)));
}
