import type { Place } from '../../../lib/journey-map/places.ts';
import type { GridEvents } from '../grid/grid-events.ts';
import type { Writing } from '../grid/grid-state.ts';
import type { Translate } from '../messages.ts';
import { TextEditor } from '../TextEditor.tsx';

interface Props {
  /** Of a stage or of a lane. */
  readonly place: Place;
  readonly name: string;
  readonly writing: Writing | undefined;
  readonly isReadOnly: boolean;
  readonly events: GridEvents;
  readonly t: Translate;
}

/** The name of a stage or a lane, which is changed in its place, and what can be done with it. */
export function OutlineHeading({ place, name, writing, isReadOnly, events, t }: Props) {
  if (writing) {
    return (
      <TextEditor
        label={t(place.lane === undefined ? 'journey.grid.stageTitle' : 'journey.grid.laneTitle')}
        start={writing.start}
        longest={writing.longest}
        isOneLine
        onText={events.onText}
        onLeave={events.onLeave}
      />
    );
  }
  if (isReadOnly) {
    return (
      <span data-stop tabIndex={-1}>
        {name}
      </span>
    );
  }
  return (
    <>
      <button type="button" data-stop onClick={() => events.onRename(place)}>
        {name}
      </button>
      <button
        type="button"
        className="journey-more"
        aria-haspopup="menu"
        aria-label={t('journey.grid.menuOf', { name })}
        onClick={({ currentTarget }) => events.onMenu(place, currentTarget)}
      >
        ⋯
      </button>
    </>
  );
}
