import { failure, type Result, success } from '../../result.ts';
import { firstProblem, numberProblem } from '../checks.ts';
import type { MeasureFunction } from '../uncertainty/measure-function.ts';

/** A value tried for the input, and how far the measure lies above the target there. */
interface Sample {
  readonly x: number;
  /** NaN where the measure has no answer. */
  readonly excess: number;
}

type Sampling = (x: number) => Sample;

/** Equal steps in which the range is searched. */
const steps = 1000;
/** A measure that comes no closer to the target than this part of its change within a step jumps over it. */
const jump = 1e-9;

/** Halves the stretch between two samples until its ends are neighboring numbers, by keeping `low` where it belongs. */
function halve(sampleAt: Sampling, from: Sample, to: Sample, belongsToLow: (middle: Sample) => boolean) {
  let low = from;
  let high = to;
  for (;;) {
    const x = low.x / 2 + high.x / 2;
    if (x <= low.x || x >= high.x) return { low, high };
    const middle = sampleAt(x);
    if (belongsToLow(middle)) low = middle;
    else high = middle;
  }
}

/** The samples, and beside each stretch without an answer the last value that has one. */
function withEdges(sampleAt: Sampling, samples: readonly Sample[]): Sample[] {
  return samples.flatMap((sample, index) => {
    const next = samples[index + 1];
    const answered = !Number.isNaN(sample.excess);
    if (!next || answered !== Number.isNaN(next.excess)) return [sample];
    const { low, high } = halve(sampleAt, sample, next, ({ excess }) => Number.isNaN(excess) !== answered);
    return [sample, answered ? low : high];
  });
}

/** Where the measure meets the target from one sample until before the next. */
function meetingPoint(sampleAt: Sampling, sample: Sample, next: Sample | undefined): number | undefined {
  if (sample.excess === 0) return sample.x;
  if (!next || Math.sign(sample.excess) * Math.sign(next.excess) !== -1) return undefined;
  const side = Math.sign(sample.excess);
  const { low, high } = halve(sampleAt, sample, next, ({ excess }) => Math.sign(excess) === side);
  const nearest = Math.abs(low.excess) <= Math.abs(high.excess) ? low : high;
  return Math.abs(nearest.excess) <= jump * Math.abs(next.excess - sample.excess) ? nearest.x : undefined;
}

/** Why no sample meets the target. */
function miss(samples: readonly Sample[]): 'never-reached' | 'always-exceeded' | 'target-jumped-over' {
  const below = samples.some(({ excess }) => excess < 0);
  const above = samples.some(({ excess }) => excess > 0);
  if (below && above) return 'target-jumped-over';
  return above ? 'always-exceeded' : 'never-reached';
}

/**
 * Break-even point: the value of one input at which a measure equals a target, all other inputs staying as they are.
 *
 * Looks at 1,001 values in equal steps and at the edges of any stretch without an answer, and halves each step in which
 * the measure crosses the target down to neighboring numbers. If there are several such values, the one closest to the
 * input's present value is given; two within one step are not seen. Otherwise the measure stays below the target
 * (`never-reached`), stays above it (`always-exceeded`) or is on both sides without meeting it (`target-jumped-over`).
 * Where the measure has no answer in all the range, its own reason at the lower end is given.
 *
 * @example breakEven({ measure: ({ arpa, churn }) => ({ ok: true, value: arpa / churn }), inputs: { arpa: 100, churn: 0.05 }, solveFor: 'churn', target: 4000, from: 0.001, to: 1 }) // { ok: true, value: 0.025 }
 */
export function breakEven<Name extends string, Reason extends string>({
  measure,
  inputs,
  solveFor,
  target,
  from,
  to,
}: {
  readonly measure: MeasureFunction<NoInfer<Name>, Reason>;
  readonly inputs: Readonly<Record<Name, number>>;
  /** The input whose value is looked for. */
  readonly solveFor: NoInfer<Name>;
  /** What the measure is to be. */
  readonly target: number;
  /** Lowest value of the input to look at. */
  readonly from: number;
  /** Highest value of the input to look at. */
  readonly to: number;
}): Result<
  number,
  Reason | 'not-a-number' | 'range-not-ascending' | 'never-reached' | 'always-exceeded' | 'target-jumped-over'
> {
  const present = inputs[solveFor];
  const problem = firstProblem({ [solveFor]: present, target, from, to }, numberProblem);
  if (problem) return problem;
  if (from >= to) return failure('range-not-ascending', 'to');
  const resultAt = (x: number) => measure({ ...inputs, [solveFor]: x });
  const sampleAt: Sampling = (x) => {
    const result = resultAt(x);
    return { x, excess: result.ok ? result.value - target : Number.NaN };
  };
  const grid = Array.from({ length: steps + 1 }, (_, index) => {
    const share = index / steps;
    return sampleAt(from * (1 - share) + to * share);
  });
  const lowest = resultAt(from);
  if (!lowest.ok && grid.every(({ excess }) => Number.isNaN(excess))) return lowest;
  const samples = withEdges(sampleAt, grid);
  const points = samples.flatMap((sample, index) => meetingPoint(sampleAt, sample, samples[index + 1]) ?? []);
  if (points.length === 0) return failure(miss(samples), 'target');
  const closest = points.reduce((best, x) => (Math.abs(x - present) < Math.abs(best - present) ? x : best));
  return success(closest === 0 ? 0 : closest);
}
