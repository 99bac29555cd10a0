import fc from 'fast-check';
import { createElement, type ReactNode } from 'react';
import { describe, expect, it } from 'vitest';
import { fileName } from '../../src/browser/download.ts';
import { BarChart } from '../../src/components/charts/BarChart.tsx';
import { BridgeChart } from '../../src/components/charts/BridgeChart.tsx';
import { binsOf } from '../../src/components/charts/bins.ts';
import { ChartFigure } from '../../src/components/charts/ChartFigure.tsx';
import { linesOf, spread, strideOf, textWidth } from '../../src/components/charts/drawing.ts';
import { HeatMap } from '../../src/components/charts/HeatMap.tsx';
import { Histogram } from '../../src/components/charts/Histogram.tsx';
import { IntervalChart } from '../../src/components/charts/IntervalChart.tsx';
import { IntervalTrend } from '../../src/components/charts/IntervalTrend.tsx';
import { LineChart } from '../../src/components/charts/LineChart.tsx';
import { RowChart } from '../../src/components/charts/RowChart.tsx';
import { extentOf } from '../../src/components/charts/scale.ts';
import { TornadoChart } from '../../src/components/charts/TornadoChart.tsx';
import { messagesIn } from '../../src/messages.ts';
import { anyText } from './any-input.ts';
import { drawn, numberOf, withClass } from './svg.ts';

const axes = { xLabel: 'months', yLabel: 'share', formatX: String, formatY: String };
const caption = 'What it shows.';

/** Corners of a path of straight lines, drawn in steps from one to the next. */
function corners(path: string): number[][] {
  let [x, y] = [0, 0];
  const places = [...path.matchAll(/([Mlhv])([^MlhvZ]*)/g)].map(([, command, numbers = '']) => {
    const [first = 0, second = 0] = (numbers.match(/-?[\d.]+/g) ?? []).map(Number);
    if (command === 'M') [x, y] = [first, second];
    else if (command === 'h') x += first;
    else if (command === 'v') y += first;
    else [x, y] = [x + first, y + second];
    return [x, y].map((place) => Math.round(place * 10) / 10);
  });
  expect(places.length).toBeGreaterThan(0);
  return places;
}

describe('a bar chart', () => {
  it.each([[[10, 25, -15, 0]], [[40, 50]], [[-3, -5]]])('of %j has bars as high as its values', (values) => {
    const chart = drawn(
      createElement(BarChart, { caption, bars: values.map((value) => ({ label: `n${value}`, value })), ...axes }),
    );
    const bars = withClass(chart, 'chart-bar');
    const unit = numberOf(bars[0], 'height') / Math.abs(values[0] ?? 0);
    expect(numberOf(bars[0], 'height')).toBeGreaterThan(20);
    for (const [index, value] of values.entries())
      expect(numberOf(bars[index], 'height')).toBeCloseTo(Math.abs(value) * unit, 1);
    const base = numberOf(withClass(chart, 'chart-base')[0], 'y1');
    for (const [index, value] of values.entries()) {
      const top = numberOf(bars[index], 'y');
      expect(value < 0 ? top : top + numberOf(bars[index], 'height')).toBeCloseTo(base, 1);
    }
  });

  it('names groups of bars and fills each its own way', () => {
    const chart = drawn(
      createElement(BarChart, {
        caption,
        bars: Array.from({ length: 11 }, (_, rating) => ({ label: String(rating), value: rating + 1 })),
        groups: [
          { label: 'Detractors', from: 0, to: 6, tone: 'signal' },
          { label: 'Passives', from: 7, to: 8, tone: 'plain' },
          { label: 'Promoters', from: 9, to: 10, tone: 'reference' },
        ],
        ...axes,
      }),
    );
    const counts = ['signal', 'plain', 'reference'].map((tone) => withClass(chart, `chart-tone-${tone}`).length);
    expect(counts).toEqual([7, 2, 2]);
    expect(withClass(chart, 'chart-group').map(({ text }) => text)).toEqual(['Detractors', 'Passives', 'Promoters']);
  });
});

