import { growingColumn } from './growing-column.ts';
import type { Groups } from './table-data.ts';

/** More different values are no segments: names, say, or numbers of contracts. */
export const mostGroups = 200;

export interface GroupColumn {
  readonly push: (cell: string) => void;
  /** Undefined when there were too many. */
  readonly groups: () => Groups | undefined;
}

/** A column of names, of which only a few are different. */
export function groupColumn(): GroupColumn {
  const places = new Map<string, number>();
  const index = growingColumn();
  return {
    push: (cell) => {
      if (places.size > mostGroups) return;
      const name = cell.trim();
      const known = places.get(name);
      // A piece cut out of a text can keep all of the text in memory: a name is put together anew.
      if (known === undefined) places.set(Array.from(name).join(''), places.size);
      index.push(known ?? places.size - 1);
    },
    groups: () =>
      places.size > mostGroups ? undefined : { index: new Uint8Array(index.values()), names: [...places.keys()] },
  };
}
