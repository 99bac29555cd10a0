import { type ReactNode, useId } from 'react';
import { widestOf, width } from './drawing.ts';
import { rounded, type Scale, writtenTicks } from './scale.ts';

/** About how many lines a grid has. */
const gridLines = 4;

/** The paper of a chart. Pure markup: the same on a page without script and in a calculator. */
export function Drawing({
  caption,
  height,
  children,
}: {
  /** One sentence that says what the chart shows; also its name for screen readers. */
  readonly caption: string;
  readonly height: number;
  readonly children: ReactNode;
}) {
  const titleId = useId();
  return (
    <svg className="chart chart-plot" viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby={titleId}>
      <title id={titleId}>{caption}</title>
      {children}
    </svg>
  );
}

/** Distance of lines, and how far the baseline lies below the middle of a letter, in sizes of the letter. */
const leading = 1.15;
const belowMiddle = 0.35;

/** A text in several lines that stand below, around or above a place. */
export function Lines({
  lines,
  note,
  x,
  y,
  anchor,
  stand,
}: {
  readonly lines: readonly string[];
  /** A last line in softer ink. */
  readonly note?: string | undefined;
  readonly x: number;
  readonly y: number;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly stand: 'below' | 'around' | 'above';
}) {
  const all = note === undefined ? lines : [...lines, note];
  const extra = (all.length - 1) * leading;
  const first = { below: 0, around: belowMiddle - extra / 2, above: -extra }[stand];
  return (
    <text x={x} y={y} textAnchor={anchor} dy={all.length === 1 ? `${rounded(first)}em` : undefined}>
      {all.length === 1
        ? all[0]
        : all.map((line, index) => (
            <tspan
              // biome-ignore lint/suspicious/noArrayIndexKey: lines have no name but their place
              key={index}
              className={index === lines.length ? 'chart-note' : undefined}
              x={x}
              dy={`${index === 0 ? rounded(first) : leading}em`}
            >
              {line}
            </tspan>
          ))}
    </text>
  );
}

/** Whiskers from one place to another across a chart, upright or lying. */
export function Whiskers({
  at,
  from,
  to,
  upright = false,
}: {
  readonly at: number;
  readonly from: number;
  readonly to: number;
  readonly upright?: boolean;
}) {
  const d = upright ? `M${at - 4} ${from}h8m-4 0V${to}m-4 0h8` : `M${from} ${at - 4}v8m0 -4H${to}m0 -4v8`;
  return <path className="chart-whiskers" d={d} />;
}

/** Room that the values beside a grid need. */
export function gutterOf(y: Scale, format: (value: number) => string): number {
  return Math.ceil(widestOf(y.ticks(gridLines).map(format))) + 8;
}

/** Lines across a chart at round values, each with its value at the left. */
export function ValueGrid({
  y,
  left,
  right,
  format,
}: {
  readonly y: Scale;
  readonly left: number;
  readonly right: number;
  readonly format: (value: number) => string;
}) {
  return (
    <g className="chart-grid">
      {writtenTicks(y.ticks(gridLines), format).map(({ value, text }) => (
        <g key={value} transform={`translate(0 ${y(value)})`}>
          <line x1={left} x2={right} />
          <text x={rounded(left - 5)} dy="0.35em" textAnchor="end">
            {text}
          </text>
        </g>
      ))}
    </g>
  );
}