describe('a chart of rows', () => {
  const rows = [
    { label: 'with onboarding', value: 4 },
    { label: 'without', value: 12 },
    { label: 'lost', value: -2 },
  ];
  const chartOf = (strong: number) =>
    drawn(
      createElement(RowChart, {
        caption,
        rows: rows.map((row, index) => ({ ...row, isStrong: index === strong })),
        formatValue: String,
      }),
    );

  it('has bars as long as its values, from one line, each with its value', () => {
    const chart = chartOf(-1);
    const bars = withClass(chart, 'chart-bar');
    const unit = numberOf(bars[0], 'width') / 4;
    const base = numberOf(withClass(chart, 'chart-base')[0], 'x1');
    expect(unit).toBeGreaterThan(5);
    for (const [index, { value }] of rows.entries()) {
      expect(numberOf(bars[index], 'width')).toBeCloseTo(Math.abs(value) * unit, 1);
      const end = value < 0 ? numberOf(bars[index], 'width') : 0;
      expect(numberOf(bars[index], 'x') + end).toBeCloseTo(base, 1);
    }
    expect(withClass(chart, 'chart-value').map(({ text }) => text)).toEqual(['4', '12', '-2']);
  });

  it('makes the strong one dark among pale ones; without one, all are dark', () => {
    const tones = (strong: number) =>
      withClass(chartOf(strong), 'chart-bar').map(({ attributes }) => attributes.class?.split('chart-tone-')[1]);
    expect(tones(1)).toEqual(['plain', 'reference', 'plain']);
    expect(tones(-1)).toEqual(['reference', 'reference', 'reference']);
  });
});

describe('a bridge', () => {
  const amounts = fc.double({ min: -1e6, max: 1e6, noNaN: true });
  it('adds up: every bar begins where the last one ended, and the end is the sum', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1e6, noNaN: true }),
        fc.array(amounts, { maxLength: 8 }),
        (start, changes) => {
          const chart = drawn(
            createElement(BridgeChart, {
              caption,
              start: { label: 'start', value: start },
              changes: changes.map((value, index) => ({ label: `change ${index}`, value })),
              endLabel: 'end',
              valueLabel: 'yen',
              formatValue: String,
            }),
          );
          const bars = withClass(chart, 'chart-bar').map((bar) => ({
            left: numberOf(bar, 'x'),
            right: numberOf(bar, 'x') + numberOf(bar, 'width'),
          }));
          const links = withClass(chart, 'chart-link').map((link) => numberOf(link, 'x1'));
          expect(bars).toHaveLength(changes.length + 2);
          for (const [index, place] of links.entries()) {
            for (const bar of [bars[index], bars[index + 1]])
              expect(Math.min(Math.abs((bar?.left ?? 0) - place), Math.abs((bar?.right ?? 0) - place))).toBeLessThan(
                0.05,
              );
          }
          const end = changes.reduce((sum, value) => sum + value, start);
          expect(withClass(chart, 'chart-total').at(-1)?.text).toContain(String(end));
        },
      ),
    );
  });

  it('draws equal amounts equally long, also where the axis is cut, and then shows the cut', () => {
    const chart = drawn(
      createElement(BridgeChart, {
        caption,
        start: { label: 'start', value: 1_000_000 },
        changes: [30_000, 15_000, -30_000].map((value) => ({ label: `${value}`, value })),
        endLabel: 'end',
        valueLabel: 'yen',
        formatValue: String,
      }),
    );
    const [, gained, half, lost] = withClass(chart, 'chart-bar').map((bar) => numberOf(bar, 'width'));
    expect(gained).toBeGreaterThan(60);
    expect(lost).toBeCloseTo(gained ?? 0, 1);
    expect(half).toBeCloseTo((gained ?? 0) / 2, 1);
    expect(withClass(chart, 'chart-tear')).toHaveLength(2);
  });
});

