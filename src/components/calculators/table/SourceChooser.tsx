import { type ClipboardEvent, type DragEvent, useId, useRef, useState } from 'react';
import { FileField } from '../../fields/FileField.tsx';
import type { TableTranslate } from './messages.ts';
import type { TableExample } from './TableReader.tsx';
import type { TableSource } from './use-table-reader.ts';

interface Props {
  readonly open: (source: TableSource) => void;
  readonly isBusy: boolean;
  readonly examples: readonly TableExample[];
  readonly t: TableTranslate;
}

/** More text than this makes a text box slow: it is read without being shown. */
const longestShown = 100_000;

interface PasteProps {
  readonly read: (text: string) => void;
  readonly t: TableTranslate;
}

function PasteBox({ read, t }: PasteProps) {
  const box = useRef<HTMLTextAreaElement>(null);
  const [isEmpty, setIsEmpty] = useState(true);
  const id = useId();
  const paste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const text = event.clipboardData.getData('text');
    if (text.length <= longestShown) return;
    event.preventDefault();
    read(text);
  };
  return (
    <div className="table-paste">
      <label htmlFor={id}>{t('table.paste')}</label>
      <textarea
        ref={box}
        id={id}
        rows={4}
        spellCheck={false}
        autoComplete="off"
        onPaste={paste}
        onChange={({ target }) => setIsEmpty(target.value.trim() === '')}
      />
      <button type="button" disabled={isEmpty} onClick={() => read(box.current?.value ?? '')}>
        {t('table.paste.read')}
      </button>
    </div>
  );
}

function DropZone({ open, t }: Pick<Props, 'open' | 't'>) {
  const [isOver, setIsOver] = useState(false);
  const openFile = (file: File | undefined) => file && open({ name: file.name, file });
  const over = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(true);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    openFile(event.dataTransfer.files[0]);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping only adds to the button inside.
    <div
      className={isOver ? 'table-drop over' : 'table-drop'}
      onDragOver={over}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
    >
      <FileField label={t('table.file')} className="button" onFile={openFile} />
      <p className="hint">{t('table.drop')}</p>
    </div>
  );
}

/** Where the table comes from: a file, the clipboard, or an example. */
export function SourceChooser({ open, isBusy, examples, t }: Props) {
  return (
    <div className="table-sources" aria-busy={isBusy}>
      <DropZone open={open} t={t} />
      <PasteBox read={(text) => open({ name: t('table.pasted'), file: new Blob([text]) })} t={t} />
      {examples.length > 0 && (
        <div className="table-examples">
          <p>{t('table.examples')}</p>
          <ul>
            {examples.map(({ label, href, note, source }) => (
              <li key={href}>
                <button type="button" onClick={() => open({ name: label, address: href })}>
                  {label}
                </button>
                <a className="hint" href={source}>
                  {note}
                </a>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
