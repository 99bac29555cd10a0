import { Drawing, Lines, Whiskers } from './Drawing.tsx';
import { lineHeight, linesOf, middleWithin, shownAt, strideOf, widestOf, width } from './drawing.ts';
import { extentOf, linearScale, rounded, writtenTicks } from './scale.ts';

/** A value and what it may as well be. */
export interface Interval {
  readonly label: string;
  readonly value: number;
  /** Both undefined where no interval is known. */
  readonly lower?: number | undefined;
  readonly upper?: number | undefined;
  /** Said under the label, such as how many answered. */
  readonly note?: string | undefined;
}

export interface IntervalChartProps {
  /** One sentence that says what the chart shows; also its name for screen readers. */
  readonly caption: string;
  readonly intervals: readonly Interval[];
  readonly valueLabel: string;
  readonly formatValue: (value: number) => string;
  /** Lowest and highest value of the axis; by default what the data need. */
  readonly domain?: readonly [low: number, high: number];
  /** A value to compare with, drawn through all rows. */
  readonly level?: { readonly value: number; readonly label: string } | undefined;
}

/** What of the intervals can be drawn, and all numbers of it. */
export function drawableIntervals(intervals: readonly Interval[]) {
  const drawn = intervals.map(({ label, note, value, lower = Number.NaN, upper = Number.NaN }) => ({
    label,
    note,
    value: Number.isFinite(value) ? value : undefined,
    reach: Number.isFinite(lower) && Number.isFinite(upper) ? ([lower, upper] as const) : undefined,
  }));
  return {
    drawn,
    numbers: drawn.flatMap(({ value, reach = [] }) => [...(value === undefined ? [] : [value]), ...reach]),
  };
}

const gap = 12;
const mostLines = 4;
const mostLabelRoom = 0.34 * width;

/** Values with their intervals, one row per category, on one axis. */
export function IntervalChart({ caption, intervals, valueLabel, formatValue, domain, level }: IntervalChartProps) {
  const { drawn, numbers } = drawableIntervals(intervals);
  const labels = drawn.map(({ label }) => linesOf(label, mostLabelRoom, mostLines));
  const notes = drawn.flatMap(({ note = [] }) => note);
  const texts = drawn.map(({ value }) => (value === undefined ? '—' : formatValue(value)));
  const left = Math.min(mostLabelRoom, widestOf([...labels.flat(), ...notes])) + 12;
  const right = Math.max(left + 60, width - widestOf(texts) - 12);
  const x = linearScale(
    extentOf(domain ?? [...numbers, ...(level ? [level.value] : [])]),
    [left, right],
    domain ? undefined : 4,
  );

  const top = level ? 28 : 10;
  const heights = drawn.map(
    ({ note }, index) => ((labels[index]?.length ?? 1) + (note === undefined ? 0 : 1)) * lineHeight + gap,
  );
  const middles = heights.map(
    (size, index) => top + heights.slice(0, index).reduce((sum, one) => sum + one, 0) + size / 2,
  );
  const bottom = top + heights.reduce((sum, size) => sum + size, 0);
  const height = bottom + 40;
  const marks = writtenTicks(x.ticks(5), formatValue);
  const stride = strideOf(
    marks.map(({ text }) => text),
    (right - left) / Math.max(1, marks.length - 1),
  );

  return (
    <Drawing caption={caption} height={height}>
      <g className="chart-grid">
        {marks.map(({ value, text }, index) => {
          const shown = shownAt(index, stride);
          return (
            <g key={value}>
              <line x1={x(value)} x2={x(value)} y1={top} y2={bottom} />
              {shown !== undefined && (
                <text className={shown} x={x(value)} y={bottom + 16} textAnchor="middle">
                  {text}
                </text>
              )}
            </g>
          );
        })}
      </g>
      {level && Number.isFinite(level.value) && (
        <g className="chart-level">
          <line x1={x(level.value)} x2={x(level.value)} y1={top - 8} y2={bottom} />
          <text x={middleWithin(level.label, x(level.value))} y={14} textAnchor="middle">
            {level.label}
          </text>
        </g>
      )}
      {drawn.map(({ note, value, reach }, index) => {
        const middle = rounded(middles[index] ?? 0);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: two categories may have the same label
          <g key={index} className="chart-interval">
            <g className="chart-label">
              <Lines
                lines={labels[index] ?? []}
                note={note}
                x={rounded(left - 12)}
                y={middle}
                anchor="end"
                stand="around"
              />
            </g>
            {reach && <Whiskers at={middle} from={x(reach[0])} to={x(reach[1])} />}
            {value !== undefined && <circle cx={x(value)} cy={middle} r={5} />}
            <text className="chart-value" x={width} y={middle} dy="0.35em" textAnchor="end">
              {texts[index]}
            </text>
          </g>
        );
      })}
      <text className="chart-axis" x={right} y={height - 5} textAnchor="end">
        {valueLabel}
      </text>
    </Drawing>
  );
}