describe('a heat map', () => {
  const cells = [
    [1, 0.9, 0.7],
    [1, 0.85, undefined],
    [0.2, undefined, undefined],
  ];
  const map = drawn(
    createElement(HeatMap, {
      caption,
      rows: ['a', 'b', 'c'],
      columns: ['0', '1', '2'],
      rowsLabel: 'started',
      columnsLabel: 'months later',
      cells,
      formatCell: String,
      marked: { row: 1, column: 1 },
    }),
  );

  it('shades higher numbers darker and leaves empty cells empty', () => {
    const rects = map.filter(({ attributes }) => attributes['fill-opacity'] !== undefined).slice(0, 6);
    const shades = rects.map((rect) => numberOf(rect, 'fill-opacity'));
    const numbers = cells.flat().filter((value) => value !== undefined);
    expect(numbers).toHaveLength(6);
    for (const [one, value] of numbers.entries())
      for (const [other, lower] of numbers.entries())
        if (lower <= value) expect(shades[other]).toBeLessThanOrEqual(shades[one] ?? 0);
    expect(Math.max(...shades)).toBe(1);
    expect(Math.min(...shades)).toBeLessThan(0.1);
  });

  it('marks the cell asked for', () => {
    const mark = withClass(map, 'chart-marked')[0];
    const cell = map.find(({ name, text }) => name === 'text' && text === '0.85');
    expect(numberOf(cell, 'x') - numberOf(mark, 'x')).toBeCloseTo(numberOf(mark, 'width') / 2, 1);
    expect(numberOf(cell, 'y') - numberOf(mark, 'y')).toBeCloseTo(numberOf(mark, 'height') / 2, 1);
  });
});

describe('a tornado', () => {
  it('reaches from the base as far as the results do, and writes both ends', () => {
    const chart = drawn(
      createElement(TornadoChart, {
        caption,
        base: { label: 'LTV', value: 100 },
        rows: [
          { label: 'churn', low: { tried: '3%', value: 160 }, high: { tried: '7%', value: 80 } },
          { label: 'margin', low: { tried: '70%', value: 90 }, high: { tried: '90%', value: undefined } },
        ],
        formatValue: String,
      }),
    );
    const [low, high] = ['plain', 'reference'].map((tone) => withClass(chart, `chart-tone-${tone}`));
    const width = (bars: typeof low, index: number) =>
      numberOf(
        bars?.find((_, place) => place === index),
        'width',
      );
    expect(width(low, 0)).toBeCloseTo(3 * width(high, 0), 1);
    expect(width(low, 1)).toBeCloseTo(width(high, 0) / 2, 1);
    expect(width(high, 1)).toBe(0);
    expect(withClass(chart, 'chart-end').map(({ text }) => text)).toEqual(['7% 80', '3% 160', '70% 90', '90% —']);
  });
});

describe('a line chart', () => {
  const survival = drawn(
    createElement(LineChart, {
      caption,
      ...axes,
      yDomain: [0, 1],
      series: [
        {
          label: 'still there',
          isStepped: true,
          points: [
            [0, 1],
            [10, 0.5],
          ],
          band: [
            [0, 1, 1],
            [10, 0.25, 0.75],
          ],
        },
        { label: 'other', points: [[0, 0.9]] },
      ],
    }),
  );

  it('holds the value of a stepped line until the next point', () => {
    const path = survival.find(({ name, attributes }) => name === 'path' && attributes.class === undefined);
    const [start, before, after] = corners(path?.attributes.d ?? '');
    expect(before?.[1]).toBe(start?.[1]);
    expect(after?.[0]).toBe(before?.[0]);
    expect(after?.[1]).toBeGreaterThan(before?.[1] ?? 0);
  });

  it('draws the interval from its lower to its upper limit', () => {
    const line = corners(
      survival.find(({ name, attributes }) => name === 'path' && !attributes.class)?.attributes.d ?? '',
    );
    const [top = 0, middle = 0] = [line[0]?.[1], line.at(-1)?.[1]];
    const heights = corners(withClass(survival, 'chart-band')[0]?.attributes.d ?? '').map(([, y]) => y ?? 0);
    expect(Math.max(...heights)).toBeCloseTo(middle + (middle - top) / 2, 1);
    expect(heights).toContainEqual(top);
    expect(heights.some((height) => Math.abs(height - (middle - (middle - top) / 2)) < 0.1)).toBe(true);
  });

  it('gives every line its own dash', () => {
    const lines = ['a', 'b', 'c', 'd', 'e'].map((label, index) => ({
      label,
      points: [[0, index] as const, [1, index] as const],
    }));
    const chart = drawn(createElement(LineChart, { caption, series: lines, ...axes }));
    const dashes = withClass(chart, 'chart-series').map((group) => {
      const path = chart[chart.indexOf(group) + 1];
      return path?.attributes['stroke-dasharray'];
    });
    expect(new Set(dashes).size).toBe(5);
  });
});

