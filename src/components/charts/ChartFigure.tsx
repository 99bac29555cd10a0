import { type ReactNode, useRef, useState, useSyncExternalStore } from 'react';
import { copyPicture } from '../../browser/clipboard.ts';
import { fileName, saveFile } from '../../browser/download.ts';
import type { NumberTable } from '../../lib/calculators/shown-view.ts';
import { writeCsv } from '../../lib/exports/csv.ts';
import type { Translate } from '../../lib/i18n/translate.ts';
import type { MessageKey } from '../../messages.ts';
import { useShownNumbers } from './ShownNumbers.tsx';

/** The interface strings of the frame: an island with charts is given those whose keys begin with `chart.`. */
export type ChartKey = Extract<MessageKey, `chart.${string}`>;

export interface ChartFigureProps {
  /** One sentence that says what the chart shows. */
  readonly caption: string;
  readonly chart: ReactNode;
  /** The same numbers. Shown formatted and saved unrounded. */
  readonly table: NumberTable;
  /** What saved files are called, without their ending. */
  readonly name: string;
  readonly t: Translate<ChartKey>;
}

const pictures = ['png', 'svg'] as const;

const neverChanges = () => () => undefined;

/** Whether the page listens: what is drawn at build time and pressed before would be lost. */
function useListening(): boolean {
  return useSyncExternalStore(
    neverChanges,
    () => true,
    () => false,
  );
}

function NumbersTable({ head, rows, format }: NumberTable) {
  const shown = rows.map((cells, row) =>
    cells.map((cell, column) => (typeof cell === 'number' ? format(cell, column, row) : cell)),
  );
  return (
    <div className="scroll">
      <table>
        <thead>
          <tr>
            {head.map((cell) => (
              <th key={cell} scope="col">
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map(([first, ...cells], row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows may be named alike
            <tr key={row}>
              <th scope="row">{first}</th>
              {cells.map((cell, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: cells have no name but their column
                <td key={column}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A chart with its sentence, its numbers, and the ways to take both along. */
export function ChartFigure({ caption, chart, table, name, t }: ChartFigureProps) {
  const drawing = useRef<HTMLDivElement>(null);
  const [said, setSaid] = useState('');
  const isListening = useListening();
  useShownNumbers({ name, caption, table });

  const pictureText = async () => {
    // Only who takes a chart along loads what that needs.
    const { svgText } = await import('../../browser/picture.ts');
    const svg = drawing.current?.querySelector('svg');
    if (!svg) throw new Error('There is no chart to draw.');
    return svgText(svg);
  };
  const png = async () => {
    const { pngOf } = await import('../../browser/picture.ts');
    return pngOf(await pictureText());
  };

  const copy = async () => {
    setSaid(t('chart.working'));
    setSaid(t((await copyPicture(png())) ? 'chart.copied' : 'chart.notCopied'));
  };
  const save = (content: Blob, extension: string) => {
    const file = fileName(name, extension);
    saveFile(content, file);
    setSaid(t('chart.saved', { name: file }));
  };
  const savePicture = async (format: (typeof pictures)[number]) => {
    try {
      if (format === 'svg') return save(new Blob([await pictureText()], { type: 'image/svg+xml' }), format);
      setSaid(t('chart.working'));
      save(await png(), format);
    } catch {
      setSaid(t('chart.notDrawn'));
    }
  };
  const saveNumbers = () => save(new Blob([writeCsv([table.head, ...table.rows])], { type: 'text/csv' }), 'csv');

  return (
    <figure className="chart-figure">
      <div ref={drawing}>{chart}</div>
      <figcaption>
        <p>{caption}</p>
        <details>
          <summary>{t('chart.table')}</summary>
          <NumbersTable {...table} />
        </details>
        <fieldset className="chart-actions no-print" disabled={!isListening}>
          <legend className="visually-hidden">{t('chart.actions')}</legend>
          <button type="button" onClick={() => void copy()}>
            {t('chart.copy')}
          </button>
          {pictures.map((format) => (
            <button
              key={format}
              type="button"
              aria-label={t(`chart.save.${format}.label`)}
              title={t(`chart.save.${format}.label`)}
              onClick={() => void savePicture(format)}
            >
              {t(`chart.save.${format}`)}
            </button>
          ))}
          <button
            type="button"
            aria-label={t('chart.save.csv.label')}
            title={t('chart.save.csv.label')}
            onClick={saveNumbers}
          >
            {t('chart.save.csv')}
          </button>
          <p role="status">{said}</p>
        </fieldset>
      </figcaption>
    </figure>
  );
}
