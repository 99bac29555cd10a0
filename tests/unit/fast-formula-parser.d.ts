declare module 'fast-formula-parser' {
  interface Position {
    readonly row: number;
    readonly col: number;
  }
  /** Works out formulas; cells are given by `onCell`, counted from 1. */
  export default class FormulaParser {
    constructor(options: { readonly onCell: (position: Position) => unknown });
    parse(formula: string, position: Position & { readonly sheet: string }): unknown;
  }
}
