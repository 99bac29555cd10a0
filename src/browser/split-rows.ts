import Papa from 'papaparse';
import { failure, type Result, success } from '../lib/result.ts';
import type { Delimiter } from '../lib/table/delimiter.ts';

export interface CutRows {
  readonly rows: readonly (readonly string[])[];
  /** Places of rows with a stray quotation mark that has drawn the next lines into a cell. */
  readonly broken: ReadonlySet<number>;
}
export type SplitProblem = 'unclosed-quote';

/** A longer row has a quotation mark that nobody closed, and would swallow the rest of the file. */
const longestRow = 1_000_000;

const noRows: CutRows = { rows: [], broken: new Set() };

interface Parsed {
  readonly data: string[][];
  readonly errors: readonly { readonly code: string; readonly row: number }[];
  /** `cursor` is where the first unfinished row begins. */
  readonly meta: { readonly cursor: number };
}

/** Papa Parse's parser of a single text, whose answer its types leave open. */
function parse(text: string, delimiter: Delimiter, leaveLastRow: boolean): Parsed {
  return new Papa.Parser({ delimiter, newline: '\n', quoteChar: '"' }).parse(text, 0, leaveLastRow);
}

function cutRows({ data, errors }: Parsed): CutRows {
  const suspects = errors.filter(({ code }) => code === 'InvalidQuotes').map(({ row }) => row);
  const broken = suspects.filter((row) => data[row]?.some((cell) => cell.includes('\n')));
  return { rows: data, broken: new Set(broken) };
}

/**
 * Cuts text that comes in pieces into rows. Line ends may be CRLF, LF or CR; a piece may end anywhere. Papa Parse reads
 * files in pieces, too, but breaks characters of several bytes at their ends: here it is given decoded text.
 */
export function splitRows(delimiter: Delimiter): {
  readonly push: (text: string) => Result<CutRows, SplitProblem>;
  /** What is left when no more text comes. */
  readonly finish: () => Result<CutRows, SplitProblem>;
} {
  let rest = '';
  return {
    push: (text) => {
      const all = rest + text;
      // A carriage return at the end may be the first half of a line end.
      const isCut = all.endsWith('\r');
      const whole = isCut ? all.slice(0, -1) : all;
      const lines = whole.includes('\r') ? whole.replace(/\r\n?/g, '\n') : whole;
      const parsed = parse(lines, delimiter, true);
      rest = lines.slice(parsed.meta.cursor) + (isCut ? '\r' : '');
      return rest.length > longestRow ? failure('unclosed-quote') : success(cutRows(parsed));
    },
    finish: () => {
      const last = rest.replace(/\r\n?/g, '\n');
      rest = '';
      if (last === '') return success(noRows);
      const parsed = parse(last, delimiter, false);
      const isOpen = parsed.errors.some(({ code }) => code === 'MissingQuotes');
      return isOpen ? failure('unclosed-quote') : success(cutRows(parsed));
    },
  };
}

/** The first rows of a text, cut by a delimiter. The last row counts only if the text is whole or has no other. */
export function firstRows(text: string, delimiter: Delimiter, isWhole: boolean): CutRows['rows'] {
  const { push, finish } = splitRows(delimiter);
  const cut = push(text);
  const complete = cut.ok ? cut.value.rows : [];
  if (!isWhole && complete.length > 0) return complete;
  const last = finish();
  return last.ok ? [...complete, ...last.value.rows] : complete;
}
