import { type Result, success } from '../../result.ts';
import { finite } from '../checks.ts';

export interface IntervalOnScale {
  /** Half the width of the interval before it is cut off. */
  readonly margin: number;
  readonly lower: number;
  readonly upper: number;
}

/**
 * An interval from a standard error: center ± factor × standard error, cut off where the scale of the center ends.
 * For numbers already checked.
 */
export function intervalOnScale({
  center,
  standardError,
  factor,
  lowest,
  highest,
}: Readonly<Record<'center' | 'standardError' | 'factor' | 'lowest' | 'highest', number>>): Result<
  IntervalOnScale,
  'too-large'
> {
  const margin = finite(factor * standardError);
  if (!margin.ok) return margin;
  const lower = Math.max(lowest, center - margin.value);
  const upper = Math.min(highest, center + margin.value);
  return success({ margin: margin.value, lower, upper });
}
