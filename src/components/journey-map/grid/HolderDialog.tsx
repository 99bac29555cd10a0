import { useId } from 'react';
import {
  type Lane,
  type LaneKind,
  type LaneSide,
  laneKinds,
  laneSides,
  moments,
  type Stage,
} from '../../../lib/journey-map/document.ts';
import type { Place } from '../../../lib/journey-map/places.ts';
import { Dialog } from '../Dialog.tsx';
import { FieldHelp } from '../FieldHelp.tsx';
import type { Translate } from '../messages.ts';
import type { Editor } from '../use-editor.ts';
import type { GridActions } from './use-grid.ts';

interface Props {
  readonly editor: Editor;
  readonly place: Place;
  readonly actions: GridActions;
  readonly t: Translate;
}
interface PartProps {
  readonly editor: Editor;
  readonly t: Translate;
}

/** The moments of truth that happen at a stage. */
function StageMoments({ stage, editor, t }: PartProps & { readonly stage: Stage }) {
  const chosen = stage.moments ?? [];
  return (
    <fieldset>
      <legend>{t('journey.moments')}</legend>
      <FieldHelp of="moments" t={t} />
      {moments.map((moment) => (
        <label key={moment} className="journey-choice">
          <input
            type="checkbox"
            checked={chosen.includes(moment)}
            onChange={({ target }) => {
              const after = moments.filter((each) => (each === moment ? target.checked : chosen.includes(each)));
              editor.actions.perform({
                type: 'change',
                in: 'stages',
                ids: [stage.id],
                changes: { moments: after.length > 0 ? after : null },
              });
            }}
          />
          {t(`journey.moment.${moment}`)}
        </label>
      ))}
    </fieldset>
  );
}

/** What a lane is about, and whose reading it belongs to. */
function LaneSettings({ lane, editor, t }: PartProps & { readonly lane: Lane }) {
  const id = useId();
  const change = (changes: Partial<Pick<Lane, 'kind' | 'side'>>) =>
    editor.actions.perform({ type: 'change', in: 'lanes', ids: [lane.id], changes });
  return (
    <>
      <label htmlFor={`${id}-kind`}>{t('journey.grid.laneKind')}</label>
      <select id={`${id}-kind`} value={lane.kind} onChange={({ target }) => change({ kind: target.value as LaneKind })}>
        {laneKinds.map((kind) => (
          <option key={kind} value={kind}>
            {t(`journey.lane.${kind}`)}
          </option>
        ))}
      </select>
      <label htmlFor={`${id}-side`}>{t('journey.reading')}</label>
      <select id={`${id}-side`} value={lane.side} onChange={({ target }) => change({ side: target.value as LaneSide })}>
        {laneSides.map((side) => (
          <option key={side} value={side}>
            {t(`journey.side.${side}`)}
          </option>
        ))}
      </select>
    </>
  );
}

/** What a stage or a lane is, besides its name. */
export default function HolderDialog({ editor, place, actions, t }: Props) {
  const stage = editor.map.stages.find(({ id }) => id === place.stage);
  const lane = editor.map.lanes.find(({ id }) => id === place.lane);
  const name = actions.namesAt(place)[stage ? 'stage' : 'lane'];
  return (
    <Dialog title={name} onClose={actions.close}>
      <form method="dialog" className="journey-form">
        {stage && <StageMoments stage={stage} editor={editor} t={t} />}
        {lane && <LaneSettings lane={lane} editor={editor} t={t} />}
        <div className="journey-buttons">
          <button type="submit">{t('journey.close')}</button>
        </div>
      </form>
    </Dialog>
  );
}
