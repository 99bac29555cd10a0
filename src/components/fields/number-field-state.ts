import type { Locale } from '../../lib/i18n/locales.ts';
import { formatForField } from '../../lib/number/format-number.ts';
import { type ParsedNumber, parseNumber } from '../../lib/number/parse-number.ts';
import type { Unit } from '../../lib/number/units.ts';

export interface NumberFieldState {
  /** What the reader typed, untouched. */
  readonly text: string;
  readonly parsed: ParsedNumber;
  readonly type: (text: string) => void;
  /** Puts in a number, written as the language writes it. */
  readonly set: (value: number) => void;
  /** Rewrites a number that could be read in the field's own format; leaves anything else alone. */
  readonly tidy: () => void;
  /** What one step changes. */
  readonly step: number;
  /** One step up (1) or down (−1), of a size that suits the number. */
  readonly stepBy: (direction: number) => void;
}

interface Options {
  readonly text: string;
  readonly unit: Unit;
  readonly locale: Locale;
  readonly onText: (text: string) => void;
}

/** A tenth of a percentage point, a month, or a hundredth of an amount's leading power of ten. */
function stepOf(value: number, unit: Unit): number {
  if (unit === 'ratio') return 0.001;
  if (unit === 'months') return 1;
  // People and answers come whole.
  if (unit === 'count') return Math.max(1, 10 ** Math.floor(Math.log10(Math.max(1, Math.abs(value)))) / 100);
  const magnitude = Math.abs(value) >= 1 ? 10 ** Math.floor(Math.log10(Math.abs(value))) : 1;
  return Math.max(magnitude / 100, 0.01);
}

/** Steps land on whole multiples: from 5.03 % up to 5.1 %, not to 5.13 %. */
function stepped(value: number, step: number, direction: number): number {
  const slack = 1e-9;
  const next = direction > 0 ? Math.floor(value / step + slack) + 1 : Math.ceil(value / step - slack) - 1;
  return Number((next * step).toPrecision(12));
}

/** What a number field can do, given its text: the text is the state, the number is read from it. */
export function numberFieldState({ text, unit, locale, onText }: Options): NumberFieldState {
  const parsed = parseNumber(text, unit);
  const set = (value: number) => onText(formatForField(value, unit, locale));
  const step = stepOf(parsed.ok ? parsed.value : 0, unit);
  return {
    text,
    parsed,
    set,
    step,
    type: onText,
    tidy: () => {
      if (parsed.ok) set(parsed.value);
    },
    stepBy: (direction) => {
      if (parsed.ok) set(stepped(parsed.value, step, direction));
    },
  };
}
