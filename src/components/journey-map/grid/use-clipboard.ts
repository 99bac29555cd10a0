import { useEffect } from 'react';
import {
  copiedPart,
  copiedText,
  copiedType,
  pastedRows,
  rowsOf,
  rowsOfCells,
} from '../../../lib/journey-map/copied-part.ts';
import type { MapTable } from '../../../lib/journey-map/places.ts';
import { readMapText } from '../../../lib/journey-map/text.ts';
import type { Translate } from '../messages.ts';
import type { Editor } from '../use-editor.ts';
import type { Grid } from './use-grid.ts';

/** What was copied as rows of cards: a part of a map, or cells of a spreadsheet. */
async function rowsFrom(part: string, text: string) {
  const read = part === '' ? undefined : readMapText(part);
  if (read?.ok) return rowsOf(read.value.map);
  const { firstRows } = await import('../../../browser/split-rows.ts');
  const cells = firstRows(text, '\t', true);
  // A quotation mark that nobody closes belongs to a text.
  return rowsOfCells(cells.length === 0 ? [[text]] : cells);
}

/** Copies, cuts and pastes cards while the keyboard is in the table and writes no text. */
export function useClipboard(editor: Editor, table: MapTable, { element, actions }: Grid, t: Translate): void {
  useEffect(() => {
    const isHere = () => {
      const active = document.activeElement;
      return element.current?.contains(active) && active?.tagName !== 'TEXTAREA';
    };
    const copy = (event: ClipboardEvent) => {
      const chosen = actions.meant();
      if (!isHere() || chosen.size === 0 || !event.clipboardData) return;
      event.preventDefault();
      const part = copiedPart(table, editor.map, chosen);
      event.clipboardData.setData('text/plain', copiedText(part));
      event.clipboardData.setData(copiedType, JSON.stringify(part));
      if (event.type === 'cut') actions.remove();
      else editor.actions.announce(t.count('journey.grid.copied', chosen.size));
    };
    const paste = (event: ClipboardEvent) => {
      const { stage, lane } = actions.place();
      if (!isHere() || stage === undefined || lane === undefined || !event.clipboardData) return;
      event.preventDefault();
      const [part, text] = [event.clipboardData.getData(copiedType), event.clipboardData.getData('text/plain')];
      void rowsFrom(part, text).then((rows) => {
        const count = rows.flat(2).length;
        if (count === 0) return editor.actions.announce(t('journey.grid.nothingToPaste'));
        const command = pastedRows(table, rows, { stage, lane }, editor.actions.newId);
        if (!editor.actions.perform(command, { said: t.count('journey.grid.pasted', count) })) return;
        // An empty cell that is filled is no place for the keyboard any more.
        const first = editor.actions.current().cards.at(-count);
        if (first) actions.goTo({ stage: first.stage, lane: first.lane, card: first.id });
      });
    };
    document.addEventListener('copy', copy);
    document.addEventListener('cut', copy);
    document.addEventListener('paste', paste);
    return () => {
      document.removeEventListener('copy', copy);
      document.removeEventListener('cut', copy);
      document.removeEventListener('paste', paste);
    };
  }, [editor, table, element, actions, t]);
}
