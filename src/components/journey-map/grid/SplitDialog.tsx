import { useId, useState } from 'react';
import type { Command } from '../../../lib/journey-map/commands.ts';
import { type JourneyMap, limits } from '../../../lib/journey-map/document.ts';
import type { Place } from '../../../lib/journey-map/places.ts';
import { Dialog } from '../Dialog.tsx';
import type { Translate } from '../messages.ts';
import { laneName, stageName } from '../names.ts';
import type { Editor } from '../use-editor.ts';
import { holderAt } from './grid-state.ts';
import type { GridActions } from './use-grid.ts';

interface Props {
  readonly editor: Editor;
  readonly place: Place;
  readonly actions: GridActions;
  readonly t: Translate;
}

/** The command that splits a stage, or a lane into two of its kind. */
function splitOf(map: JourneyMap, place: Place, into: string, title: string, cards: readonly string[]): Command {
  const lane = map.lanes.find(({ id }) => id === place.lane);
  if (lane) return { type: 'split', in: 'lanes', id: lane.id, into: { ...lane, id: into, title }, cards };
  return { type: 'split', in: 'stages', id: place.stage ?? '', into: { id: into, title }, cards };
}

/** Splits a stage or a lane in two: some of its cards go to the new one. */
export default function SplitDialog({ editor, place, actions, t }: Props) {
  const { map } = editor;
  const id = useId();
  const [title, setTitle] = useState('');
  const [going, setGoing] = useState<ReadonlySet<string>>(new Set());
  const holder = holderAt(place);
  if (!holder) return null;
  const field = holder.list === 'stages' ? 'stage' : 'lane';
  const name = actions.namesAt(place)[field];
  const cards = map.cards.filter((card) => card[field] === holder.id);
  const across = new Map(
    holder.list === 'stages'
      ? map.lanes.map((lane) => [lane.id, laneName(lane, t)])
      : map.stages.map((stage) => [stage.id, stageName(map.stages, stage, t)]),
  );
  const split = () => {
    const into = editor.actions.newId();
    const command = splitOf(map, place, into, title.trim(), [...going]);
    const said = t('journey.grid.wasSplit', { name, cards: t.count('journey.cards', going.size) });
    editor.actions.perform(command, { said });
  };
  return (
    <Dialog title={t('journey.grid.splitOf', { name })} onClose={actions.close}>
      <form method="dialog" className="journey-form" onSubmit={split}>
        <label htmlFor={`${id}-title`}>{t('journey.grid.newTitle')}</label>
        <input
          id={`${id}-title`}
          value={title}
          maxLength={limits.name}
          autoComplete="off"
          onChange={({ target }) => setTitle(target.value)}
        />
        {cards.length > 0 && (
          <fieldset>
            <legend>{t('journey.grid.whichGo')}</legend>
            {cards.map((card) => (
              <label key={card.id} className="journey-choice">
                <input
                  type="checkbox"
                  checked={going.has(card.id)}
                  onChange={({ target }) => {
                    const after = new Set(going);
                    if (target.checked) after.add(card.id);
                    else after.delete(card.id);
                    setGoing(after);
                  }}
                />
                <span>
                  {card.text || t('journey.card.empty')}{' '}
                  <span className="soft">{across.get(holder.list === 'stages' ? card.lane : card.stage)}</span>
                </span>
              </label>
            ))}
          </fieldset>
        )}
        <div className="journey-buttons">
          <button type="submit">{t('journey.grid.splitNow')}</button>
          <button type="button" onClick={({ currentTarget }) => currentTarget.closest('dialog')?.close()}>
            {t('journey.cancel')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
