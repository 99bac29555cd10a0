import PptxGenJS from 'pptxgenjs';
import type { JourneyMap } from '../lib/journey-map/document.ts';
import { feelingNote } from '../lib/journey-map/formats/feeling-note.ts';
import type { MapWords } from '../lib/journey-map/formats/map-words.ts';
import { curveHeight, type SlidePlan, slideSize, slidesOf, slideTop } from '../lib/journey-map/formats/slides.ts';
import { xmlSigns } from '../lib/journey-map/formats/xml-signs.ts';

/** The light theme: slides are shown in bright rooms and printed. */
const colors = {
  paper: 'FBF9F4',
  raised: 'FFFEFB',
  sunk: 'F3EFE6',
  ink: '1D1B17',
  soft: '5B564C',
  rule: 'DDD6C7',
  signal: 'B03014',
  reference: '274A86',
} as const;
const pointsToInch = 72;

const place = (x: number, y: number, w: number, h: number) => ({
  x: x / pointsToInch,
  y: y / pointsToInch,
  w: w / pointsToInch,
  h: h / pointsToInch,
});

type Slide = ReturnType<PptxGenJS['addSlide']>;
type Points = readonly (number | undefined)[];

function drawCurve(slide: Slide, points: Points, plan: SlidePlan, isNow: boolean): void {
  const { laneWidth, columnWidth } = plan.measures;
  const color = isNow ? colors.ink : colors.reference;
  const top = slideTop + plan.stageHeight;
  const places = points.map(
    (value, index) =>
      value !== undefined && {
        x: slideSize.margin + laneWidth + (index + 0.5) * columnWidth,
        y: top + curveHeight * (0.5 - value * 0.2),
        value,
      },
  );
  for (const [index, to] of places.entries()) {
    const from = places[index - 1];
    if (!from || !to) continue;
    slide.addShape('line', {
      ...place(from.x, Math.min(from.y, to.y), to.x - from.x, Math.abs(to.y - from.y)),
      flipV: to.y < from.y,
      line: { color, width: 1.5, dashType: isNow ? 'solid' : 'dash' },
    });
  }
  for (const point of places) {
    if (!point) continue;
    const own = isNow && point.value < 0 ? colors.signal : colors.reference;
    slide.addShape('ellipse', {
      ...place(point.x - 3.5, point.y - 3.5, 7, 7),
      fill: { color: isNow ? own : colors.paper },
      line: { color: own, width: 1 },
    });
  }
}

function drawSlide(slide: Slide, plan: SlidePlan, map: JourneyMap, words: MapWords): void {
  const { layout, lanesTop, stageHeight, curves, measures } = plan;
  const { columnWidth, laneWidth, size, gap } = measures;
  const { width, margin } = slideSize;
  const font = map.language === 'ja' ? 'Yu Gothic' : 'Segoe UI';
  const text = { fontFace: font, fontSize: size, color: colors.ink, lang: map.language, margin: gap } as const;
  slide.background = { color: colors.paper };
  slide.addText(xmlSigns(plan.title), {
    ...text,
    ...place(margin, 12, width - 2 * margin, 30),
    fontSize: 20,
    bold: true,
    margin: 0,
    fit: 'shrink',
  });
  slide.addText(xmlSigns(plan.subtitle), {
    ...text,
    ...place(margin, 44, width - 2 * margin, 16),
    fontSize: 10,
    color: colors.soft,
    margin: 0,
    fit: 'shrink',
  });
  for (const { stage, x } of layout.columns) {
    const moments = (stage.moments ?? []).map((moment) => `◆ ${words.moment(moment)}`);
    slide.addText(xmlSigns([stage.title, ...moments].join('\n')), {
      ...text,
      ...place(margin + x + gap / 2, slideTop, columnWidth - gap, stageHeight),
      shape: 'rect',
      fill: { color: colors.ink },
      color: colors.paper,
      bold: true,
      valign: 'middle',
      fit: 'shrink',
    });
  }
  if (curves) {
    slide.addText(xmlSigns(words.feelings), {
      ...text,
      ...place(margin, slideTop + stageHeight, laneWidth, curveHeight),
      bold: true,
      valign: 'middle',
      fit: 'shrink',
    });
    drawCurve(slide, curves.hoped, plan, false);
    drawCurve(slide, curves.now, plan, true);
  }
  for (const [index, { lane, y, height }] of layout.rows.entries()) {
    if (index % 2 === 0) {
      slide.addShape('rect', { ...place(margin, lanesTop + y, layout.width, height), fill: { color: colors.sunk } });
    }
    slide.addText(xmlSigns(words.lane(lane)), {
      ...text,
      ...place(margin, lanesTop + y, laneWidth, height),
      bold: true,
      valign: 'top',
      fit: 'shrink',
    });
  }
  for (const { card, x, y, width: across, height } of layout.boxes) {
    const note = feelingNote(card);
    const isBad = (card.feeling ?? card.hopedFeeling ?? 0) < 0;
    const noteOptions = { bold: true, color: isBad ? colors.signal : colors.reference };
    slide.addText(
      [
        { text: xmlSigns(card.text), options: { breakLine: note !== '' } },
        ...(note === '' ? [] : [{ text: note, options: noteOptions }]),
      ],
      {
        ...text,
        ...place(margin + x, lanesTop + y, across, height),
        shape: 'rect',
        fill: { color: colors.raised },
        line: { color: colors.rule, width: 0.75 },
        valign: 'top',
      },
    );
  }
  slide.addNotes(xmlSigns(plan.notes));
}

/** A map as slides for PowerPoint, of shapes that can be changed. */
export async function presentationOf(map: JourneyMap, words: MapWords): Promise<Blob> {
  const presentation = new PptxGenJS();
  presentation.layout = 'LAYOUT_WIDE';
  presentation.title = xmlSigns(words.title(map.title));
  for (const plan of slidesOf(map, words)) drawSlide(presentation.addSlide(), plan, map, words);
  return (await presentation.write({ outputType: 'blob', compression: true })) as Blob;
}
