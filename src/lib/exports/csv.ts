const byteOrderMark = '\uFEFF';

/** What a spreadsheet would run as a formula. A tab or a line break may stand before it and is dropped when opened. */
const startsFormula = /^\s*[=+\-@＝＋－＠]/;

/**
 * A cell as a spreadsheet shows it and never runs it: text that begins like a formula gets an apostrophe before it.
 * Numbers are written in full, also negative ones: they are none of somebody else's text.
 */
function writeCell(cell: string | number): string {
  if (typeof cell === 'number') return String(cell);
  const text = startsFormula.test(cell) ? `'${cell}` : cell;
  return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Rows as a CSV file that Excel opens as UTF-8 in every language: byte order mark, CRLF, quotes where needed. */
export function writeCsv(rows: readonly (readonly (string | number)[])[]): string {
  return byteOrderMark + rows.map((row) => `${row.map(writeCell).join(',')}\r\n`).join('');
}

/** Rows as they go to and from spreadsheets by the clipboard. */
export function writeTabSeparated(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(writeCell).join('\t')).join('\n');
}
