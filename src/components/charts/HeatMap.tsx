import { Drawing } from './Drawing.tsx';
import { letter, linesOf, middleWithin, shownAt, shownIn, strideOf, textWidth, widestOf, width } from './drawing.ts';
import { extentOf, linearScale, rounded } from './scale.ts';

export interface HeatMapProps {
  /** One sentence that says what the chart shows; also its name for screen readers. */
  readonly caption: string;
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** What the rows and the columns stand for. */
  readonly rowsLabel: string;
  readonly columnsLabel: string;
  /** By row, then by column. Undefined where there is no number. */
  readonly cells: readonly (readonly (number | undefined)[])[];
  readonly formatCell: (value: number) => string;
  /** The values of the palest and of the darkest shade; by default the lowest and the highest. */
  readonly domain?: readonly [low: number, high: number];
  /** A cell to be found at once, such as the one nearest to the present. */
  readonly marked?: { readonly row: number; readonly column: number } | undefined;
}

/**
 * How much of the colour each shade has, the palest first. Between the fourth and the fifth there is a wider step:
 * the shades in between are too dark for dark letters and too pale for pale ones.
 */
const shades = [0.06, 0.18, 0.31, 0.44, 0.78, 0.89, 1] as const;
const firstDark = 4;
const mostLabelRoom = 0.3 * width;
const cellHeight = { withText: 24, without: 15 };
/** Squares at most this long: few columns do not make a cell as wide as a page. */
const widestCell = 76;

/** Numbers in rows and columns, the higher the darker (in the dark, the brighter), written in the cells where they fit. */
export function HeatMap({
  caption,
  rows,
  columns,
  rowsLabel,
  columnsLabel,
  cells,
  formatCell,
  domain,
  marked,
}: HeatMapProps) {
  const numbers = cells.flat().filter((value): value is number => value !== undefined && Number.isFinite(value));
  const [low, high] = extentOf(domain ?? numbers);
  const level = linearScale([low, high], [0, shades.length]);
  const shadeOf = (value: number) => Math.min(shades.length - 1, Math.floor(level(value)));

  const rowLabels = rows.map((label) => linesOf(label, mostLabelRoom, 1)[0]);
  const left = widestOf(rowLabels.map((label) => label ?? '')) + 8;
  const cellWidth = Math.min(widestCell, (width - left - 2) / Math.max(1, columns.length));
  const right = left + cellWidth * columns.length;
  const texts = numbers.map(formatCell);
  const textShown = shownIn(texts, cellWidth - 1);
  const rowHeight = textShown === undefined ? cellHeight.without : cellHeight.withText;
  const columnStride = strideOf(columns, cellWidth);
  const rowStride = { phone: Math.ceil(letter.phone / rowHeight), wide: 1 };

  const columnsWidth = textWidth(`${columnsLabel} →`);
  const isOneLine = textWidth(`${rowsLabel} ↓  `) + columnsWidth < right;
  const headY = isOneLine ? 14 : 31;
  const top = headY + 26;
  const bottom = top + rows.length * rowHeight;
  const height = bottom + 32;
  const cellAt = (row: number, column: number) => ({
    x: rounded(left + column * cellWidth),
    y: top + row * rowHeight,
    width: rounded(cellWidth),
    height: rowHeight,
  });

  const lowText = formatCell(low);
  const highText = formatCell(high);
  const keyRight = width - textWidth(highText) - 6;
  const keyLeft = keyRight - shades.length * 16;

  return (
    <Drawing caption={caption} height={height}>
      <text className="chart-axis" x={0} y={14}>
        {rowsLabel} ↓
      </text>
      <text className="chart-axis" x={rounded(Math.max(right, columnsWidth))} y={headY} textAnchor="end">
        {columnsLabel} →
      </text>
      <g className="chart-label">
        {columns.map((label, column) => {
          const shown = shownAt(column, columnStride);
          return shown === undefined ? null : (
            <text
              // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have the same label
              key={column}
              className={shown}
              x={middleWithin(label, left + (column + 0.5) * cellWidth)}
              y={top - 6}
              textAnchor="middle"
            >
              {label}
            </text>
          );
        })}
        {rowLabels.map((label, row) => {
          const shown = shownAt(row, rowStride);
          return shown === undefined ? null : (
            <text
              // biome-ignore lint/suspicious/noArrayIndexKey: two rows may have the same label
              key={row}
              className={shown}
              x={left - 6}
              y={top + (row + 0.5) * rowHeight}
              dy="0.35em"
              textAnchor="end"
            >
              {label}
            </text>
          );
        })}
      </g>
      {rows.map((_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name but their place
        <g key={row}>
          {columns.map((_, column) => {
            const value = cells[row]?.[column];
            if (value === undefined || !Number.isFinite(value)) return null;
            const shade = shadeOf(value);
            const cell = cellAt(row, column);
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns have no name but their place
              <g key={column} className={shade >= firstDark ? 'chart-cell chart-cell-dark' : 'chart-cell'}>
                <rect {...cell} fillOpacity={shades[shade]} />
                {textShown !== undefined && (
                  <text
                    className={textShown}
                    x={rounded(cell.x + cell.width / 2)}
                    y={cell.y + rowHeight / 2}
                    dy="0.35em"
                    textAnchor="middle"
                  >
                    {formatCell(value)}
                  </text>
                )}
              </g>
            );
          })}
        </g>
      ))}
      {marked && <rect className="chart-marked" {...cellAt(marked.row, marked.column)} />}
      <g className="chart-key">
        <text x={rounded(keyLeft - 6)} y={height - 6} textAnchor="end">
          {lowText}
        </text>
        {shades.map((shade, index) => (
          <g key={shade} className="chart-cell">
            <rect x={rounded(keyLeft + index * 16)} y={height - 18} width={16} height={13} fillOpacity={shade} />
          </g>
        ))}
        <text x={width} y={height - 6} textAnchor="end">
          {highText}
        </text>
      </g>
    </Drawing>
  );
}
