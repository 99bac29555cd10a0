import { failure, type Result, success } from '../result.ts';
import { type DecimalMark, detectDecimalMark } from './amount.ts';
import { columnFits, detectHeader } from './cell-kinds.ts';
import type { ReadingPlan } from './collector.ts';
import { type ColumnName, columnFacts, foldName } from './columns.ts';
import { type DateOrder, detectDateOrder } from './day-number.ts';
import type { Delimiter } from './delimiter.ts';
import { columnsOf, layoutFacts, layoutsOf, type TableLayout } from './layouts.ts';
import type { TableKind, TimeUnit } from './table-data.ts';

type Rows = readonly (readonly string[])[];
type Columns = ReadingPlan['columns'];

/** The beginning of a table. */
export interface TableSample {
  readonly delimiter: Delimiter;
  readonly rows: Rows;
}

/** A plan as far as it has been decided, by the first rows or by the reader. */
export interface PlanDraft extends Omit<ReadingPlan, 'dateOrder' | 'decimalMark'> {
  readonly dateOrder: DateOrder | 'unclear';
  readonly decimalMark: DecimalMark | 'unclear';
}

/** Cells of one column below the names. */
function cellsOf({ rows }: TableSample, hasHeader: boolean, column: number): string[] {
  return rows.slice(hasHeader ? 1 : 0).map((cells) => cells[column] ?? '');
}

/** A short name inside another word (“to” in “total”) means nothing. */
const shortestPart = 3;
const isJapanese = /[぀-ヿ㐀-鿿]/;

/** How much a column's name speaks for what it holds: the whole name before a part, telling names before vague ones. */
function nameScore(header: string, name: ColumnName): number {
  const folded = foldName(header);
  const names: readonly string[] = columnFacts[name].names;
  const whole = names.indexOf(folded);
  if (whole !== -1) return 200 - whole;
  const part = names.findIndex(
    (known) => (known.length >= shortestPart || (isJapanese.test(known) && known.length > 1)) && folded.includes(known),
  );
  return part === -1 ? 0 : 100 - part;
}

/** The columns of a layout, first by their names, then those it needs by what the cells hold. */
function guessColumns(sample: TableSample, layout: TableLayout, hasHeader: boolean): Columns {
  const header = hasHeader ? (sample.rows[0] ?? []) : [];
  const places = [...new Array(Math.max(0, ...sample.rows.map((cells) => cells.length))).keys()];
  const fits = new Map<string, boolean>();
  const columnHolds = (name: ColumnName, place: number) => {
    const key = `${columnFacts[name].holds} ${place}`;
    const known = fits.get(key) ?? columnFits(cellsOf(sample, hasHeader, place), columnFacts[name].holds);
    fits.set(key, known);
    return known;
  };
  const columns: Partial<Record<ColumnName, number>> = {};
  const taken = new Set<number>();
  const take = (name: ColumnName, place: number | undefined) => {
    if (place === undefined || columns[name] !== undefined || taken.has(place)) return;
    columns[name] = place;
    taken.add(place);
  };
  columnsOf(layout)
    .flatMap((name) => places.map((place) => ({ name, place, score: nameScore(header[place] ?? '', name) })))
    .filter(({ name, place, score }) => score > 0 && columnHolds(name, place))
    .sort((one, other) => other.score - one.score)
    .forEach(({ name, place }) => {
      take(name, place);
    });
  // What can be told by its cells is taken before what could be anything.
  const needed = layoutFacts[layout].needs.toSorted(
    (one, other) => Number(columnFacts[one].holds === 'text') - Number(columnFacts[other].holds === 'text'),
  );
  for (const name of needed) {
    take(
      name,
      places.find((place) => !taken.has(place) && columnHolds(name, place)),
    );
  }
  return columns;
}

function unitIn(header: string, otherwise: TimeUnit): TimeUnit {
  if (/month|月/i.test(header)) return 'months';
  if (/week|週/i.test(header)) return 'weeks';
  if (/year|年/i.test(header)) return 'years';
  return /day|日/i.test(header) ? 'days' : otherwise;
}

/** What the cells of the chosen columns say of how dates and numbers are written. */
export function detectWriting(
  sample: TableSample,
  hasHeader: boolean,
  columns: Columns,
): Pick<PlanDraft, 'dateOrder' | 'decimalMark'> {
  const chosen = (Object.entries(columns) as [ColumnName, number][]).map(([name, place]) => ({
    holds: columnFacts[name].holds,
    cells: cellsOf(sample, hasHeader, place),
  }));
  const cellsHolding = (...kinds: readonly string[]) =>
    chosen.filter(({ holds }) => kinds.includes(holds)).flatMap(({ cells }) => cells);
  return {
    dateOrder: detectDateOrder(cellsHolding('date', 'end-date')) ?? 'year-first',
    decimalMark: detectDecimalMark(cellsHolding('number')),
  };
}

function draftFor(sample: TableSample, layout: TableLayout, hasHeader: boolean): PlanDraft {
  const columns = guessColumns(sample, layout, hasHeader);
  const header = sample.rows[0] ?? [];
  const timed = header[columns.duration ?? columns.age ?? -1] ?? '';
  return {
    layout,
    delimiter: sample.delimiter,
    hasHeader,
    columns,
    timeUnit: unitIn(timed, layout === 'orderHistories' ? 'weeks' : 'months'),
    ...detectWriting(sample, hasHeader, columns),
  };
}

function columnsFound({ layout, columns }: PlanDraft): number {
  return layoutFacts[layout].needs.filter((name) => columns[name] !== undefined).length;
}

/** How a table is most likely to be read: as the layout of its kind of which most columns are found. */
export function guessPlan(kind: TableKind, sample: TableSample, hasHeader = detectHeader(sample.rows)): PlanDraft {
  const layouts: readonly TableLayout[] = layoutsOf[kind];
  const drafts = layouts.map((layout) => draftFor(sample, layout, hasHeader));
  return drafts.reduce((best, draft) => (columnsFound(draft) > columnsFound(best) ? draft : best));
}

/** The same sample read in another layout. */
export function replan(draft: PlanDraft, sample: TableSample, layout: TableLayout): PlanDraft {
  return draftFor(sample, layout, draft.hasHeader);
}

export type PlanProblem = 'column-missing' | 'column-twice' | 'date-order-unclear' | 'decimal-mark-unclear';

/** The plan, once everything is decided; or what is still to be decided, and of which column. */
export function decidedPlan(draft: PlanDraft): Result<ReadingPlan, PlanProblem> {
  const { layout, columns, dateOrder, decimalMark } = draft;
  const missing = layoutFacts[layout].needs.find((name) => columns[name] === undefined);
  if (missing) return failure('column-missing', missing);
  const chosen = columnsOf(layout).filter((name) => columns[name] !== undefined);
  const twice = chosen.find((name, index) => chosen.slice(0, index).some((other) => columns[other] === columns[name]));
  if (twice) return failure('column-twice', twice);
  if (dateOrder === 'unclear') return failure('date-order-unclear');
  if (decimalMark === 'unclear') return failure('decimal-mark-unclear');
  return success({ ...draft, dateOrder, decimalMark });
}
