import { Drawing, gutterOf, Lines, ValueGrid, Whiskers } from './Drawing.tsx';
import { linesOf, shownAt, shownIn, strideOf, widestOf, width } from './drawing.ts';
import { drawableIntervals, type Interval } from './IntervalChart.tsx';
import { pathThrough } from './path.ts';
import { extentOf, linearScale, rounded } from './scale.ts';

export interface IntervalTrendProps {
  /** One sentence that says what the chart shows; also its name for screen readers. */
  readonly caption: string;
  /** In the order of their times, which are their labels. */
  readonly intervals: readonly Interval[];
  readonly xLabel: string;
  readonly yLabel: string;
  readonly formatY: (value: number) => string;
  /** Lowest and highest value of the axis; by default what the data need. */
  readonly yDomain?: readonly [low: number, high: number];
  /** A value to compare with, drawn across. */
  readonly level?: { readonly value: number; readonly label: string } | undefined;
}

const plot = { top: 42, bottom: 206 };
const height = plot.bottom + 42;
const mostLabelRoom = 0.24 * width;

/** Values with their intervals over time, at even steps. A time without a value leaves a gap. */
export function IntervalTrend({ caption, intervals, xLabel, yLabel, formatY, yDomain, level }: IntervalTrendProps) {
  const { drawn, numbers } = drawableIntervals(intervals);
  const y = linearScale(
    extentOf(yDomain ?? [...numbers, ...(level ? [level.value] : [])]),
    [plot.bottom, plot.top],
    yDomain ? undefined : 4,
  );
  const left = gutterOf(y, formatY);
  const levelLines = level ? linesOf(level.label, mostLabelRoom) : [];
  const right = width - 4 - (level ? widestOf(levelLines) + 4 : 0);
  const step = (right - left) / Math.max(1, drawn.length);
  const xOf = (index: number) => rounded(left + (index + 0.5) * step);
  const stride = strideOf(
    drawn.map(({ label }) => label),
    step,
  );
  const texts = drawn.map(({ value }) => (value === undefined ? '' : formatY(value)));
  const valuesShown = shownIn(texts, step - 12);
  const path = pathThrough(drawn.map(({ value }, index) => (value === undefined ? undefined : [xOf(index), y(value)])));

  return (
    <Drawing caption={caption} height={height}>
      <text className="chart-axis" x={4} y={14}>
        {yLabel}
      </text>
      <ValueGrid y={y} left={left} right={right} format={formatY} />
      {level && Number.isFinite(level.value) && (
        <g className="chart-level">
          <line x1={left} x2={right} y1={y(level.value)} y2={y(level.value)} />
          <Lines lines={levelLines} x={rounded(right + 5)} y={y(level.value)} stand="around" />
        </g>
      )}
      <path className="chart-thread" d={path} />
      {drawn.map(({ label, value, reach }, index) => {
        const labelShown = shownAt(index, stride);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: two times may have the same label
          <g key={index} className="chart-interval">
            {reach && <Whiskers at={xOf(index)} from={y(reach[0])} to={y(reach[1])} upright />}
            {value !== undefined && (
              <>
                <circle cx={xOf(index)} cy={y(value)} r={drawn.length > 24 ? 3 : 5} />
                {valuesShown !== undefined && (
                  <text
                    className={`chart-value ${valuesShown}`}
                    x={rounded(xOf(index) + (index < drawn.length - 1 ? 8 : -8))}
                    y={y(value) - 6}
                    textAnchor={index < drawn.length - 1 ? 'start' : 'end'}
                  >
                    {texts[index]}
                  </text>
                )}
              </>
            )}
            {labelShown !== undefined && (
              <g className="chart-label">
                <text className={labelShown} x={xOf(index)} y={plot.bottom + 19} textAnchor="middle">
                  {label}
                </text>
              </g>
            )}
          </g>
        );
      })}
      <text className="chart-axis" x={right} y={height - 5} textAnchor="end">
        {xLabel}
      </text>
    </Drawing>
  );
}
