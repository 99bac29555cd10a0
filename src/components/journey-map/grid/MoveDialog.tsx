import { useId, useState } from 'react';
import { cardsAt, type MapTable, type Place } from '../../../lib/journey-map/places.ts';
import { Dialog } from '../Dialog.tsx';
import type { Translate } from '../messages.ts';
import { laneName, stageName } from '../names.ts';
import type { GridActions } from './use-grid.ts';

interface Props {
  readonly table: MapTable;
  readonly place: Place;
  readonly actions: GridActions;
  readonly t: Translate;
}

/** Where cards should go, chosen without dragging. */
export default function MoveDialog({ table, place, actions, t }: Props) {
  const id = useId();
  const cards = actions.meant(place);
  const [stage, setStage] = useState(place.stage ?? '');
  const [lane, setLane] = useState(place.lane ?? '');
  const [before, setBefore] = useState('');
  const others = cardsAt(table, { stage, lane }).filter((card) => !cards.has(card.id));
  return (
    <Dialog title={t.count('journey.grid.moveCards', cards.size)} onClose={actions.close}>
      <form
        className="journey-form"
        onSubmit={(event) => {
          event.preventDefault();
          actions.close();
          actions.placeCards(cards, stage, lane, before || undefined);
        }}
      >
        <label htmlFor={`${id}-stage`}>{t('journey.stage')}</label>
        <select
          id={`${id}-stage`}
          value={stage}
          onChange={({ target }) => {
            setStage(target.value);
            setBefore('');
          }}
        >
          {table.stages.map((each) => (
            <option key={each.id} value={each.id}>
              {stageName(table.stages, each, t)}
            </option>
          ))}
        </select>
        <label htmlFor={`${id}-lane`}>{t('journey.lane')}</label>
        <select
          id={`${id}-lane`}
          value={lane}
          onChange={({ target }) => {
            setLane(target.value);
            setBefore('');
          }}
        >
          {table.lanes.map((each) => (
            <option key={each.id} value={each.id}>
              {laneName(each, t)}
            </option>
          ))}
        </select>
        <label htmlFor={`${id}-before`}>{t('journey.grid.position')}</label>
        <select id={`${id}-before`} value={before} onChange={({ target }) => setBefore(target.value)}>
          {others.map((card) => (
            <option key={card.id} value={card.id}>
              {t('journey.grid.before', { card: card.text || t('journey.card.empty') })}
            </option>
          ))}
          <option value="">{t('journey.grid.last')}</option>
        </select>
        <div className="journey-buttons">
          <button type="submit">{t('journey.grid.moveHere')}</button>
          <button type="button" onClick={({ currentTarget }) => currentTarget.closest('dialog')?.close()}>
            {t('journey.cancel')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
