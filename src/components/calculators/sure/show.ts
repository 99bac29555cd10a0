import { type QuantityName, unitOf } from '../../../lib/metrics/quantities.ts';
import { formatNumber } from '../../../lib/number/format-number.ts';
import type { QuantityWords } from '../../formula/FormulaView.tsx';
import type { Translate } from '../shared/messages.ts';

/** Parts of fewer people than this are told. */
const few = 10;
const onePercent = 0.01;

/** Writes numbers and their names for the reader. */
export interface Show {
  readonly value: (name: QuantityName, value: number) => string;
  /** A number that is entered: people come whole, other numbers with all the digits they were given. */
  readonly input: (name: QuantityName, value: number) => string;
  /** The name as a sentence begins with it. */
  readonly name: (name: QuantityName) => string;
  readonly share: (share: number) => string;
  /** A number without a unit. */
  readonly count: (count: number) => string;
}

export function showIn(currency: string, words: QuantityWords, t: Translate): Show {
  const format = { locale: t.locale, currency };
  return {
    value: (name, value) => formatNumber(value, unitOf(name), format),
    input: (name, value) => {
      const unit = unitOf(name);
      const size = Math.abs(value);
      const digits = {
        ratio: size < onePercent ? 3 : 2,
        count: size < few ? 1 : 0,
        months: 0,
        points: 1,
        money: undefined,
      };
      return formatNumber(value, unit, { ...format, digits: digits[unit] });
    },
    name: (name) => {
      const label = words.labels[name] ?? name;
      return label.charAt(0).toUpperCase() + label.slice(1);
    },
    share: (share) => formatNumber(share, 'ratio', format),
    count: (count) => formatNumber(count, 'count', { ...format, digits: Math.abs(count) < few ? undefined : 0 }),
  };
}
