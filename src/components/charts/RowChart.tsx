import { Drawing, Lines } from './Drawing.tsx';
import { width } from './drawing.ts';
import { bar, rowsOf } from './rows.ts';
import { extentOf, linearScale, rounded } from './scale.ts';

export interface Row {
  readonly label: string;
  readonly value: number;
  /** The one to look at: it is dark, and the others pale. */
  readonly isStrong?: boolean | undefined;
}

export interface RowChartProps {
  /** One sentence that says what the chart shows; also its name for screen readers. */
  readonly caption: string;
  readonly rows: readonly Row[];
  readonly formatValue: (value: number) => string;
}

const labelRoom = 0.42 * width;

/** Lying bars of categories with long names, one below the other, each with its value: no axis is needed. */
export function RowChart({ caption, rows, formatValue }: RowChartProps) {
  const drawn = rows.map((row) => ({ ...row, value: Number.isFinite(row.value) ? row.value : 0 }));
  const texts = drawn.map(({ value }) => formatValue(value));
  const names = drawn.map(({ label }) => label);
  const { labels, middles, bottom, left, right } = rowsOf(names, texts, 4, labelRoom);
  const isPlain = drawn.some(({ isStrong }) => isStrong);
  const x = linearScale(extentOf([0, ...drawn.map(({ value }) => value)]), [left, right]);

  return (
    <Drawing caption={caption} height={bottom}>
      {drawn.map(({ value, isStrong }, index) => {
        const middle = rounded(middles[index] ?? 0);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: two categories may have the same label
          <g key={index} className={isStrong ? 'chart-total' : undefined}>
            <g className="chart-label">
              <Lines lines={labels[index] ?? []} x={0} y={middle} anchor="start" stand="around" />
            </g>
            <rect
              className={`chart-bar chart-tone-${isPlain && !isStrong ? 'plain' : 'reference'}`}
              x={Math.min(x(value), x(0))}
              width={rounded(Math.abs(x(value) - x(0)))}
              y={rounded(middle - bar / 2)}
              height={bar}
            />
            <text className="chart-value" x={width} y={middle} dy="0.35em" textAnchor="end">
              {texts[index]}
            </text>
          </g>
        );
      })}
      <line className="chart-base" x1={x(0)} x2={x(0)} y1={0} y2={bottom} />
    </Drawing>
  );
}
