import { type CSSProperties, memo } from 'react';
import { type Cells, cellKey } from '../../../lib/journey-map/cells.ts';
import type { Card, Lane, Stage } from '../../../lib/journey-map/document.ts';
import type { Place } from '../../../lib/journey-map/places.ts';
import { questionsOf } from '../../../lib/journey-map/questions.ts';
import { CardWriting } from '../CardWriting.tsx';
import type { Translate } from '../messages.ts';
import { laneName, stageName } from '../names.ts';
import { CardItem } from './CardItem.tsx';
import type { GridEvents } from './grid-events.ts';
import type { Writing } from './grid-state.ts';
import { Heading } from './Heading.tsx';

const noCards: readonly Card[] = [];
const noneSelected: ReadonlySet<string> = new Set();

interface CellProps {
  readonly stage: string;
  readonly lane: string;
  readonly stageLabel: string;
  readonly laneLabel: string;
  readonly cards: readonly Card[];
  readonly isHere: boolean;
  /** The card the keyboard is at, or that is written. */
  readonly card: string | undefined;
  readonly writing: Writing | undefined;
  /** Those that are chosen, if any of the cell is. */
  readonly selected: ReadonlySet<string>;
  readonly question: string | undefined;
  readonly isOver: boolean;
  readonly isReadOnly: boolean;
  readonly events: GridEvents;
  readonly t: Translate;
}

const Cell = memo(function Cell(props: CellProps) {
  const { stage, lane, stageLabel, laneLabel, cards, isHere, card: here, writing, selected, isReadOnly, t } = props;
  const { question, isOver, events } = props;
  const isEmpty = cards.length === 0;
  // A card has its place in the cell before it has a text.
  const written = writing && here !== undefined ? here : undefined;
  const ids = cards.map(({ id }) => id);
  const shown = written === undefined || ids.includes(written) ? ids : [...ids, written];
  return (
    <td
      data-stage={stage}
      data-lane={lane}
      data-over={isOver || undefined}
      data-stop={isEmpty || undefined}
      tabIndex={isEmpty && !written ? (isHere ? 0 : -1) : undefined}
    >
      {shown.length > 0 && (
        <ul style={{ '--cards': shown.length } as CSSProperties}>
          {shown.map((id, index) => {
            const card = cards[index];
            return (
              <li key={id} data-card={id} draggable={!isReadOnly && id !== written}>
                {id === written && writing ? (
                  <CardWriting writing={writing} stageLabel={stageLabel} laneLabel={laneLabel} events={events} t={t} />
                ) : (
                  card && (
                    <CardItem
                      card={card}
                      isHere={isHere && here === id}
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
      )}
      {question !== undefined && !written && (
        <button
          type="button"
          className="journey-question"
          tabIndex={-1}
          aria-label={t('journey.grid.answer', { question })}
          onClick={() => events.onAdd({ stage, lane }, question)}
        >
          {question}
        </button>
      )}
      {!isReadOnly && (
        <button
          type="button"
          className="journey-add"
          tabIndex={-1}
          aria-label={t('journey.grid.addCardAt', { stage: stageLabel, lane: laneLabel })}
          onClick={() => events.onAdd({ stage, lane })}
        >
          +
        </button>
      )}
    </td>
  );
});

interface Props {
  readonly lane: Lane;
  readonly stages: readonly Stage[];
  readonly cells: Cells;
  /** Where the keyboard is, if it is in this row. */
  readonly place: Place | undefined;
  readonly writing: Writing | undefined;
  readonly selected: ReadonlySet<string>;
  /** The cell above which something is dragged. */
  readonly over: string | undefined;
  readonly isReadOnly: boolean;
  readonly events: GridEvents;
  readonly t: Translate;
}

/** One lane of the table. */
export function LaneRow({ lane, stages, cells, place, writing, selected, over, isReadOnly, events, t }: Props) {
  const label = laneName(lane, t);
  const isEmpty = !stages.some(({ id }) => cells.has(cellKey(id, lane.id)));
  const [question] = isEmpty && !isReadOnly ? questionsOf(lane.kind) : [];
  return (
    <tr>
      <Heading
        scope="row"
        place={{ lane: lane.id }}
        name={label}
        note={lane.side === 'both' ? undefined : t(`journey.reading.${lane.side}`)}
        isHere={place !== undefined && place.stage === undefined}
        writing={place && place.stage === undefined ? writing : undefined}
        isReadOnly={isReadOnly}
        events={events}
        t={t}
      />
      {stages.map((stage, index) => {
        const key = cellKey(stage.id, lane.id);
        const cards = cells.get(key) ?? noCards;
        const isHere = place?.stage === stage.id;
        return (
          <Cell
            key={stage.id}
            stage={stage.id}
            lane={lane.id}
            stageLabel={stageName(stages, stage, t)}
            laneLabel={label}
            cards={cards}
            isHere={isHere}
            card={isHere ? place.card : undefined}
            writing={isHere ? writing : undefined}
            selected={selected.size > 0 && cards.some(({ id }) => selected.has(id)) ? selected : noneSelected}
            question={question && index === 0 ? t(question) : undefined}
            isOver={over === key}
            isReadOnly={isReadOnly}
            events={events}
            t={t}
          />
        );
      })}
    </tr>
  );
}
