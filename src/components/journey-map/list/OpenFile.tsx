import { type DragEvent, useState } from 'react';
import type { ReadMap } from '../../../lib/journey-map/read.ts';
import { FileField } from '../../fields/FileField.tsx';
import type { Translate } from '../messages.ts';
import { readProblemSentence } from '../read-problem.tsx';

const loadImport = () => import('../../../browser/journey-map-import.ts');
/** At the first sign that a file will be opened: while the reader looks for it there is time. */
const prepare = () => void loadImport().catch(() => undefined);

interface Props {
  readonly onRead: (read: ReadMap) => void;
  readonly t: Translate;
}

/** A file as a new map, chosen or dropped. Those that are kept already stay as they are. */
export function OpenFile({ onRead, t }: Props) {
  const [problem, setProblem] = useState<string>();
  const [isOver, setOver] = useState(false);
  const openFile = async (file: File | undefined) => {
    if (!file) return;
    try {
      const { importFile } = await loadImport();
      const read = await importFile(file);
      if (read.ok) return onRead(read.value);
      setProblem(t('journey.list.file.problem', { file: file.name, problem: readProblemSentence(read, t) }));
    } catch {
      setProblem(t('journey.list.file.failed'));
    }
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void openFile(event.dataTransfer.files[0]);
  };
  return (
    // The field in it does by keyboard and by click what dropping a file does.
    // biome-ignore lint/a11y/noStaticElementInteractions: a place for files to be dropped on
    <div
      className={isOver ? 'journey-file over' : 'journey-file'}
      onPointerEnter={prepare}
      onFocus={prepare}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <FileField label={t('journey.list.file')} className="button" onFile={(file) => void openFile(file)} />
      <p className="hint">{t('journey.list.file.text')}</p>
      <p role="status" className={problem && 'problem'}>
        {problem}
      </p>
    </div>
  );
}
