import { failure, type Result, success } from '../../result.ts';
import type { MeasureFunction } from './measure-function.ts';

/** An input and the values it is given, one after the other. */
export interface VariedInput<Name extends string> {
  readonly input: Name;
  readonly values: readonly number[];
}

/**
 * What-if table: a measure for every pair of values of two inputs, all others staying as they are. One list per row
 * value, with one answer, or the reason why there is none, per column value.
 *
 * @example whatIfTable({ measure: ({ arpa, churn }) => ({ ok: true, value: arpa / churn }), inputs: { arpa: 100, churn: 0.05 }, rows: { input: 'arpa', values: [50] }, columns: { input: 'churn', values: [0.1, 0.2] } }) // { ok: true, value: [[{ ok: true, value: 500 }, { ok: true, value: 250 }]] }
 */
export function whatIfTable<Name extends string, Reason extends string>({
  measure,
  inputs,
  rows,
  columns,
}: {
  readonly measure: MeasureFunction<NoInfer<Name>, Reason>;
  readonly inputs: Readonly<Record<Name, number>>;
  readonly rows: VariedInput<NoInfer<Name>>;
  readonly columns: VariedInput<NoInfer<Name>>;
}): Result<readonly (readonly Result<number, Reason>[])[], 'same-input'> {
  if (rows.input === columns.input) return failure('same-input', 'columns.input');
  return success(
    rows.values.map((row) =>
      columns.values.map((column) => measure({ ...inputs, [rows.input]: row, [columns.input]: column })),
    ),
  );
}
