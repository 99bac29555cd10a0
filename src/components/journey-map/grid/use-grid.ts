import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import {
  type Direction,
  type MapTable,
  nearestPlace,
  type Place,
  placeTowards,
} from '../../../lib/journey-map/places.ts';
import type { Translate } from '../messages.ts';
import { stopAt } from '../stop-at.ts';
import type { Editor } from '../use-editor.ts';
import { arrangingActions } from './arranging-actions.ts';
import { choosingActions } from './choosing-actions.ts';
import { type GridCore, type GridNow, type GridState, holderAt, meantAt, namesAt } from './grid-state.ts';
import { writingActions } from './writing-actions.ts';

const isSame = (one: Place, other: Place) =>
  one.stage === other.stage && one.lane === other.lane && one.card === other.card;

/** Whether what had the focus was taken away, as an undone card is, or has become a cell that is no place by itself. */
const isGone = (focused: Element | undefined) =>
  focused !== undefined &&
  (focused.isConnected ? focused.matches(':focus:not([data-stop])') : document.activeElement === document.body);

/** The state of the table: where the keyboard is, and what is written or open there. */
export function useGrid(editor: Editor, t: Translate) {
  const { map, cells, lanes, selected } = editor;
  const table = useMemo<MapTable>(() => ({ stages: map.stages, lanes, cells }), [map.stages, lanes, cells]);
  const [state, setState] = useState<GridState>(() => {
    const { id, stage, lane } = map.cards.find((card) => selected.has(card.id)) ?? {};
    return { place: { stage, lane, card: id } };
  });
  // A new card is written in its place before it is in the map.
  const place = (state.writing ? state.place : nearestPlace(table, state.place)) ?? {};
  const element = useRef<HTMLTableElement>(null);
  // Another view leads to what it has chosen.
  const wantsFocus = useRef(selected.size > 0);
  /** The place in the table that has the focus. */
  const focused = useRef<Element>(undefined);
  const latest = useRef<GridNow>({ editor, table, state, place, t });

  useLayoutEffect(() => {
    latest.current = { editor, table, state, place, t };
    if (state.writing || state.dialog) return;
    if (wantsFocus.current || isGone(focused.current)) {
      wantsFocus.current = false;
      if (element.current) stopAt(element.current, place)?.focus();
    }
    const active = document.activeElement;
    focused.current = active?.matches('[data-stop]') && element.current?.contains(active) ? active : undefined;
  });

  const actions = useMemo(() => {
    const now = () => latest.current;
    const goTo = (to: Place) => {
      wantsFocus.current = true;
      setState({ place: to });
    };
    const core: GridCore = { now, set: setState, goTo };
    return {
      ...writingActions(core),
      ...arrangingActions(core),
      ...choosingActions(core),
      goTo,
      place: () => now().place,
      meant: (at: Place = now().place) => meantAt(now(), at),
      namesAt: (at: Place) => namesAt(now(), at),
      go: (to: Direction) => goTo(placeTowards(now().table, now().place, to)),
      /** The focus has come to a place by itself. */
      arrive: (at: Place) => {
        const { state: before } = now();
        if (!before.writing && !isSame(before.place, at)) setState({ place: at });
      },
      open: (dialog: NonNullable<GridState['dialog']>, at: Place) => setState({ place: at, dialog }),
      openMove: () => {
        const { place: at } = now();
        if (at.card !== undefined) setState({ place: at, dialog: 'move' });
      },
      openDetails: () => {
        const { place: at } = now();
        if (at.card !== undefined) setState({ place: at, dialog: 'card' });
        else if (holderAt(at)) setState({ place: at, dialog: 'holder' });
      },
      close: () => goTo(now().state.place),
    };
  }, []);
  return { element, table, place, writing: state.writing, dialog: state.dialog, actions };
}

export type Grid = ReturnType<typeof useGrid>;
export type GridActions = Grid['actions'];
