import { useEffect, useId, useRef, useState } from 'react';
import { newId } from '../../../browser/new-id.ts';
import { localeFacts, locales } from '../../../lib/i18n/locales.ts';
import { limits } from '../../../lib/journey-map/document.ts';
import { FieldHelp } from '../FieldHelp.tsx';
import type { Translate } from '../messages.ts';
import type { Editor } from '../use-editor.ts';
import type { ViewProps } from '../view.ts';
import { MapText } from './MapText.tsx';
import { PersonaPart } from './PersonaPart.tsx';

interface Props {
  readonly editor: Editor;
  readonly t: Translate;
}

function LanguageChoice({ editor: { map, actions, isReadOnly }, t }: Props) {
  return (
    <label>
      {t('journey.details.language')}
      <select
        value={map.language}
        disabled={isReadOnly}
        onChange={({ target }) => {
          const language = locales.find((known) => known === target.value);
          if (language) actions.perform({ type: 'set', changes: { language } });
        }}
      >
        {locales.map((locale) => (
          <option key={locale} value={locale} lang={locale}>
            {localeFacts[locale].name}
          </option>
        ))}
      </select>
    </label>
  );
}

function Personas({ editor, t }: Props) {
  const id = useId();
  const [added, setAdded] = useState<string>();
  const adding = useRef<HTMLButtonElement>(null);
  const { map, actions, isReadOnly } = editor;
  useEffect(() => {
    if (added) document.getElementById(`${id}-${added}`)?.focus();
  }, [added, id]);
  const add = () => {
    const persona = { id: actions.newId(), name: '', goals: [] };
    if (actions.perform({ type: 'add', to: 'personas', items: [persona] })) setAdded(persona.id);
  };
  return (
    <section>
      <div className="journey-heading">
        <h3>{t('journey.details.personas')}</h3>
        <FieldHelp of="personas" t={t} />
      </div>
      <p className="hint">{t('journey.details.personas.hint')}</p>
      {map.personas.map((persona) => (
        <PersonaPart
          key={persona.id}
          editor={editor}
          persona={persona}
          nameId={`${id}-${persona.id}`}
          onRemoved={() => adding.current?.focus()}
          t={t}
        />
      ))}
      {!isReadOnly && (
        <div className="journey-tools">
          <button type="button" ref={adding} onClick={add}>
            {t('journey.details.add')}
          </button>
        </div>
      )}
    </section>
  );
}

/** What belongs to a map as a whole; its title and kind stand above every view. */
export default function DetailsView({ editor, t }: ViewProps) {
  const [going] = useState(newId);
  const { map, actions, isReadOnly } = editor;
  return (
    <div className="journey-details">
      <section>
        <div className="journey-heading">
          <h3>{t('journey.details.map')}</h3>
          <FieldHelp of="map" t={t} />
        </div>
        <LanguageChoice editor={editor} t={t} />
        <MapText
          label={t('journey.details.notes')}
          value={map.notes}
          longest={limits.notes}
          lines={5}
          isReadOnly={isReadOnly}
          onText={(notes) => actions.perform({ type: 'set', changes: { notes } }, { going })}
        />
      </section>
      <Personas editor={editor} t={t} />
    </div>
  );
}
