import { cellOf } from './collector.ts';
import { nameIndex } from './name-index.ts';
import type { RowProblem } from './table-data.ts';

/** Sees to it that each customer is taken in once, where the table names them. */
export function customerIdentity(column: number | undefined): {
  readonly add: (cells: readonly string[]) => RowProblem | undefined;
} {
  const seen = nameIndex();
  return {
    add: (cells) => {
      if (column === undefined) return undefined;
      const name = cellOf(cells, column).trim();
      if (name === '') return 'missing-customer';
      const known = seen.size();
      return seen.placeOf(name) < known ? 'duplicate-customer' : undefined;
    },
  };
}