describe('a place pointed out on a line', () => {
  it.each([2, 8])('at %i stands on the line, with its words within the drawing', (at) => {
    const chart = drawn(
      createElement(LineChart, {
        caption,
        ...axes,
        series: [
          {
            label: 'balance',
            points: [
              [0, -at],
              [10, 10 - at],
            ],
          },
        ],
        point: { x: at, y: 0, label: 'paid back after a long time' },
      }),
    );
    const mark = chart.findIndex(({ attributes }) => attributes.class === 'chart-mark');
    const [circle, text] = [chart[mark + 1], chart[mark + 2]];
    const path = chart.find(({ name, attributes }) => name === 'path' && !attributes.class);
    const [[startX = 0, startY = 0] = [], [endX = 0, endY = 0] = []] = corners(path?.attributes.d ?? '');
    expect(numberOf(circle, 'cx')).toBeCloseTo(startX + ((endX - startX) * at) / 10, 0);
    expect(numberOf(circle, 'cy')).toBeCloseTo(startY + ((endY - startY) * at) / 10, 0);
    const lines = chart.slice(mark + 3).map((line) => textWidth(line.text));
    const reach = (text?.attributes['text-anchor'] === 'end' ? -1 : 1) * Math.max(...lines);
    expect(numberOf(text, 'x') + reach).toBeGreaterThan(0);
    expect(numberOf(text, 'x') + reach).toBeLessThan(400);
  });
});

describe('intervals', () => {
  const intervals = [
    { label: 'all', value: 20, lower: 10, upper: 40 },
    { label: 'one answer', value: 30 },
  ];
  it('stand at their value, with whiskers only where limits are known', () => {
    for (const chart of [
      drawn(createElement(IntervalChart, { caption, intervals, valueLabel: 'NPS', formatValue: String })),
      drawn(createElement(IntervalTrend, { caption, intervals, ...axes })),
    ]) {
      expect(withClass(chart, 'chart-whiskers')).toHaveLength(1);
      expect(chart.filter(({ name }) => name === 'circle')).toHaveLength(2);
    }
  });
  it('reach as far as their limits', () => {
    const chart = drawn(
      createElement(IntervalChart, { caption, intervals, domain: [0, 40], valueLabel: 'NPS', formatValue: String }),
    );
    const circles = chart.filter(({ name }) => name === 'circle').map((circle) => numberOf(circle, 'cx'));
    const unit = ((circles[1] ?? 0) - (circles[0] ?? 0)) / 10;
    const [, from, to] =
      /^M([\d.]+) .*H([\d.]+)m/.exec(withClass(chart, 'chart-whiskers')[0]?.attributes.d ?? '') ?? [];
    expect(Number(from)).toBeCloseTo((circles[0] ?? 0) - 10 * unit, 1);
    expect(Number(to)).toBeCloseTo((circles[0] ?? 0) + 20 * unit, 1);
  });
});

describe('bins', () => {
  it('count every value once, each between its limits', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true }), { minLength: 1, maxLength: 300 }),
        (values) => {
          const sorted = Float64Array.from(values).sort();
          const { bins, below, above } = binsOf(sorted);
          expect(bins.reduce((sum, { count }) => sum + count, below + above)).toBe(values.length);
          for (const [index, { from, to, count }] of bins.entries()) {
            const isLast = index === bins.length - 1;
            expect(count).toBe(
              values.filter((value) => value >= from && (value < to || (isLast && value === to))).length,
            );
          }
        },
      ),
    );
  });

  it('are bars as high as their counts', () => {
    const bins = [
      { from: 0, to: 10, count: 5 },
      { from: 10, to: 20, count: 20 },
    ];
    const chart = drawn(createElement(Histogram, { caption, bins, ...axes }));
    const [small, large] = withClass(chart, 'chart-bar').map((bar) => numberOf(bar, 'height'));
    expect(large).toBeCloseTo(4 * (small ?? 0), 1);
  });
});

