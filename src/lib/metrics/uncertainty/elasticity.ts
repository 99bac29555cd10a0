import { failure, type Result } from '../../result.ts';
import { finite } from '../checks.ts';
import type { MeasureFunction } from './measure-function.ts';

/** Steps tried: an eighth of the input, then halves of that. Much smaller ones would only show rounding. */
const largestStep = 2 ** -3;
const smallestStep = 2 ** -14;
/** No answer with the input this much larger or smaller: an edge, from which only one side can be looked at. */
const edgeStep = 2 ** -8;
/** Two estimates of an elasticity this close, relative to it where it is above 1, agree. */
const agreement = 1e-8;

/**
 * The limit of a difference quotient as its step goes to 0, from the values at ever smaller steps (Richardson
 * extrapolation: powers of the step are taken out of the error one by one), where neighboring estimates agree best;
 * undefined where none do.
 */
function limit(quotientAt: (step: number) => number): number | undefined {
  let best: number | undefined;
  let bestError = Number.POSITIVE_INFINITY;
  let coarser: readonly number[] = [];
  for (let step = largestStep; step >= smallestStep; step /= 2) {
    let estimate = quotientAt(step);
    const row = [estimate];
    for (const [power, previous] of coarser.entries()) {
      const next = estimate + (estimate - previous) / (2 ** (power + 1) - 1);
      const error = Math.max(Math.abs(next - estimate), Math.abs(next - previous));
      if (error < bestError) {
        best = next;
        bestError = error;
      }
      row.push(next);
      estimate = next;
    }
    coarser = row;
  }
  return best !== undefined && bestError <= agreement * Math.max(1, Math.abs(best)) ? best : undefined;
}

/** Slope at 0 of a function that is 1 there, and NaN where it has no value. */
function slope(valueAt: (step: number) => number): number | undefined {
  if (Number.isNaN(valueAt(edgeStep))) return limit((step) => (1 - valueAt(-step)) / step);
  if (Number.isNaN(valueAt(-edgeStep))) return limit((step) => (valueAt(step) - 1) / step);
  return limit((step) => (valueAt(step) - valueAt(-step)) / (2 * step));
}

/**
 * Elasticity: by how many percent a measure changes when one input grows by one percent, for small changes. A plain
 * number without a unit.
 *
 * Equation: (∂measure ÷ ∂input) × input ÷ measure. Worked out by central differences, and by differences to one side at
 * the edge of what the measure has answers for, such as a margin of 1. Good to about nine digits. An input of 0 has an
 * elasticity of 0: one percent of nothing is nothing.
 *
 * A measure of 0 cannot change by a percentage (`zero-base`); a measure that jumps here or has answers on neither side
 * has no slope (`no-slope`). If it has no answer for the inputs as they are, its own reason is given.
 *
 * Source: the choice of the step follows C. Ridders, "Accurate Computation of F′(x) and F′(x)F″(x)", Advances in
 * Engineering Software 4(2), 1982.
 *
 * @example elasticity({ measure: ({ arpa, churn }) => ({ ok: true, value: arpa / churn }), inputs: { arpa: 100, churn: 0.05 }, input: 'churn' }) // { ok: true, value: -1 }
 */
export function elasticity<Name extends string, Reason extends string>({
  measure,
  inputs,
  input,
}: {
  readonly measure: MeasureFunction<NoInfer<Name>, Reason>;
  readonly inputs: Readonly<Record<Name, number>>;
  readonly input: NoInfer<Name>;
}): Result<number, Reason | 'zero-base' | 'no-slope' | 'too-large'> {
  const base = measure(inputs);
  if (!base.ok) return base;
  if (base.value === 0) return failure('zero-base');
  /** The measure with the input grown by a share of itself, as a multiple of what it is; NaN without an answer. */
  const grownBy = (share: number): number => {
    const result = measure({ ...inputs, [input]: inputs[input] * (1 + share) });
    return result.ok ? result.value / base.value : Number.NaN;
  };
  const change = slope(grownBy);
  return change === undefined ? failure('no-slope', input) : finite(change);
}
