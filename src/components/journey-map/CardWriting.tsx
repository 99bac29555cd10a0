import type { GridEvents } from './grid/grid-events.ts';
import type { Writing } from './grid/grid-state.ts';
import type { Translate } from './messages.ts';
import { TextEditor } from './TextEditor.tsx';

interface Props {
  readonly writing: Writing;
  readonly stageLabel: string;
  readonly laneLabel: string;
  readonly events: GridEvents;
  readonly t: Translate;
}

/** The text of a card while it is written in its place, in the table and in the outline. */
export function CardWriting({ writing, stageLabel, laneLabel, events, t }: Props) {
  return (
    <TextEditor
      label={t('journey.grid.cardText', { stage: stageLabel, lane: laneLabel })}
      start={writing.start}
      longest={writing.longest}
      placeholder={writing.placeholder}
      onText={events.onText}
      onLeave={events.onLeave}
    />
  );
}
