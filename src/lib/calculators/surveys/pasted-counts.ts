import type { QuantityName } from '../../metrics/quantities.ts';

export type RatingName = Extract<QuantityName, `rating${number}`>;

/** The rating that a field counts the answers of, if it does. */
export function ratingOf(name: QuantityName): number | undefined {
  const [, rating] = /^rating(\d+)$/.exec(name) ?? [];
  return rating === undefined ? undefined : Number(rating);
}

/** Cells of rows as spreadsheets put them on the clipboard, or a list in one line. */
function cellsOf(text: string): string[][] {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const rows = lines.map((line) => line.split('\t').map((cell) => cell.trim()));
  const [only] = rows;
  // 1,200 is one number and 12 7 9 are three: commas separate only where a blank follows.
  if (rows.length === 1 && only?.length === 1) return [(only[0] ?? '').split(/[;、]\s*|,\s+|\s+/)];
  return rows;
}

export interface PastedCounts {
  /** As written, by rating. */
  readonly counts: ReadonlyMap<number, string>;
  /** Numbers for which there was no field. */
  readonly leftOut: number;
}

/**
 * The counts in a pasted text: from the rating `first` on where they stand alone, or each at its rating where every row
 * says which one it is for. Undefined for a single number, which is pasted like any text.
 */
export function pastedCounts(text: string, ratings: readonly number[], first: number): PastedCounts | undefined {
  const rows = cellsOf(text);
  const cells = rows.flat();
  if (cells.length < 2) return undefined;
  const named = rows.map(([name = '', count = '']) => [Number(name), count] as const);
  const isNamed =
    rows.length > 1 && rows.every((row, at) => row.length === 2 && ratings.includes(named[at]?.[0] ?? -1));
  if (isNamed) return { counts: new Map(named), leftOut: 0 };
  const fields = ratings.slice(ratings.indexOf(first));
  return {
    counts: new Map(cells.slice(0, fields.length).map((cell, place) => [fields[place] ?? first, cell])),
    leftOut: Math.max(0, cells.length - fields.length),
  };
}
