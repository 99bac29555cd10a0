import { useState } from 'react';
import { newId } from '../../../browser/new-id.ts';
import { formatForField, formatNumber } from '../../../lib/number/format-number.ts';
import type { Unit } from '../../../lib/number/units.ts';
import { NumberField } from '../../fields/NumberField.tsx';
import { numberFieldState } from '../../fields/number-field-state.ts';
import type { Translate } from '../messages.ts';

/** What a map takes: money of any amount, a part of a whole, or a number of answers. */
type Kind = 'amount' | 'share' | 'answers';

const kinds = {
  amount: { unit: 'money', fits: (value: number) => value >= 0 },
  share: { unit: 'ratio', fits: (value: number) => value >= 0 && value <= 1 },
  answers: { unit: 'count', fits: (value: number) => value >= 0 && Number.isSafeInteger(value) },
} as const satisfies Record<Kind, { readonly unit: Unit; readonly fits: (value: number) => boolean }>;

interface Props {
  readonly name: string;
  readonly label: string;
  readonly kind: Kind;
  /** What stands behind the field: %, $. */
  readonly sign: string;
  /** As the map has it. */
  readonly value: number | undefined;
  /** Every number the map can take, and nothing for an empty field. `going` as in `Step`. */
  readonly onValue: (value: number | undefined, going: string) => void;
  /** What is wrong with the number beside others. */
  readonly problem?: string | undefined;
  readonly t: Translate;
}

/** A number of the map. What is typed stays as typed until the map has another number than it says. */
export function MapNumberField({ name, label, kind, sign, value, onValue, problem, t }: Props) {
  // Kept with the step: no other field has it, not after a reload either.
  const [going] = useState(newId);
  const [typed, setTyped] = useState<{ readonly text: string; readonly value: number | undefined }>();
  const { unit, fits } = kinds[kind];
  const shown = value === undefined ? '' : formatForField(value, unit, t.locale);
  const text = typed && typed.value === value ? typed.text : shown;
  const stateOf = (entered: string) => numberFieldState({ text: entered, unit, locale: t.locale, onText: type });
  function type(entered: string): void {
    const { parsed } = stateOf(entered);
    const isEmpty = entered.trim() === '';
    const isUsable = isEmpty || (parsed.ok && fits(parsed.value));
    const meant = parsed.ok ? parsed.value : undefined;
    setTyped({ text: entered, value: isUsable ? meant : value });
    if (isUsable) onValue(meant, going);
  }
  const field = stateOf(text);
  const { parsed } = field;
  const ownProblem = () => {
    if (parsed.ok) return fits(parsed.value) ? undefined : t(`journey.analysis.problem.${kind}`);
    return text.trim() === '' ? undefined : t(`number.${parsed.reason}`);
  };
  const format = { locale: t.locale, currency: '', digits: 6 };
  return (
    <NumberField
      field={field}
      name={name}
      label={label}
      unit={sign}
      problem={ownProblem() ?? problem}
      readings={(parsed.ok ? [] : parsed.readings).map((reading) => ({
        label: formatNumber(reading, unit === 'money' ? 'count' : unit, format),
        choose: () => field.set(reading),
      }))}
    />
  );
}
