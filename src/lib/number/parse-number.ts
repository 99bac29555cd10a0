import type { Unit } from './units.ts';

export type NumberProblem =
  | 'empty'
  | 'not-a-number'
  | 'unclear-separators'
  | 'percent-not-expected'
  | 'currency-not-expected'
  | 'too-large';

export type ParsedNumber =
  | { readonly ok: true; readonly value: number }
  | {
      readonly ok: false;
      readonly reason: NumberProblem;
      /** What the text may have meant, in the unit of the field, most likely first. */
      readonly readings: readonly number[];
    };

/** Beyond this, whole numbers are no longer exact. */
const largest = Number.MAX_SAFE_INTEGER;

const fullWidthDigit = /[０-９]/;
/** Minus signs and look-alikes that NFKC leaves alone, and △▲ of Japanese accounts. */
const minusSigns = /[−–—‒ー‐‑﹣△▲](?=\s*[¥$€£]?[\d.])/g;
const currencySigns = /^(-?)\s*(?:[¥$€£]|JPY|USD|EUR|GBP)\s*|\s*(?:円|ドル|ユーロ|ポンド|JPY|USD|EUR|GBP|[¥$€£])$/gi;
const percentSigns = /\s*(?:%|٪|パーセント|percent)$/i;
const monthWords = /\s*(?:[かカヶケ箇]?月|months?|mo)$/i;
const pointWords = /\s*(?:ポイント|点|points?|pts?)$/i;
const countWords = /\s*(?:人|件|社|名|customers?)$/i;

const multipliers: Readonly<Record<string, number>> = { 千: 1e3, 万: 1e4, 億: 1e8, 兆: 1e12, k: 1e3, m: 1e6, b: 1e9 };

function problem(reason: NumberProblem, readings: readonly number[] = []): ParsedNumber {
  return { ok: false, reason, readings };
}

/** True for ①, ², ½ and their like: NFKC would turn them into plain digits and change the number. */
function hasDecoratedDigits(text: string): boolean {
  return [...text].some((character) => {
    const folded = character.normalize('NFKC');
    return folded !== character && /\d/.test(folded) && !fullWidthDigit.test(character);
  });
}

/** 1.234,56 and 12,5: as written where the comma marks the decimals. */
const withDecimalComma = /^(?:\d{1,3}(?:\.\d{3})*|\d+)(?:,\d+)?$/;
/** 12,34,567.8: the point marks the decimals, the commas stand wherever they stand. */
const withDecimalPoint = /^[\d,]*(?:\.\d+)?$/;

/** Digits with separators: 1,200 · 0.5 · .5 · 1 200. Well formed in English and Japanese, or unclear. */
function parseDigits(text: string, unit: Unit): ParsedNumber {
  const digits = text.replace(/(?<=\d)[\s'’_](?=\d{3}(?!\d))/g, ',');
  if (!/^[\d.,]*\d[\d.,]*$/.test(digits)) return problem('not-a-number');

  const isGrouped = /^\d{1,3}(?:,\d{3})+(?:\.\d*)?$/.test(digits);
  const isPlain = /^\d*\.?\d*$/.test(digits);
  // Nobody prices to a tenth of a cent: 1.200 in a money field is as likely a European 1,200.
  const looksEuropean = unit === 'money' && /^[1-9]\d{0,2}\.\d{3}$/.test(digits);
  const asWritten = Number(digits.replaceAll(',', ''));
  if ((isGrouped || isPlain) && !looksEuropean) return { ok: true, value: asWritten };

  const readings: number[] = [];
  if (withDecimalComma.test(digits)) readings.push(Number(digits.replaceAll('.', '').replace(',', '.')));
  if (withDecimalPoint.test(digits)) readings.push(asWritten);
  return readings.length > 0 ? problem('unclear-separators', readings) : problem('not-a-number');
}

/** 1億2000万, 1.5億, 12k: digits followed by multipliers, largest first. */
function parseWithMultipliers(text: string, unit: Unit): ParsedNumber {
  const parts = [...text.matchAll(/([\d.,\s'’_]+)\s*([千万億兆kmb])?\s*/giy)];
  if (parts.length === 0 || parts.map((part) => part[0]).join('') !== text) return problem('not-a-number');
  if (parts.length === 1 && parts[0]?.[2] === undefined) return parseDigits(text.trim(), unit);

  let total = 0;
  let previous = Number.POSITIVE_INFINITY;
  for (const [, digits = '', letter] of parts) {
    const multiplier = letter === undefined ? 1 : (multipliers[letter.toLowerCase()] ?? Number.NaN);
    const number = parseDigits(digits.trim(), unit);
    const isWhole = number.ok && Number.isInteger(number.value);
    if (!(multiplier < previous) || (parts.length > 1 && !isWhole)) return problem('not-a-number');
    if (!number.ok)
      return problem(
        number.reason,
        number.readings.map((value) => scale(value, multiplier)),
      );
    total += scale(number.value, multiplier);
    previous = multiplier;
  }
  return { ok: true, value: total };
}

/** Multiplies by a power of ten in decimal, so that 1.1 becomes 0.011 and not 0.011000000000000001. */
function scale(value: number, powerOfTen: number): number {
  const [digits, exponent = '0'] = String(value).split('e');
  return Number(`${digits}e${Number(exponent) + Math.round(Math.log10(powerOfTen))}`);
}

/** Percent and points of a score are hundredths inside. */
function inUnit(value: number, unit: Unit): number {
  return unit === 'ratio' || unit === 'points' ? scale(value, 0.01) : value;
}

/**
 * Reads a number the way people type it in English and in Japanese: full-width digits, 万 and 億, thousands
 * separators, a currency or percent sign, any minus sign.
 *
 * In a ratio field a plain `5` means 5 % and gives 0.05. What can be read in two ways (`12,5`) is refused with
 * both readings; what is no number is refused with none.
 */
export function parseNumber(text: string, unit: Unit): ParsedNumber {
  if (hasDecoratedDigits(text)) return problem('not-a-number');
  let rest = text.normalize('NFKC').trim().replace(minusSigns, '-');
  if (rest === '') return problem('empty');

  if (percentSigns.test(rest)) {
    if (unit !== 'ratio') return problem('percent-not-expected');
    rest = rest.replace(percentSigns, '');
  }
  const withoutCurrency = rest.replace(currencySigns, '$1');
  if (withoutCurrency !== rest) {
    if (unit !== 'money') return problem('currency-not-expected');
    rest = withoutCurrency;
  }
  if (unit === 'months') rest = rest.replace(monthWords, '');
  if (unit === 'points') rest = rest.replace(pointWords, '');
  if (unit === 'count') rest = rest.replace(countWords, '');

  const [, sign = '', magnitude = ''] = /^([+-]?)\s*(.*)$/s.exec(rest) ?? [];
  const factor = sign === '-' ? -1 : 1;
  const parsed = parseWithMultipliers(magnitude, unit);
  const convert = (value: number) => inUnit(value, unit) * factor || 0;
  if (!parsed.ok) return problem(parsed.reason, parsed.readings.map(convert));
  if (parsed.value > largest) return problem('too-large');
  return { ok: true, value: convert(parsed.value) };
}
