import { failure, type Result, success } from '../lib/result.ts';
import { collectTable } from '../lib/table/collect-table.ts';
import type { ReadingPlan } from '../lib/table/collector.ts';
import { type Delimiter, detectDelimiter } from '../lib/table/delimiter.ts';
import { type Encoding, readSignature } from '../lib/table/file-signature.ts';
import { guessPlan } from '../lib/table/guess-plan.ts';
import { rejectedRows } from '../lib/table/rejected-rows.ts';
import type { TableKind } from '../lib/table/table-data.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { TablePreview, TableProblem, TableProgress, TableReading } from './read-table.ts';
import { readText } from './read-text.ts';
import { type CutRows, firstRows, splitRows } from './split-rows.ts';

/** Larger files take minutes and more memory than a page may have. */
const largestFile = 2 ** 30;
/** What is looked at to tell encoding, delimiter and columns. */
const headBytes = 256 * 1024;
const headCharacters = 64 * 1024;
const headRows = 500;

interface Attempt {
  readonly encoding: Encoding;
  readonly refusesOthers: boolean;
}

/** Ways to decode a file, in order. The last one always works, and shows a sign where there is no character. */
function attempts(encoding: Encoding): readonly Attempt[] {
  if (encoding !== 'utf-8') return [{ encoding, refusesOthers: false }];
  return [
    { encoding: 'utf-8', refusesOthers: true },
    { encoding: 'shift_jis', refusesOthers: true },
    { encoding: 'utf-8', refusesOthers: false },
  ];
}

/** Whether all of a beginning can be decoded; a character may be cut at its end. */
function decodeHead(bytes: Uint8Array, { encoding, refusesOthers }: Attempt, isWhole: boolean): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: refusesOthers }).decode(bytes, { stream: !isWhole });
  } catch {
    return undefined;
  }
}

/** A line without anything, or with delimiters alone, as spreadsheets write it. */
function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}

/** The first bytes of a file, and how its characters seem to be encoded. */
async function headOf(
  file: Blob,
): Promise<Result<{ readonly head: Uint8Array; readonly encoding: Encoding }, TableProblem>> {
  if (file.size > largestFile) return failure('file-too-large');
  try {
    const head = new Uint8Array(await file.slice(0, headBytes).arrayBuffer());
    const encoding = readSignature(head);
    return encoding.ok ? success({ head, encoding: encoding.value }) : encoding;
  } catch {
    return failure('unreadable-file');
  }
}

/** The beginning of a table. */
export async function previewFile(file: Blob, kind: TableKind): Promise<Result<TablePreview, TableProblem>> {
  const found = await headOf(file);
  if (!found.ok) return found;
  const isWhole = file.size <= headBytes;
  for (const attempt of attempts(found.value.encoding)) {
    const text = decodeHead(found.value.head, attempt, isWhole);
    if (text === undefined) continue;
    const shown = text.slice(0, headCharacters);
    const cutBy = (by: Delimiter) => firstRows(shown, by, isWhole && shown === text).slice(0, headRows);
    const delimiter = detectDelimiter(cutBy);
    const sample = { delimiter, rows: cutBy(delimiter).filter((cells) => !isBlank(cells)) };
    if (sample.rows.length === 0) return failure('empty-file');
    return success({ ...sample, encoding: attempt.encoding, draft: guessPlan(kind, sample) });
  }
  return failure('binary-file');
}

/** One pass through a file with one way to decode it. */
async function readAs(
  file: Blob,
  plan: ReadingPlan,
  { encoding, refusesOthers }: Attempt,
  onProgress: (progress: TableProgress) => void,
): Promise<Result<TableReading, TableProblem | 'wrong-encoding'>> {
  const splitter = splitRows(plan.delimiter);
  const collector = collectTable(plan);
  const rejected = rejectedRows();
  let row = 0;
  let taken = 0;
  let isHeaderDue = plan.hasHeader;
  const takeRow = (cells: readonly string[], isBroken: boolean) => {
    row += 1;
    if (isBlank(cells)) return;
    if (isHeaderDue) {
      isHeaderDue = false;
      return;
    }
    const reason = isBroken ? 'broken-quotes' : collector.add(cells);
    if (reason) rejected.add({ row, reason, cells });
    else taken += 1;
  };
  const take = ({ rows, broken }: CutRows) => {
    for (const [place, cells] of rows.entries()) takeRow(cells, broken.has(place));
  };

  for await (const piece of readText(file, encoding, refusesOthers)) {
    if (!piece.ok) return piece;
    const { text, bytes } = piece.value;
    if (text.includes('\0')) return failure('binary-file');
    const cut = splitter.push(text);
    if (!cut.ok) return failure(cut.reason, String(row + 1));
    take(cut.value);
    onProgress({ bytes, rows: row });
  }
  const last = splitter.finish();
  if (!last.ok) return failure(last.reason, String(row + 1));
  take(last.value);
  const collected = taken === 0 ? undefined : collector.finish();
  return success({
    data: collected?.data,
    rows: taken,
    rejected: rejected.finish(),
    notices: collected?.notices ?? [],
    fingerprint: collected && (await fingerprintOf(collected.data)),
    encoding,
  });
}

/** A whole table as columns. Only these and one piece of the file at a time are in memory. */
export async function readFile(
  file: Blob,
  plan: ReadingPlan,
  onProgress: (progress: TableProgress) => void,
): Promise<Result<TableReading, TableProblem>> {
  const found = await headOf(file);
  if (!found.ok) return found;
  for (const attempt of attempts(found.value.encoding)) {
    const reading = await readAs(file, plan, attempt, onProgress);
    if (reading.ok) return reading;
    if (reading.reason !== 'wrong-encoding') return failure(reading.reason, reading.field);
  }
  return failure('binary-file');
}
