export interface Lowest {
  readonly point: readonly number[];
  readonly value: number;
  /** Whether the search came to rest before it ran out of evaluations. */
  readonly converged: boolean;
}

interface Vertex {
  readonly point: readonly number[];
  readonly value: number;
}

type Objective = (point: readonly number[]) => number;

const evaluationsPerDimension = 1000;

/** The point on the line from one point through another: 0 is `from`, 1 is `through`, 2 as far again beyond. */
function along(from: readonly number[], through: readonly number[], how: number): number[] {
  return from.map((start, axis) => start + how * ((through[axis] ?? start) - start));
}

/** The corners of the next simplex, from corners in order of height: the worst is reflected, stretched or drawn in. */
function nextSimplex(corners: readonly Vertex[], at: (point: readonly number[]) => Vertex): Vertex[] {
  const [best, worst, others] = [corners[0] as Vertex, corners[corners.length - 1] as Vertex, corners.slice(0, -1)];
  const secondWorst = others[others.length - 1] as Vertex;
  const middle = best.point.map(
    (_, axis) => others.reduce((sum, { point }) => sum + (point[axis] ?? 0), 0) / others.length,
  );
  const reflected = at(along(worst.point, middle, 2));
  if (reflected.value < best.value) {
    const stretched = at(along(worst.point, middle, 3));
    return [...others, stretched.value < reflected.value ? stretched : reflected];
  }
  if (reflected.value < secondWorst.value) return [...others, reflected];
  const drawnIn = at(along(worst.point, middle, reflected.value < worst.value ? 1.5 : 0.5));
  if (drawnIn.value < Math.min(reflected.value, worst.value)) return [...others, drawnIn];
  return corners.map((corner) => (corner === best ? best : at(along(best.point, corner.point, 0.5))));
}

/** Longest distance from the first corner to another along an axis. */
function extent([first, ...others]: readonly Vertex[]): number {
  const distances = others.flatMap(({ point }) => point.map((x, axis) => Math.abs(x - (first?.point[axis] ?? 0))));
  return Math.max(...distances);
}

/** One descent, until the corners lie so close together that there is nothing left to gain. */
function descend(objective: Objective, start: readonly number[], step: number, tolerance: number): Lowest {
  let evaluations = 0;
  const at = (point: readonly number[]): Vertex => {
    evaluations += 1;
    const value = objective(point);
    return { point, value: Number.isNaN(value) ? Number.POSITIVE_INFINITY : value };
  };
  const inOrder = (corners: Vertex[]) => corners.sort((a, b) => a.value - b.value);
  const shifted = start.map((_, axis) => start.map((x, other) => (other === axis ? x + step : x)));
  let corners = inOrder([start, ...shifted].map(at));
  while (extent(corners) >= tolerance && evaluations < evaluationsPerDimension * start.length) {
    corners = inOrder(nextSimplex(corners, at));
  }
  const best = corners[0] as Vertex;
  return { ...best, converged: extent(corners) < tolerance && Number.isFinite(best.value) };
}

/** A descent, begun again where it came to rest until that gains nothing: a simplex can collapse before the bottom. */
function descendToRest(objective: Objective, start: readonly number[], step: number, tolerance: number): Lowest {
  let found = descend(objective, start, step, tolerance);
  for (let again = 0; again < 20 && found.converged; again += 1) {
    const next = descend(objective, found.point, step, tolerance);
    const gained = found.value - next.value;
    if (next.value <= found.value) found = next;
    if (!(gained > 1e-9 * Math.max(1, Math.abs(found.value)))) break;
  }
  return found;
}

/**
 * The lowest point of a function that a search from one of several starts comes to, without derivatives (Nelder and
 * Mead's simplex search). More than one start, because any single one may lie on a plain or in a side valley.
 * The function may answer Infinity where it is not defined.
 *
 * Source: J. Nelder and R. Mead, "A Simplex Method for Function Minimization", The Computer Journal 7(4), 1965.
 */
export function lowestPoint({
  objective,
  starts,
  step = 0.5,
  tolerance = 1e-7,
}: {
  readonly objective: Objective;
  readonly starts: readonly [readonly number[], ...(readonly number[])[]];
  /** Edge of the first simplex. */
  readonly step?: number;
  /** Edge of the last. */
  readonly tolerance?: number;
}): Lowest {
  const [first, ...others] = starts;
  let lowest = descendToRest(objective, first, step, tolerance);
  for (const start of others) {
    const found = descendToRest(objective, start, step, tolerance);
    if (found.value < lowest.value) lowest = found;
  }
  return lowest;
}
