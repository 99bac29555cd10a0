import { Drawing, gutterOf, Lines, ValueGrid, Whiskers } from './Drawing.tsx';
import { lineHeight, linesOf, middleWithin, shownAt, shownIn, spread, strideOf, widestOf, width } from './drawing.ts';
import { extentOf, linearScale, rounded } from './scale.ts';

/** How a bar is filled; the three are also told apart in grey. */
export type Tone = 'signal' | 'plain' | 'reference';

export interface Bar {
  readonly label: string;
  readonly value: number;
  /** What the value may as well be. */
  readonly interval?: readonly [lower: number, upper: number] | undefined;
}

/** Neighbouring bars under one name. */
export interface BarGroup {
  readonly label: string;
  /** Places of its first and last bar, counted from 0. */
  readonly from: number;
  readonly to: number;
  readonly tone: Tone;
}

export interface BarChartProps {
  /** One sentence that says what the chart shows; also its name for screen readers. */
  readonly caption: string;
  readonly bars: readonly Bar[];
  readonly xLabel: string;
  readonly yLabel: string;
  readonly formatY: (value: number) => string;
  readonly groups?: readonly BarGroup[];
}

const plotHeight = 150;
/** Share of its place that a bar fills, and the widest a bar gets. */
const fill = 0.74;
const widestBar = 56;
/** Names of groups may reach beyond their bars rather than be cut into pieces. */
const leastNameRoom = 92;
/** With more bars than this, labels on two levels are a crowd. */
const mostStaggered = 8;

/** How labels may stand below bars, the best first: side by side or every other one lower down, in one line or two. */
const arrangements = [
  { levels: 1, most: 1 },
  { levels: 2, most: 1 },
  { levels: 1, most: 2 },
  { levels: 2, most: 2 },
] as const;

/** The labels below the bars. Where there is no room for all, only some are written, which is enough for months. */
function labelLines(labels: readonly string[], place: number) {
  for (const { levels, most } of arrangements) {
    const room = place * levels - 5;
    const lines = labels.map((label) => linesOf(label, room, Number.POSITIVE_INFINITY));
    const fits = lines.every(({ length }) => length <= most) && widestOf(lines.flat()) <= room;
    if (fits && (levels === 1 || labels.length <= mostStaggered)) {
      const rows = Math.max(1, ...lines.map(({ length }) => length));
      const offsetOf = (index: number) => (index % levels) * rows;
      return { lines, stride: { phone: 1, wide: 1 }, rows: rows * levels, offsetOf };
    }
  }
  return { lines: labels.map((label) => [label]), stride: strideOf(labels, place), rows: 1, offsetOf: () => 0 };
}

/** Bars of categories in their order, each with its value where there is room. */
export function BarChart({ caption, bars, xLabel, yLabel, formatY, groups = [] }: BarChartProps) {
  const drawn = bars.map((bar) => ({
    ...bar,
    value: Number.isFinite(bar.value) ? bar.value : 0,
    interval: bar.interval?.every(Number.isFinite) ? bar.interval : undefined,
  }));
  const values = drawn.map(({ value }) => formatY(value));
  const step = (room: number) => room / Math.max(1, drawn.length);
  const valuesShown = shownIn(values, step(width) - 3);

  const top = groups.length > 0 ? 34 + 2 * lineHeight : 40;
  const floor = top + plotHeight;
  // Values below 0 stand under their bars.
  const footing = floor + (drawn.some(({ value }) => value < 0) ? lineHeight : 0);
  const y = linearScale(
    extentOf([0, ...drawn.flatMap(({ value, interval = [] }) => [value, ...interval])]),
    [floor, top],
    4,
  );
  // Values on the bars need no axis.
  const left = valuesShown === '' ? 4 : gutterOf(y, formatY);
  const right = width - 4;
  const place = step(right - left);
  const thickness = Math.min(widestBar, place * fill);
  const xOf = (index: number) => left + place * (index + 0.5);

  const labels = labelLines(
    drawn.map(({ label }) => label),
    place,
  );
  const height = footing + labels.rows * lineHeight + 28;

  const names = groups.map(({ label, from, to }) => linesOf(label, Math.max(place * (to - from + 1), leastNameRoom)));
  const nameAt = spread(
    groups.map(({ from, to }) => (xOf(from) + xOf(to)) / 2),
    names.map((lines) => widestOf(lines) + 6),
    [0, width],
  );

  return (
    <Drawing caption={caption} height={height}>
      <text className="chart-axis" x={4} y={14}>
        {yLabel}
      </text>
      {valuesShown !== '' && <ValueGrid y={y} left={left} right={right} format={formatY} />}
      {groups.map(({ label, from, to }, index) => (
        <g key={label} className="chart-group">
          <Lines
            lines={names[index] ?? []}
            x={rounded(nameAt[index] ?? 0)}
            y={top - 25}
            anchor="middle"
            stand="above"
          />
          <path d={`M${rounded(xOf(from) - thickness / 2)} ${top - 14}v-5H${rounded(xOf(to) + thickness / 2)}v5`} />
        </g>
      ))}
      {drawn.map(({ value, interval }, index) => {
        const tone = groups.find(({ from, to }) => from <= index && index <= to)?.tone ?? 'reference';
        const at = rounded(xOf(index));
        const labelShown = shownAt(index, labels.stride);
        const highest = Math.max(value, ...(interval ?? []));
        const lowest = Math.min(value, ...(interval ?? []));
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: two categories may have the same label
          <g key={index}>
            <rect
              className={`chart-bar chart-tone-${tone}${interval ? ' chart-estimate' : ''}`}
              x={rounded(at - thickness / 2)}
              width={rounded(thickness)}
              y={Math.min(y(value), y(0))}
              height={rounded(Math.abs(y(value) - y(0)))}
            />
            {interval && <Whiskers at={at} from={y(interval[0])} to={y(interval[1])} upright />}
            {valuesShown !== undefined && (
              <text
                className={`chart-value ${valuesShown}`}
                x={at}
                y={value < 0 ? y(lowest) + 15 : y(highest) - 5}
                textAnchor="middle"
              >
                {values[index]}
              </text>
            )}
            {labelShown !== undefined && (
              <g className={`chart-label ${labelShown}`}>
                <Lines
                  lines={labels.lines[index] ?? []}
                  x={middleWithin(labels.lines[index]?.[0] ?? '', at)}
                  y={footing + 19 + labels.offsetOf(index) * lineHeight}
                  anchor="middle"
                  stand="below"
                />
              </g>
            )}
          </g>
        );
      })}
      <line className="chart-base" x1={left} x2={right} y1={y(0)} y2={y(0)} />
      <text className="chart-axis" x={right} y={height - 5} textAnchor="end">
        {xLabel}
      </text>
    </Drawing>
  );
}
