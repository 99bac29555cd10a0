import { writeTabSeparated } from '../exports/csv.ts';
import { cellKey, cellsOf } from './cells.ts';
import type { Command } from './commands.ts';
import { type Card, emptyMap, type JourneyMap, type Lane, type Stage } from './document.ts';
import type { MapTable } from './places.ts';

/** What a card says, wherever it stands. */
export type CardContent = Omit<Card, 'id' | 'stage' | 'lane'>;
/** Cards of cells, row by row. */
export type CopiedRows = readonly (readonly (readonly CardContent[])[])[];

/** The media type under which a part of a map is copied, in the format of a whole one. */
export const copiedType = 'application/vnd.customer-atlas.journey-map+json';

/** From the first to the last item that is used. */
function span<Item extends { readonly id: string }>(items: readonly Item[], used: ReadonlySet<string>): Item[] {
  const places = items.flatMap(({ id }, index) => (used.has(id) ? [index] : []));
  return items.slice(places[0] ?? 0, (places.at(-1) ?? -1) + 1);
}

/** The smallest part of the table with all chosen cards, and no other cards, as a map of its own. */
export function copiedPart({ stages, lanes }: MapTable, map: JourneyMap, chosen: ReadonlySet<string>): JourneyMap {
  const cards = map.cards.filter(({ id }) => chosen.has(id));
  return {
    ...emptyMap(map.language),
    stages: span(stages, new Set(cards.map(({ stage }) => stage))),
    lanes: span(lanes, new Set(cards.map(({ lane }) => lane))),
    cards,
  };
}

/** The rows of a map. */
export function rowsOf(map: JourneyMap): CopiedRows {
  const cells = cellsOf(map);
  return map.lanes.map((lane) =>
    map.stages.map((stage) =>
      (cells.get(cellKey(stage.id, lane.id)) ?? []).map(({ id: _, stage: __, lane: ___, ...content }) => content),
    ),
  );
}

/** The rows of a map for a spreadsheet: a cell's cards below each other. */
export function copiedText(part: JourneyMap): string {
  return writeTabSeparated(rowsOf(part).map((row) => row.map((cards) => cards.map(({ text }) => text).join('\n'))));
}

/** Cells of a spreadsheet as cards; empty ones hold none. */
export function rowsOfCells(cells: readonly (readonly string[])[]): CopiedRows {
  return cells.map((row) => row.map((text) => (text.trim() === '' ? [] : [{ text: text.trim() }])));
}

/** Puts cards into the cells from one on, to the right and below. What reaches over the edge gets stages and lanes. */
export function pastedRows(
  { stages, lanes }: MapTable,
  rows: CopiedRows,
  at: { readonly stage: string; readonly lane: string },
  newId: () => string,
): Command {
  const firstStage = stages.findIndex(({ id }) => id === at.stage);
  const firstLane = lanes.findIndex(({ id }) => id === at.lane);
  const width = Math.max(0, ...rows.map((row) => row.length));
  const missing = (needed: number, there: number) => Array.from({ length: Math.max(0, needed - there) }, newId);
  const newStages = missing(firstStage + width, stages.length).map((id): Stage => ({ id, title: '' }));
  const newLanes = missing(firstLane + rows.length, lanes.length).map(
    (id): Lane => ({ id, kind: 'free', title: '', side: 'both' }),
  );
  const [columns, lines] = [[...stages, ...newStages].slice(firstStage), [...lanes, ...newLanes].slice(firstLane)];
  const cards = rows.flatMap((row, line) =>
    row.flatMap((contents, column) => {
      const [stage, lane] = [columns[column]?.id ?? at.stage, lines[line]?.id ?? at.lane];
      return contents.map((content): Card => ({ ...content, id: newId(), stage, lane }));
    }),
  );
  return {
    type: 'all',
    commands: [
      { type: 'add', to: 'stages', items: newStages },
      { type: 'add', to: 'lanes', items: newLanes },
      { type: 'add', to: 'cards', items: cards },
    ],
  };
}
