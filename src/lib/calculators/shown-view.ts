/** Numbers in rows and columns. The first cell of a row names it. */
export interface NumberTable {
  /** Empty where every row is a name and one number. */
  readonly head: readonly string[];
  /** Unrounded. */
  readonly rows: readonly (readonly (string | number)[])[];
  readonly format: (value: number, column: number, row: number) => string;
}

/** What a view of the page shows: the sentence it says, and its numbers. */
export interface ShownView {
  /** The same in every language. */
  readonly name: string;
  readonly caption: string;
  readonly table: NumberTable;
}
