import { cellKey, cellsOf, feelingCurve } from '../cells.ts';
import type { Card, JourneyMap, Lane, Stage } from '../document.ts';
import { feelingNote } from './feeling-note.ts';
import { columnOf, type MapLayout, type Measures, mapLayout } from './map-layout.ts';
import type { MapWords } from './map-words.ts';
import { textLines } from './text-lines.ts';

/** A wide slide, in points. */
export const slideSize = { width: 960, height: 540, margin: 24 } as const;
/** Where the names of the stages begin; the title of the map is above. */
export const slideTop = 68;
export const curveHeight = 46;

const mostStages = 8;
const laneWidth = 92;
const gap = 3;
/** Of the text of cards, in points: the largest is taken that needs no more slides than the smallest. */
const sizes = [9, 10, 11, 12, 13, 14] as const;

/** What stands on one slide, in points from its top left corner and, in the layout, from below its stages. */
export interface SlidePlan {
  readonly title: string;
  readonly subtitle: string;
  readonly measures: Measures;
  readonly stageHeight: number;
  /** Means of what is felt, now and hoped for, at the stages of the slide; none where the map says none. */
  readonly curves:
    | { readonly now: readonly (number | undefined)[]; readonly hoped: readonly (number | undefined)[] }
    | undefined;
  /** Where the lanes begin. */
  readonly lanesTop: number;
  readonly layout: MapLayout;
  /** All that the cards of the slide say, also what is cut short on it. */
  readonly notes: string;
}

/** A lane, or as many of its cards as one slide has room for. */
interface LanePart {
  readonly lane: Lane;
  readonly cards: readonly Card[];
  readonly height: number;
}

/** Stages in runs of about the same length. */
function stageRuns(stages: readonly Stage[]): readonly (readonly Stage[])[] {
  const runs = Math.max(1, Math.ceil(stages.length / mostStages));
  const length = Math.max(1, Math.ceil(stages.length / runs));
  return Array.from({ length: runs }, (_, run) => stages.slice(run * length, (run + 1) * length));
}

/** A card whose text is cut to the lines a slide has room for. */
function shortened(card: Card, width: number, most: number): Card {
  const lines = textLines(card.text, width);
  if (lines.length <= most) return card;
  return { ...card, text: `${lines.slice(0, most - 1).join('\n')}…` };
}

/** How many slides the cards of a cell need, and on which of them each stands. */
function partsOf(lane: Lane, cells: readonly (readonly Card[])[], heightOf: (card: Card) => number, room: number) {
  const parts: { cards: Card[]; height: number }[] = [{ cards: [], height: 0 }];
  for (const cell of cells) {
    let part = 0;
    let height = gap;
    for (const card of cell) {
      const needed = heightOf(card) + gap;
      if (height + needed > room && height > gap) {
        part += 1;
        height = gap;
      }
      height += needed;
      parts[part] ??= { cards: [], height: 0 };
      const here = parts[part];
      here?.cards.push(card);
      if (here) here.height = Math.max(here.height, height);
    }
  }
  return parts.map((part): LanePart => ({ lane, ...part }));
}

/** Lanes after each other on as many slides as they need. */
function groupsOf(parts: readonly LanePart[], room: number): LanePart[][] {
  const groups: LanePart[][] = [];
  let left = 0;
  for (const part of parts) {
    if (part.height > left) {
      groups.push([]);
      left = room;
    }
    groups.at(-1)?.push(part);
    left -= part.height;
  }
  return groups;
}

