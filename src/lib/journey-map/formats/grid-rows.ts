import { cellKey, cellsOf } from '../cells.ts';
import type { JourneyMap } from '../document.ts';
import { feelingNote } from './feeling-note.ts';
import type { MapWords } from './map-words.ts';

/** A map as a table as it is drawn: what stands in each place, a text for every card. Names are lists of one. */
export function gridRows(map: JourneyMap, words: MapWords): (readonly string[])[][] {
  const cells = cellsOf(map);
  const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();
  return [
    [[words.columns.lane], ...map.stages.map(({ title }) => [oneLine(title)])],
    ...map.lanes.map((lane) => [
      [oneLine(words.lane(lane))],
      ...map.stages.map((stage) =>
        (cells.get(cellKey(stage.id, lane.id)) ?? []).map((card) =>
          `${oneLine(card.text)} ${feelingNote(card)}`.trim(),
        ),
      ),
    ]),
  ];
}
