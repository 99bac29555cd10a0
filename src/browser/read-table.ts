import { failure, type Result, success } from '../lib/result.ts';
import type { ReadingPlan, TableNotice } from '../lib/table/collector.ts';
import type { Encoding, FileProblem } from '../lib/table/file-signature.ts';
import type { PlanDraft, TableSample } from '../lib/table/guess-plan.ts';
import type { RejectedRows } from '../lib/table/rejected-rows.ts';
import type { TableData, TableKind } from '../lib/table/table-data.ts';

/** Why a table cannot be read at all. Each has its sentence under `table.problem.<reason>`. */
export type TableProblem =
  | FileProblem
  | 'file-too-large'
  | 'unreadable-file'
  /** `field` is the row, from 1. */
  | 'unclosed-quote'
  | 'out-of-memory'
  | 'worker-died'
  | 'cancelled';

/** The beginning of a table, how its characters are encoded, and how it is most likely to be read. */
export interface TablePreview extends TableSample {
  readonly encoding: Encoding;
  readonly draft: PlanDraft;
}

export interface TableReading {
  /** Undefined when no row was right. */
  readonly data: TableData | undefined;
  /** Rows taken in. */
  readonly rows: number;
  readonly rejected: RejectedRows;
  readonly notices: readonly TableNotice[];
  readonly fingerprint: string | undefined;
  readonly encoding: Encoding;
}

export type TableQuestion =
  | { readonly task: 'preview'; readonly file: Blob; readonly kind: TableKind }
  | { readonly task: 'read'; readonly file: Blob; readonly plan: ReadingPlan };

export interface TableProgress {
  readonly bytes: number;
  readonly rows: number;
}

export type TableMessage =
  | { readonly progress: TableProgress }
  | { readonly preview: Result<TablePreview, TableProblem> }
  | { readonly reading: Result<TableReading, TableProblem> };

/** Something under way in a worker of its own. */
export interface TableJob<Value> {
  readonly answer: Promise<Result<Value, TableProblem>>;
  /** Ends the worker at once; the answer is then `cancelled`. */
  readonly cancel: () => void;
}

/** Milliseconds of silence after which a worker is taken for dead: some end without a word when memory runs out. */
const patience = 30_000;

type Answered<Value> = (result: Result<Value, TableProblem>) => void;

function startJob<Value>(
  question: TableQuestion,
  onMessage: (message: TableMessage, answered: Answered<Value>) => void,
): TableJob<Value> {
  const { promise, resolve } = Promise.withResolvers<Result<Value, TableProblem>>();
  const worker = new Worker(new URL('./table-worker.ts', import.meta.url), { type: 'module' });
  let silence: ReturnType<typeof setTimeout> | undefined;
  const answered: Answered<Value> = (result) => {
    clearTimeout(silence);
    worker.terminate();
    resolve(result);
  };
  const listen = () => {
    clearTimeout(silence);
    silence = setTimeout(() => answered(failure('worker-died')), patience);
  };
  worker.addEventListener('message', ({ data }: MessageEvent<TableMessage>) => {
    listen();
    onMessage(data, answered);
  });
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    answered(failure('worker-died'));
  });
  worker.addEventListener('messageerror', () => answered(failure('worker-died')));
  listen();
  worker.postMessage(question);
  return { answer: promise, cancel: () => answered(failure('cancelled')) };
}

/** Looks at the first rows of a table. */
export function previewTable(file: Blob, kind: TableKind): TableJob<TablePreview> {
  return startJob({ task: 'preview', file, kind }, (message, answered) => {
    if ('preview' in message) answered(message.preview);
  });
}

/** Reads a whole table into columns, piece by piece, in a worker. */
export function readTable(
  file: Blob,
  plan: ReadingPlan,
  onProgress: (progress: TableProgress) => void,
): TableJob<TableReading> {
  return startJob({ task: 'read', file, plan }, (message, answered) => {
    if ('progress' in message) onProgress(message.progress);
    if ('reading' in message) answered(message.reading);
  });
}

/** An example of this site as a file; nothing else is ever fetched. */
export async function fetchExample(address: string): Promise<Result<Blob, 'example-missing'>> {
  try {
    const response = await fetch(address);
    return response.ok ? success(await response.blob()) : failure('example-missing');
  } catch {
    return failure('example-missing');
  }
}
