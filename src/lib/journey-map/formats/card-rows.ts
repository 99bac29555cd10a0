import { cellKey, cellsOf } from '../cells.ts';
import type { JourneyMap } from '../document.ts';
import type { MapWords } from './map-words.ts';

export const cardColumns = [
  'stage',
  'lane',
  'kind',
  'text',
  'feeling',
  'hopedFeeling',
  'term',
  'evidence',
  'owner',
  'effort',
  'value',
] as const;
export type CardColumn = (typeof cardColumns)[number];

/**
 * A map as a table with a row for every card, and one for every place without any: all stages and lanes are in it, in
 * their order, and places to be filled can be seen.
 */
export function cardRows(map: JourneyMap, words: MapWords): (string | number)[][] {
  const cells = cellsOf(map);
  const rows = map.stages.flatMap((stage) =>
    map.lanes.flatMap((lane) => {
      const place = { stage: stage.title, lane: words.lane(lane), kind: lane.kind };
      const cards = cells.get(cellKey(stage.id, lane.id)) ?? [{ text: '' }];
      return cards.map((card): Readonly<Partial<Record<CardColumn, string | number>>> => ({ ...card, ...place }));
    }),
  );
  return [
    cardColumns.map((column) => words.columns[column]),
    ...rows.map((row) => cardColumns.map((column) => row[column] ?? '')),
  ];
}
