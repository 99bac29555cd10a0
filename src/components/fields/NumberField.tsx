import { type KeyboardEvent, useId, useRef } from 'react';
import type { NumberFieldState } from './number-field-state.ts';

export interface NumberFieldProps {
  readonly field: NumberFieldState;
  readonly name: string;
  readonly label: string;
  /** Where the quantity is explained. */
  readonly link?: { readonly href: string; readonly label: string } | undefined;
  readonly hint?: string | undefined;
  /** Unit shown behind the field: %, ¥, months. */
  readonly unit: string;
  /** One sentence on what is wrong, in the reader's language. */
  readonly problem?: string | undefined;
  /** Something to make sure of about a number that can be used as it is. */
  readonly doubt?: string | undefined;
  /** Offers what an unclear or doubtful entry may have meant. */
  readonly readings: readonly { readonly label: string; readonly choose: () => void }[];
}

/** A text field for a number. What is typed stays as typed; arrow keys step. */
export function NumberField({ field, name, label, link, hint, unit, problem, doubt, readings }: NumberFieldProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const describedBy =
    [(problem ?? doubt) && `${id}-problem`, hint && `${id}-hint`].filter(Boolean).join(' ') || undefined;
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const direction = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (direction === undefined || event.nativeEvent.isComposing || event.altKey) return;
    event.preventDefault();
    field.stepBy(direction);
  };
  return (
    <div className="number-field">
      <label htmlFor={id}>{label}</label>
      {link && (
        <>
          {' '}
          <a href={link.href} className="what" aria-label={link.label}>
            ?
          </a>
        </>
      )}
      <span className="number-entry">
        <input
          ref={input}
          id={id}
          name={name}
          type="text"
          inputMode="decimal"
          autoComplete="off"
          value={field.text}
          aria-invalid={problem ? true : undefined}
          aria-describedby={describedBy}
          onChange={(event) => field.type(event.target.value)}
          onBlur={field.tidy}
          onKeyDown={onKeyDown}
        />
        <span className="unit">{unit}</span>
      </span>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <div className="problem" id={`${id}-problem`} aria-live="polite">
        {problem ?? doubt}
        {readings.map(({ label: reading, choose }) => (
          <button
            key={reading}
            type="button"
            onClick={() => {
              choose();
              input.current?.focus();
            }}
          >
            {reading}
          </button>
        ))}
      </div>
    </div>
  );
}
