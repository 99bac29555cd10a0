import type { Command } from '../../../lib/journey-map/commands.ts';
import type { MapTable, Place } from '../../../lib/journey-map/places.ts';
import type { Translate } from '../messages.ts';
import { laneName, stageName } from '../names.ts';
import type { Editor } from '../use-editor.ts';

/** A text that is being written in its place. */
export interface Writing {
  readonly start: string;
  readonly longest: number;
  readonly placeholder?: string | undefined;
  /** One go at a text is one step. */
  readonly going: string;
  readonly command: (text: string) => Command;
  /** Leaves nothing of the go. */
  readonly cancelled: Command;
}

export type HolderList = 'stages' | 'lanes';

export interface GridState {
  readonly place: Place;
  readonly writing?: Writing;
  readonly dialog?: 'move' | 'card' | 'split' | 'holder';
}

/** What is done acts on the table as it is then, not as it was when it was drawn. */
export interface GridNow {
  readonly editor: Editor;
  readonly table: MapTable;
  readonly state: GridState;
  /** Where the keyboard is. */
  readonly place: Place;
  readonly t: Translate;
}

/** What all actions of the table stand on. */
export interface GridCore {
  readonly now: () => GridNow;
  readonly set: (state: GridState) => void;
  /** Takes the focus to a place. */
  readonly goTo: (place: Place) => void;
}

/** The heading a place is, if it is one. */
export function holderAt({ stage, lane }: Place) {
  if (stage !== undefined && lane === undefined) return { list: 'stages', field: 'stage', id: stage } as const;
  if (lane !== undefined && stage === undefined) return { list: 'lanes', field: 'lane', id: lane } as const;
  return undefined;
}

/** What the stage and the lane of a place are called. */
export function namesAt({ table, t }: GridNow, { stage, lane }: Place) {
  const itsStage = table.stages.find(({ id }) => id === stage);
  const itsLane = table.lanes.find(({ id }) => id === lane);
  return {
    stage: itsStage ? stageName(table.stages, itsStage, t) : '',
    lane: itsLane ? laneName(itsLane, t) : '',
  };
}

/** The cards that are meant at a place: the chosen ones if the one there is among them, otherwise that one. */
export function meantAt({ editor: { map, selected } }: GridNow, { card }: Place): ReadonlySet<string> {
  if (card === undefined) return new Set();
  if (!selected.has(card)) return new Set([card]);
  return new Set(map.cards.filter(({ id }) => selected.has(id)).map(({ id }) => id));
}
