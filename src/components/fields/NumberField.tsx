import { type KeyboardEvent, useId } from 'react';
import type { NumberFieldState } from './number-field-state.ts';

export interface NumberFieldProps {
  readonly field: NumberFieldState;
  readonly name: string;
  readonly label: string;
  /** Where the quantity is explained. */
  readonly link?: string | undefined;
  readonly hint?: string | undefined;
  /** Unit shown behind the field: %, ¥, months. */
  readonly unit: string;
  /** One sentence on what is wrong, in the reader's language. */
  readonly problem?: string | undefined;
  /** Offers what an unclear entry may have meant. */
  readonly readings: readonly { readonly label: string; readonly choose: () => void }[];
}

/** A text field for a number. What is typed stays as typed; arrow keys step. */
export function NumberField({ field, name, label, link, hint, unit, problem, readings }: NumberFieldProps) {
  const id = useId();
  const describedBy = [problem && `${id}-problem`, hint && `${id}-hint`].filter(Boolean).join(' ') || undefined;
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const direction = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (direction === undefined || event.nativeEvent.isComposing || event.altKey) return;
    event.preventDefault();
    field.stepBy(direction);
  };
  return (
    <div className="number-field">
      <label htmlFor={id}>
        {label}
        {link && (
          <>
            {' '}
            <a href={link} className="what" aria-label={`${label} ?`}>
              ?
            </a>
          </>
        )}
      </label>
      <span className="number-entry">
        <input
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
        {problem}
        {readings.map(({ label: reading, choose }) => (
          <button key={reading} type="button" onClick={choose}>
            {reading}
          </button>
        ))}
      </div>
    </div>
  );
}
