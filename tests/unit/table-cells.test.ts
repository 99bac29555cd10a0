import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseNumber } from '../../src/lib/number/parse-number.ts';
import { detectDecimalMark, readAmount } from '../../src/lib/table/amount.ts';
import { type DateOrder, dayReader, detectDateOrder, parseDay } from '../../src/lib/table/day-number.ts';
import { isStillThere, readYesOrNo } from '../../src/lib/table/yes-or-no.ts';

const millisecondsPerDay = 86_400_000;
const daysSince1970 = (iso: string) => Date.parse(`${iso}T00:00:00Z`) / millisecondsPerDay;
const fullWidth = (text: string) => text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

/** Days of Reiwa, up to 2099. */
const anyDay = fc.integer({ min: daysSince1970('2019-05-01'), max: daysSince1970('2099-12-31') });

/** Ways to write a day, by what they are called. */
const written: Readonly<Record<string, readonly [DateOrder, (date: Date) => string]>> = {
  'ISO 8601': ['year-first', (date) => date.toISOString().slice(0, 10)],
  'ISO 8601 with a time': ['year-first', (date) => date.toISOString()],
  'slashes, without leading zeros': [
    'year-first',
    (date) => `${date.getUTCFullYear()}/${date.getUTCMonth() + 1}/${date.getUTCDate()}`,
  ],
  points: ['year-first', (date) => date.toISOString().slice(0, 10).replaceAll('-', '.')],
  'no signs': ['year-first', (date) => date.toISOString().slice(0, 10).replaceAll('-', '')],
  年月日: ['year-first', (date) => `${date.getUTCFullYear()}年${date.getUTCMonth() + 1}月${date.getUTCDate()}日`],
  令和: [
    'year-first',
    // What the platform calls a Japanese date, in words.
    (date) => new Intl.DateTimeFormat('ja-JP-u-ca-japanese', { dateStyle: 'long', timeZone: 'UTC' }).format(date),
  ],
  'R8.11.22': [
    'year-first',
    (date) => `R${date.getUTCFullYear() - 2018}.${date.getUTCMonth() + 1}.${date.getUTCDate()}`,
  ],
  'full-width digits': ['year-first', (date) => fullWidth(date.toISOString().slice(0, 10))],
  'day, month, year': ['day-first', (date) => new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC' }).format(date)],
  'month, day, year': ['month-first', (date) => new Intl.DateTimeFormat('en-US', { timeZone: 'UTC' }).format(date)],
};

describe('dates as people and programs write them', () => {
  it.each(Object.entries(written))('a day written as %s is read back', (_, [order, write]) => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const cell = write(new Date(day * millisecondsPerDay));
        expect(parseDay(cell, order)).toEqual({ ok: true, value: day });
        expect(dayReader(order)(` ${cell} `)).toEqual({ ok: true, value: day });
      }),
    );
  });

  it.each([
    ['昭和元年12月25日', '1926-12-25'],
    ['昭和64年1月7日', '1989-01-07'],
    ['平成元年1月8日', '1989-01-08'],
    ['H31.4.30', '2019-04-30'],
    ['令和元年5月1日', '2019-05-01'],
    ['r8/11/22', '2026-11-22'],
    ['㋿8年11月22日', '2026-11-22'],
    ['1969-12-31', '1969-12-31'],
    ['2024-02-29', '2024-02-29'],
    ['2026-11-22 09:05', '2026-11-22'],
    ['2026-11-22T09:05:10.123+09:00', '2026-11-22'],
  ])('%s is %s', (cell, iso) => {
    expect(parseDay(cell, 'year-first')).toEqual({ ok: true, value: daysSince1970(iso) });
  });

  it.each([
    ['2026-02-31', 'no-such-date'],
    ['2025-02-29', 'no-such-date'],
    ['2026-13-01', 'no-such-date'],
    ['0000-00-00', 'no-such-date'],
    ['令和元年4月30日', 'no-such-date'],
    ['平成0年1月1日', 'no-such-date'],
    ['22/11/2026', 'mixed-formats'],
    ['26/11/22', 'two-digit-year'],
    ['1.2.26', 'two-digit-year'],
    ['46348', 'serial-number'],
    ['46348.5', 'serial-number'],
    ['soon', 'not-a-date'],
    ['2026-11', 'not-a-date'],
    ['2026-11/22', 'not-a-date'],
    ['①2026-11-22', 'not-a-date'],
    ['=TODAY()', 'not-a-date'],
  ])('%s is refused: %s', (cell, reason) => {
    expect(parseDay(cell, 'year-first')).toMatchObject({ ok: false, reason });
  });

  it('a day that only one order knows is refused in the other', () => {
    expect(parseDay('22/11/2026', 'month-first')).toMatchObject({ reason: 'no-such-date' });
    expect(parseDay('2026-11-22', 'day-first')).toMatchObject({ reason: 'mixed-formats' });
  });

  it('any text is a day or a reason, and the reader of a column agrees with the reader of a cell', () => {
    const reader = dayReader('day-first');
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[0-9/.\-T: 年月日令和R]{1,20}$/)),
        (cell) => {
          expect(reader(cell)).toEqual(parseDay(cell, 'day-first'));
          const day = parseDay(cell, 'day-first');
          if (day.ok) expect(Number.isInteger(day.value)).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('the order of day and month', () => {
  it.each([
    [['2026-11-22', '令和8年1月1日'], 'year-first'],
    [['03/04/2026', '22/11/2026'], 'day-first'],
    [['03/04/2026', '11/22/2026'], 'month-first'],
    [['03/04/2026', '05/06/2026'], 'unclear'],
    [['13/04/2026', '04/13/2026'], 'unclear'],
    [['2026-11-22', '2026-11-23', '03/04/2026'], 'year-first'],
    [['', 'soon', '99/99'], undefined],
  ] as const)('%j is %s', (cells, order) => {
    expect(detectDateOrder(cells)).toBe(order);
  });
});

describe('amounts as people write them', () => {
  it.each([
    ['1200', 1200, 1200],
    ['¥1,200', 1200, 1.2],
    ['\\1,200', 1200, 1.2],
    ['-\\500', -500, -500],
    ['12万', 120_000, 120_000],
    ['１２００円', 1200, 1200],
    ['12.50', 12.5, undefined],
    ['12,50', undefined, 12.5],
    ['1.234,56', undefined, 1234.56],
    ['1,234.56', 1234.56, undefined],
    ['1.200', 1.2, 1200],
    ['1.234.567', undefined, 1_234_567],
    ['-5', -5, -5],
    ['△5', -5, -5],
    ['', undefined, undefined],
    ['5%', undefined, undefined],
    ['=1+1', undefined, undefined],
  ])('%s is %s with a decimal point and %s with a decimal comma', (cell, withPoint, withComma) => {
    const value = (mark: 'point' | 'comma') => {
      const amount = readAmount(cell, mark);
      return amount.ok ? amount.value : undefined;
    };
    expect([value('point'), value('comma')]).toEqual([withPoint, withComma]);
  });

  it('the quick way for plain numbers gives what the careful one gives', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^-?\d{1,13}(\.\d{1,2})?$/), (cell) => {
        const careful = parseNumber(cell, 'money');
        expect(readAmount(cell, 'point')).toEqual(careful.ok ? careful : expect.objectContaining({ ok: false }));
      }),
    );
  });

  it.each([
    [['1200', '980'], 'point'],
    [['1,200', '980.50'], 'point'],
    [['1.234,56', '980'], 'comma'],
    [['12,50', '980'], 'comma'],
    [['1.200', '2.500'], 'unclear'],
    [['1.200', '12,50'], 'comma'],
    [['12.50', '12,50'], 'unclear'],
    [['', 'abc'], 'point'],
  ] as const)('the column %j has the decimal mark: %s', (cells, mark) => {
    expect(detectDecimalMark(cells)).toBe(mark);
  });
});

describe('words for what has ended', () => {
  it.each([
    ['1', true],
    ['Yes', true],
    ['解約済み', true],
    ['Ｔｒｕｅ', true],
    ['0', false],
    ['利用中', false],
    ['maybe', undefined],
    ['', undefined],
  ])('“%s” is %s', (cell, ended) => {
    expect(readYesOrNo(cell)).toBe(ended);
  });

  it.each(['', ' ', '-', '－', 'NULL', 'N/A', '継続中', '9999-12-31', '0000-00-00'])(
    '“%s” as an end means still there',
    (cell) => {
      expect(isStillThere(cell)).toBe(true);
    },
  );

  it.each(['2026-11-22', '1999-01-01', '令和8年1月1日', 'x'])('“%s” does not', (cell) => {
    expect(isStillThere(cell)).toBe(false);
  });
});
