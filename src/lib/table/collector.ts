import { failure, type Result } from '../result.ts';
import { type DecimalMark, readAmount } from './amount.ts';
import type { ColumnName } from './columns.ts';
import type { DateOrder } from './day-number.ts';
import type { Delimiter } from './delimiter.ts';
import type { TableLayout } from './layouts.ts';
import type { RowProblem, TableData, TimeUnit } from './table-data.ts';

/** All that has to be known to read a table. */
export interface ReadingPlan {
  readonly layout: TableLayout;
  readonly delimiter: Delimiter;
  /** Whether the first row holds names. */
  readonly hasHeader: boolean;
  /** Places of the columns, from 0. A column the table does not have is missing. */
  readonly columns: Readonly<Partial<Record<ColumnName, number>>>;
  readonly dateOrder: DateOrder;
  readonly decimalMark: DecimalMark;
  /** What durations are counted in. */
  readonly timeUnit: TimeUnit;
}

export type TableNotice = 'too-many-groups' | 'looks-like-one-to-ten';

/** Takes rows one by one and keeps only what is computed with. */
export interface Collector<Data = TableData> {
  /** Takes a row in whole, or says why it is left out. */
  readonly add: (cells: readonly string[]) => RowProblem | undefined;
  readonly finish: () => { readonly data: Data; readonly notices: readonly TableNotice[] };
}

/** The cell of a column; '' where the table has no such column or the row is too short. */
export function cellOf(cells: readonly string[], column: number | undefined): string {
  return column === undefined ? '' : (cells[column] ?? '');
}

/** Money that cannot be negative. */
export function readMoney(cell: string, mark: DecimalMark): Result<number, RowProblem> {
  const amount = readAmount(cell, mark);
  return amount.ok && amount.value < 0 ? failure('negative-money') : amount;
}