function notesOf(map: JourneyMap, stages: readonly Stage[], cards: readonly Card[], words: MapWords): string {
  const laneNames = new Map(map.lanes.map((lane) => [lane.id, words.lane(lane)]));
  const shown = new Set(cards.map(({ id }) => id));
  return stages
    .flatMap(({ id, title }) => [
      title,
      ...map.cards
        .filter((card) => card.stage === id && shown.has(card.id))
        .map((card) => {
          const more = [feelingNote(card), card.evidence && `${words.columns.evidence}: ${card.evidence}`];
          const owner = card.owner && `${words.columns.owner}: ${card.owner}`;
          const text = [card.text, ...more, owner].filter(Boolean).join(' ');
          return `- ${laneNames.get(card.lane)}: ${text}`;
        }),
    ])
    .join('\n');
}

/** A map on slides with text of one size. */
function slidesAt(map: JourneyMap, words: MapWords, size: number): readonly SlidePlan[] {
  const lineHeight = size * 1.28;
  const { width, height, margin } = slideSize;
  const cells = cellsOf(map);
  const now = feelingCurve(map, 'feeling');
  const hoped = feelingCurve(map, 'hopedFeeling');
  const hasCurve = [...now, ...hoped].some((value) => value !== undefined);
  const title = words.title(map.title);
  const names = map.personas.map(({ name }) => name).filter((name) => name !== '');
  const subtitle = [words.kind(map.kind), ...names].join(' · ');
  const plans: Omit<SlidePlan, 'title'>[] = [];
  let first = 0;
  for (const stages of stageRuns(map.stages)) {
    const columnWidth = (width - 2 * margin - laneWidth) / Math.max(3, stages.length);
    const measures: Measures = { columnWidth, laneWidth, size, lineHeight, gap };
    const textWidth = (columnWidth - 4 * gap) / size;
    const stageLines = stages
      .map((stage) => columnOf(stage, 0, words, measures))
      .reduce((most, { lines, moments }) => Math.max(most, lines.length + moments.length), 1);
    const stageHeight = Math.min(stageLines, 6) * lineHeight + 4 * gap;
    const lanesTop = slideTop + stageHeight + (hasCurve ? curveHeight : 0) + gap;
    const room = height - margin - lanesTop;
    const mostLines = Math.floor((room - 6 * gap) / lineHeight) - 1;
    const fitting = (card: Card) => shortened(card, textWidth, mostLines);
    const marks = (card: Card) => (feelingNote(card) === '' ? 0 : 1);
    const heightOf = (card: Card) => (textLines(card.text, textWidth).length + marks(card)) * lineHeight + 2 * gap;
    const parts = map.lanes.flatMap((lane) => {
      const inLane = stages.map(({ id }) => (cells.get(cellKey(id, lane.id)) ?? []).map(fitting));
      const nameHeight = textLines(words.lane(lane), (laneWidth - 2 * gap) / size).length * lineHeight + 2 * gap;
      return partsOf(lane, inLane, heightOf, room).map((part) => ({
        ...part,
        height: Math.max(part.height, nameHeight),
      }));
    });
    const last = first + stages.length;
    const groups = groupsOf(parts, room);
    for (const group of groups.length > 0 ? groups : [[]]) {
      const cards = group.flatMap((part) => part.cards);
      const shown = { ...map, stages, lanes: group.map(({ lane }) => lane), cards };
      plans.push({
        subtitle,
        measures,
        stageHeight,
        curves: hasCurve ? { now: now.slice(first, last), hoped: hoped.slice(first, last) } : undefined,
        lanesTop,
        layout: mapLayout(shown, words, measures),
        notes: notesOf(map, stages, cards, words),
      });
    }
    first = last;
  }
  return plans.map((plan, index) => ({
    ...plan,
    title: plans.length === 1 ? title : `${title} (${index + 1}/${plans.length})`,
  }));
}

/** A map on slides: up to eight stages side by side, and as many lanes below each other as stay readable. */
export function slidesOf(map: JourneyMap, words: MapWords): readonly SlidePlan[] {
  let best = slidesAt(map, words, sizes[0]);
  for (const size of sizes.slice(1)) {
    const larger = slidesAt(map, words, size);
    if (larger.length > best.length) break;
    best = larger;
  }
  return best;
}
