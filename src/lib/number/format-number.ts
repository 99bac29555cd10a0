import type { Currency, Locale } from '../i18n/locales.ts';
import { localeFacts } from '../i18n/locales.ts';
import type { Unit } from './units.ts';

/** Money from here on is written in millions of millions (兆). */
const largestInFull = 1e12;

export interface NumberFormat {
  readonly locale: Locale;
  readonly currency: Currency;
  /** Decimals shown at most; by default what suits the unit. */
  readonly digits?: number | undefined;
}

/**
 * A number as a reader of the language writes it, with its unit. Rounds for display only.
 * The unit of time, "months", is written out because a bare 20 could be anything.
 */
export function formatNumber(value: number, unit: Unit, format: NumberFormat): string {
  // A true minus sign, as the text around it has it; `parseNumber` reads it back.
  return withUnit(value, unit, format).replace('-', '−');
}

function withUnit(value: number, unit: Unit, { locale, currency, digits }: NumberFormat): string {
  const { format } = localeFacts[locale];
  switch (unit) {
    case 'money': {
      const options = { style: 'currency', currency, currencyDisplay: 'narrowSymbol' } as const;
      const { maximumFractionDigits = 2 } = new Intl.NumberFormat(format, options).resolvedOptions();
      // Cents matter in small amounts and are noise in large ones; very large ones are told in words.
      const shown = digits ?? (Math.abs(value) < 1000 && !Number.isInteger(value) ? maximumFractionDigits : 0);
      const exact =
        Math.abs(value) < largestInFull
          ? { ...options, minimumFractionDigits: shown, maximumFractionDigits: shown }
          : { ...options, notation: 'compact' as const, maximumFractionDigits: 2 };
      // What rounds to nothing has no sign.
      const rounded = Math.abs(value) * 10 ** shown < 0.5 ? 0 : value;
      // Japanese text sets the half-width ¥ before figures; Intl gives the full-width one.
      return new Intl.NumberFormat(format, exact).format(rounded).replace('￥', '¥');
    }
    case 'ratio':
      return new Intl.NumberFormat(format, { style: 'percent', maximumFractionDigits: digits ?? 1 }).format(value);
    case 'months': {
      const options = {
        style: 'unit',
        unit: 'month',
        unitDisplay: 'long',
        maximumFractionDigits: digits ?? 1,
      } as const;
      const text = new Intl.NumberFormat(format, options).format(value);
      // No space between figures and Japanese words.
      return locale === 'ja' ? text.replace(/\s/g, '') : text;
    }
    case 'points':
      return new Intl.NumberFormat(format, { signDisplay: 'exceptZero', maximumFractionDigits: digits ?? 0 }).format(
        value * 100,
      );
    case 'count':
      return new Intl.NumberFormat(format, { maximumFractionDigits: digits ?? 2 }).format(value);
    default:
      return unit satisfies never;
  }
}

/** Up to this many decimals survive typing; more are rounding noise of binary fractions. */
const fieldDecimals = 10;

/** A number as it stands in an input field: no unit sign, percent for ratios. `parseNumber` reads it back unchanged. */
export function formatForField(value: number, unit: Unit, locale: Locale): string {
  const shown = unit === 'ratio' ? value * 100 : value;
  return new Intl.NumberFormat(localeFacts[locale].format, { maximumFractionDigits: fieldDecimals }).format(shown);
}
