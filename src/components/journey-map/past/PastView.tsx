import { useEffect, useState } from 'react';
import { readSnapshot, readSnapshotTimes } from '../../../browser/journey-map-store.ts';
import { momentText } from '../moment-text.ts';
import { stepName } from '../step-name.ts';
import type { ViewProps } from '../view.ts';

/** Steps shown at first, and with every wish for more. */
const atOnce = 100;

/** What was done, the latest first. */
function Steps({ editor, t }: Pick<ViewProps, 'editor' | 't'>) {
  const [shown, setShown] = useState(atOnce);
  const { steps, done } = editor.history;
  // The points the map can stand at: after each step, and before the first.
  const points = Array.from({ length: Math.min(shown, steps.length + 1) }, (_, place) => {
    const stands = steps.length - place;
    const step = steps[stands - 1];
    const name = step ? stepName(step.command, t) : t('journey.past.begin');
    const time = step ? momentText(step.time, t.locale) : '';
    return { stands, name, time, point: `${name} ${time}`.trim() };
  });
  return (
    <section>
      <h2>{t('journey.past.steps')}</h2>
      <p className="hint">{t('journey.past.steps.text')}</p>
      <ol className="kept-list">
        {points.map(({ stands, name, time, point }) => (
          <li key={stands} aria-current={stands === done ? 'step' : undefined}>
            <span>
              {stands > done ? <s>{name}</s> : name} <span className="hint">{time}</span>
              {stands === done && <b> {t('journey.past.now')}</b>}
              {stands > done && <span className="hint"> {t('journey.past.undone')}</span>}
            </span>
            {!editor.isReadOnly && (
              <button
                type="button"
                aria-label={t('journey.past.goTo.label', { point })}
                onClick={() => editor.actions.goTo(stands, t('journey.past.went', { point }))}
              >
                {t('journey.past.goTo')}
              </button>
            )}
          </li>
        ))}
      </ol>
      {steps.length >= shown && (
        <button type="button" onClick={() => setShown(shown + atOnce)}>
          {t('journey.past.more')}
        </button>
      )}
    </section>
  );
}

/** Whole maps kept from time to time. */
function Snapshots({ editor, id, t }: Pick<ViewProps, 'editor' | 'id' | 't'>) {
  const [times, setTimes] = useState<readonly number[]>();
  const [hasFailed, setFailed] = useState(false);
  useEffect(() => {
    let isCurrent = true;
    void readSnapshotTimes(id).then((read) => {
      if (!isCurrent) return;
      if (read.ok) setTimes(read.value);
      else setFailed(true);
    });
    return () => {
      isCurrent = false;
    };
  }, [id]);
  const restore = async (time: number) => {
    const read = await readSnapshot(id, time);
    setFailed(!read.ok);
    if (!read.ok) return;
    const said = t('journey.past.restored', { time: momentText(time, t.locale) });
    editor.actions.perform({ type: 'replace', map: read.value }, { said });
  };
  return (
    <section>
      <h2>{t('journey.past.snapshots')}</h2>
      <p className="hint">{t('journey.past.snapshots.text')}</p>
      <p role="status" className={hasFailed ? 'problem' : undefined}>
        {hasFailed && t('journey.past.snapshots.failed')}
      </p>
      {times?.length === 0 && <p>{t('journey.past.snapshots.none')}</p>}
      <ul className="kept-list">
        {times?.toReversed().map((time) => (
          <li key={time}>
            {momentText(time, t.locale)}
            {!editor.isReadOnly && (
              <button
                type="button"
                aria-label={t('journey.past.restore.label', { time: momentText(time, t.locale) })}
                onClick={() => void restore(time)}
              >
                {t('journey.past.restore')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** How the map came about, with the way back to any point of it. */
export default function PastView({ editor, id, t }: ViewProps) {
  return (
    <div className="journey-past">
      <Steps editor={editor} t={t} />
      <Snapshots editor={editor} id={id} t={t} />
    </div>
  );
}
