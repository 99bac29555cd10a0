import { feelingCurve } from '../cells.ts';
import type { Card, JourneyMap } from '../document.ts';
import { carriedText } from './carried.ts';
import { feelingNote, feelingText } from './feeling-note.ts';
import { type CardBox, type Column, type Measures, mapLayout, type Row } from './map-layout.ts';
import type { MapWords } from './map-words.ts';
import { textLines } from './text-lines.ts';
import { xmlSigns } from './xml-signs.ts';

const measures: Measures = { columnWidth: 196, laneWidth: 132, size: 13, lineHeight: 18, gap: 6 };
const margin = 28;
const titleSize = 26;
const curveHeight = 96;

/** The light theme: pictures go on paper and on slides. */
const colors = {
  paper: '#fbf9f4',
  raised: '#fffefb',
  sunk: '#f3efe6',
  ink: '#1d1b17',
  soft: '#5b564c',
  rule: '#ddd6c7',
  strong: '#857d6d',
  signal: '#b03014',
  reference: '#274a86',
} as const;
const sans =
  "system-ui, -apple-system, 'Segoe UI', 'Hiragino Sans', 'Yu Gothic UI', 'Noto Sans CJK JP', 'Noto Sans', sans-serif";
const serif =
  "'Iowan Old Style', 'Hiragino Mincho ProN', 'Yu Mincho', 'Noto Serif CJK JP', 'Noto Serif', Georgia, serif";

type Attributes = Readonly<Record<string, string | number | undefined>>;

