import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { useId } from 'react';

export interface Series {
  readonly label: string;
  readonly points: readonly (readonly [x: number, y: number])[];
  /** How the line is drawn; tells lines apart in grey too. */
  readonly dash?: 'solid' | 'dashed' | 'dotted';
}

export interface LineChartProps {
  /** One sentence that says what the chart shows; also its name for screen readers. */
  readonly caption: string;
  readonly series: readonly Series[];
  readonly xLabel: string;
  readonly yLabel: string;
  readonly formatX: (value: number) => string;
  readonly formatY: (value: number) => string;
  /** Lowest and highest value of the vertical axis; by default what the data needs, from 0. */
  readonly yDomain?: readonly [number, number];
  /** A level to compare with, drawn across. */
  readonly level?: { readonly value: number; readonly label: string } | undefined;
}

const width = 400;
const height = 230;
const margin = { top: 36, bottom: 34, left: 12 };
/** Widths of one letter of a label, in the drawing's units. */
const letterWidth = { wide: 12, narrow: 7.2 };
const dashes = { solid: undefined, dashed: '7 4', dotted: '2 4' } as const;
/** Labels of neighbouring line ends closer than this are pushed apart. */
const labelHeight = 15;

/** Steps between the marks of a time axis: months fall on quarters and years. */
const timeSteps = [1, 2, 3, 6, 12, 24, 60, 120, 240];
const mostTimeMarks = 7;

function timeMarks(last: number): number[] {
  const step = timeSteps.find((size) => last / size <= mostTimeMarks) ?? last;
  return Array.from({ length: Math.floor(last / step) + 1 }, (_, index) => index * step);
}

/** Room that the longest label at a line's end needs, and the last mark of the axis. */
function roomFor(labels: readonly string[]): number {
  const widths = labels.map((label) =>
    [...label].reduce((sum, letter) => sum + (letter > '\u2e80' ? letterWidth.wide : letterWidth.narrow), 0),
  );
  return Math.max(...widths) + 10;
}

/** Line ends get their label as near as their neighbours allow, in the order of their heights. */
function spreadLabels(heights: readonly number[]): number[] {
  const order = heights.map((_, index) => index).sort((a, b) => (heights[a] ?? 0) - (heights[b] ?? 0));
  const placed = [...heights];
  let lowest = Number.NEGATIVE_INFINITY;
  for (const index of order) {
    placed[index] = Math.max(heights[index] ?? 0, lowest + labelHeight);
    lowest = placed[index] ?? lowest;
  }
  return placed;
}

/** Lines over time, labelled where they end. Pure markup: the same on a page without script and in a calculator. */
export function LineChart({ caption, series, xLabel, yLabel, formatX, formatY, yDomain, level }: LineChartProps) {
  const titleId = useId();
  const all = series.flatMap(({ points }) => points);
  const xs = all.map(([x]) => x);
  const ys = [...all.map(([, y]) => y), level?.value ?? 0, 0];
  const right = width - roomFor(series.map(({ label }) => label));
  const x = scaleLinear([Math.min(...xs), Math.max(...xs)], [margin.left, right]);
  const y = scaleLinear(yDomain ?? [Math.min(...ys), Math.max(...ys) || 1], [height - margin.bottom, margin.top]);
  if (!yDomain) y.nice(4);
  const path = line<readonly [number, number]>(
    ([px]) => x(px),
    ([, py]) => y(py),
  ).digits(1);
  const ends = series.map(({ points }) => points[points.length - 1] ?? [0, 0]);
  const labelAt = spreadLabels(ends.map(([, value]) => y(value) + 4));

  /** No mark stands on the line of the level. */
  const hasRoom = (tick: number) => !level || Math.abs(y(tick) - y(level.value)) > labelHeight;

  return (
    <svg className="chart" viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby={titleId}>
      <title id={titleId}>{caption}</title>
      <g className="chart-grid">
        {y
          .ticks(4)
          .filter(hasRoom)
          .map((tick) => (
            <g key={tick} transform={`translate(0 ${y(tick)})`}>
              <line x1={margin.left} x2={right} />
              {tick !== 0 && (
                <text x={margin.left} dy="-3">
                  {formatY(tick)}
                </text>
              )}
            </g>
          ))}
        {timeMarks(Math.max(...xs))
          .filter((tick) => tick >= Math.min(...xs))
          .map((tick) => (
            <text key={tick} x={x(tick)} y={height - margin.bottom + 14} textAnchor="middle">
              {formatX(tick)}
            </text>
          ))}
      </g>
      <text className="chart-axis" x={margin.left} y={11}>
        {yLabel}
      </text>
      <text className="chart-axis" x={right} y={height - 4} textAnchor="end">
        {xLabel}
      </text>
      {level && (
        <g className="chart-level">
          <line x1={margin.left} x2={right} y1={y(level.value)} y2={y(level.value)} />
          <text x={margin.left + (width - margin.left) / 3} y={y(level.value) - 5}>
            {level.label}
          </text>
        </g>
      )}
      {series.map(({ label, points, dash = 'solid' }, index) => (
        <g key={label} className={`chart-series chart-series-${index + 1}`}>
          <path d={path(points) ?? ''} strokeDasharray={dashes[dash]} />
          <text x={right + 5} y={labelAt[index]}>
            {label}
          </text>
        </g>
      ))}
    </svg>
  );
}