describe('whatever the numbers are', () => {
  const number = fc.oneof(
    fc.double(),
    fc.constantFrom(0, -0, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY),
    fc.constantFrom(Number.MAX_VALUE, -Number.MAX_VALUE, Number.MIN_VALUE, 1e-300, 1e15, 1e15 + 0.125),
    fc.double({ min: -10, max: 10 }),
  );
  const list = fc.oneof(
    fc.array(number, { maxLength: 12 }),
    number.map((value) => [value, value, value]),
  );
  const charts: Record<string, (values: readonly number[], one: number, two: number) => ReactNode> = {
    bars: (values, one, two) =>
      createElement(BarChart, {
        caption,
        bars: values.map((value, index) => ({ label: `b${index}`, value, interval: [one, two] as const })),
        ...axes,
      }),
    rows: (values) =>
      createElement(RowChart, {
        caption,
        rows: values.map((value) => ({ label: 'r', value })),
        formatValue: String,
      }),
    bridge: (values, one) =>
      createElement(BridgeChart, {
        caption,
        start: { label: 's', value: one },
        changes: values.map((value) => ({ label: 'c', value })),
        endLabel: 'e',
        valueLabel: 'v',
        formatValue: String,
      }),
    tornado: (values, one, two) =>
      createElement(TornadoChart, {
        caption,
        base: { label: 'b', value: one },
        rows: values.map((value) => ({ label: 'r', low: { tried: 'l', value }, high: { tried: 'h', value: two } })),
        formatValue: String,
      }),
    heatMap: (values, one, two) =>
      createElement(HeatMap, {
        caption,
        rows: ['a', 'b'],
        columns: values.map(String),
        rowsLabel: 'r',
        columnsLabel: 'c',
        cells: [values, [one, undefined, two]],
        formatCell: String,
      }),
    lines: (values, one, two) =>
      createElement(LineChart, {
        caption,
        series: [
          {
            label: 'l',
            points: values.map((value, index) => [index, value] as const),
            band: values.map((value) => [value, one, two] as const),
          },
          { label: 'm', points: values.map((value) => [value, one] as const) },
        ],
        level: { value: two, label: 'level' },
        ...axes,
      }),
    histogram: (values, one, two) =>
      createElement(Histogram, {
        caption,
        bins: binsOf(Float64Array.from(values).sort()).bins,
        mark: { value: one, label: 'm' },
        range: { from: one, to: two, label: 'r' },
        ...axes,
      }),
    intervals: (values, one, two) =>
      createElement(IntervalChart, {
        caption,
        intervals: values.map((value) => ({ label: 'i', value, lower: one, upper: two })),
        level: { value: one, label: 'l' },
        valueLabel: 'v',
        formatValue: String,
      }),
    trend: (values, one, two) =>
      createElement(IntervalTrend, {
        caption,
        intervals: values.map((value) => ({ label: 'i', value, lower: one, upper: two })),
        level: { value: two, label: 'l' },
        ...axes,
      }),
  };

  it.each(Object.entries(charts))('%s can be drawn', (_, chart) => {
    const notDrawable = /NaN|Infinity|undefined|null|e[+-]\d/;
    fc.assert(
      fc.property(list, number, number, (values, one, two) => {
        const elements = drawn(chart(values, one, two));
        for (const { attributes } of elements)
          for (const [name, value] of Object.entries(attributes)) expect(`${name}=${value}`).not.toMatch(notDrawable);
        for (const rect of elements.filter(({ name }) => name === 'rect')) {
          expect(numberOf(rect, 'width')).toBeGreaterThanOrEqual(0);
          expect(numberOf(rect, 'height')).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  it('an axis has a beginning and a later end', () => {
    fc.assert(
      fc.property(list, (values) => {
        const [low, high] = extentOf(values);
        expect(low).toBeLessThan(high);
        expect(Number.isFinite(high - low)).toBe(true);
      }),
    );
  });
});

describe('labels', () => {
  it('are broken into lines that fit and lose nothing until the last line', () => {
    const text = fc.array(fc.constantFrom('顧客', 'アップセル', '・', ' ', 'plan', 'a-b', 'ー', '（', '）', '12%'), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(text, fc.integer({ min: 40, max: 200 }), (parts, room) => {
        const label = parts.join('');
        const lines = linesOf(label, room, Number.POSITIVE_INFINITY);
        expect(lines.join('').replace(/\s/g, '')).toBe(label.replace(/\s/g, ''));
        expect(linesOf(label, room, 2).length).toBeLessThanOrEqual(2);
      }),
    );
    expect(linesOf('アップセル・クロスセル', textWidth('アップセル・クロス'))).toEqual(['アップセル・', 'クロスセル']);
    expect(linesOf('a name without any end in sight', 90, 2)).toEqual(['a name', 'without…']);
  });

  it('keep their order and do not touch, within the limits where there is room', () => {
    const places = fc.array(fc.double({ min: -50, max: 250, noNaN: true }), { maxLength: 8 });
    fc.assert(
      fc.property(places, (wanted) => {
        const placed = spread(
          wanted,
          wanted.map(() => 20),
          [0, 200],
        ).toSorted((a, b) => a - b);
        for (const [index, place] of placed.entries()) {
          expect(place).toBeGreaterThanOrEqual(10 - 1e-9);
          expect(place).toBeLessThanOrEqual(190 + 1e-9);
          if (index > 0) expect(place - (placed[index - 1] ?? 0)).toBeGreaterThanOrEqual(20 - 1e-9);
        }
      }),
    );
  });

  it('shown on a phone are shown on a wide page as well', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ maxLength: 12 }), { minLength: 1 }),
        fc.integer({ min: 4, max: 80 }),
        (labels, step) => {
          const { phone, wide } = strideOf(labels, step);
          expect(phone % wide).toBe(0);
        },
      ),
    );
  });
});

