import { memo } from 'react';
import type { Card } from '../../../lib/journey-map/document.ts';
import { CardWriting } from '../CardWriting.tsx';
import type { GridEvents } from '../grid/grid-events.ts';
import type { Writing } from '../grid/grid-state.ts';
import type { Translate } from '../messages.ts';
import { OutlineCard } from './OutlineCard.tsx';

interface Props {
  readonly stage: string;
  readonly lane: string;
  readonly stageLabel: string;
  readonly laneLabel: string;
  readonly cards: readonly Card[];
  /** The text of a card of this lane while it is written, with the id of the card. */
  readonly writing: Writing | undefined;
  readonly written: string | undefined;
  /** Those that are chosen, if any of the lane is. */
  readonly selected: ReadonlySet<string>;
  readonly isReadOnly: boolean;
  readonly events: GridEvents;
  readonly t: Translate;
}

/** The cards of one lane at one stage. */
export const OutlineLane = memo(function OutlineLane(props: Props) {
  const { stage, lane, stageLabel, laneLabel, cards, writing, written, selected, isReadOnly, events, t } = props;
  const ids = cards.map(({ id }) => id);
  // A card has its place before it has a text.
  const shown = written === undefined || ids.includes(written) ? ids : [...ids, written];
  return (
    <div>
      <div className="journey-outline-lane">
        <h4>{laneLabel}</h4>
        {!isReadOnly && (
          <button
            type="button"
            className="journey-more"
            aria-label={t('journey.grid.addCardAt', { stage: stageLabel, lane: laneLabel })}
            onClick={() => events.onAdd({ stage, lane })}
          >
            +
          </button>
        )}
      </div>
      <ul>
        {shown.map((id, index) => {
          const card = cards[index];
          return (
            <li key={id} data-card={id} data-stage={stage} data-lane={lane}>
              {id === written && writing ? (
                <CardWriting writing={writing} stageLabel={stageLabel} laneLabel={laneLabel} events={events} t={t} />
              ) : (
                card && (
                  <OutlineCard
                    card={card}
                    isSelected={selected.has(id)}
                    isReadOnly={isReadOnly}
                    events={events}
                    t={t}
                  />
                )
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
});
