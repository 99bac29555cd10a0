import { useEffect, useRef, useState } from 'react';
import {
  fetchExample,
  previewTable,
  readTable,
  type TablePreview,
  type TableProblem,
  type TableProgress,
  type TableReading,
} from '../../../browser/read-table.ts';
import type { Result } from '../../../lib/result.ts';
import type { ColumnName } from '../../../lib/table/columns.ts';
import type { Encoding } from '../../../lib/table/file-signature.ts';
import { decidedPlan, detectWriting, guessPlan, type PlanDraft, replan } from '../../../lib/table/guess-plan.ts';
import type { TableLayout } from '../../../lib/table/layouts.ts';
import type { TableData, TableKind } from '../../../lib/table/table-data.ts';

/** What a reading is, beside its data: what an audit needs to find the same rows again. */
export interface ReadInfo {
  /** Of the file or the example. */
  readonly name: string;
  /** Rows taken in. */
  readonly rows: number;
  /** Rows left out. */
  readonly rejected: number;
  /** SHA-256 (hex) of the columns. Undefined where the browser cannot work it out. */
  readonly fingerprint: string | undefined;
  readonly encoding: Encoding;
}

/** Where a table comes from. Kept, so that a reading that broke off can be tried again. */
export type TableSource = { readonly name: string } & ({ readonly file: Blob } | { readonly address: string });

interface OpenTable {
  readonly name: string;
  readonly file: Blob;
  readonly preview: TablePreview;
  readonly draft: PlanDraft;
}

/** What is going on. A reading that was finished before stays as it is meanwhile. */
export type ReaderStage =
  | { readonly step: 'choose' }
  | { readonly step: 'looking' }
  | ({ readonly step: 'plan' } & OpenTable)
  | ({ readonly step: 'reading'; readonly progress: TableProgress } & OpenTable);

export interface ReaderProblem {
  readonly reason: TableProblem | 'example-missing' | 'one-column';
  /** The row it is about. */
  readonly row: number | undefined;
  readonly retry: () => void;
}

export interface ReadOutcome {
  readonly name: string;
  readonly reading: TableReading;
  /** Names of the columns, for the list of rows left out. */
  readonly header: readonly string[];
}

async function fileOf(source: TableSource): Promise<Result<Blob, 'example-missing'>> {
  return 'file' in source ? { ok: true, value: source.file } : fetchExample(source.address);
}

/** Whether a kind that needs several columns has been given a single one. */
function lacksColumns(kind: TableKind, { rows }: TablePreview): boolean {
  return kind !== 'ratings' && rows.every((cells) => cells.length < 2);
}

/** Everything the reader of a table can do, one step after the other. */
export function useTableReader<Kind extends TableKind>(
  kind: Kind,
  onRead: (data: TableData<Kind>, info: ReadInfo) => void,
) {
  const [stage, setStage] = useState<ReaderStage>({ step: 'choose' });
  const [problem, setProblem] = useState<ReaderProblem>();
  const [outcome, setOutcome] = useState<ReadOutcome>();
  const cancelJob = useRef<() => void>(undefined);
  /** Answers of what was replaced meanwhile are not listened to. */
  const turn = useRef(0);
  useEffect(() => () => cancelJob.current?.(), []);

  const begin = () => {
    cancelJob.current?.();
    cancelJob.current = undefined;
    turn.current += 1;
    setProblem(undefined);
    const mine = turn.current;
    return () => turn.current === mine;
  };
  const fail = (reason: ReaderProblem['reason'], retry: () => void, row?: number) => setProblem({ reason, retry, row });

  const open = async (source: TableSource) => {
    const isCurrent = begin();
    setStage({ step: 'looking' });
    const retry = () => void open(source);
    const stop = (reason: ReaderProblem['reason']) => {
      setStage({ step: 'choose' });
      fail(reason, retry);
    };
    const file = await fileOf(source);
    if (!isCurrent()) return;
    if (!file.ok) return stop(file.reason);
    const job = previewTable(file.value, kind);
    cancelJob.current = job.cancel;
    const preview = await job.answer;
    if (!isCurrent()) return;
    if (!preview.ok) return stop(preview.reason);
    if (lacksColumns(kind, preview.value)) return stop('one-column');
    setStage({ step: 'plan', name: source.name, file: file.value, preview: preview.value, draft: preview.value.draft });
  };

  const finish = (table: OpenTable, reading: TableReading) => {
    const { name, preview, draft } = table;
    const { data, rows, rejected, fingerprint, encoding } = reading;
    setOutcome({ name, reading, header: draft.hasHeader ? (preview.rows[0] ?? []) : [] });
    // A table of which every row was left out stays open: its columns can be chosen differently.
    setStage(data ? { step: 'choose' } : { step: 'plan', ...table });
    // The layouts of a kind give the data of that kind.
    if (data) onRead(data as TableData<Kind>, { name, rows, rejected: rejected.total, fingerprint, encoding });
  };

  const read = async (table: OpenTable) => {
    const plan = decidedPlan(table.draft);
    if (!plan.ok) return;
    const { name, file, preview, draft } = table;
    const opened: OpenTable = { name, file, preview, draft };
    const isCurrent = begin();
    setStage({ step: 'reading', progress: { bytes: 0, rows: 0 }, ...opened });
    const job = readTable(file, plan.value, (progress) => {
      if (isCurrent()) setStage({ step: 'reading', progress, ...opened });
    });
    cancelJob.current = job.cancel;
    const reading = await job.answer;
    if (!isCurrent()) return;
    if (reading.ok) finish(opened, reading.value);
    else {
      setStage({ step: 'plan', ...opened });
      if (reading.reason !== 'cancelled')
        fail(reading.reason, () => void read(opened), Number(reading.field) || undefined);
    }
  };

  const change = (draftOf: (table: OpenTable) => PlanDraft) =>
    setStage((now) => (now.step === 'plan' ? { ...now, draft: draftOf(now) } : now));

  return {
    stage,
    problem,
    outcome,
    open: (source: TableSource) => void open(source),
    read: () => {
      if (stage.step === 'plan') void read(stage);
    },
    cancel: () => cancelJob.current?.(),
    close: () => {
      begin();
      setStage({ step: 'choose' });
    },
    chooseLayout: (layout: TableLayout) => change(({ draft, preview }) => replan(draft, preview, layout)),
    chooseHeader: (hasHeader: boolean) => change(({ preview }) => guessPlan(kind, preview, hasHeader)),
    chooseColumn: (name: ColumnName, place: number | undefined) =>
      change(({ draft, preview }) => {
        const { [name]: _, ...others } = draft.columns;
        const columns = place === undefined ? others : { ...others, [name]: place };
        return { ...draft, columns, ...detectWriting(preview, draft.hasHeader, columns) };
      }),
    choose: (decided: Partial<Pick<PlanDraft, 'dateOrder' | 'decimalMark' | 'timeUnit'>>) =>
      change(({ draft }) => ({ ...draft, ...decided })),
  };
}

export type TableReaderState = ReturnType<typeof useTableReader>;
