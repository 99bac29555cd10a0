import write, { type CellObject, type SheetData } from 'write-excel-file/browser';
import type { JourneyMap } from '../lib/journey-map/document.ts';
import { cardRows } from '../lib/journey-map/formats/card-rows.ts';
import { gridRows } from '../lib/journey-map/formats/grid-rows.ts';
import type { MapWords } from '../lib/journey-map/formats/map-words.ts';
import { textLines } from '../lib/journey-map/formats/text-lines.ts';
import { xmlSigns } from '../lib/journey-map/formats/xml-signs.ts';

/** What Excel takes in a cell. */
const longestCell = 32_767;
const rule = { borderStyle: 'thin', borderColor: '#8a8577' } as const;

/** As text, whatever it begins with: a card like =1+1 is no formula. */
function textCell(text: string, isName: boolean): CellObject {
  const value = xmlSigns(text).slice(0, longestCell);
  return {
    ...(value !== '' && { value, type: String }),
    wrap: true,
    alignVertical: 'top',
    ...rule,
    ...(isName && { fontWeight: 'bold', backgroundColor: '#f3efe6' }),
  };
}

/** How many ems of text go into a unit of column width, and how high a line is, in points, at the size Excel begins with. */
const emsPerUnit = 0.46;
const lineHeight = 15;
/** What Excel takes as the height of a row. */
const highestRow = 409;

/** Rows as high as their text: not every program works that out when it opens a file. */
function withHeights(rows: readonly (readonly CellObject[])[], widths: readonly number[]): SheetData {
  return rows.map((row) => {
    const lines = row.map(
      ({ value }, index) => textLines(String(value ?? ''), (widths[index] ?? 0) * emsPerUnit).length,
    );
    const height = Math.min(highestRow, Math.max(...lines) * lineHeight + 3);
    return row.map((cell) => ({ ...cell, height }));
  });
}

/** A map as an Excel workbook: a sheet as it is drawn, and one with a row for every card. */
export function workbookOf(map: JourneyMap, words: MapWords): Promise<Blob> {
  const grid = gridRows(map, words).map((row, down) =>
    row.map((texts, across) => textCell(texts.join('\n'), down === 0 || across === 0)),
  );
  const cards = cardRows(map, words).map((row, down) =>
    row.map((cell) => (typeof cell === 'number' ? { value: cell, type: Number, ...rule } : textCell(cell, down === 0))),
  );
  const gridWidths = [18, ...map.stages.map(() => 28)];
  const cardWidths = [20, 20, 14, 48, 9, 9, 16, 30, 16, 9, 9];
  const columns = (widths: readonly number[]) => widths.map((width) => ({ width }));
  return write([
    {
      data: withHeights(grid, gridWidths),
      sheet: words.sheets.map,
      columns: columns(gridWidths),
      stickyRowsCount: 1,
      stickyColumnsCount: 1,
      orientation: 'landscape',
    },
    {
      data: withHeights(cards, cardWidths),
      sheet: words.sheets.cards,
      columns: columns(cardWidths),
      stickyRowsCount: 1,
      orientation: 'landscape',
    },
  ]).toBlob();
}
