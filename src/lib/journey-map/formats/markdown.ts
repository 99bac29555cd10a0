import type { JourneyMap } from '../document.ts';
import { gridRows } from './grid-rows.ts';
import type { MapWords } from './map-words.ts';

/** As text, whatever signs of Markdown or HTML are in it. */
function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~!&$]/g, '\\$&').replace(/^(\s*)([-+]|\d+[.)])(?=\s)/gm, '$1\\$2');
}

/** A map as Markdown: title, personas, the table, notes. */
export function writeMarkdown(map: JourneyMap, words: MapWords): string {
  const [names = [], ...lanes] = gridRows(map, words).map((row) => row.map((texts) => texts.map(escaped).join('<br>')));
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const oneLine = (text: string) => escaped(text.replace(/\s+/g, ' ').trim());
  const personas = map.personas.flatMap(({ name, about, goals }) => [
    `- **${oneLine(name) || '?'}**${about === undefined ? '' : `: ${oneLine(about)}`}`,
    ...goals.map((goal) => `  - ${oneLine(goal)}`),
  ]);
  const parts = [
    `# ${oneLine(words.title(map.title))}`,
    words.kind(map.kind),
    ...(personas.length > 0 ? [`## ${words.personas}`, personas.join('\n')] : []),
    [line(names), line(names.map(() => '---')), ...lanes.map(line)].join('\n'),
    ...(map.notes.trim() === '' ? [] : [`## ${words.notes}`, escaped(map.notes.trim())]),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** The first table of a Markdown text, in which a line break is written `<br>`; none where there is no table. */
export function markdownTable(text: string): string[][] | undefined {
  const lines = text.split(/\r\n?|\n/).map((line) => line.trim());
  const ruler = lines.findIndex((line) => /^\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?$/.test(line) && line.includes('|'));
  const header = lines[ruler - 1];
  if (!header?.includes('|')) return undefined;
  const after = lines.slice(ruler + 1);
  const end = after.findIndex((line) => !line.includes('|'));
  return [header, ...after.slice(0, end < 0 ? undefined : end)].map((line) => {
    const inner = line.replace(/^\|/, '').replace(/(?<!\\)\|$/, '');
    return inner.split(/(?<!\\)\|/).map((cell) =>
      cell
        .trim()
        .replace(/<br\s*\/?>/gi, '\n')
        .replace(/\\([\\`*_{}[\]<>#|~!&$+.)-])/g, '$1'),
    );
  });
}

/** The first heading of a Markdown text. */
export function markdownTitle(text: string): string {
  const [, title = ''] = /^#\s+(.+)$/m.exec(text) ?? [];
  return title.trim().replace(/\\([\\`*_{}[\]<>#|~!&$])/g, '$1');
}
