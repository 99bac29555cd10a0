import { type KeyboardEvent, useId, useRef } from 'react';
import { longestText } from '../../lib/calculators/entered.ts';
import { placeOf, type SliderRange, valueAt } from '../../lib/calculators/sliders.ts';
import type { NumberFieldState } from './number-field-state.ts';

export interface NumberFieldProps {
  readonly field: NumberFieldState;
  readonly name: string;
  readonly label: string;
  /** Where the quantity is explained. */
  readonly link?: { readonly href: string; readonly label: string } | undefined;
  readonly hint?: string | undefined;
  /** Unit shown with the field: %, ¥, months. */
  readonly unit: string;
  /** The values a slider beside the field covers, if it has one. */
  readonly slider?: SliderRange | undefined;
  /** One sentence on what is wrong, in the reader's language. */
  readonly problem?: string | undefined;
  /** Something to make sure of about a number that can be used as it is. */
  readonly doubt?: string | undefined;
  /** Offers what an unclear or doubtful entry may have meant. */
  readonly readings: readonly { readonly label: string; readonly choose: () => void }[];
}

/** Parts of its way a slider can stand at. */
const places = 1000;

/** Steps a number by keys: up (1) or down (−1). */
export function stepWith({ stepBy }: NumberFieldState, keys: Readonly<Record<string, number>>) {
  return (event: KeyboardEvent<HTMLInputElement>) => {
    const direction = keys[event.key];
    if (direction === undefined || event.nativeEvent.isComposing || event.altKey) return;
    event.preventDefault();
    stepBy(direction);
  };
}

/** The keys that step a number in a text field. */
export const stepKeys = { ArrowUp: 1, ArrowDown: -1 } as const;

/** A text field for a number, and a slider that agrees with it. What is typed stays as typed; arrow keys step. */
export function NumberField(props: NumberFieldProps) {
  const { field, name, label, link, hint, unit, slider, problem, doubt, readings } = props;
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  /** Signs of currencies stand before the number. */
  const isCurrency = /\p{Sc}/u.test(unit);
  const describedBy =
    [(problem ?? doubt) && `${id}-problem`, hint && `${id}-hint`].filter(Boolean).join(' ') || undefined;
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
        {isCurrency && <span className="sign">{unit}</span>}
        <input
          ref={input}
          id={id}
          name={name}
          type="text"
          inputMode="decimal"
          autoComplete="off"
          maxLength={longestText}
          value={field.text}
          aria-invalid={problem ? true : undefined}
          aria-describedby={describedBy}
          onChange={(event) => field.type(event.target.value)}
          onBlur={field.tidy}
          onKeyDown={stepWith(field, stepKeys)}
        />
        {unit !== '' && !isCurrency && <span className="unit">{unit}</span>}
      </span>
      {slider && (
        <input
          type="range"
          className="slider"
          min={0}
          max={places}
          value={Math.round((field.parsed.ok ? placeOf(field.parsed.value, slider) : 0) * places)}
          aria-label={label}
          aria-valuetext={isCurrency ? `${unit}${field.text}` : `${field.text} ${unit}`.trim()}
          disabled={!field.parsed.ok}
          onChange={({ target }) => field.set(valueAt(target.valueAsNumber / places, slider, field.step))}
          onKeyDown={stepWith(field, { ...stepKeys, ArrowRight: 1, ArrowLeft: -1 })}
        />
      )}
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
