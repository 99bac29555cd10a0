import { parseNumber } from '../number/parse-number.ts';
import { failure, type Result, success } from '../result.ts';

/** The sign before the decimals: 1,234.56 or 1.234,56. */
export const decimalMarks = ['point', 'comma'] as const;
export type DecimalMark = (typeof decimalMarks)[number];

export type AmountProblem = 'missing-number' | 'not-a-number' | 'unclear-number' | 'percent-not-expected';

/** What nearly every cell is, and what can be read in one way only. */
const plainNumber = /^-?\d{1,15}$/;
const plainDecimals = /^-?\d{1,12}\.\d{1,2}$/;
/** 1.200: thousands to some, one and a fifth to others. */
const threeDecimals = /^[^.,]*\.\d{3}$/;

/** The yen sign of Shift_JIS shares its byte with the backslash, as which it is decoded. */
const decodedYen = /^(\s*[-△▲]?)\\/;

const swapped: Readonly<Record<string, string>> = { ',': '.', '.': ',' };

/** 1.234,56 as 1,234.56. */
function swapMarks(text: string): string {
  return text.normalize('NFKC').replace(/[.,]/g, (mark) => swapped[mark] ?? mark);
}

function readWritten(cell: string, mark: DecimalMark): Result<number, AmountProblem> {
  const written = cell.replace(decodedYen, '$1¥');
  const text = mark === 'comma' ? swapMarks(written) : written;
  const parsed = parseNumber(text, 'money');
  if (parsed.ok) return success(parsed.value);
  if (parsed.reason === 'empty') return failure('missing-number');
  if (parsed.reason === 'percent-not-expected') return failure('percent-not-expected');
  if (parsed.reason !== 'unclear-separators') return failure('not-a-number');
  // The mark is known for the column, so that the reading with decimals is meant.
  const withDecimals = parsed.readings.at(-1);
  const isKnown = withDecimals !== undefined && threeDecimals.test(text.trim());
  return isKnown ? success(withDecimals) : failure('unclear-number');
}

/** The number in a cell, as people write it (¥1,200, 12万), in a column whose decimal mark is known. */
export function readAmount(cell: string, mark: DecimalMark): Result<number, AmountProblem> {
  // Number('-0') is the only plain number that would keep a sign nobody means.
  if (plainNumber.test(cell) || (mark === 'point' && plainDecimals.test(cell))) return success(Number(cell) + 0);
  return readWritten(cell, mark);
}

/** The mark a cell shows, if it has any; `either` for what can be read with both, like 1.200. */
function markOf(cell: string): DecimalMark | 'either' | undefined {
  if (!/[.,．，]/.test(cell)) return undefined;
  const withPoint = readAmount(cell, 'point');
  if (withPoint.ok) return threeDecimals.test(cell.trim()) ? 'either' : 'point';
  return readAmount(cell, 'comma').ok ? 'comma' : undefined;
}

/** The decimal mark that the numbers of a column show; `unclear` when they can be read in two ways, or disagree. */
export function detectDecimalMark(cells: readonly string[]): DecimalMark | 'unclear' {
  const marks = new Set(cells.map(markOf));
  if (marks.has('point') !== marks.has('comma')) return marks.has('point') ? 'point' : 'comma';
  return marks.has('point') || marks.has('either') ? 'unclear' : 'point';
}
