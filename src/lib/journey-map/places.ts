import { type Cells, cellKey } from './cells.ts';
import type { Card, Lane, Stage } from './document.ts';

/** What is seen of a map as a table: some lanes may be left out of a reading. */
export interface MapTable {
  readonly stages: readonly Stage[];
  readonly lanes: readonly Lane[];
  readonly cells: Cells;
}

/**
 * A place in the table: the heading of a stage or of a lane where only that is named, otherwise the cell where they
 * cross, at one of its cards unless it is empty.
 */
export interface Place {
  readonly stage?: string | undefined;
  readonly lane?: string | undefined;
  readonly card?: string | undefined;
}

export type Direction = 'left' | 'right' | 'up' | 'down' | 'row-start' | 'row-end' | 'start' | 'end';

const steps = { left: [-1, 0], right: [1, 0], up: [0, -1], down: [0, 1] } as const;

function indexOf(list: readonly { readonly id: string }[], id: string | undefined): number {
  return id === undefined ? -1 : list.findIndex((item) => item.id === id);
}

export function cardsAt({ cells }: MapTable, { stage, lane }: Place): readonly Card[] {
  return stage === undefined || lane === undefined ? [] : (cells.get(cellKey(stage, lane)) ?? []);
}

/** The place in a column and a row; −1 is that of the headings. Undefined for the corner, and outside. */
function placeAt(table: MapTable, column: number, row: number, atLastCard = false): Place | undefined {
  const isOutside = column < -1 || row < -1 || column >= table.stages.length || row >= table.lanes.length;
  if (isOutside || (column === -1 && row === -1)) return undefined;
  const place: Place = { stage: table.stages[column]?.id, lane: table.lanes[row]?.id };
  return { ...place, card: cardsAt(table, place).at(atLastCard ? -1 : 0)?.id };
}

/** The place itself where it is in the table, otherwise what is nearest to it. */
export function nearestPlace(table: MapTable, place: Place): Place | undefined {
  const [column, row] = [indexOf(table.stages, place.stage), indexOf(table.lanes, place.lane)];
  const nearest = placeAt(table, column, row) ?? placeAt(table, 0, 0) ?? placeAt(table, 0, -1) ?? placeAt(table, -1, 0);
  const isThere = cardsAt(table, place).some(({ id }) => id === place.card);
  return isThere ? place : nearest;
}

/** Where a key leads from a place: card by card up and down, cell by cell across. The place itself at the edge. */
export function placeTowards(table: MapTable, place: Place, direction: Direction): Place {
  const [column, row] = [indexOf(table.stages, place.stage), indexOf(table.lanes, place.lane)];
  const lastColumn = table.stages.length - 1;
  switch (direction) {
    case 'row-start':
      return placeAt(table, row === -1 ? 0 : -1, row) ?? place;
    case 'row-end':
      return placeAt(table, lastColumn, row) ?? place;
    case 'start':
      return placeAt(table, 0, 0) ?? place;
    case 'end':
      return placeAt(table, lastColumn, table.lanes.length - 1, true) ?? place;
    default: {
      const [across, down] = steps[direction];
      const cards = cardsAt(table, place);
      const beside = down === 0 ? undefined : cards[indexOf(cards, place.card) + down];
      if (beside && place.card !== undefined) return { ...place, card: beside.id };
      return placeAt(table, column + across, row + down, direction === 'up') ?? place;
    }
  }
}

/** The place after a card has gone from a cell: the next card, the one before, or the empty cell. */
export function placeWithout(table: MapTable, place: Place, gone: ReadonlySet<string>): Place {
  const cards = cardsAt(table, place);
  const at = indexOf(cards, place.card);
  const next =
    cards.slice(at).find(({ id }) => !gone.has(id)) ?? cards.slice(0, at).findLast(({ id }) => !gone.has(id));
  return { ...place, card: next?.id };
}

/** The stage or lane beside another. */
export function neighbor<Item extends { readonly id: string }>(
  list: readonly Item[],
  id: string,
  offset: 1 | -1,
): Item | undefined {
  const at = indexOf(list, id);
  return at === -1 ? undefined : list[at + offset];
}
