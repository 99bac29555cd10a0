import { type DragEvent, useState } from 'react';
import { cellKey } from '../../../lib/journey-map/cells.ts';
import { cardsAt, type MapTable, neighbor } from '../../../lib/journey-map/places.ts';
import type { GridActions } from './use-grid.ts';

/** The media type by which the table knows its own cards. */
const dragged = 'application/x-journey-card';

interface Target {
  readonly stage: string;
  readonly lane: string;
  readonly before: string | undefined;
}

/** The cell under the pointer, and the card there that what is dropped comes before. */
function targetOf(event: DragEvent, table: MapTable): Target | undefined {
  const element = event.target instanceof Element ? event.target : undefined;
  const { stage, lane } = element?.closest<HTMLElement>('td[data-stage]')?.dataset ?? {};
  if (stage === undefined || lane === undefined) return undefined;
  const under = element?.closest<HTMLElement>('[data-card]');
  const card = under?.dataset.card;
  if (!under || card === undefined) return { stage, lane, before: undefined };
  const { top, height } = under.getBoundingClientRect();
  const isAbove = event.clientY < top + height / 2;
  return { stage, lane, before: isAbove ? card : neighbor(cardsAt(table, { stage, lane }), card, 1)?.id };
}

/** Moving cards with the pointer, as the browser does it; “Move to…” does the same by clicks. */
export function useDragging(table: MapTable, actions: GridActions) {
  const [over, setOver] = useState<string>();
  const isOurs = ({ dataTransfer }: DragEvent) => dataTransfer.types.includes(dragged);
  const handlers = {
    onDragStart: (event: DragEvent) => {
      const item = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-card]') : null;
      const card = item?.dataset.card;
      if (card === undefined) return;
      event.dataTransfer.setData(dragged, [...actions.meant({ card })].join(' '));
      event.dataTransfer.effectAllowed = 'move';
    },
    onDragOver: (event: DragEvent) => {
      const target = isOurs(event) ? targetOf(event, table) : undefined;
      if (target) event.preventDefault();
      setOver(target && cellKey(target.stage, target.lane));
    },
    onDragLeave: (event: DragEvent) => {
      if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(undefined);
    },
    onDragEnd: () => setOver(undefined),
    onDrop: (event: DragEvent) => {
      setOver(undefined);
      const target = isOurs(event) ? targetOf(event, table) : undefined;
      if (!target) return;
      event.preventDefault();
      const cards = new Set(event.dataTransfer.getData(dragged).split(' '));
      actions.placeCards(cards, target.stage, target.lane, target.before);
    },
  };
  return { over, handlers };
}
