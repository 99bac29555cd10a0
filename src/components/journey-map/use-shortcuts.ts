import { useEffect } from 'react';

interface Shortcuts {
  readonly undo: () => void;
  readonly redo: () => void;
  readonly help: () => void;
}

function shortcutOf({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): keyof Shortcuts | undefined {
  if (altKey) return undefined;
  if (!ctrlKey && !metaKey) return key === '?' ? 'help' : undefined;
  const letter = key.toLowerCase();
  if (letter === 'z') return shiftKey ? 'redo' : 'undo';
  return letter === 'y' ? 'redo' : undefined;
}

/** A text has its own undo; a box or a menu hides what the keys would change. */
const elsewhere = 'input:not([type="radio"], [type="checkbox"]), textarea, select, dialog *, [role="menu"] *';

/** Keys that work wherever the focus is, except where they have another meaning. */
export function useShortcuts(shortcuts: Shortcuts): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const isElsewhere = event.target instanceof Element && event.target.matches(elsewhere);
      const shortcut = isElsewhere ? undefined : shortcutOf(event);
      if (!shortcut) return;
      event.preventDefault();
      shortcuts[shortcut]();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  });
}
