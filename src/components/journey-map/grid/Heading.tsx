import type { ReactNode } from 'react';
import type { Place } from '../../../lib/journey-map/places.ts';
import type { Translate } from '../messages.ts';
import { TextEditor } from '../TextEditor.tsx';
import type { GridEvents } from './grid-events.ts';
import type { Writing } from './grid-state.ts';

interface Props {
  readonly scope: 'col' | 'row';
  readonly place: Place;
  readonly name: string;
  readonly note?: ReactNode;
  readonly isHere: boolean;
  readonly writing: Writing | undefined;
  readonly isReadOnly: boolean;
  readonly events: GridEvents;
  readonly t: Translate;
}

/** The heading of a stage or a lane: its name, which is changed in its place, and what can be done with it. */
export function Heading({ scope, place, name, note, isHere, writing, isReadOnly, events, t }: Props) {
  return (
    <th scope={scope} aria-label={name} data-stage={place.stage} data-lane={place.lane}>
      {writing ? (
        <TextEditor
          label={t(scope === 'col' ? 'journey.grid.stageTitle' : 'journey.grid.laneTitle')}
          start={writing.start}
          longest={writing.longest}
          isOneLine
          onText={events.onText}
          onLeave={events.onLeave}
        />
      ) : (
        <span className="journey-holder">
          {isReadOnly ? (
            <span data-stop tabIndex={isHere ? 0 : -1}>
              {name}
            </span>
          ) : (
            <>
              <button type="button" data-stop tabIndex={isHere ? 0 : -1} onClick={() => events.onRename(place)}>
                {name}
              </button>
              <button
                type="button"
                className="journey-more"
                tabIndex={-1}
                aria-haspopup="menu"
                aria-label={t('journey.grid.menuOf', { name })}
                onClick={({ currentTarget }) => events.onMenu(place, currentTarget)}
              >
                ⋯
              </button>
            </>
          )}
        </span>
      )}
      {note && <span className="journey-note">{note}</span>}
    </th>
  );
}
