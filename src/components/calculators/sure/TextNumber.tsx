import { formatNumber } from '../../../lib/number/format-number.ts';
import type { Unit } from '../../../lib/number/units.ts';
import { NumberField } from '../../fields/NumberField.tsx';
import { numberFieldState } from '../../fields/number-field-state.ts';
import { unitSign } from '../shared/CalculatorField.tsx';
import type { Translate } from '../shared/messages.ts';

interface Props {
  readonly name: string;
  readonly label: string;
  readonly text: string;
  readonly unit: Unit;
  readonly currency: string;
  /** What is wrong with a number that could be read. */
  readonly problem?: string | undefined;
  readonly hint?: string | undefined;
  /** Whether it may stay empty. */
  readonly isOptional?: boolean;
  readonly onText: (text: string) => void;
  readonly t: Translate;
}

/** A number of this section: kept as typed, with its problem in one sentence. */
export function TextNumber({ name, label, text, unit, currency, problem, hint, isOptional, onText, t }: Props) {
  const field = numberFieldState({ text, unit, locale: t.locale, onText });
  const { parsed } = field;
  const isLeftOut = isOptional && text.trim() === '';
  const unread = parsed.ok || isLeftOut ? undefined : t(`number.${parsed.reason}`);
  return (
    <NumberField
      field={field}
      name={name}
      label={label}
      hint={hint}
      unit={unitSign(unit, currency, t)}
      problem={problem ?? unread}
      readings={(parsed.ok ? [] : parsed.readings).map((value) => ({
        label: formatNumber(value, unit === 'money' ? 'count' : unit, { locale: t.locale, currency, digits: 6 }),
        choose: () => field.set(value),
      }))}
    />
  );
}
