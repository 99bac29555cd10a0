import { type Result, success } from '../../result.ts';
import { finite } from '../checks.ts';
import { intervalFactor } from '../statistics/normal-distribution.ts';

export interface NormalInterval {
  /** Half the width of the interval before it is cut off. */
  readonly margin: number;
  readonly lower: number;
  readonly upper: number;
}

/**
 * An interval from a standard error: center ± z × standard error, cut off where the scale of the center ends.
 * For a standard error and a confidence already checked.
 */
export function normalInterval({
  center,
  standardError,
  confidence,
  lowest,
  highest,
}: Readonly<Record<'center' | 'standardError' | 'confidence' | 'lowest' | 'highest', number>>): Result<
  NormalInterval,
  'too-large'
> {
  const margin = finite(intervalFactor(confidence) * standardError);
  if (!margin.ok) return margin;
  const lower = Math.max(lowest, center - margin.value);
  const upper = Math.min(highest, center + margin.value);
  return success({ margin: margin.value, lower, upper });
}
