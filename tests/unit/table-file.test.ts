import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { fingerprintOf } from '../../src/browser/fingerprint.ts';
import { readText } from '../../src/browser/read-text.ts';
import { splitRows } from '../../src/browser/split-rows.ts';
import { previewFile, readFile } from '../../src/browser/table-file.ts';
import { writeCsv } from '../../src/lib/exports/csv.ts';
import type { ReadingPlan } from '../../src/lib/table/collector.ts';
import type { Delimiter } from '../../src/lib/table/delimiter.ts';
import { decidedPlan } from '../../src/lib/table/guess-plan.ts';
import { unpackRejected } from '../../src/lib/table/rejected-rows.ts';
import type { TableKind } from '../../src/lib/table/table-data.ts';
import { answerOf } from './answer-of.ts';

/** Every character of two bytes in Shift_JIS with its bytes, learned from the platform, which only decodes. */
const shiftJisBytes = new Map<string, readonly number[]>();
const decoder = new TextDecoder('shift_jis');
for (let first = 0x81; first <= 0xfc; first += 1) {
  for (let second = 0x40; second <= 0xfc; second += 1) {
    const character = decoder.decode(new Uint8Array([first, second]));
    if (character.length === 1 && character !== '\uFFFD' && !shiftJisBytes.has(character)) {
      shiftJisBytes.set(character, [first, second]);
    }
  }
}
function shiftJis(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array([...text].flatMap((character) => shiftJisBytes.get(character) ?? [character.charCodeAt(0)]));
}
function utf16(text: string, isLittleEndian: boolean): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let index = 0; index < text.length; index += 1)
    view.setUint16(index * 2, text.charCodeAt(index), isLittleEndian);
  return new Uint8Array(view.buffer);
}

/** A file whose bytes come in pieces of a given size. */
function fileInPieces(bytes: Uint8Array<ArrayBuffer>, size: number): Blob {
  const file = new Blob([bytes]);
  const stream = () =>
    new ReadableStream<Uint8Array<ArrayBuffer>>({
      start(controller) {
        for (let from = 0; from < bytes.length; from += size) controller.enqueue(bytes.slice(from, from + size));
        controller.close();
      },
    });
  return Object.assign(file, { stream });
}

const nothing = () => undefined;

/** A file read as it is guessed to be. */
async function readGuessed(kind: TableKind, file: Blob, changes: Partial<ReadingPlan> = {}) {
  const preview = answerOf(await previewFile(file, kind));
  const plan = answerOf(decidedPlan({ ...preview.draft, ...changes }));
  return { preview, reading: answerOf(await readFile(file, plan, nothing)) };
}

const japanese =
  '顧客番号,契約開始日,契約終了日,月額料金,プラン\r\nA１,令和8年1月1日,,"￥9,800",表計算ソ\r\nA２,2026/2/1,2026/3/1,"￥9,800",能\r\n';

describe('rows cut from text in pieces', () => {
  const cut = (pieces: readonly string[], delimiter: Delimiter = ',') => {
    const splitter = splitRows(delimiter);
    return [
      ...pieces.flatMap((piece) => [...answerOf(splitter.push(piece)).rows]),
      ...answerOf(splitter.finish()).rows,
    ];
  };
  const anyCell = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 6 }),
    fc.stringMatching(/^["',;\t\n a-z顧]{0,8}$/),
    fc.constantFrom('=HYPERLINK("https://example.com","x")', 'a\r\nb', '""', ' " '),
  );
  const anyRows = fc.array(fc.array(anyCell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 8 });
  /** A text in two to four pieces, cut anywhere. */
  const inPieces = (text: string, places: readonly number[]) => {
    const ends = places.map((place) => Math.floor(place * text.length)).sort((one, other) => one - other);
    return [0, ...ends].map((from, index) => text.slice(from, ends[index] ?? text.length));
  };
  const anyPlaces = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 3 });

  it.each([',', '\t', ';'] as const)('with %j are the rows that were written, wherever the pieces end', (delimiter) => {
    fc.assert(
      fc.property(anyRows, fc.constantFrom('\n', '\r\n', '\r'), anyPlaces, (rows, newline, places) => {
        const text = Papa.unparse(rows, { delimiter, newline, quotes: true });
        const lines = (cell: string) => cell.replace(/\r\n?/g, '\n');
        expect(cut(inPieces(text, places), delimiter)).toEqual(rows.map((row) => row.map(lines)));
      }),
      { numRuns: 300 },
    );
  });

  it('are the same for any text, well formed or not, in one piece or several', () => {
    const outcome = (pieces: readonly string[]) => {
      const splitter = splitRows(',');
      const parts = [...pieces.map((piece) => splitter.push(piece)), splitter.finish()];
      return parts.flatMap((part) => (part.ok ? part.value.rows : [[part.reason]]));
    };
    fc.assert(
      fc.property(fc.stringMatching(/^["',a \n\r]{0,40}$/), anyPlaces, (text, places) => {
        expect(outcome(inPieces(text, places))).toEqual(outcome([text]));
      }),
      { numRuns: 1000 },
    );
  });

  it('end with a reason when a quotation mark is never closed', () => {
    expect(splitRows(',').push(`a,"${'b\n'.repeat(600_000)}`)).toMatchObject({ reason: 'unclosed-quote' });
    const splitter = splitRows(',');
    splitter.push('a,"b\nc');
    expect(splitter.finish()).toMatchObject({ reason: 'unclosed-quote' });
  });
});

