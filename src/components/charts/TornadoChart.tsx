import type { Amount } from './BridgeChart.tsx';
import { Drawing } from './Drawing.tsx';
import { middleWithin, textWidth, width } from './drawing.ts';
import { extentOf, linearScale, rounded } from './scale.ts';

export interface TornadoEnd {
  /** What the input was set to, as it is written. */
  readonly tried: string;
  /** What then came out. Undefined where there is no answer. */
  readonly value: number | undefined;
}

export interface TornadoRow {
  readonly label: string;
  readonly low: TornadoEnd;
  readonly high: TornadoEnd;
}

export interface TornadoChartProps {
  /** One sentence that says what the chart shows; also its name for screen readers. */
  readonly caption: string;
  /** What comes out when every input is as it is. */
  readonly base: Amount;
  /** The widest first. */
  readonly rows: readonly TornadoRow[];
  readonly formatValue: (value: number) => string;
}

const top = 26;
const rowHeight = 46;
const bar = 18;
/** Labels of one side take no more than this of the width. */
const mostLabelRoom = 0.36 * width;

/** How far each input alone moves the result: one bar per input around the result as it is. */
export function TornadoChart({ caption, base, rows, formatValue }: TornadoChartProps) {
  const origin = Number.isFinite(base.value) ? base.value : 0;
  const drawn = rows.map(({ label, low, high }) => ({
    label,
    ends: [
      { ...low, kind: 'low' },
      { ...high, kind: 'high' },
    ].map(({ tried, value, kind }) => {
      const isKnown = value !== undefined && Number.isFinite(value);
      const reached = isKnown ? value : origin;
      return { tried, kind, reached, isLeft: reached < origin, shown: isKnown ? formatValue(value) : '—' };
    }),
  }));
  // Where both ends lie on one side, the nearer one is written on the other side, so that both can be read.
  const placed = drawn.map(({ label, ends: [low, high] }) => {
    const leftFirst = low !== undefined && high !== undefined && low.reached > high.reached ? [high, low] : [low, high];
    return { label, ends: leftFirst.filter((end) => end !== undefined) };
  });
  const roomAt = (side: number) =>
    Math.min(
      mostLabelRoom,
      Math.max(0, ...placed.map(({ ends }) => textWidth(`${ends[side]?.tried}  ${ends[side]?.shown}`))) + 6,
    );
  const x = linearScale(extentOf([origin, ...drawn.flatMap(({ ends }) => ends.map(({ reached }) => reached))]), [
    roomAt(0),
    width - roomAt(1),
  ]);
  const height = top + rows.length * rowHeight + 6;
  const baseLabel = `${base.label} ${formatValue(origin)}`;

  return (
    <Drawing caption={caption} height={height}>
      <g className="chart-mark">
        <text x={middleWithin(baseLabel, x(origin))} y={14} textAnchor="middle">
          {baseLabel}
        </text>
        <line x1={x(origin)} x2={x(origin)} y1={top - 6} y2={height} />
      </g>
      {placed.map(({ label, ends }, index) => {
        const rowTop = top + index * rowHeight;
        const barTop = rowTop + 22;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: two inputs may have the same label
          <g key={index}>
            <text className="chart-name" x={0} y={rowTop + 14}>
              {label}
            </text>
            {ends.map(({ kind, reached }) => (
              <rect
                key={kind}
                className={`chart-bar chart-tone-${kind === 'low' ? 'plain' : 'reference'}`}
                x={Math.min(x(reached), x(origin))}
                width={rounded(Math.abs(x(reached) - x(origin)))}
                y={barTop}
                height={bar}
              />
            ))}
            {ends.map(({ kind, tried, shown, reached }, side) => {
              const at = side === 0 ? Math.min(x(reached), x(origin)) - 5 : Math.max(x(reached), x(origin)) + 5;
              return (
                <text
                  key={kind}
                  className="chart-end"
                  x={rounded(at)}
                  y={barTop + bar / 2}
                  dy="0.35em"
                  textAnchor={side === 0 ? 'end' : 'start'}
                >
                  <tspan className="chart-tried">{tried}</tspan> <tspan className="chart-value">{shown}</tspan>
                </text>
              );
            })}
          </g>
        );
      })}
    </Drawing>
  );
}
