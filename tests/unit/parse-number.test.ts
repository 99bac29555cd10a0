import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { locales } from '../../src/lib/i18n/locales.ts';
import { formatForField } from '../../src/lib/number/format-number.ts';
import { parseNumber } from '../../src/lib/number/parse-number.ts';
import { type Unit, units } from '../../src/lib/number/units.ts';
import { anyText } from './any-input.ts';

const read: readonly [typed: string, unit: Unit, value: number][] = [
  ['12', 'count', 12],
  ['0', 'money', 0],
  ['-0', 'money', 0],
  ['.5', 'count', 0.5],
  ['5.', 'count', 5],
  ['1,200', 'money', 1200],
  ['1,234,567.89', 'money', 1_234_567.89],
  ['1 200', 'money', 1200],
  ['1’200', 'money', 1200],
  ['１２．５', 'count', 12.5],
  ['１，２００', 'money', 1200],
  ['　12　', 'count', 12],
  ['12万', 'money', 120_000],
  ['12 万', 'money', 120_000],
  ['１２万円', 'money', 120_000],
  ['1.5億', 'money', 150_000_000],
  ['1億2000万', 'money', 120_000_000],
  ['1億2,000万円', 'money', 120_000_000],
  ['12万5000', 'money', 125_000],
  ['3千', 'count', 3000],
  ['2兆', 'money', 2e12],
  ['12k', 'money', 12_000],
  ['1.5M', 'money', 1_500_000],
  ['¥1,200', 'money', 1200],
  ['￥1,200', 'money', 1200],
  ['-¥1,200', 'money', -1200],
  ['1,200円', 'money', 1200],
  ['$99.50', 'money', 99.5],
  ['USD 100', 'money', 100],
  ['100 €', 'money', 100],
  ['5%', 'ratio', 0.05],
  ['5 %', 'ratio', 0.05],
  ['５％', 'ratio', 0.05],
  ['5', 'ratio', 0.05],
  ['0.05', 'ratio', 0.0005],
  ['1.1', 'ratio', 0.011],
  ['100パーセント', 'ratio', 1],
  ['24か月', 'months', 24],
  ['24ヶ月', 'months', 24],
  ['24 months', 'months', 24],
  ['300人', 'count', 300],
  ['−3', 'count', -3],
  ['ー3', 'count', -3],
  ['–3', 'count', -3],
  ['△3', 'money', -3],
  ['+3', 'count', 3],
];

describe('a number as people type it', () => {
  it.each(read)('reads %j in a field of %s as %d', (typed, unit, value) => {
    expect(parseNumber(typed, unit)).toEqual({ ok: true, value });
  });
});

const unclear: readonly [typed: string, unit: Unit, readings: number[]][] = [
  ['12,5', 'count', [12.5, 125]],
  ['12,5%', 'ratio', [0.125, 1.25]],
  ['1,20', 'money', [1.2, 120]],
  ['1.234,56', 'money', [1234.56]],
  ['1.200', 'money', [1200, 1.2]],
  ['12,34,567', 'money', [1_234_567]],
  ['1.234.567', 'count', [1_234_567]],
  ['1,2万', 'money', [12_000, 120_000]],
  ['-12,5', 'count', [-12.5, -125]],
];

describe('a number that can be read in more than one way', () => {
  it.each(unclear)('refuses %j in a field of %s and offers what it may mean', (typed, unit, readings) => {
    const parsed = parseNumber(typed, unit);
    expect(parsed).toMatchObject({ ok: false, reason: 'unclear-separators' });
    expect(parsed.ok ? [] : parsed.readings).toEqual(readings);
  });
});

const refused: readonly [typed: string, unit: Unit, reason: string][] = [
  ['', 'count', 'empty'],
  ['   ', 'count', 'empty'],
  ['abc', 'count', 'not-a-number'],
  ['1e3', 'count', 'not-a-number'],
  ['0x10', 'count', 'not-a-number'],
  ['Infinity', 'count', 'not-a-number'],
  ['NaN', 'count', 'not-a-number'],
  ['--5', 'count', 'not-a-number'],
  ['5-', 'count', 'not-a-number'],
  ['1..2', 'count', 'not-a-number'],
  ['.', 'count', 'not-a-number'],
  [',', 'count', 'not-a-number'],
  ['万', 'money', 'not-a-number'],
  ['12万3億', 'money', 'not-a-number'],
  ['1.5億2000万', 'money', 'not-a-number'],
  ['①', 'count', 'not-a-number'],
  ['5²', 'count', 'not-a-number'],
  ['½', 'count', 'not-a-number'],
  ['<script>', 'count', 'not-a-number'],
  ['5%', 'money', 'percent-not-expected'],
  ['¥5', 'ratio', 'currency-not-expected'],
  ['9'.repeat(400), 'money', 'too-large'],
  ['9千兆兆', 'money', 'not-a-number'],
];

describe('what is no number', () => {
  it.each(refused)('refuses %j in a field of %s: %s', (typed, unit, reason) => {
    expect(parseNumber(typed, unit)).toMatchObject({ ok: false, reason });
  });

  it('never gives anything but a finite number, whatever is typed', () => {
    fc.assert(
      fc.property(anyText(), fc.constantFrom(...units), (typed, unit) => {
        const parsed = parseNumber(typed, unit);
        return parsed.ok ? Number.isFinite(parsed.value) : parsed.readings.every(Number.isFinite);
      }),
    );
  });
});

describe('a number written into a field', () => {
  it('is read back unchanged', () => {
    const decimals = fc.tuple(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 4 }));
    fc.assert(
      fc.property(
        decimals,
        fc.constantFrom(...units),
        fc.constantFrom(...locales),
        ([digits, places], unit, locale) => {
          const value = Number(`${digits}e-${places}`);
          const text = formatForField(value, unit, locale);
          const parsed = parseNumber(text, unit);
          // 1.200 and the like are the one thing a money field asks about.
          if (!parsed.ok && parsed.reason === 'unclear-separators')
            return unit === 'money' && parsed.readings.includes(value);
          return parsed.ok && Math.abs(parsed.value - value) <= 1e-9 * Math.max(1, Math.abs(value));
        },
      ),
    );
  });
});
