import { useEffect, useState } from 'react';
import type { BegunMap } from '../../browser/journey-map-keeper.ts';
import { noteSavedToFile, type OpenProblem } from '../../browser/journey-map-store.ts';
import type { Repair } from '../../lib/journey-map/field-reader.ts';
import type { History } from '../../lib/journey-map/history.ts';
import { KeepingNotices } from './KeepingNotices.tsx';
import { MapEditor } from './MapEditor.tsx';
import type { Translate } from './messages.ts';
import { Repairs } from './read-problem.tsx';
import { saveMap } from './share/map-files.ts';
import { useMapKeeper } from './use-map-keeper.ts';

interface Props {
  readonly id: string;
  readonly begun: BegunMap | undefined;
  readonly repairs: readonly Repair[];
  readonly isFromLink: boolean;
  /** It is kept on this device. */
  readonly onKept: () => void;
  readonly onProblem: (problem: OpenProblem) => void;
  /** It is left, and could not be kept. */
  readonly onUnkept: (history: History) => void;
  readonly onClose: () => void;
  readonly onKeepCopy: (history: History) => Promise<void>;
  readonly schema: string;
  readonly t: Translate;
}

/** An open map with what is to be said about how it is kept. */
export function KeptMapView(props: Props) {
  const { id, begun, repairs, isFromLink, onKept, onProblem, onUnkept, onClose, onKeepCopy, schema, t } = props;
  const kept = useMapKeeper(id, begun, onProblem, onUnkept);
  const [areRepairsRead, setRepairsRead] = useState(false);
  const { open } = kept;
  const isKept = open?.summary !== undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: told once
  useEffect(() => {
    if (isKept) onKept();
  }, [isKept]);

  const saveAsFile = () => {
    const map = kept.current()?.map;
    if (!map) return;
    void saveMap('json', map, schema, t).then(() => noteSavedToFile(id));
  };
  const top = (
    <p className="journey-top">
      <button type="button" className="journey-back" onClick={onClose}>
        {t('journey.list.back')}
      </button>
      {open && (
        <span className="hint">
          {t(isKept && !open.problem ? 'journey.keep.kept' : 'journey.keep.notKept')}{' '}
          {isKept && kept.isPersistent === false && t('journey.keep.mayBeCleared')}
        </span>
      )}
    </p>
  );
  return (
    <>
      {!open && top}
      {open && (
        <KeepingNotices
          kept={kept}
          open={open}
          isFromLink={isFromLink}
          onSaveAsFile={saveAsFile}
          onKeepCopy={onKeepCopy}
          t={t}
        />
      )}
      {repairs.length > 0 && !areRepairsRead && (
        <div className="notice">
          <Repairs repairs={repairs} t={t} />
          <button type="button" onClick={() => setRepairsRead(true)}>
            {t('journey.keep.understood')}
          </button>
        </div>
      )}
      {open && (
        <MapEditor
          id={id}
          opened={open.history}
          isReadOnly={open.isElsewhere || open.isNewer}
          onHistory={kept.keep}
          schema={schema}
          top={top}
          t={t}
        />
      )}
    </>
  );
}
