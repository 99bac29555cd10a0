import { useEffect, useId, useRef } from 'react';
import { saveFile } from '../../../browser/download.ts';
import { writeCsv } from '../../../lib/exports/csv.ts';
import { localeFacts } from '../../../lib/i18n/locales.ts';
import { mostListed, type RejectedRows, unpackRejected } from '../../../lib/table/rejected-rows.ts';
import { type RowProblem, rowProblems, type TableData, type TableKind } from '../../../lib/table/table-data.ts';
import type { TableTranslate } from './messages.ts';
import { PlanForm } from './PlanForm.tsx';
import { SourceChooser } from './SourceChooser.tsx';
import {
  type ReaderProblem,
  type ReaderStage,
  type ReadInfo,
  type ReadOutcome,
  useTableReader,
} from './use-table-reader.ts';

export type { ReadInfo } from './use-table-reader.ts';

/** A table of this site to try. */
export interface TableExample {
  readonly label: string;
  readonly href: string;
  /** Where it comes from, its licence, or that it is synthetic. */
  readonly note: string;
  /** Address of the page that says so in full. */
  readonly source: string;
}

export interface TableReaderProps<Kind extends TableKind> {
  readonly kind: Kind;
  readonly t: TableTranslate;
  readonly examples: readonly TableExample[];
  /** Called when a table has been read to its end; never with half of one. */
  readonly onRead: (data: TableData<Kind>, info: ReadInfo) => void;
}

function numbers(t: TableTranslate): Intl.NumberFormat {
  return new Intl.NumberFormat(localeFacts[t.locale].format);
}

interface ReadingProps {
  readonly stage: Extract<ReaderStage, { step: 'reading' }>;
  readonly cancel: () => void;
  readonly t: TableTranslate;
}

function Reading({ stage, cancel, t }: ReadingProps) {
  const { name, file, progress } = stage;
  const button = useRef<HTMLButtonElement>(null);
  // The button that was pressed is gone.
  useEffect(() => button.current?.focus(), []);
  return (
    <div className="table-progress">
      <label>
        {t('table.reading', { name })}
        <progress max={file.size} value={progress.bytes} />
      </label>
      <p className="hint">{t.count('table.progress', progress.rows)}</p>
      <button ref={button} type="button" onClick={cancel}>
        {t('table.cancel')}
      </button>
    </div>
  );
}

function Problem({ problem, t }: { readonly problem: ReaderProblem; readonly t: TableTranslate }) {
  const row = problem.row === undefined ? '' : numbers(t).format(problem.row);
  return (
    <p className="notice" role="alert">
      {t(`table.problem.${problem.reason as Exclude<ReaderProblem['reason'], 'cancelled'>}`, { row })}{' '}
      <button type="button" onClick={problem.retry}>
        {t('table.retry')}
      </button>
    </p>
  );
}

function saveRejected({ name, reading, header }: ReadOutcome, t: TableTranslate) {
  const rows = unpackRejected(reading.rejected).map(({ row, reason, cells }) => [
    row,
    t(`table.row.${reason}`),
    ...cells,
  ]);
  const csv = writeCsv([[t('table.rejected.row'), t('table.rejected.reason'), ...header], ...rows]);
  const stem = name.replace(/\.[^.]*$/, '');
  saveFile(new Blob([csv], { type: 'text/csv' }), `${stem}-${t('table.rejected.file')}.csv`);
}

function countsOf({ counts }: RejectedRows): [RowProblem, number][] {
  return rowProblems
    .map((reason): [RowProblem, number] => [reason, counts[reason] ?? 0])
    .filter(([, count]) => count > 0)
    .sort(([, one], [, other]) => other - one);
}

function Rejected({ outcome, t }: { readonly outcome: ReadOutcome; readonly t: TableTranslate }) {
  const { rejected } = outcome.reading;
  const { format } = numbers(t);
  if (rejected.total === 0) return null;
  return (
    <details className="table-rejected" open={outcome.reading.data === undefined}>
      <summary>{t.count('table.rejected', rejected.total)}</summary>
      <ul>
        {countsOf(rejected).map(([reason, count]) => (
          <li key={reason}>
            <b>{format(count)}</b> {t(`table.row.${reason}`)}
          </li>
        ))}
      </ul>
      <button type="button" onClick={() => saveRejected(outcome, t)}>
        {t('table.rejected.save')}
      </button>
      {rejected.total > mostListed && <p className="hint">{t('table.rejected.most', { count: format(mostListed) })}</p>}
    </details>
  );
}

function Outcome({ outcome, t }: { readonly outcome: ReadOutcome; readonly t: TableTranslate }) {
  const { name, reading } = outcome;
  const { format } = numbers(t);
  const sentence = useRef<HTMLParagraphElement>(null);
  // What was pressed to come here is gone.
  useEffect(() => {
    if (reading) sentence.current?.focus();
  }, [reading]);
  const read = { name, rejected: format(reading.rejected.total) };
  const part = reading.rejected.total === 0 ? 'table.outcome.all' : 'table.outcome.some';
  return (
    <div className="table-outcome">
      <p ref={sentence} role="status" tabIndex={-1}>
        <b>{reading.data ? t.count(part, reading.rows, read) : t('table.outcome.none', { name })}</b>
      </p>
      {reading.notices.map((notice) => (
        <p key={notice} className="notice">
          {t(`table.notice.${notice}`)}
        </p>
      ))}
      <Rejected outcome={outcome} t={t} />
    </div>
  );
}

/** Reads the reader's own table: pasted, dropped or chosen, and then its columns. Nothing leaves the browser. */
export function TableReader<Kind extends TableKind>({ kind, t, examples, onRead }: TableReaderProps<Kind>) {
  const reader = useTableReader(kind, onRead);
  const { stage, problem, outcome } = reader;
  const id = useId();
  return (
    <section className="table-reader no-print" aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>{t(`table.title.${kind}`)}</h3>
      <p className="hint">{t(`table.what.${kind}`)}</p>
      <p className="table-private">{t('table.private')}</p>
      {outcome && <Outcome outcome={outcome} t={t} />}
      {problem && <Problem problem={problem} t={t} />}
      {(stage.step === 'choose' || stage.step === 'looking') && (
        <SourceChooser open={reader.open} isBusy={stage.step === 'looking'} examples={examples} t={t} />
      )}
      {stage.step === 'plan' && <PlanForm stage={stage} kind={kind} reader={reader} t={t} />}
      {stage.step === 'reading' && <Reading stage={stage} cancel={reader.cancel} t={t} />}
    </section>
  );
}

/** For `React.lazy`, which takes the default export of a module. */
export default TableReader;
