import { type ReactNode, useId, useState } from 'react';
import { readings } from '../../lib/journey-map/cells.ts';
import type { CommandProblem } from '../../lib/journey-map/commands.ts';
import { limits, listNames, type MapKind, mapKinds } from '../../lib/journey-map/document.ts';
import { canRedo, canUndo } from '../../lib/journey-map/history.ts';
import type { Failure } from '../../lib/result.ts';
import type { Translate } from './messages.ts';
import { stepName } from './step-name.ts';
import type { Editor } from './use-editor.ts';

interface PartProps {
  readonly editor: Editor;
  readonly t: Translate;
}

/** Why something could not be done, as a sentence. */
function problemSentence({ reason, field }: Failure<CommandProblem>, t: Translate): string {
  const list = listNames.find((name) => name === field);
  if (reason === 'too-many' && list) {
    return t('journey.frame.tooMany', { list: t(`journey.problem.too-many.${list}`), most: limits[list] });
  }
  if (reason === 'too-long') return t('journey.frame.tooLong', { name: limits.name, text: limits.text });
  return t('journey.frame.gone');
}

/** Goes one step back or on, and says which. */
export function stepActions({ history, actions }: Editor, t: Translate) {
  const before = canUndo(history) ? history.steps[history.done - 1] : undefined;
  const after = canRedo(history) ? history.steps[history.done] : undefined;
  const names = { undo: before && stepName(before.command, t), redo: after && stepName(after.command, t) };
  return {
    names,
    undo: () => names.undo && actions.goTo(history.done - 1, t('journey.undone', { step: names.undo })),
    redo: () => names.redo && actions.goTo(history.done + 1, t('journey.redone', { step: names.redo })),
  };
}

/** The title of the map, which is changed where it stands. */
function Title({ editor, t }: PartProps) {
  const { map, isReadOnly, actions } = editor;
  const id = useId();
  const [going, setGoing] = useState('');
  return (
    <div className="journey-title">
      <h2 className="visually-hidden">{map.title || t('journey.untitled')}</h2>
      <label className="visually-hidden" htmlFor={id}>
        {t('journey.frame.title')}
      </label>
      <input
        id={id}
        value={map.title}
        placeholder={t('journey.untitled')}
        maxLength={limits.name}
        autoComplete="off"
        readOnly={isReadOnly}
        onFocus={() => setGoing(actions.newId())}
        onChange={({ target }) => actions.perform({ type: 'set', changes: { title: target.value } }, { going })}
      />
    </div>
  );
}

/** Whether the map is of today or of what is hoped for, and which side it is read from. */
export function Readings({ editor, t }: PartProps) {
  const { map, reading, isReadOnly, actions } = editor;
  const id = useId();
  const hasSides = map.lanes.some(({ side }) => side !== 'both');
  return (
    <div className="journey-tools">
      <label htmlFor={`${id}-kind`}>{t('journey.kind')}</label>
      <select
        id={`${id}-kind`}
        value={map.kind}
        disabled={isReadOnly}
        onChange={({ target }) => actions.perform({ type: 'set', changes: { kind: target.value as MapKind } })}
      >
        {mapKinds.map((kind) => (
          <option key={kind} value={kind}>
            {t(`journey.kind.${kind}`)}
          </option>
        ))}
      </select>
      {(hasSides || reading !== 'whole') && (
        <>
          <label htmlFor={`${id}-reading`}>{t('journey.reading')}</label>
          <select
            id={`${id}-reading`}
            value={reading}
            onChange={({ target }) => actions.read(readings.find((each) => each === target.value) ?? 'whole')}
          >
            {readings.map((each) => (
              <option key={each} value={each}>
                {t(`journey.reading.${each}`)}
              </option>
            ))}
          </select>
        </>
      )}
    </div>
  );
}

interface Props extends PartProps {
  /** The way back to the list, and how the map is kept. */
  readonly top: ReactNode;
  readonly onHelp: () => void;
}

/** What an open map is, above all of its views. */
export function EditorHead({ editor, top, t, onHelp }: Props) {
  const { isReadOnly, problem } = editor;
  const { names, undo, redo } = stepActions(editor, t);
  const label = (action: string, step: string | undefined) =>
    step === undefined ? action : t('journey.frame.step', { action, step });
  return (
    <>
      <div className="journey-head">
        {top}
        <Title editor={editor} t={t} />
        <div className="journey-tools">
          {!isReadOnly && (
            <>
              <button
                type="button"
                title={names.undo}
                aria-label={label(t('journey.undo'), names.undo)}
                aria-disabled={!names.undo}
                onClick={undo}
              >
                {t('journey.undo')}
              </button>
              <button
                type="button"
                title={names.redo}
                aria-label={label(t('journey.redo'), names.redo)}
                aria-disabled={!names.redo}
                onClick={redo}
              >
                {t('journey.redo')}
              </button>
            </>
          )}
          <button type="button" className="journey-help" onClick={onHelp}>
            {t('journey.keys')}
          </button>
        </div>
      </div>
      {problem && (
        <p className="problem" role="alert">
          {problemSentence(problem, t)}
        </p>
      )}
    </>
  );
}
