import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { newId } from '../../browser/new-id.ts';
import { type Cells, cellsOf, lanesOf, type Reading } from '../../lib/journey-map/cells.ts';
import type { Command, CommandProblem } from '../../lib/journey-map/commands.ts';
import type { JourneyMap, Lane } from '../../lib/journey-map/document.ts';
import { goTo, type History, perform } from '../../lib/journey-map/history.ts';
import type { Paper } from '../../lib/journey-map/paper.ts';
import type { Failure } from '../../lib/result.ts';

/** What the views of an open map stand on. The functions are the same from one drawing to the next. */
export interface Editor {
  readonly history: History;
  readonly map: JourneyMap;
  readonly cells: Cells;
  readonly reading: Reading;
  /** Those of the reading. */
  readonly lanes: readonly Lane[];
  readonly paper: Paper;
  /** Ids of the cards that are chosen; what is done next is done to them. */
  readonly selected: ReadonlySet<string>;
  readonly isReadOnly: boolean;
  /** What could not be done last, until something else is done. */
  readonly problem: Failure<CommandProblem> | undefined;
  /** What was last said to those who do not see the map; `count` tells two equal sentences apart. */
  readonly said: { readonly text: string; readonly count: number };
  readonly actions: EditorActions;
}

export interface EditorActions {
  /** Whether it could be done. `going` as in `Step`; `said` is announced. */
  readonly perform: (command: Command, options?: { readonly going?: string; readonly said?: string }) => boolean;
  /** Goes to another number of steps done: `history.done - 1` undoes one. */
  readonly goTo: (done: number, said?: string) => void;
  readonly read: (reading: Reading) => void;
  readonly layOut: (paper: Paper) => void;
  readonly select: (cards: Iterable<string>) => void;
  readonly announce: (text: string) => void;
  readonly newId: () => string;
  /** The map as it is now, for what is done later than it was drawn. */
  readonly current: () => JourneyMap;
}

const none: ReadonlySet<string> = new Set();

/** The state of one open map. */
export function useEditor(opened: History, isReadOnly: boolean, onHistory: (history: History) => void): Editor {
  const [history, setHistory] = useState(opened);
  const [reading, setReading] = useState<Reading>('whole');
  const [paper, setPaper] = useState<Paper>({ size: 'A4', fit: 'one-page' });
  const [selected, setSelected] = useState(none);
  const [problem, setProblem] = useState<Failure<CommandProblem>>();
  const [said, setSaid] = useState({ text: '', count: 0 });
  // Two things done before the next drawing are done one after the other.
  const latest = useRef(opened);
  const lastCells = useRef<Cells>(undefined);
  // Another page has changed the map.
  useEffect(() => {
    latest.current = opened;
    setHistory(opened);
  }, [opened]);

  const announce = useCallback((text: string) => setSaid(({ count }) => ({ text, count: count + 1 })), []);
  const take = useCallback(
    (after: History) => {
      if (after === latest.current) return;
      latest.current = after;
      setHistory(after);
      onHistory(after);
    },
    [onHistory],
  );
  const actions = useMemo<EditorActions>(
    () => ({
      perform: (command, { going, said: words } = {}) => {
        if (isReadOnly) return false;
        const done = perform(latest.current, { command, time: Date.now(), ...(going !== undefined && { going }) });
        setProblem(done.ok ? undefined : done);
        if (!done.ok) return false;
        take(done.value);
        if (words) announce(words);
        return true;
      },
      goTo: (done, words) => {
        if (isReadOnly) return;
        setProblem(undefined);
        take(goTo(latest.current, done));
        if (words) announce(words);
      },
      read: setReading,
      layOut: setPaper,
      select: (cards) => setSelected(new Set(cards)),
      announce,
      newId,
      current: () => latest.current.map,
    }),
    [isReadOnly, take, announce],
  );
  const { map } = history;
  const cells = useMemo(() => {
    lastCells.current = cellsOf(map, lastCells.current);
    return lastCells.current;
  }, [map]);
  const lanes = useMemo(() => lanesOf(map, reading), [map, reading]);
  return { history, map, cells, reading, lanes, paper, selected, isReadOnly, problem, said, actions };
}
