import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { isConverting } from './conversion.ts';

/**
 * How a text is left: done or taken back in its place, for the next place or the one before, or for something else
 * altogether.
 */
export type Leaving = 'done' | 'cancelled' | 'next' | 'previous' | 'left';

interface Props {
  readonly label: string;
  readonly start: string;
  readonly longest: number;
  readonly placeholder?: string | undefined;
  /** Names are one line; the others get a new one by Shift and Enter. */
  readonly isOneLine?: boolean | undefined;
  /** The whole text, whenever it has changed. */
  readonly onText: (text: string) => void;
  readonly onLeave: (leaving: Leaving) => void;
}

function leavingBy({ key, shiftKey }: KeyboardEvent, isOneLine: boolean): Leaving | undefined {
  if (key === 'Enter') return shiftKey && !isOneLine ? undefined : 'done';
  if (key === 'Escape') return 'cancelled';
  if (key === 'Tab') return shiftKey ? 'previous' : 'next';
  return undefined;
}

/** A text while it is written, in the place where it stands. */
export function TextEditor({ label, start, longest, placeholder, isOneLine = false, onText, onLeave }: Props) {
  const [text, setText] = useState(start);
  const field = useRef<HTMLTextAreaElement>(null);
  const hasLeft = useRef(false);
  const leave = (leaving: Leaving) => {
    // Taking the field away takes the focus from it, too.
    if (!hasLeft.current) onLeave(leaving);
    hasLeft.current = true;
  };
  useEffect(() => {
    field.current?.focus();
    field.current?.setSelectionRange(start.length, start.length);
  }, [start]);

  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (isConverting(event)) return;
    const leaving = leavingBy(event, isOneLine);
    if (!leaving) return;
    event.preventDefault();
    leave(leaving);
  };
  return (
    <textarea
      ref={field}
      className="journey-text"
      rows={1}
      aria-label={label}
      placeholder={placeholder}
      maxLength={longest}
      value={text}
      onChange={({ target, nativeEvent }) => {
        const written = isOneLine ? target.value.replaceAll('\n', ' ') : target.value;
        setText(written);
        if (!(nativeEvent as InputEvent).isComposing) onText(written);
      }}
      onCompositionEnd={({ currentTarget }) => onText(currentTarget.value)}
      onKeyDown={onKeyDown}
      onBlur={() => leave('left')}
    />
  );
}
