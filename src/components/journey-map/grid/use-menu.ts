import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import type { Place } from '../../../lib/journey-map/places.ts';
import type { OpenMenu } from '../Menu.tsx';
import { cardMenu, laneMenu, type MenuContext, newLaneMenu, stageMenu } from './menus.ts';

function menuAt(context: MenuContext, place: Place, anchor: Element): OpenMenu {
  const { editor, actions, t } = context;
  const { stage, lane, card } = place;
  const label = (name: string) => t('journey.grid.menuOf', { name });
  if (card !== undefined) {
    const text = editor.map.cards.find(({ id }) => id === card)?.text;
    return { label: label(text || t('journey.card.empty')), anchor, groups: cardMenu(context, place) };
  }
  const names = actions.namesAt(place);
  if (stage !== undefined && lane === undefined) {
    return { label: label(names.stage), anchor, groups: stageMenu(context, stage) };
  }
  if (lane !== undefined && stage === undefined) {
    return { label: label(names.lane), anchor, groups: laneMenu(context, lane) };
  }
  return { label: t('journey.grid.addLane'), anchor, groups: newLaneMenu(context) };
}

/** The one menu that is open, if any. */
export function useMenu(context: MenuContext) {
  const [menu, setMenu] = useState<OpenMenu>();
  const latest = useRef(context);
  useLayoutEffect(() => {
    latest.current = context;
  });
  /** Opens what can be done at a place; without one, the kinds of lane that can be added. */
  const open = useCallback((place: Place, anchor: Element) => setMenu(menuAt(latest.current, place, anchor)), []);
  const close = useCallback(() => setMenu(undefined), []);
  return { menu, open, close };
}
