import { type ClipboardEvent, lazy, Suspense, useEffect, useId, useRef, useState } from 'react';
import { calculate } from '../../../browser/calculation.ts';
import { answersOf } from '../../../lib/calculators/surveys/group-scores.ts';
import type { PastedScores } from '../../../lib/calculators/surveys/pasted-scores.ts';
import type { RatingData } from '../../../lib/calculators/surveys/rating-data.ts';
import type { RecommendScale } from '../../../lib/metrics/survey/rating-scale.ts';
import type { RatingTable } from '../../../lib/table/table-data.ts';
import type { CalculatorState } from '../shared/use-calculator.ts';
import { tableExamples } from '../table/examples.ts';
import type { ReadInfo } from '../table/use-table-reader.ts';
import type { Translate } from './messages.ts';

const TableReader = lazy(async () => {
  const { TableReader: Reader } = await import('../table/TableReader.tsx');
  return { default: Reader<'ratings'> };
});

interface Props {
  readonly state: CalculatorState;
  readonly data: RatingData | undefined;
  /** Address of the folder of the examples. */
  readonly dataFolder: string;
  readonly t: Translate;
}

/** Runs one task after the other: what was asked before is cancelled. */
function useLatest() {
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);
  return () => {
    running.current?.abort();
    running.current = new AbortController();
    return running.current.signal;
  };
}

interface PasteProps {
  readonly onRead: (pasted: PastedScores) => void;
  readonly begin: () => AbortSignal;
  readonly t: Translate;
}

/** A box for bare scores, however they are separated. Counted as soon as they are pasted. */
function ScoresBox({ onRead, begin, t }: PasteProps) {
  const box = useRef<HTMLTextAreaElement>(null);
  const [outcome, setOutcome] = useState<PastedScores | 'failed'>();
  const id = useId();
  const read = async (text: string) => {
    const pasted = await calculate('pastedScores', text, { signal: begin() });
    if (pasted.ok) {
      setOutcome(pasted.value);
      onRead(pasted.value);
    } else if (pasted.reason !== 'cancelled') setOutcome('failed');
  };
  const paste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const { currentTarget } = event;
    // The text is in the box only after the event.
    setTimeout(() => void read(currentTarget.value));
  };
  return (
    <div className="scores-box">
      <label htmlFor={id}>{t('nps.source.scores')}</label>
      <textarea
        ref={box}
        id={id}
        name="scores"
        rows={3}
        placeholder={t('nps.source.scores.example')}
        aria-describedby={`${id}-said`}
        spellCheck={false}
        autoComplete="off"
        onPaste={paste}
      />
      <button type="button" onClick={() => void read(box.current?.value ?? '')}>
        {t('nps.source.count')}
      </button>
      <p id={`${id}-said`} role="status" className="hint">
        {outcome === 'failed' && t('nps.source.failed')}
        {typeof outcome === 'object' && t.count('nps.source.read', outcome.read)}
        {t('calc.sentenceSpace')}
        {typeof outcome === 'object' &&
          outcome.leftOut > 0 &&
          t.count('nps.source.leftOut', outcome.leftOut, { examples: outcome.examples.join(t('calc.separator')) })}
      </p>
    </div>
  );
}

interface ScaleProps {
  readonly scale: RecommendScale;
  readonly choose: (scale: RecommendScale) => void;
  readonly t: Translate;
}

/** Only who made the survey knows which scale it had, where nobody answered 0. */
function ScaleChooser({ scale, choose, t }: ScaleProps) {
  return (
    <div className="scale-chooser" role="radiogroup" aria-label={t('nps.scale')}>
      <p>{t('nps.scale.why')}</p>
      {(['0-10', '1-10'] as const).map((option) => (
        <label key={option}>
          <input type="radio" name="scale" value={option} checked={scale === option} onChange={() => choose(option)} />{' '}
          {t(`nps.scale.${option}`)}
        </label>
      ))}
    </div>
  );
}

/** Where single answers come from: a box to paste scores into, or a file with dates and segments. */
export default function AnswersSource({ state, data, dataFolder, t }: Props) {
  const begin = useLatest();
  const [hasFailed, setFailed] = useState(false);
  const used = state.entered.data.answers;

  const readFile = async (table: RatingTable, { name, rows, rejected, fingerprint }: ReadInfo) => {
    setFailed(false);
    const columns = [table.ratings, table.days, table.groups?.index].flatMap((column) => column?.buffer ?? []);
    const summary = await calculate('ratingSummaryBy', table, { signal: begin(), transfer: columns as ArrayBuffer[] });
    if (summary.ok) {
      state.use('answers', { name, rows, rejected, ...(fingerprint && { fingerprint }), value: summary.value });
    } else if (summary.reason !== 'cancelled') setFailed(true);
  };
  const takePasted = ({ data: value, read, leftOut }: PastedScores) => {
    if (value) state.use('answers', { name: '', rows: read, rejected: leftOut, value });
  };

  return (
    <div className="answers-source">
      {used && data && (
        <p className="answers-used">
          {t.count('nps.source.used', answersOf(data.counts), {
            name: used.name || t('nps.source.pasted'),
          })}{' '}
          <button type="button" onClick={() => state.use('answers', undefined)}>
            {t('nps.source.remove')}
          </button>
        </p>
      )}
      {used && data?.counts[0] === 0 && (
        <ScaleChooser scale={data.scale} choose={(scale) => state.changeData('answers', { scale })} t={t} />
      )}
      <ScoresBox onRead={takePasted} begin={begin} t={t} />
      {hasFailed && (
        <p className="notice" role="alert">
          {t('nps.source.failed')}
        </p>
      )}
      <Suspense fallback={<p className="hint">{t('calc.loading')}</p>}>
        <TableReader
          kind="ratings"
          t={t}
          examples={tableExamples('ratings', dataFolder, t)}
          onRead={(table, info) => void readFile(table, info)}
        />
      </Suspense>
    </div>
  );
}
