import type { Result } from '../../result.ts';

/** A measure as what-if questions put it: any function from named numbers to one number, or the reason why there is none. */
export type MeasureFunction<Name extends string, Reason extends string = string> = (
  inputs: Readonly<Record<Name, number>>,
) => Result<number, Reason>;