describe('the frame of a chart', () => {
  it.each(['en', 'ja'] as const)('in %s says what the chart shows, and has its numbers and its buttons', (locale) => {
    const frame = drawn(
      createElement(ChartFigure, {
        caption,
        chart: createElement('svg'),
        table: { head: ['month', 'share'], rows: [['1', 0.123456]], format: (value) => value.toFixed(2) },
        name: 'chart',
        t: messagesIn(locale),
      }),
    );
    expect(frame.find(({ name }) => name === 'figcaption')?.text).toContain(caption);
    expect(frame.filter(({ name }) => name === 'td').map(({ text }) => text)).toEqual(['0.12']);
    expect(frame.filter(({ name }) => name === 'button')).toHaveLength(4);
    expect(frame.filter(({ attributes }) => attributes.role === 'status')).toHaveLength(1);
  });
});

describe('names of saved files', () => {
  it.each([
    ['lifetime-value', 'png', 'lifetime-value.png'],
    ['解約率/月: 2026', 'csv', '解約率-月- 2026.csv'],
    ['../../etc/passwd', 'svg', 'etc-passwd.svg'],
    ['con', 'csv', 'file con.csv'],
    ['  ', 'csv', 'file.csv'],
    ['ends with dots...', 'csv', 'ends with dots.csv'],
  ])('%j as %s is %j', (stem, extension, name) => {
    expect(fileName(stem, extension)).toBe(name);
  });

  it('are taken by every system', () => {
    fc.assert(
      fc.property(anyText(300), (stem) => {
        const name = fileName(stem, 'csv');
        expect(name).not.toMatch(/[\\/:*?"<>|\p{Cc}]|^[\s.]|^\.csv$|[\s.]\.csv$/u);
        expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(255);
      }),
    );
  });
});
