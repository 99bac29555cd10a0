import { useState } from 'react';
import { newId } from '../../../browser/new-id.ts';
import { limits, type Persona } from '../../../lib/journey-map/document.ts';
import type { Translate } from '../messages.ts';
import type { Editor } from '../use-editor.ts';
import { MapText } from './MapText.tsx';

interface Props {
  readonly editor: Editor;
  readonly persona: Persona;
  readonly nameId: string;
  readonly onRemoved: () => void;
  readonly t: Translate;
}

/** One of those who go the journey. Goals are lines of a text: added, taken out and reordered as text is. */
export function PersonaPart({ editor, persona, nameId, onRemoved, t }: Props) {
  const [going] = useState(newId);
  const { isReadOnly, map, actions } = editor;
  const { id, name, about = '', goals } = persona;
  const place = map.personas.indexOf(persona);
  const title = name || t('journey.details.persona', { number: place + 1 });
  const change = (changes: { readonly name?: string; readonly about?: string | null; readonly goals?: string[] }) =>
    actions.perform(
      { type: 'change', in: 'personas', ids: [id], changes },
      { going: `${going} ${Object.keys(changes).join()}` },
    );
  const move = (to: number, beforeAt: number) => {
    const before = map.personas[beforeAt]?.id;
    actions.perform(
      { type: 'move', in: 'personas', id, ...(before !== undefined && { before }) },
      { said: t('journey.details.moved', { name: title, place: to + 1 }) },
    );
  };
  const remove = () => {
    actions.perform(
      { type: 'remove', from: 'personas', ids: [id] },
      { said: t('journey.details.removed', { name: title }) },
    );
    onRemoved();
  };
  return (
    <fieldset className="journey-persona">
      <legend>{title}</legend>
      <MapText
        id={nameId}
        label={t('journey.details.name')}
        value={name}
        longest={limits.name}
        isReadOnly={isReadOnly}
        onText={(text) => change({ name: text })}
      />
      <MapText
        label={t('journey.details.about')}
        value={about}
        longest={limits.text}
        lines={2}
        isReadOnly={isReadOnly}
        onText={(text) => change({ about: text || null })}
      />
      <MapText
        label={t('journey.details.goals')}
        value={goals.join('\n')}
        longest={limits.goals * limits.text}
        lines={3}
        isReadOnly={isReadOnly}
        onText={(text) => change({ goals: text === '' ? [] : text.split('\n') })}
        onLeave={() => change({ goals: goals.filter((goal) => goal.trim() !== '') })}
      />
      {!isReadOnly && (
        <div className="journey-tools">
          {/* Not disabled at the ends: a button that was just pressed would lose the focus. */}
          <button
            type="button"
            aria-disabled={place === 0}
            onClick={() => place > 0 && move(place - 1, place - 1)}
            aria-label={t('journey.details.up.of', { name: title })}
          >
            {t('journey.details.up')}
          </button>
          <button
            type="button"
            aria-disabled={place === map.personas.length - 1}
            onClick={() => place < map.personas.length - 1 && move(place + 1, place + 2)}
            aria-label={t('journey.details.down.of', { name: title })}
          >
            {t('journey.details.down')}
          </button>
          <button type="button" onClick={remove} aria-label={t('journey.details.remove.of', { name: title })}>
            {t('journey.details.remove')}
          </button>
        </div>
      )}
    </fieldset>
  );
}
