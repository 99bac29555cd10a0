import type { RowProblem } from './table-data.ts';

/** Rows that were left out. */
export interface RejectedRows {
  readonly total: number;
  readonly counts: Readonly<Partial<Record<RowProblem, number>>>;
  /** The first of them, a line of JSON each, as `unpackRejected` reads them: one text travels faster than many. */
  readonly packed: string;
}

export interface RejectedRow {
  /** Place in the file, from 1, the row of names included. */
  readonly row: number;
  readonly reason: RowProblem;
  readonly cells: readonly string[];
}

/** Nobody mends more by hand; a table of which all is wrong must not be held in memory. */
export const mostListed = 10_000;
const mostCharacters = 4_000_000;

/** Counts rows that are left out, and keeps the first of them to be looked at. */
export function rejectedRows(): {
  readonly add: (rejected: RejectedRow) => void;
  readonly finish: () => RejectedRows;
} {
  const counts: Partial<Record<RowProblem, number>> = {};
  const lines: string[] = [];
  let total = 0;
  let characters = 0;
  return {
    add: ({ row, reason, cells }) => {
      total += 1;
      counts[reason] = (counts[reason] ?? 0) + 1;
      if (lines.length >= mostListed || characters >= mostCharacters) return;
      const line = JSON.stringify({ row, reason, cells } satisfies RejectedRow);
      characters += line.length;
      lines.push(line);
    },
    finish: () => ({ total, counts, packed: lines.join('\n') }),
  };
}

export function unpackRejected({ packed }: RejectedRows): RejectedRow[] {
  return packed === '' ? [] : packed.split('\n').map((line) => JSON.parse(line) as RejectedRow);
}
