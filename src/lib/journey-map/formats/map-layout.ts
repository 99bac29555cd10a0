import { cellKey, cellsOf } from '../cells.ts';
import type { Card, JourneyMap, Lane, Stage } from '../document.ts';
import type { MapWords } from './map-words.ts';
import { textLines } from './text-lines.ts';

/** Lengths in whatever unit the drawing is in. */
export interface Measures {
  readonly columnWidth: number;
  /** Of the column that names the lanes. */
  readonly laneWidth: number;
  /** Size of the text of cards and names. */
  readonly size: number;
  readonly lineHeight: number;
  /** Between the edge of a card and its text, and between cards. */
  readonly gap: number;
}

export interface CardBox {
  readonly card: Card;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly string[];
}

export interface Column {
  readonly stage: Stage;
  readonly x: number;
  /** Its title, and the moments of truth that happen there. */
  readonly lines: readonly string[];
  readonly moments: readonly string[];
}

export interface Row {
  readonly lane: Lane;
  readonly y: number;
  readonly height: number;
  readonly lines: readonly string[];
}

/** Where the parts of a map stand: from its left edge, and from below the names of the stages. */
export interface MapLayout {
  readonly width: number;
  /** Of all lanes. */
  readonly height: number;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly boxes: readonly CardBox[];
}

export function columnOf(stage: Stage, x: number, words: MapWords, { columnWidth, size, gap }: Measures): Column {
  const width = (columnWidth - 4 * gap) / size;
  const moments = (stage.moments ?? []).flatMap((moment) => textLines(`◆ ${words.moment(moment)}`, width));
  return { stage, x, lines: textLines(stage.title, width), moments };
}

export function mapLayout(map: JourneyMap, words: MapWords, measures: Measures): MapLayout {
  const { columnWidth, laneWidth, size, lineHeight, gap } = measures;
  const cells = cellsOf(map);
  const columns = map.stages.map((stage, index) => columnOf(stage, laneWidth + index * columnWidth, words, measures));
  const width = columnWidth - 2 * gap;
  const boxes: CardBox[] = [];
  const rows: Row[] = [];
  let y = 0;
  for (const lane of map.lanes) {
    const lines = textLines(words.lane(lane), (laneWidth - 2 * gap) / size);
    let bottom = y + 2 * gap + lines.length * lineHeight;
    for (const { stage, x } of columns) {
      let top = y + gap;
      for (const card of cells.get(cellKey(stage.id, lane.id)) ?? []) {
        const cardLines = textLines(card.text, (width - 2 * gap) / size);
        const marks = card.feeling === undefined && card.hopedFeeling === undefined ? 0 : lineHeight;
        const height = cardLines.length * lineHeight + marks + 2 * gap;
        boxes.push({ card, x: x + gap, y: top, width, height, lines: cardLines });
        top += height + gap;
      }
      bottom = Math.max(bottom, top);
    }
    rows.push({ lane, y, height: bottom - y, lines });
    y = bottom;
  }
  return { width: laneWidth + map.stages.length * columnWidth, height: y, columns, rows, boxes };
}
