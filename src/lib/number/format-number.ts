import type { Locale } from '../i18n/locales.ts';
import { localeFacts } from '../i18n/locales.ts';
import type { Unit } from './units.ts';

/** What Intl takes for a currency. A sign of the reader's own may look like one and be shown as it is. */
const currencyCode = /^[A-Z]{3}$/;

/** The sign of a currency as it stands beside a field. */
export function currencySign(currency: string, locale: Locale): string {
  if (!currencyCode.test(currency)) return currency;
  const options = { style: 'currency', currency, currencyDisplay: 'narrowSymbol' } as const;
  const parts = formatter(localeFacts[locale].format, options).formatToParts(0);
  return parts.find(({ type }) => type === 'currency')?.value.replace('￥', '¥') ?? currency;
}

/** Money from here on is written in millions of millions (兆). */
const largestInFull = 1e12;

export interface NumberFormat {
  readonly locale: Locale;
  /** ISO 4217 code, or a sign of the reader's own, written behind the number. */
  readonly currency: string;
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

const formatters = new Map<string, Intl.NumberFormat>();

/** Making a formatter takes far longer than using it, and a page with charts asks for the same few again and again. */
function formatter(format: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = format + JSON.stringify(options);
  const known = formatters.get(key) ?? new Intl.NumberFormat(format, options);
  formatters.set(key, known);
  return known;
}

/** Cents matter in small amounts and are noise in large ones; very large ones are told in words. */
function moneyText(value: number, { locale, currency, digits }: NumberFormat): string {
  const { format } = localeFacts[locale];
  const isCode = currencyCode.test(currency);
  const style: Intl.NumberFormatOptions = isCode
    ? { style: 'currency', currency, currencyDisplay: 'narrowSymbol' }
    : { minimumFractionDigits: 2 };
  const hasCents = Math.abs(value) < 1000 && !Number.isInteger(value);
  const shown = digits ?? (hasCents ? (formatter(format, style).resolvedOptions().maximumFractionDigits ?? 2) : 0);
  const exact: Intl.NumberFormatOptions =
    Math.abs(value) < largestInFull
      ? { ...style, minimumFractionDigits: shown, maximumFractionDigits: shown }
      : { ...style, notation: 'compact', minimumFractionDigits: 0, maximumFractionDigits: 2 };
  // What rounds to nothing has no sign.
  const rounded = Math.abs(value) * 10 ** shown < 0.5 ? 0 : value;
  // Japanese text sets the half-width ¥ before figures; Intl gives the full-width one.
  const text = formatter(format, exact).format(rounded).replace('￥', '¥');
  return isCode ? text : `${text}\u00a0${currency}`;
}

function withUnit(value: number, unit: Unit, format: NumberFormat): string {
  const { locale, digits } = format;
  const tag = localeFacts[locale].format;
  switch (unit) {
    case 'money':
      return moneyText(value, format);
    case 'ratio':
      return formatter(tag, { style: 'percent', maximumFractionDigits: digits ?? 1 }).format(value);
    case 'months': {
      const options = {
        style: 'unit',
        unit: 'month',
        unitDisplay: 'long',
        maximumFractionDigits: digits ?? 1,
      } as const;
      const text = formatter(tag, options).format(value);
      // No space between figures and Japanese words.
      return locale === 'ja' ? text.replace(/\s/g, '') : text;
    }
    case 'points':
      return formatter(tag, { signDisplay: 'exceptZero', maximumFractionDigits: digits ?? 0 }).format(value * 100);
    case 'count':
      return formatter(tag, { maximumFractionDigits: digits ?? 2 }).format(value);
    default:
      return unit satisfies never;
  }
}

/** Up to this many decimals survive typing; more are rounding noise of binary fractions. */
const fieldDecimals = 10;

/**
 * A number as it stands in an input field: no unit sign, percent for ratios, points of a hundred for scores.
 * `parseNumber` reads it back unchanged.
 */
export function formatForField(value: number, unit: Unit, locale: Locale): string {
  const shown = unit === 'ratio' || unit === 'points' ? value * 100 : value;
  const text = formatter(localeFacts[locale].format, { maximumFractionDigits: fieldDecimals }).format(shown);
  // Three decimals of an amount would be asked about: they look like a European thousand.
  return unit === 'money' && /^-?\d{1,3}\.\d{3}$/.test(text) ? `${text}0` : text;
}
