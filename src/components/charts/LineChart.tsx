import { Drawing, gutterOf, Lines, ValueGrid } from './Drawing.tsx';
import { bold, lineHeight, linesOf, spread, strideOf, textWidth, widestOf, width } from './drawing.ts';
import { pathThrough, surfaceBetween } from './path.ts';
import { extentOf, linearScale, rounded, writtenTicks } from './scale.ts';

type Dash = 'solid' | 'dashed' | 'dotted' | 'dash-dot' | 'long';

export interface Series {
  readonly label: string;
  readonly points: readonly (readonly [x: number, y: number])[];
  /** How the line is drawn; tells lines apart in grey too. By default each line has its own. */
  readonly dash?: Dash;
  /** What the values may as well be: an interval around the line. */
  readonly band?: readonly (readonly [x: number, lower: number, upper: number])[] | undefined;
  /** The value holds until the next point, as in a survival curve. */
  readonly isStepped?: boolean;
}

export interface LineChartProps {
  /** One sentence that says what the chart shows; also its name for screen readers. */
  readonly caption: string;
  /** Up to five lines. */
  readonly series: readonly Series[];
  readonly xLabel: string;
  readonly yLabel: string;
  readonly formatX: (value: number) => string;
  readonly formatY: (value: number) => string;
  /** Lowest and highest value of the vertical axis; by default what the data needs, from 0. */
  readonly yDomain?: readonly [number, number];
  /** A level to compare with, drawn across. */
  readonly level?: { readonly value: number; readonly label: string } | undefined;
  /** A place on a rising line that is pointed out, with words above the line at its left or below it at its right. */
  readonly point?: { readonly x: number; readonly y: number; readonly label: string } | undefined;
}

const height = 244;
const margin = { top: 34, bottom: 42 };
/** Labels at the ends of lines take no more than this; longer ones go on in a second line. */
const mostRoom = 0.28 * width;
const dashes = { solid: undefined, dashed: '7 4', dotted: '2 4', 'dash-dot': '9 3 2 3', long: '14 5' } as const;
const dashByPlace = Object.keys(dashes) as Dash[];

/** Steps between the marks of a time axis: months fall on quarters and years. */
const timeSteps = [1, 2, 3, 6, 12, 24, 60, 120, 240];
const mostTimeMarks = 7;

function timeMarks(first: number, last: number): number[] | undefined {
  const step = timeSteps.find((size) => last - first >= 2 && Math.max(last, last - first) / size <= mostTimeMarks);
  if (step === undefined) return undefined;
  const start = Math.ceil(first / step);
  return Array.from({ length: Math.floor(last / step) - start + 1 }, (_, index) => (start + index) * step);
}

const isDrawable = (point: readonly number[]) => point.every(Number.isFinite);

/** Lines over time, labelled where they end. */
export function LineChart({
  caption,
  series,
  xLabel,
  yLabel,
  formatX,
  formatY,
  yDomain,
  level,
  point,
}: LineChartProps) {
  const lines = series.map(({ points, band = [], dash, isStepped = false, label }, index) => ({
    label,
    points: points.filter(isDrawable),
    band: band.filter(isDrawable),
    dash: dashes[dash ?? dashByPlace[index % dashByPlace.length] ?? 'solid'],
    isStepped,
  }));
  const labels = lines.map(({ label }) => linesOf(label, mostRoom));
  const right = width - Math.min(mostRoom + 40, widestOf(labels.flat()) * bold + 8);
  const xs = lines.flatMap(({ points, band }) => [...points, ...band].map(([x]) => x));
  const ys = lines.flatMap(({ points, band }) => [...points.map(([, y]) => y), ...band.flatMap(([, ...ends]) => ends)]);
  const y = linearScale(
    extentOf(yDomain ?? [...ys, level?.value ?? 0, 0]),
    [height - margin.bottom, margin.top],
    yDomain ? undefined : 4,
  );
  const left = gutterOf(y, formatY);
  const x = linearScale(extentOf(xs), [left, right]);

  const ends = lines.map(({ points }) => points.at(-1) ?? [x.low, y.low]);
  const sizes = labels.map((lines) => lines.length * lineHeight);
  const labelAt = spread(
    ends.map(([, value]) => y(value)),
    sizes,
    [margin.top - lineHeight / 2, height - margin.bottom + lineHeight / 2],
  );
  const pointLabel = linesOf(point?.label ?? '', mostRoom);
  const marks = writtenTicks(timeMarks(x.low, x.high) ?? x.ticks(5), formatX);
  const stride = strideOf(
    marks.map(({ text }) => text),
    (right - left) / Math.max(1, marks.length - 1),
  );

  return (
    <Drawing caption={caption} height={height}>
      <ValueGrid y={y} left={left} right={right} format={formatY} />
      <g className="chart-grid">
        {marks
          .filter((_, index) => index % stride.phone === 0)
          .map(({ value, text }) => (
            <text key={value} x={x(value)} y={height - margin.bottom + 19} textAnchor="middle">
              {text}
            </text>
          ))}
      </g>
      <text className="chart-axis" x={4} y={14}>
        {yLabel}
      </text>
      <text className="chart-axis" x={right} y={height - 5} textAnchor="end">
        {xLabel}
      </text>
      {lines.map(
        ({ band, isStepped }, index) =>
          band.length > 0 && (
            <path
              // biome-ignore lint/suspicious/noArrayIndexKey: lines may have the same label
              key={index}
              className={`chart-band chart-series-${index + 1}`}
              d={surfaceBetween(
                band.map(([at, lower]) => [x(at), y(lower)]),
                band.map(([at, , upper]) => [x(at), y(upper)]),
                isStepped,
              )}
            />
          ),
      )}
      {level && Number.isFinite(level.value) && (
        <g className="chart-level">
          <line x1={left} x2={right} y1={y(level.value)} y2={y(level.value)} />
          <text
            x={rounded(Math.max(left, Math.min(left + 40, right - textWidth(level.label))))}
            y={rounded(y(level.value) - 5)}
          >
            {level.label}
          </text>
        </g>
      )}
      {lines.map(({ points, dash, isStepped }, index) => {
        const path = pathThrough(
          points.map(([at, value]) => [x(at), y(value)]),
          isStepped,
        );
        const [endX, endY] = ends[index] ?? [x.low, y.low];
        const middle = labelAt[index] ?? 0;
        const isApart = right - x(endX) > 6 || Math.abs(middle - y(endY)) > 6;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines may have the same label
          <g key={index} className={`chart-series chart-series-${index + 1}`}>
            <path d={path} strokeDasharray={dash} />
            {isApart && <path className="chart-leader" d={`M${x(endX)} ${y(endY)}L${right + 4} ${rounded(middle)}`} />}
            <Lines lines={labels[index] ?? []} x={rounded(right + 5)} y={rounded(middle)} stand="around" />
          </g>
        );
      })}
      {point && (
        <g className="chart-mark">
          <circle cx={x(point.x)} cy={y(point.y)} r={4.5} />
          {x(point.x) > (left + right) / 2 ? (
            <Lines
              lines={pointLabel}
              x={rounded(x(point.x) - 8)}
              y={rounded(y(point.y) - 8)}
              anchor="end"
              stand="above"
            />
          ) : (
            <Lines lines={pointLabel} x={rounded(x(point.x) + 8)} y={rounded(y(point.y) + 18)} stand="below" />
          )}
        </g>
      )}
    </Drawing>
  );
}
