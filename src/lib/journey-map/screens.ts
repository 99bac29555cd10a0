import { cellKey } from './cells.ts';
import type { Card, Lane, Stage } from './document.ts';
import type { MapTable } from './places.ts';

/** Cards of one stage that are read together in a room. */
export interface Screen {
  readonly stage: Stage;
  readonly lanes: readonly { readonly lane: Lane; readonly cards: readonly Card[] }[];
  /** Which of the screens of its stage it is, from 1. */
  readonly part: number;
  readonly parts: number;
}

/** Lines of large letters on a screen, in its two columns together. */
const linesPerScreen = 20;
/** Half-width letters in a line of a column. */
const lettersPerLine = 36;
/** Lines that the name of a lane takes, and the room around a card. */
const [linesPerLane, linesAround] = [1.5, 0.5];

const fullWidth = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/g;

/** About how many lines a card takes. */
function linesOf({ text }: Card): number {
  const lines = text.split('\n').map((line) => {
    const wide = line.match(fullWidth)?.length ?? 0;
    return Math.max(1, Math.ceil((line.length + wide) / lettersPerLine));
  });
  return lines.reduce((sum, count) => sum + count, linesAround);
}

/** Cards of lanes, cut where a screen is full. */
function screenfuls(lanes: Screen['lanes']): Screen['lanes'][] {
  const screens: { lane: Lane; cards: Card[] }[][] = [[]];
  let lines = 0;
  for (const { lane, card } of lanes.flatMap(({ lane, cards }) => cards.map((card) => ({ lane, card })))) {
    if (lines > 0 && lines + linesOf(card) > linesPerScreen) {
      screens.push([]);
      lines = 0;
    }
    const screen = screens.at(-1);
    const last = screen?.at(-1);
    if (last?.lane === lane) last.cards.push(card);
    else screen?.push({ lane, cards: [card] });
    lines += linesOf(card) + (last?.lane === lane ? 0 : linesPerLane);
  }
  return screens;
}

/**
 * What is shown of a map in a room, stage by stage. A stage with more than can be read from a distance takes several
 * screens rather than small letters.
 */
export function screensOf({ stages, lanes, cells }: MapTable): Screen[] {
  return stages.flatMap((stage) => {
    const screens = screenfuls(lanes.map((lane) => ({ lane, cards: cells.get(cellKey(stage.id, lane.id)) ?? [] })));
    return screens.map((shown, index) => ({ stage, lanes: shown, part: index + 1, parts: screens.length }));
  });
}
