import { Drawing, gutterOf, ValueGrid } from './Drawing.tsx';
import { middleWithin, shownAt, strideOf, widestOf, width } from './drawing.ts';
import { extentOf, linearScale, rounded, writtenTicks } from './scale.ts';

/** How many values lie from one limit up to another. */
export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

export interface HistogramProps {
  /** One sentence that says what the chart shows; also its name for screen readers. */
  readonly caption: string;
  readonly bins: readonly Bin[];
  readonly xLabel: string;
  readonly yLabel: string;
  readonly formatX: (value: number) => string;
  readonly formatY: (value: number) => string;
  /** A value pointed out, such as the median. */
  readonly mark?: { readonly value: number; readonly label: string } | undefined;
  /** Where most values lie, such as the middle 80 %. */
  readonly range?: { readonly from: number; readonly to: number; readonly label: string } | undefined;
}

const plot = { top: 66, bottom: 220 };
const height = plot.bottom + 42;

/** How values are spread: bars over a straight axis, with what to look at pointed out above them. */
export function Histogram({ caption, bins, xLabel, yLabel, formatX, formatY, mark, range }: HistogramProps) {
  const drawn = bins.filter(({ from, to, count }) => from < to && [from, to, count].every(Number.isFinite));
  const y = linearScale(extentOf([0, ...drawn.map(({ count }) => count)]), [plot.bottom, plot.top], 4);
  const left = gutterOf(y, formatY);
  const limits = extentOf(drawn.flatMap(({ from, to }) => [from, to]));
  const right = width - Math.max(8, widestOf(limits.map(formatX)) / 2);
  const x = linearScale(limits, [left, right]);
  const marks = writtenTicks(x.ticks(8), formatX);
  const stride = strideOf(
    marks.map(({ text }) => text),
    (right - left) / Math.max(1, marks.length - 1),
  );
  const isMarked = mark !== undefined && Number.isFinite(mark.value);
  const isRanged = range !== undefined && Number.isFinite(range.from) && Number.isFinite(range.to);

  return (
    <Drawing caption={caption} height={height}>
      <text className="chart-axis" x={4} y={14}>
        {yLabel}
      </text>
      <ValueGrid y={y} left={left} right={right} format={formatY} />
      {isRanged && (
        <g className="chart-range">
          <rect
            x={x(range.from)}
            width={rounded(Math.max(0, x(range.to) - x(range.from)))}
            y={plot.top - 14}
            height={plot.bottom - plot.top + 14}
          />
          <path d={`M${x(range.from)} ${plot.top - 8}v-6H${x(range.to)}v6`} />
          <text x={middleWithin(range.label, (x(range.from) + x(range.to)) / 2)} y={32} textAnchor="middle">
            {range.label}
          </text>
        </g>
      )}
      {drawn.map(({ from, to, count }) => (
        <rect
          key={from}
          className="chart-bar chart-tone-reference"
          x={x(from)}
          width={rounded(x(to) - x(from))}
          y={y(count)}
          height={rounded(plot.bottom - y(count))}
        />
      ))}
      {isMarked && (
        <g className="chart-mark">
          <line x1={x(mark.value)} x2={x(mark.value)} y1={plot.top - 8} y2={plot.bottom} />
          <text x={middleWithin(mark.label, x(mark.value))} y={plot.top - 17} textAnchor="middle">
            {mark.label}
          </text>
        </g>
      )}
      <line className="chart-base" x1={left} x2={right} y1={plot.bottom} y2={plot.bottom} />
      <g className="chart-grid">
        {marks.map(({ value, text }, index) => {
          const shown = shownAt(index, stride);
          return shown === undefined ? null : (
            <text key={value} className={shown} x={x(value)} y={plot.bottom + 19} textAnchor="middle">
              {text}
            </text>
          );
        })}
      </g>
      <text className="chart-axis" x={right} y={height - 5} textAnchor="end">
        {xLabel}
      </text>
    </Drawing>
  );
}