describe('text decoded in pieces', () => {
  it.each([
    ['utf-8', (text: string) => new TextEncoder().encode(text)],
    ['shift_jis', shiftJis],
    ['utf-16le', (text: string) => utf16(text, true)],
    ['utf-16be', (text: string) => utf16(text, false)],
  ] as const)('%s is what the platform decodes at once, whatever the size of the pieces', async (encoding, encode) => {
    const bytes = encode(japanese);
    for (let size = 1; size <= 7; size += 1) {
      let text = '';
      for await (const piece of readText(fileInPieces(bytes, size), encoding, true)) text += answerOf(piece).text;
      expect(text).toBe(new TextDecoder(encoding).decode(bytes));
      expect(text).toBe(japanese);
    }
  });
});

describe('files as they come', () => {
  it.each([
    ['UTF-8', new TextEncoder().encode(japanese), 'utf-8'],
    ['UTF-8 with a byte order mark', new TextEncoder().encode(`\uFEFF${japanese}`), 'utf-8'],
    ['Shift_JIS', shiftJis(japanese), 'shift_jis'],
    ['UTF-16 with a byte order mark', utf16(`\uFEFF${japanese}`, true), 'utf-16le'],
    ['UTF-16, big-endian, with a byte order mark', utf16(`\uFEFF${japanese}`, false), 'utf-16be'],
    ['UTF-16 without one', utf16(japanese, true), 'utf-16le'],
  ])('%s is recognised and read in pieces of any size', async (_, bytes, encoding) => {
    const fingerprints = new Set<string | undefined>();
    for (const size of [1, 3, 64, bytes.length]) {
      const { preview, reading } = await readGuessed('customers', fileInPieces(bytes, size));
      expect([preview.encoding, preview.rows[1]?.[4]]).toEqual([encoding, '表計算ソ']);
      expect([reading.encoding, reading.rows, reading.rejected.total]).toEqual([encoding, 2, 0]);
      expect(reading.data).toMatchObject({ form: 'dates', groups: { names: ['表計算ソ', '能'] } });
      fingerprints.add(reading.fingerprint);
    }
    expect(fingerprints.size).toBe(1);
  });

  it('Shift_JIS that begins with thousands of plain letters is recognised when it is met', async () => {
    const plain = Array.from({ length: 20_000 }, (_, index) => `A${index},2026-01-01,,Lite\r\n`).join('');
    const bytes = shiftJis(`customer,start,end,plan\r\n${plain}B,2026-01-01,,能力表\r\n`);
    const { preview, reading } = await readGuessed('customers', new Blob([bytes]));
    expect([preview.encoding, reading.encoding, reading.rows]).toEqual(['utf-8', 'shift_jis', 20_001]);
    expect(reading.data).toMatchObject({ groups: { names: ['Lite', '能力表'] } });
  });

  it('one wrong byte costs one sign, not the file', async () => {
    const bytes = new TextEncoder().encode(japanese);
    const broken = new Uint8Array([...bytes, ...new TextEncoder().encode('A3,2026-01-01,,1,x'), 0xff, 0x0a]);
    const { reading } = await readGuessed('customers', new Blob([broken]));
    expect([reading.encoding, reading.rows]).toEqual(['utf-8', 3]);
  });

  it.each([
    ['nothing', [], 'empty-file'],
    ['blank lines', [0x0a, 0x2c, 0x0a], 'empty-file'],
    ['an Excel workbook', [0x50, 0x4b, 3, 4, ...new TextEncoder().encode('…[Content_Types].xml')], 'spreadsheet-file'],
    ['an old Excel workbook', [0xd0, 0xcf, 0x11, 0xe0, 0xa1], 'spreadsheet-file'],
    ['another zip file', [0x50, 0x4b, 3, 4, 20, 0], 'binary-file'],
    ['a PDF', [0x25, 0x50, 0x44, 0x46, 0x2d], 'binary-file'],
    ['a picture', [0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0x0d, 0, 0x01], 'binary-file'],
  ] as const)('%s is answered with a reason: %s', async (_, bytes, reason) => {
    expect(await previewFile(new Blob([new Uint8Array(bytes)]), 'customers')).toMatchObject({ ok: false, reason });
  });

  it('a file of two gigabytes is not even opened, and one that went away is said to be gone', async () => {
    const large = { size: 2 * 2 ** 30, slice: () => expect.unreachable() } as unknown as Blob;
    expect(await previewFile(large, 'orders')).toMatchObject({ reason: 'file-too-large' });
    const gone = {
      size: 10,
      slice: () => ({ arrayBuffer: () => Promise.reject(new Error('gone')) }),
    } as unknown as Blob;
    expect(await previewFile(gone, 'orders')).toMatchObject({ reason: 'unreadable-file' });
    const going = Object.assign(new Blob(['rating\n9\n']), {
      stream: () => new ReadableStream({ pull: (controller) => controller.error(new Error('gone')) }),
    });
    const plan = answerOf(decidedPlan(answerOf(await previewFile(going, 'ratings')).draft));
    expect(await readFile(going, plan, nothing)).toMatchObject({ reason: 'unreadable-file' });
  });

  it('zeros in the middle of a text, and an open quotation mark, are answered with a reason', async () => {
    const plan = answerOf(decidedPlan(answerOf(await previewFile(new Blob(['rating\n9\n']), 'ratings')).draft));
    const head = `rating\n${'9\n'.repeat(200_000)}`;
    expect(await readFile(new Blob([`${head}\0\n`]), plan, nothing)).toMatchObject({ reason: 'binary-file' });
    expect(await readFile(new Blob([`${head}"9\n8\n`]), plan, nothing)).toEqual({
      ok: false,
      reason: 'unclosed-quote',
      field: '200002',
    });
  });

  it('ragged rows, blank lines and formulas are taken or left out, each by its place in the file', async () => {
    const text = [
      'customer,start,end',
      '',
      'A,2026-01-01',
      'B',
      '"=HYPERLINK(""https://example.com"",""x"")",2026-01-01,',
      ',,',
      'C,=NOW(),',
      'D,2026-01-01,2026-01-02,more,and more',
      '"E\nsecond line",2026-01-01,',
    ].join('\n');
    const { reading } = await readGuessed('customers', new Blob([text]));
    expect(reading.rows).toBe(4);
    expect(unpackRejected(reading.rejected)).toEqual([
      { row: 4, reason: 'too-few-cells', cells: ['B'] },
      { row: 7, reason: 'not-a-date', cells: ['C', '=NOW()', ''] },
    ]);
  });

  it('lines that a stray quotation mark has swallowed are not lost without a word', async () => {
    const text = [
      'customer,start,end',
      'A,2026-01-01,',
      '=HYPERLINK("https://example.com","x"),2026-01-01,',
      'B,2026-01-01,',
      '"C",2026-01-01,',
      'D,2026-01-01,',
    ].join('\n');
    const { reading } = await readGuessed('customers', new Blob([text]));
    expect(reading.rows).toBe(2);
    expect(unpackRejected(reading.rejected).map(({ row, reason }) => [row, reason])).toEqual([[3, 'broken-quotes']]);
  });

  it('a table without a right row has no data, only reasons', async () => {
    const { reading } = await readGuessed('customers', new Blob(['start,end\n46000,\n46001,\n']), {
      columns: { start: 0, end: 1 },
    });
    expect(reading).toMatchObject({
      data: undefined,
      rows: 0,
      fingerprint: undefined,
      rejected: { counts: { 'serial-number': 2 } },
    });
  });

  it('says how far it is', async () => {
    const seen: number[] = [];
    const file = fileInPieces(new TextEncoder().encode('rating\n9\n10\n3\n'), 5);
    const plan = answerOf(decidedPlan(answerOf(await previewFile(file, 'ratings')).draft));
    await readFile(file, plan, ({ bytes }) => seen.push(bytes));
    expect(seen).toEqual([5, 10, 15, 15].map((bytes) => Math.min(bytes, file.size)));
  });
});

