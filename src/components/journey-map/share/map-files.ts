import { fileName, saveFile } from '../../../browser/download.ts';
import { writeCsv } from '../../../lib/exports/csv.ts';
import type { JourneyMap } from '../../../lib/journey-map/document.ts';
import { cardColumns, cardRows } from '../../../lib/journey-map/formats/card-rows.ts';
import type { MapWords } from '../../../lib/journey-map/formats/map-words.ts';
import { writeJourneyMap } from '../../../lib/journey-map/text.ts';
import type { Translate } from '../messages.ts';
import { laneName } from '../names.ts';

/** Formats that hold the whole map, and those for other programs, by the extension of their files. */
export const wholeFormats = ['json', 'png', 'svg'] as const;
export const otherFormats = ['pptx', 'xlsx', 'csv', 'md', 'mmd'] as const;
export type WholeFormat = (typeof wholeFormats)[number];
export type FileFormat = WholeFormat | (typeof otherFormats)[number];

/** Files are written in the reader's language. */
export function mapWords(t: Translate): MapWords {
  return {
    title: (title) => title || t('journey.untitled'),
    kind: (kind) => t(`journey.kind.${kind}`),
    lane: (lane) => laneName(lane, t),
    moment: (moment) => t(`journey.moment.${moment}`),
    columns: Object.fromEntries(
      cardColumns.map((column) => [column, t(`journey.column.${column}`)]),
    ) as MapWords['columns'],
    personas: t('journey.file.personas'),
    notes: t('journey.file.notes'),
    feelings: t('journey.file.feelings'),
    sheets: { map: t('journey.file.sheet.map'), cards: t('journey.file.sheet.cards') },
  };
}

type Write = (map: JourneyMap, words: MapWords, schema: string) => Promise<string | Blob>;

/** What makes the file of each format is loaded when it is asked for. */
const writers: Readonly<Record<FileFormat, Write>> = {
  json: async (map, _, schema) => writeJourneyMap(map, schema),
  svg: async (map, words) => (await import('../../../lib/journey-map/formats/svg.ts')).writeSvg(map, words),
  png: async (map, words) => {
    const [{ writeSvg }, { withMap }, { pngOf }] = await Promise.all([
      import('../../../lib/journey-map/formats/svg.ts'),
      import('../../../lib/journey-map/formats/png.ts'),
      import('../../../browser/picture.ts'),
    ]);
    const picture = await pngOf(writeSvg(map, words));
    return new Blob([withMap(new Uint8Array(await picture.arrayBuffer()), map)]);
  },
  pptx: async (map, words) => (await import('../../../browser/journey-map-slides.ts')).presentationOf(map, words),
  xlsx: async (map, words) => (await import('../../../browser/journey-map-workbook.ts')).workbookOf(map, words),
  csv: async (map, words) => writeCsv(cardRows(map, words)),
  md: async (map, words) => (await import('../../../lib/journey-map/formats/markdown.ts')).writeMarkdown(map, words),
  mmd: async (map, words) => (await import('../../../lib/journey-map/formats/mermaid.ts')).writeMermaid(map, words),
};

const types: Readonly<Record<FileFormat, string>> = {
  json: 'application/json',
  svg: 'image/svg+xml',
  png: 'image/png',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
  md: 'text/markdown',
  mmd: 'text/vnd.mermaid',
};

/**
 * Saves a map as a file, and tells what the file is called. `schema` is the address of the published schema. Rejects
 * where the file cannot be made.
 */
export async function saveMap(format: FileFormat, map: JourneyMap, schema: string, t: Translate): Promise<string> {
  const words = mapWords(t);
  const name = fileName(words.title(map.title), format);
  saveFile(new Blob([await writers[format](map, words, schema)], { type: types[format] }), name);
  return name;
}
