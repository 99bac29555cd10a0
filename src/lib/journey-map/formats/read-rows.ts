import { failure, type Result, success } from '../../result.ts';
import { type Card, emptyMap, type Lane, laneKinds, limits, type Stage } from '../document.ts';
import type { CardColumn } from './card-rows.ts';
import { feelingFrom, withoutFeelingNote } from './feeling-note.ts';
import { columnsOf, laneKindOf } from './known-names.ts';
import { languageOf } from './written-language.ts';

/** `no-table`: less than two rows or two columns. `too-many` names the list. */
export type RowsProblem = 'no-table' | 'too-many';

/** Stages, lanes and cards as they turn up, with ids of their own. */
class Collected {
  readonly stages: Stage[] = [];
  readonly lanes: Lane[] = [];
  readonly cards: object[] = [];
  readonly #known = new Map<string, string>();

  stage(title: string): string {
    const id = `stage-${this.stages.length + 1}`;
    this.stages.push({ id, title });
    return id;
  }

  lane(name: string, named?: string): string {
    const { kind: guessed, isPlain } = laneKindOf(name);
    const kind = laneKinds.find((each) => each === named) ?? guessed;
    const id = `lane-${this.lanes.length + 1}`;
    this.lanes.push({ id, kind, title: isPlain && kind === guessed ? '' : name, side: 'both' });
    return id;
  }

  /** The id that was given under a name before, or a new one. */
  once(name: string, create: () => string): string {
    const id = this.#known.get(name) ?? create();
    this.#known.set(name, id);
    return id;
  }

  card(card: Omit<Card, 'id' | 'effort' | 'value'> & { readonly effort?: unknown; readonly value?: unknown }): void {
    this.cards.push({ id: `card-${this.cards.length + 1}`, ...card });
  }
}

/** Text as it was before it was guarded against being run as a formula. */
const unguarded = (cell: string) => cell.replace(/^'(?=\s*[=+\-@＝＋－＠])/, '');

function takeCards(
  collected: Collected,
  rows: readonly (readonly string[])[],
  columns: ReadonlyMap<CardColumn, number>,
): void {
  for (const row of rows) {
    const cell = (column: CardColumn) => {
      const place = columns.get(column);
      return place === undefined ? '' : (row[place] ?? '');
    };
    const optional = (column: 'term' | 'evidence' | 'owner') => (cell(column) === '' ? {} : { [column]: cell(column) });
    const degree = (column: 'effort' | 'value') =>
      cell(column).trim() === '' ? {} : { [column]: Number(cell(column)) };
    const stage = collected.once(`stage ${cell('stage')}`, () => collected.stage(cell('stage')));
    const lane = collected.once(`lane ${cell('lane')} ${cell('kind')}`, () =>
      collected.lane(cell('lane'), cell('kind').trim()),
    );
    if (cell('text').trim() === '') continue;
    const feeling = feelingFrom(cell('feeling'));
    const hopedFeeling = feelingFrom(cell('hopedFeeling'));
    collected.card({
      stage,
      lane,
      text: cell('text'),
      ...(feeling !== undefined && { feeling }),
      ...(hopedFeeling !== undefined && { hopedFeeling }),
      ...optional('term'),
      ...optional('evidence'),
      ...optional('owner'),
      ...degree('effort'),
      ...degree('value'),
    });
  }
}

/** Stages side by side in the first row, lanes below each other in the first column; a card for every line of a cell. */
function takeGrid(collected: Collected, header: readonly string[], rows: readonly (readonly string[])[]): void {
  const stages = header.slice(1).map((title) => collected.stage(title.trim()));
  for (const [name = '', ...cells] of rows) {
    const lane = collected.lane(name.trim());
    for (const [index, stage] of stages.entries()) {
      for (const line of (cells[index] ?? '').split(/\r\n?|\n/)) {
        const text = line.replace(/^\s*(?:[-*•・]\s*)?/, '').trim();
        if (text !== '') collected.card({ stage, lane, ...withoutFeelingNote(text) });
      }
    }
  }
}

/** A document from a table, to be read like one from a file: with a row for every card, or as a map is drawn. */
export function documentFromRows(rows: readonly (readonly string[])[], title: string): Result<unknown, RowsProblem> {
  const filled = rows.filter((row) => row.some((cell) => cell.trim() !== '')).map((row) => row.map(unguarded));
  const [header = [], ...rest] = filled;
  // Columns that are empty all the way down are what a spreadsheet leaves at the end.
  const width = filled.reduce((most, row) => Math.max(most, row.findLastIndex((cell) => cell.trim() !== '') + 1), 0);
  if (rest.length === 0 || width < 2) return failure('no-table');
  const collected = new Collected();
  const columns = columnsOf(header);
  const hasCardRows = columns.has('stage') && columns.has('lane') && columns.has('text');
  if (!hasCardRows && width - 1 > limits.stages) return failure('too-many', 'stages');
  if (!hasCardRows && rest.length > limits.lanes) return failure('too-many', 'lanes');
  if (hasCardRows) takeCards(collected, rest, columns);
  else
    takeGrid(
      collected,
      Array.from({ length: width }, (_, index) => header[index] ?? ''),
      rest,
    );
  const { stages, lanes, cards } = collected;
  return success({ ...emptyMap(languageOf(filled.flat().join(' '))), title, stages, lanes, cards });
}
