export const delimiters = [',', '\t', ';'] as const;
export type Delimiter = (typeof delimiters)[number];

function countsOfCells(rows: readonly (readonly string[])[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const row of rows) {
    const isBlank = row.length === 1 && row[0]?.trim() === '';
    if (!isBlank) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
  }
  return counts;
}

/** How well a delimiter cuts rows into the same number of cells, at least two. */
function regularity(rows: readonly (readonly string[])[]): { readonly share: number; readonly cells: number } {
  const counts = countsOfCells(rows);
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  let best = { share: 0, cells: 1 };
  for (const [cells, count] of counts) {
    if (cells > 1 && count / all > best.share) best = { share: count / all, cells };
  }
  return best;
}

/** The delimiter that cuts the first rows most regularly; of several, the one that gives more cells. */
export function detectDelimiter(rowsCutBy: (delimiter: Delimiter) => readonly (readonly string[])[]): Delimiter {
  let chosen: Delimiter = ',';
  let best = { share: 0, cells: 1 };
  for (const delimiter of delimiters) {
    const found = regularity(rowsCutBy(delimiter));
    const isBetter = found.share > best.share || (found.share === best.share && found.cells > best.cells);
    if (isBetter) [chosen, best] = [delimiter, found];
  }
  return chosen;
}
