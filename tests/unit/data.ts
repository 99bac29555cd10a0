import { readFileSync } from 'node:fs';

/** Rows of a file in tests/vectors/data (described in its SOURCES.md), by the names in its first line. */
export function rows(file: string): Record<string, string>[] {
  const text = readFileSync(new URL(`../vectors/data/${file}`, import.meta.url), 'utf8').replace(/^\uFEFF/, '');
  const [header = '', ...lines] = text.trimEnd().split(/\r?\n/);
  const names = splitLine(header);
  return lines.map((line) => Object.fromEntries(splitLine(line).map((cell, index) => [names[index] ?? '', cell])));
}

/** Cells of a line; a cell in quotation marks may hold commas. */
function splitLine(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
}
