import { markdownTable, markdownTitle } from '../lib/journey-map/formats/markdown.ts';
import { documentFromMermaid, isMermaidJourney } from '../lib/journey-map/formats/mermaid.ts';
import { isPng, mapTextInPng } from '../lib/journey-map/formats/png.ts';
import { documentFromRows } from '../lib/journey-map/formats/read-rows.ts';
import { mapTextInSvg } from '../lib/journey-map/formats/svg.ts';
import { type ReadMap, readJourneyMap } from '../lib/journey-map/read.ts';
import { longestFile, readMapText } from '../lib/journey-map/text.ts';
import { failure, type Result, success } from '../lib/result.ts';
import { detectDelimiter } from '../lib/table/delimiter.ts';
import { type FileProblem, readSignature } from '../lib/table/file-signature.ts';
import { firstRows, splitRows } from './split-rows.ts';

/**
 * Why a file gives no map. `field` says where: the list of `too-many`, the character of `not-json`, the line of
 * `unclosed-quote`.
 */
export type ImportProblem =
  | Extract<ReturnType<typeof readMapText>, { ok: false }>['reason']
  | Extract<ReturnType<typeof mapTextInPng>, { ok: false }>['reason']
  | Extract<ReturnType<typeof documentFromRows>, { ok: false }>['reason']
  | FileProblem
  | 'unreadable-file'
  | 'unclosed-quote';
type Imported = Result<ReadMap, ImportProblem>;

/** Bytes: pictures of the fullest maps are smaller. */
const largestFile = 100_000_000;
/** Characters by which the delimiter of a table is told. */
const head = 64 * 1024;

/** Text in the encoding its first bytes point to; what is no UTF-8 is the Shift_JIS of spreadsheets in Japan. */
function decoded(bytes: Uint8Array): Result<string, FileProblem> {
  const encoding = readSignature(bytes);
  if (!encoding.ok) return encoding;
  const candidates = encoding.value === 'utf-8' ? (['utf-8', 'shift_jis'] as const) : [encoding.value];
  for (const candidate of candidates) {
    try {
      return success(new TextDecoder(candidate, { fatal: true }).decode(bytes));
    } catch {
      // The next one may fit.
    }
  }
  return failure('binary-file');
}

function fromRows(rows: readonly (readonly string[])[], title: string): Imported {
  const document = documentFromRows(rows, title);
  return document.ok ? readJourneyMap(document.value) : document;
}

function fromTable(text: string, title: string): Imported {
  const beginning = text.slice(0, head);
  const { push, finish } = splitRows(detectDelimiter((by) => firstRows(beginning, by, beginning === text)));
  const first = push(text);
  if (!first.ok) return failure(first.reason, '1');
  const last = finish();
  if (!last.ok) return failure(last.reason, String(first.value.rows.length + 1));
  return fromRows([...first.value.rows, ...last.value.rows], title);
}

function fromText(text: string, title: string): Imported {
  const begins = text.trimStart().slice(0, 2000);
  if (/^[{[]/.test(begins)) return readMapText(text);
  if (/^<(?:\?xml|!--|!doctype svg|svg)/i.test(begins)) {
    const carried = mapTextInSvg(text);
    return carried === undefined ? failure('no-map-in-picture') : readMapText(carried);
  }
  if (isMermaidJourney(text)) return readJourneyMap(documentFromMermaid(text));
  const table = markdownTable(text);
  return table ? fromRows(table, markdownTitle(text)) : fromTable(text, title);
}

/**
 * The map in a file of any kind that can carry one: what is in it decides, not what it is called. Nothing of it is run
 * or shown; a file that is too large is not even read.
 */
export async function importFile(file: File): Promise<Imported> {
  if (file.size > largestFile) return failure('file-too-large');
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    if (isPng(bytes)) {
      const carried = mapTextInPng(bytes);
      return carried.ok ? readMapText(carried.value) : carried;
    }
    const text = decoded(bytes);
    if (!text.ok) return text;
    if (text.value.length > longestFile) return failure('file-too-large');
    return fromText(text.value, file.name.replace(/\.\w+$/, ''));
  } catch {
    return failure('unreadable-file');
  }
}