function xmlText(text: string): string {
  return xmlSigns(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function element(name: string, attributes: Attributes, content = ''): string {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${xmlText(String(value))}"`],
  );
  return content === '' ? `<${name}${written.join('')}/>` : `<${name}${written.join('')}>${content}</${name}>`;
}

/** Lines below each other, the first with its middle at `y`. */
function textBlock(lines: readonly string[], x: number, y: number, attributes: Attributes = {}): string {
  const { size, lineHeight } = measures;
  const place = (index: number) => Math.round((y + index * lineHeight + size * 0.36) * 10) / 10;
  return lines
    .map((line, index) => (line === '' ? '' : element('text', { x, y: place(index), ...attributes }, xmlText(line))))
    .join('');
}

function feelingColor(feeling: number): string {
  if (feeling === 0) return colors.strong;
  return feeling < 0 ? colors.signal : colors.reference;
}

/** Now as a filled disc, hoped for as a ring, each with its number. */
function feelingMarks({ feeling, hopedFeeling }: Card, x: number, y: number): string {
  const mark = (value: number, at: number, isNow: boolean) =>
    element('circle', {
      cx: at + 5,
      cy: y,
      r: 4.5,
      fill: isNow ? feelingColor(value) : 'none',
      stroke: feelingColor(value),
      'stroke-width': 1.5,
    }) + textBlock([feelingText(value)], at + 14, y, { fill: feelingColor(value), 'font-weight': 600 });
  return (
    (feeling === undefined ? '' : mark(feeling, x, true)) +
    (hopedFeeling === undefined ? '' : mark(hopedFeeling, feeling === undefined ? x : x + 44, false))
  );
}

function cardPicture({ card, x, y, width, height, lines }: CardBox): string {
  const { gap, lineHeight } = measures;
  const { feeling } = card;
  const first = y + gap + lineHeight / 2;
  return (
    element('rect', { x, y, width, height, rx: 3, fill: colors.raised, stroke: colors.rule }) +
    (feeling === undefined ? '' : element('rect', { x, y, width: 3, height, fill: feelingColor(feeling) })) +
    textBlock(lines, x + gap, first) +
    (feelingNote(card) === '' ? '' : feelingMarks(card, x + gap, first + lines.length * lineHeight))
  );
}

function stagePicture({ x, lines, moments }: Column, height: number): string {
  const { columnWidth, gap, lineHeight } = measures;
  const top = gap + lineHeight / 2;
  return (
    element('rect', { x: x + gap / 2, y: 0, width: columnWidth - gap, height, rx: 3, fill: colors.ink }) +
    textBlock(lines, x + 2 * gap, top, { fill: colors.paper, 'font-weight': 600 }) +
    textBlock(moments, x + 2 * gap, top + lines.length * lineHeight, { fill: '#ff8f6b' })
  );
}

function rowPicture({ y, height, lines }: Row, index: number, width: number): string {
  const { gap, lineHeight } = measures;
  return (
    (index % 2 === 0 ? element('rect', { x: 0, y, width, height, fill: colors.sunk }) : '') +
    textBlock(lines, gap, y + gap + lineHeight / 2 + gap / 2, { 'font-weight': 600 })
  );
}

/** A line through the stages whose feeling is known, broken where it is not. */
function curvePicture(values: readonly (number | undefined)[], isNow: boolean): string {
  const { columnWidth, laneWidth } = measures;
  const points = values.map((value, index) =>
    value === undefined
      ? undefined
      : {
          value,
          x: laneWidth + (index + 0.5) * columnWidth,
          y: Math.round(curveHeight * (0.5 - value * 0.2) * 10) / 10,
        },
  );
  const path = points
    .map((point, index) => point && `${points[index - 1] ? 'L' : 'M'}${point.x} ${point.y}`)
    .filter(Boolean)
    .join('');
  const stroke = isNow ? colors.ink : colors.reference;
  return (
    element('path', {
      d: path,
      fill: 'none',
      stroke,
      'stroke-width': 2,
      'stroke-dasharray': isNow ? undefined : '5 4',
    }) +
    points
      .map((point) =>
        point
          ? element('circle', {
              cx: point.x,
              cy: point.y,
              r: 4,
              fill: isNow ? feelingColor(point.value) : colors.paper,
              stroke: isNow ? feelingColor(point.value) : colors.reference,
              'stroke-width': 1.5,
            })
          : '',
      )
      .join('')
  );
}

function curves(map: JourneyMap, width: number, words: MapWords): string {
  const now = feelingCurve(map, 'feeling');
  const hoped = feelingCurve(map, 'hopedFeeling');
  if ([...now, ...hoped].every((value) => value === undefined)) return '';
  const { laneWidth, gap, size } = measures;
  const line = (feeling: number) => Math.round(curveHeight * (0.5 - feeling * 0.2) * 10) / 10;
  return (
    [-2, 0, 2]
      .map(
        (feeling) =>
          element('line', { x1: laneWidth, x2: width, y1: line(feeling), y2: line(feeling), stroke: colors.rule }) +
          textBlock([feelingText(feeling)], laneWidth - gap, line(feeling), {
            'text-anchor': 'end',
            fill: colors.soft,
          }),
      )
      .join('') +
    textBlock(textLines(words.feelings, (laneWidth - 6 * gap) / size), gap, curveHeight / 2, { 'font-weight': 600 }) +
    curvePicture(hoped, false) +
    curvePicture(now, true)
  );
}

const metadataId = 'customer-atlas-journey-map';

/** A map as a picture that needs nothing else and carries the map itself: opened here, it is edited again. */
export function writeSvg(map: JourneyMap, words: MapWords): string {
  const { gap, lineHeight, size } = measures;
  const layout = mapLayout(map, words, measures);
  const width = Math.max(layout.width, 480);
  const title = textLines(words.title(map.title), width / titleSize);
  const names = map.personas.map(({ name }) => name).filter((name) => name !== '');
  const subtitle = textLines([words.kind(map.kind), ...names].join(' · '), width / size);
  const titleHeight = title.length * titleSize * 1.3;
  const headHeight = titleHeight + subtitle.length * lineHeight + 3 * gap;
  const linesOf = ({ lines, moments }: Column) => lines.length + moments.length;
  const stageHeight =
    layout.columns.reduce((most, column) => Math.max(most, linesOf(column)), 1) * lineHeight + 2 * gap;
  const curve = curves(map, layout.width, words);
  const lanesTop = headHeight + stageHeight + gap + (curve === '' ? 0 : curveHeight);
  const [fullWidth, fullHeight] = [width + 2 * margin, Math.ceil(lanesTop + layout.height + 2 * margin)];
  const moved = (y: number, content: string) =>
    content === '' ? '' : element('g', { transform: `translate(0 ${Math.round(y * 10) / 10})` }, content);
  const picture = [
    title
      .map((line, index) =>
        element(
          'text',
          { x: 0, y: titleSize * (0.9 + index * 1.3), 'font-family': serif, 'font-size': titleSize },
          xmlText(line),
        ),
      )
      .join(''),
    textBlock(subtitle, 0, titleHeight + lineHeight / 2, { fill: colors.soft }),
    moved(headHeight, layout.columns.map((column) => stagePicture(column, stageHeight)).join('')),
    moved(headHeight + stageHeight + gap, curve),
    moved(
      lanesTop,
      layout.rows.map((row, index) => rowPicture(row, index, layout.width)).join('') +
        layout.boxes.map(cardPicture).join(''),
    ),
  ].join('\n');
  const attributes = {
    xmlns: 'http://www.w3.org/2000/svg',
    width: fullWidth,
    height: fullHeight,
    viewBox: `${-margin} ${-margin} ${fullWidth} ${fullHeight}`,
    lang: map.language,
    role: 'img',
    'font-family': sans,
    'font-size': size,
    fill: colors.ink,
  };
  const content = [
    element('title', {}, xmlText(words.title(map.title))),
    `<metadata id="${metadataId}">${carriedText(map)}</metadata>`,
    element('rect', { x: -margin, y: -margin, width: fullWidth, height: fullHeight, fill: colors.paper }),
    picture,
  ].join('\n');
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('svg', attributes, `\n${content}\n`)}\n`;
}

const entities: Readonly<Record<string, string>> = { quot: '"', apos: "'", amp: '&', '#34': '"', '#39': "'" };

/**
 * The text of the map that an SVG carries. It is looked for as text and never made part of a page, so whatever else
 * stands in the file stays without effect. A program that wrote the file anew may have put entities into it.
 */
export function mapTextInSvg(svg: string): string | undefined {
  const named = svg.indexOf(`"${metadataId}"`);
  const begin = named < 0 ? -1 : svg.indexOf('>', named);
  const end = begin < 0 ? -1 : svg.indexOf('</', begin);
  if (end < 0) return undefined;
  return svg.slice(begin + 1, end).replace(/&(#?\w{2,4});/g, (written, name: string) => entities[name] ?? written);
}
