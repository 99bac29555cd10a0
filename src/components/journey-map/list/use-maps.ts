import { useCallback, useEffect, useRef, useState } from 'react';
import type { StorageProblem } from '../../../browser/database.ts';
import { onMapMessage } from '../../../browser/journey-map-channel.ts';
import {
  type DeletedMap,
  deleteMap,
  type KeepProblem,
  keepNew,
  type MapSummary,
  type OpenProblem,
  readMap,
  readMaps,
  restoreMap,
} from '../../../browser/journey-map-store.ts';
import { historyOf } from '../../../lib/journey-map/history.ts';

export interface Maps {
  /** The one changed last first; none while they are being read. */
  readonly all: readonly MapSummary[] | undefined;
  readonly problem: StorageProblem | OpenProblem | KeepProblem | undefined;
  /** What can still be put back. */
  readonly deleted: DeletedMap | undefined;
  readonly remove: (id: string) => Promise<void>;
  readonly restore: (deleted: DeletedMap) => Promise<void>;
  /** A map of its own with the same content; `titled` gives it its title. */
  readonly duplicate: (id: string, titled: (title: string) => string) => Promise<void>;
}

/** The maps of this device, also as other pages change them. */
export function useMaps(): Maps {
  const [all, setAll] = useState<readonly MapSummary[]>();
  const [problem, setProblem] = useState<Maps['problem']>();
  const [deleted, setDeleted] = useState<DeletedMap>();
  // Of two readings the later one counts.
  const readings = useRef(0);
  const read = useCallback(async () => {
    readings.current += 1;
    const own = readings.current;
    const maps = await readMaps();
    if (own !== readings.current) return;
    if (maps.ok) setAll(maps.value);
    else setProblem(maps.reason);
  }, []);
  useEffect(() => {
    void read();
    return onMapMessage(() => void read());
  }, [read]);

  return {
    all,
    problem,
    deleted,
    remove: async (id) => {
      const gone = await deleteMap(id);
      setDeleted(gone.ok ? gone.value : undefined);
      setProblem(gone.ok ? undefined : gone.reason);
      await read();
    },
    restore: async (map) => {
      const back = await restoreMap(map);
      if (back.ok) setDeleted(undefined);
      setProblem(back.ok ? undefined : back.reason);
      await read();
    },
    duplicate: async (id, titled) => {
      const stored = await readMap(id);
      if (!stored.ok) return setProblem(stored.reason);
      const { map } = stored.value.history;
      const copy = await keepNew(historyOf({ ...map, title: titled(map.title) }), Date.now());
      setProblem(copy.ok ? undefined : copy.reason);
      await read();
    },
  };
}
