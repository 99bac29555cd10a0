import { readAmount } from './amount.ts';
import type { CellKind } from './columns.ts';
import { readDate } from './day-number.ts';
import { isStillThere, readYesOrNo } from './yes-or-no.ts';

export function isNumber(cell: string): boolean {
  const number = readAmount(cell, 'point');
  return number.ok || number.reason === 'unclear-number';
}

export function isDate(cell: string): boolean {
  return readDate(cell).ok;
}

function isRating(cell: string): boolean {
  const number = readAmount(cell, 'point');
  return number.ok && Number.isInteger(number.value) && number.value >= 0 && number.value <= 10;
}

const isOfKind: Readonly<Record<CellKind, (cell: string) => boolean>> = {
  date: isDate,
  'end-date': (cell) => isStillThere(cell) || isDate(cell),
  number: isNumber,
  rating: isRating,
  survivors: isNumber,
  'yes-or-no': (cell) => readYesOrNo(cell) !== undefined,
  text: () => true,
};

/** 2021, 2022, 2023 … or 1, 2, 3 …: names of rows, not what was counted in them. */
function countsUp(cells: readonly string[]): boolean {
  return cells.length > 1 && cells.every((cell, index) => index === 0 || Number(cell) === Number(cells[index - 1]) + 1);
}

/** How much of a column has to be as it should: bad rows are normal, and are left out later. */
const share = 0.5;

/** Cells that show what a column holds. */
const enough = 100;

/** Whether a column could hold something, judged by its first cells. */
export function columnFits(cells: readonly string[], kind: CellKind): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '').slice(0, enough);
  if (filled.length === 0) return kind === 'text' || kind === 'end-date';
  if (kind === 'survivors' && countsUp(filled)) return false;
  // A column of ends has some; a column without a single date is another one.
  if (kind === 'end-date' && !filled.some(isDate)) return filled.every(isStillThere);
  return filled.filter(isOfKind[kind]).length >= share * filled.length;
}

/** Whether the first row names the columns: no dates and no numbers, unless the periods of cohorts are counted in it. */
export function detectHeader(rows: readonly (readonly string[])[]): boolean {
  const filled = (rows[0] ?? []).filter((cell) => cell.trim() !== '');
  const periods = filled.slice(1);
  if (periods.length > 1 && ['0', '1'].includes(periods[0]?.trim() ?? '') && countsUp(periods)) return true;
  return filled.length > 0 && !filled.some((cell) => isNumber(cell) || isDate(cell));
}
