import { cellKey } from '../../../lib/journey-map/cells.ts';
import type { Card, Stage } from '../../../lib/journey-map/document.ts';
import type { MapTable, Place } from '../../../lib/journey-map/places.ts';
import { feelingNumber } from '../FeelingMark.tsx';
import type { GridEvents } from '../grid/grid-events.ts';
import type { Writing } from '../grid/grid-state.ts';
import { Moments } from '../Moments.tsx';
import type { Translate } from '../messages.ts';
import { laneName, stageName } from '../names.ts';
import { OutlineHeading } from './OutlineHeading.tsx';
import { OutlineLane } from './OutlineLane.tsx';

const noCards: readonly Card[] = [];
const noneSelected: ReadonlySet<string> = new Set();

interface Props {
  readonly stage: Stage;
  readonly table: MapTable;
  /** Means of what is felt at the stage, and hoped for. */
  readonly now: number | undefined;
  readonly hoped: number | undefined;
  /** Where a text is written, if it is at this stage. */
  readonly place: Place | undefined;
  readonly writing: Writing | undefined;
  readonly selected: ReadonlySet<string>;
  readonly isReadOnly: boolean;
  readonly events: GridEvents;
  readonly t: Translate;
}

/** One stage with the lanes that say something of it, and buttons for those that do not yet. */
export function OutlineStage(props: Props) {
  const { stage, table, now, hoped, place, writing, selected, isReadOnly, events, t } = props;
  const label = stageName(table.stages, stage, t);
  const isFilled = (lane: string) => table.cells.has(cellKey(stage.id, lane)) || place?.lane === lane;
  const empty = table.lanes.filter(({ id }) => !isFilled(id));
  return (
    <section className="journey-outline-stage" aria-label={label}>
      <h3 className="journey-holder" data-stage={stage.id}>
        <OutlineHeading
          place={{ stage: stage.id }}
          name={label}
          writing={place?.lane === undefined ? writing : undefined}
          isReadOnly={isReadOnly}
          events={events}
          t={t}
        />
      </h3>
      <p className="journey-outline-notes">
        <Moments stage={stage} t={t} />
        {now !== undefined && <span>{t('journey.grid.curve.now', { value: feelingNumber(now) })}</span>}
        {hoped !== undefined && <span>{t('journey.grid.curve.hoped', { value: feelingNumber(hoped) })}</span>}
      </p>
      {table.lanes
        .filter(({ id }) => isFilled(id))
        .map((lane) => {
          const cards = table.cells.get(cellKey(stage.id, lane.id)) ?? noCards;
          const isWritten = place?.lane === lane.id;
          return (
            <OutlineLane
              key={lane.id}
              stage={stage.id}
              lane={lane.id}
              stageLabel={label}
              laneLabel={laneName(lane, t)}
              cards={cards}
              writing={isWritten ? writing : undefined}
              written={isWritten ? place.card : undefined}
              selected={selected.size > 0 && cards.some(({ id }) => selected.has(id)) ? selected : noneSelected}
              isReadOnly={isReadOnly}
              events={events}
              t={t}
            />
          );
        })}
      {!isReadOnly && empty.length > 0 && (
        <div className="journey-outline-empty">
          <p>{t('journey.outline.empty')}</p>
          {empty.map((lane) => {
            const name = laneName(lane, t);
            return (
              <button
                type="button"
                key={lane.id}
                data-stop
                data-stage={stage.id}
                data-lane={lane.id}
                aria-label={t('journey.grid.addCardAt', { stage: label, lane: name })}
                onClick={() => events.onAdd({ stage: stage.id, lane: lane.id })}
              >
                {t('journey.outline.addTo', { lane: name })}
              </button>
            );
          })}
        </div>
      )}
    </section>
  );
}
