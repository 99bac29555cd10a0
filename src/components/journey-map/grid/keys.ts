import type { KeyboardEvent } from 'react';
import type { Direction } from '../../../lib/journey-map/places.ts';
import type { Arrow } from '../../../lib/journey-map/rearrange.ts';
import type { GridActions } from './use-grid.ts';

/** What a key asks for while no text is written. */
export type Wish =
  | { readonly do: 'go'; readonly to: Direction }
  | { readonly do: 'extend' | 'move'; readonly to: Arrow }
  | {
      readonly do:
        | 'edit'
        | 'addHere'
        | 'remove'
        | 'toggle'
        | 'chooseCell'
        | 'chooseNone'
        | 'openMove'
        | 'openDetails'
        | 'menu';
    };

const arrows: Readonly<Record<string, Arrow>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};
const plain: Readonly<Record<string, Wish>> = {
  Home: { do: 'go', to: 'row-start' },
  End: { do: 'go', to: 'row-end' },
  Enter: { do: 'edit' },
  F2: { do: 'edit' },
  ' ': { do: 'toggle' },
  n: { do: 'addHere' },
  Insert: { do: 'addHere' },
  m: { do: 'openMove' },
  Delete: { do: 'remove' },
  Backspace: { do: 'remove' },
  Escape: { do: 'chooseNone' },
  ContextMenu: { do: 'menu' },
};

const withControl: Readonly<Record<string, Wish>> = {
  Home: { do: 'go', to: 'start' },
  End: { do: 'go', to: 'end' },
  a: { do: 'chooseCell' },
};

function wishOfArrow(event: KeyboardEvent, arrow: Arrow): Wish | undefined {
  if (event.ctrlKey || event.metaKey) return undefined;
  if (event.altKey) return { do: 'move', to: arrow };
  return event.shiftKey ? { do: 'extend', to: arrow } : { do: 'go', to: arrow };
}

export function wishOf(event: KeyboardEvent): Wish | undefined {
  const arrow = arrows[event.key];
  if (arrow) return wishOfArrow(event, arrow);
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (event.ctrlKey || event.metaKey) return withControl[key];
  if (event.altKey) return key === 'Enter' ? { do: 'openDetails' } : undefined;
  if (event.shiftKey) return key === 'F10' ? { do: 'menu' } : undefined;
  return plain[key];
}

export function fulfil(wish: Wish, actions: GridActions, openMenu: () => void): void {
  switch (wish.do) {
    case 'go':
      actions.go(wish.to);
      break;
    case 'extend':
    case 'move':
      actions[wish.do](wish.to);
      break;
    case 'menu':
      openMenu();
      break;
    default:
      actions[wish.do]();
  }
}
