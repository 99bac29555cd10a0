import { type SubmitEvent, useEffect, useId, useRef, useState } from 'react';
import type { SavedCalculation } from '../../../browser/calculation-store.ts';
import { longestName } from '../../../lib/calculators/entered.ts';
import type { Translate } from '../shared/messages.ts';
import { dateText } from './audit-context.ts';
import { Files } from './Files.tsx';
import type { KeepProps } from './KeepBox.tsx';
import { type Listed, type SavedState, useSaved } from './use-saved.ts';

interface PartProps {
  readonly keep: SavedState;
  readonly t: Translate;
}

function NameForm(props: {
  readonly label: string;
  readonly button: string;
  readonly start: string;
  readonly onName: (name: string) => void;
  readonly onCancel?: () => void;
  readonly t: Translate;
}) {
  const { label, button, start, onName, onCancel, t } = props;
  const [name, setName] = useState(start);
  const [isMissing, setMissing] = useState(false);
  const id = useId();
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const chosen = name.trim();
    setMissing(chosen === '');
    if (chosen !== '') onName(chosen);
  };
  return (
    <form className="name-form" onSubmit={submit}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        value={name}
        maxLength={longestName}
        autoComplete="off"
        aria-invalid={isMissing || undefined}
        aria-describedby={isMissing ? `${id}-problem` : undefined}
        onChange={({ target }) => setName(target.value)}
      />
      <button type="submit">{button}</button>
      {onCancel && (
        <button type="button" onClick={onCancel}>
          {t('keep.cancel')}
        </button>
      )}
      {isMissing && (
        <p id={`${id}-problem`} className="problem">
          {t('keep.nameMissing')}
        </p>
      )}
    </form>
  );
}

/** What was done, or what went wrong with the ways out of it. */
function Message({ keep, t }: PartProps) {
  const { said } = keep;
  const first = useRef<HTMLButtonElement>(null);
  // The button that led here may be gone; what it led to is the nearest place.
  useEffect(() => {
    const isConflict = said?.kind === 'problem' && !said.isNews && said.problem.endsWith('elsewhere');
    if (said?.kind === 'deleted' || isConflict) first.current?.focus();
  }, [said]);
  if (!said) return null;
  if (said.kind === 'problem') {
    const { problem, name } = said;
    return (
      <div className="notice">
        <p>{t(`keep.problem.${problem}`, { name })}</p>
        {(problem === 'changed-elsewhere' || problem === 'deleted-elsewhere') && (
          <button ref={first} type="button" onClick={() => void keep.saveAs(t('keep.copyName', { name }))}>
            {t('keep.conflict.copy')}
          </button>
        )}
        {problem === 'changed-elsewhere' && (
          <button type="button" onClick={keep.takeOther}>
            {t('keep.conflict.take')}
          </button>
        )}
      </div>
    );
  }
  return (
    <p className="hint">
      {said.kind === 'forgotten' ? t('keep.forgotten') : t(`keep.${said.kind}`, { name: said.name })}{' '}
      {said.kind === 'deleted' && (
        <button ref={first} type="button" onClick={() => void keep.restore(said.calculation)}>
          {t('calc.undo')}
        </button>
      )}
    </p>
  );
}

function SavedItem({ listed, keep, t }: PartProps & { readonly listed: Listed<SavedCalculation> }) {
  const [isRenaming, setRenaming] = useState(false);
  const { record, entered, headline } = listed;
  const { name } = record;
  if (isRenaming) {
    const rename = (chosen: string) => {
      setRenaming(false);
      void keep.rename(record, chosen);
    };
    return (
      <li>
        <NameForm
          label={t('keep.rename.label', { name })}
          button={t('keep.rename')}
          start={name}
          onName={rename}
          onCancel={() => setRenaming(false)}
          t={t}
        />
      </li>
    );
  }
  return (
    <li>
      <span>
        <b>{name}</b>
        <span className="hint">
          {dateText(record.changed, t.locale)} {entered ? headline : t('keep.unreadable')}
        </span>
      </span>
      <span className="list-actions">
        {entered && (
          <button type="button" aria-label={t('keep.open.label', { name })} onClick={() => keep.open(listed)}>
            {t('keep.open')}
          </button>
        )}
        <button type="button" aria-label={t('keep.rename.label', { name })} onClick={() => setRenaming(true)}>
          {t('keep.rename')}
        </button>
        <button type="button" aria-label={t('keep.delete.label', { name })} onClick={() => void keep.remove(record)}>
          {t('keep.delete')}
        </button>
      </span>
    </li>
  );
}

function Drafts({ keep, t }: PartProps) {
  if (keep.drafts.length === 0) return null;
  return (
    <section>
      <h3>{t('keep.drafts')}</h3>
      <ul className="kept-list">
        {keep.drafts.map((draft) => {
          const name = `${dateText(draft.record.changed, t.locale)} ${draft.headline}`.trim();
          return (
            <li key={draft.record.id}>
              <span>{name}</span>
              <button type="button" aria-label={t('keep.open.label', { name })} onClick={() => keep.open(draft)}>
                {t('keep.open')}
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Forget({ keep, t }: PartProps) {
  const [isAsking, setAsking] = useState(false);
  if (keep.saved.length + keep.drafts.length === 0) return null;
  if (!isAsking) {
    return (
      <button type="button" onClick={() => setAsking(true)}>
        {t('keep.forget')}
      </button>
    );
  }
  return (
    <div className="notice">
      <p>{t('keep.forget.sure')}</p>
      <button
        type="button"
        onClick={() => {
          setAsking(false);
          void keep.forget();
        }}
      >
        {t('keep.forget.do')}
      </button>
      <button type="button" onClick={() => setAsking(false)}>
        {t('keep.cancel')}
      </button>
    </div>
  );
}

/** Saving under a name, the list of what is saved, and files. */
export default function KeepPanel(props: KeepProps) {
  const { state, t } = props;
  const keep = useSaved(state);
  const { savedAs } = state;
  return (
    <div className="keep-panel">
      <p className="hint">{t(state.storageProblem ? 'keep.none' : 'keep.auto')}</p>
      {savedAs && (
        <button type="button" onClick={() => void keep.saveChanges()}>
          {t('keep.saveChanges', { name: savedAs.name })}
        </button>
      )}
      <NameForm
        key={savedAs?.id}
        label={t('keep.name')}
        button={savedAs ? t('keep.saveNew') : t('keep.save')}
        start={savedAs ? '' : (state.scenarios[0].name ?? '')}
        onName={(name) => void keep.saveAs(name)}
        t={t}
      />
      <div role="status">
        <Message keep={keep} t={t} />
      </div>
      <section>
        <h3>{t('keep.list')}</h3>
        {keep.saved.length === 0 && <p className="hint">{t('keep.list.empty')}</p>}
        <ul className="kept-list">
          {keep.saved.map((listed) => (
            <SavedItem key={listed.record.id} listed={listed} keep={keep} t={t} />
          ))}
        </ul>
      </section>
      <Drafts keep={keep} t={t} />
      <Files {...props} />
      <Forget keep={keep} t={t} />
    </div>
  );
}