describe('published data', () => {
  const file = (name: string) => new Blob([readFileSync(new URL(`../vectors/data/${name}`, import.meta.url))]);

  it('7,043 customers with their tenure are read whole', async () => {
    const { reading } = await readGuessed('customers', file('telco_churn_reduced.csv'));
    expect([reading.rows, reading.rejected.total]).toEqual([7043, 0]);
    expect(reading.data).toMatchObject({
      form: 'durations',
      unit: 'months',
      groups: { names: ['Month-to-month', 'One year', 'Two year'] },
    });
  });

  it('2,357 customers of CDNOW are read whole', async () => {
    const { reading } = await readGuessed('orderHistories', file('cdnow_customers_summary.csv'));
    expect([reading.rows, reading.rejected.total]).toEqual([2357, 0]);
  });

  it('six surveys from 1 to 10 are recognised as such', async () => {
    const { reading } = await readGuessed('ratings', file('rstudio_r_community_survey_nps_counts.csv'));
    expect(reading.notices).toEqual(['looks-like-one-to-ten']);
    expect(reading.data).toMatchObject({
      looksLikeOneToTen: true,
      groups: { names: expect.objectContaining({ length: 6 }) },
    });
  });
});

describe('fingerprints', () => {
  it('are the SHA-256 of the fields by name, with that of the bytes for each column', async () => {
    const sha256 = (text: string | Uint8Array) => createHash('sha256').update(text).digest('hex');
    const column = new Float64Array([1, 2]);
    const expected = sha256(
      JSON.stringify([
        ['days', sha256(new Uint8Array(column.buffer))],
        ['form', 'dates'],
        ['groups', null],
      ]),
    );
    expect(await fingerprintOf({ form: 'dates', days: column, groups: undefined })).toBe(expected);
  });

  it('differ when one value, one name or one form differs', async () => {
    const data = { form: 'a', days: new Float64Array([1, 2]), groups: { names: ['x'], index: new Uint8Array([0]) } };
    const others = [
      { ...data, form: 'b' },
      { ...data, days: new Float64Array([1, 3]) },
      { ...data, groups: { ...data.groups, names: ['y'] } },
      { ...data, groups: undefined },
    ];
    const fingerprints = await Promise.all([data, ...others].map(fingerprintOf));
    expect(new Set(fingerprints).size).toBe(5);
  });
});

describe('CSV to take along', () => {
  it('is read back as written, and no cell begins like a formula', () => {
    const anyCell = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 8 }),
      fc.stringMatching(/^[=+\-@"',\t\r\n ]{0,3}[a-z顧]{0,3}$/),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
    );
    fc.assert(
      fc.property(
        fc.array(fc.array(anyCell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 }),
        (rows) => {
          const text = writeCsv(rows);
          expect(text.startsWith('\uFEFF')).toBe(true);
          const read = Papa.parse<string[]>(text.slice(1), { newline: '\r\n', delimiter: ',' }).data.slice(0, -1);
          const written = rows.map((row) =>
            row.map((cell) =>
              typeof cell === 'string' && /^\s*[=+\-@＝＋－＠]/.test(cell) ? `'${cell}` : String(cell),
            ),
          );
          expect(read).toEqual(written);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('keeps negative numbers numbers', () => {
    expect(
      writeCsv([
        ['a', -1.5],
        ['-1.5', '=1+1'],
      ]),
    ).toBe("\uFEFFa,-1.5\r\n'-1.5,'=1+1\r\n");
  });
});
