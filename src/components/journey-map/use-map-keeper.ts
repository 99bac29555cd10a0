import { useCallback, useEffect, useRef, useState } from 'react';
import {
  type BegunMap,
  type MapKeeper,
  mapKeeper,
  type OpenMap,
  openAtOnce,
} from '../../browser/journey-map-keeper.ts';
import type { OpenProblem } from '../../browser/journey-map-store.ts';
import { askForPersistence } from '../../browser/persistence.ts';
import type { History } from '../../lib/journey-map/history.ts';

export interface KeptMap {
  /** None while it is being read. */
  readonly open: OpenMap | undefined;
  /** Whether the browser has promised not to clear it; undefined as long as that is not known. */
  readonly isPersistent: boolean | undefined;
  readonly keep: (history: History) => void;
  readonly keepNow: () => void;
  readonly takeOver: () => void;
  readonly current: () => History | undefined;
}

/** One map, kept on this device for as long as it is open. */
export function useMapKeeper(
  id: string,
  begun: BegunMap | undefined,
  onProblem: (problem: OpenProblem) => void,
  onUnkept: (history: History) => void,
): KeptMap {
  const [open, setOpen] = useState(() => begun && openAtOnce(begun));
  const [isPersistent, setPersistent] = useState<boolean>();
  const [hasChanged, setChanged] = useState(false);
  const keeper = useRef<MapKeeper>(undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: one keeper for as long as the map is open
  useEffect(() => {
    const own = mapKeeper(id, begun, { onChange: setOpen, onProblem });
    keeper.current = own;
    return () => {
      const unkept = own.unkept();
      if (unkept) onUnkept(unkept);
      own.close();
    };
  }, [id]);

  const isKept = open?.summary !== undefined && open.problem === undefined;
  // What is kept for the first time is worth asking for.
  useEffect(() => {
    if (isKept && hasChanged) void askForPersistence().then(setPersistent);
  }, [isKept, hasChanged]);

  const problem = open?.problem;
  useEffect(() => {
    if (!problem) return;
    const warn = (event: BeforeUnloadEvent) => {
      if (keeper.current?.unkept()) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [problem]);

  const keep = useCallback((history: History) => {
    setChanged(true);
    keeper.current?.keep(history);
  }, []);
  return {
    open,
    isPersistent,
    keep,
    keepNow: () => keeper.current?.keepNow(),
    takeOver: () => keeper.current?.takeOver(),
    current: () => keeper.current?.current(),
  };
}
