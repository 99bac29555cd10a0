import { Drawing, Lines } from './Drawing.tsx';
import { width } from './drawing.ts';
import { bar, rowsOf } from './rows.ts';
import { extentOf, linearScale, rounded } from './scale.ts';

export interface Amount {
  readonly label: string;
  readonly value: number;
}

export interface BridgeChartProps {
  /** One sentence that says what the chart shows; also its name for screen readers. */
  readonly caption: string;
  readonly start: Amount;
  /** What was gained and, negative, what was lost, in the order shown. */
  readonly changes: readonly Amount[];
  /** Of the sum of all. */
  readonly endLabel: string;
  readonly valueLabel: string;
  readonly formatValue: (value: number) => string;
}

const top = 24;
const mostLabelRoom = 0.34 * width;
/** Changes smaller than this share of the whole are hard to see on an axis that begins at 0. */
const leastShare = 0.4;
/** Share of the axis that stands for the part that was cut away. */
const stub = 0.18;

/**
 * Where the axis begins. Small changes of a large amount would be slivers: then most of what all steps have in common
 * is cut away, and the bars that lose it get a torn edge.
 */
function cutAt(low: number, high: number): number | undefined {
  const isCut = low > 0 && high - low < leastShare * high;
  return isCut ? low - (stub * (high - low)) / (1 - stub) : undefined;
}

/** How an amount at the start became the one at the end: one row per step, each bar beginning where the last ended. */
export function BridgeChart({ caption, start, changes, endLabel, valueLabel, formatValue }: BridgeChartProps) {
  const opening = { ...start, value: Number.isFinite(start.value) ? start.value : 0 };
  let level = opening.value;
  const steps = changes.map(({ label, value }) => {
    const from = level;
    level += Number.isFinite(value) ? value : 0;
    return { label, from, to: level, isTotal: false, value: level - from === 0 ? 0 : value };
  });
  const rows = [
    { label: opening.label, from: 0, to: opening.value, isTotal: true, value: opening.value },
    ...steps,
    { label: endLabel, from: 0, to: level, isTotal: true, value: level },
  ];
  const texts = rows.map(({ isTotal, value }) =>
    isTotal || value <= 0 ? formatValue(value) : `+${formatValue(value)}`,
  );

  const names = rows.map(({ label }) => label);
  const { labels, middles, bottom, left, right } = rowsOf(names, texts, top, mostLabelRoom);
  const levels = rows.map(({ to }) => to);
  const cut = cutAt(Math.min(...levels), Math.max(...levels));
  const x = linearScale(cut === undefined ? extentOf([0, ...levels]) : extentOf([cut, ...levels]), [left, right]);
  const base = cut === undefined ? x(0) : left;

  return (
    <Drawing caption={caption} height={bottom + 8}>
      <text className="chart-axis" x={width} y={14} textAnchor="end">
        {valueLabel}
      </text>
      {rows.map(({ from, to, isTotal, value }, index) => {
        const begin = isTotal ? base : x(from);
        const end = x(to);
        const middle = middles[index] ?? 0;
        const barTop = rounded(middle - bar / 2);
        const next = middles[index + 1];
        const tone = value < 0 ? 'signal' : 'reference';
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: two steps may have the same label
          <g key={index} className={isTotal ? 'chart-total' : undefined}>
            <g className="chart-label">
              <Lines
                lines={labels[index] ?? []}
                x={rounded(left - 8)}
                y={rounded(middle)}
                anchor="end"
                stand="around"
              />
            </g>
            <rect
              className={`chart-bar chart-tone-${isTotal ? 'total' : tone}`}
              x={Math.min(begin, end)}
              width={rounded(Math.abs(end - begin))}
              y={barTop}
              height={bar}
            />
            {isTotal && cut !== undefined && (
              <path className="chart-tear" d={`M${rounded(base + 9)} ${barTop - 2}l5 5.5l-5 5.5l5 5.5l-5 5.5`} />
            )}
            {next !== undefined && (
              <line className="chart-link" x1={end} x2={end} y1={barTop + bar} y2={rounded(next - bar / 2)} />
            )}
            <text className="chart-value" x={width} y={rounded(middle)} dy="0.35em" textAnchor="end">
              {texts[index]}
            </text>
          </g>
        );
      })}
    </Drawing>
  );
}
