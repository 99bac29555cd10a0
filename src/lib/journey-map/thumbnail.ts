import { cellKey, cellsOf, feelingCurve } from './cells.ts';
import type { JourneyMap } from './document.ts';

/** A small picture of a map: how full its places are, and how it feels. */
export interface Thumbnail {
  readonly columns: number;
  /** Cards of each place, row by row. */
  readonly counts: readonly number[];
  /** Of each column, −2 to 2. */
  readonly curve: readonly (number | undefined)[];
}

/** Stages and lanes there is room for; of larger maps the beginning is shown. */
const mostColumns = 16;
const mostRows = 8;

export function thumbnailOf(map: JourneyMap): Thumbnail {
  const cells = cellsOf(map);
  const stages = map.stages.slice(0, mostColumns);
  const counts = map.lanes
    .slice(0, mostRows)
    .flatMap((lane) => stages.map((stage) => cells.get(cellKey(stage.id, lane.id))?.length ?? 0));
  return { columns: stages.length, counts, curve: feelingCurve(map, 'feeling').slice(0, mostColumns) };
}
