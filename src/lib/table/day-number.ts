import { failure, type Result, success } from '../result.ts';

/** Where the year stands in a date of three numbers, and in which order the others follow. */
export const dateOrders = ['year-first', 'day-first', 'month-first'] as const;
export type DateOrder = (typeof dateOrders)[number];

export type DayProblem = 'not-a-date' | 'no-such-date' | 'mixed-formats' | 'two-digit-year' | 'serial-number';

/** A date as written, before it is known whether there is such a day. */
export type WrittenDate =
  | {
      readonly form: 'year-first';
      readonly year: number;
      readonly month: number;
      readonly day: number;
      readonly firstDay?: number;
    }
  | { readonly form: 'year-last'; readonly year: number; readonly numbers: readonly [number, number] };

const millisecondsPerDay = 86_400_000;

/** Days since 1970-01-01 in the Gregorian calendar, if the month has such a day. */
function dayNumber(year: number, month: number, day: number): number | undefined {
  if (year < 1 || year > 9999) return undefined;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? date.getTime() / millisecondsPerDay : undefined;
}

interface Era {
  /** The Gregorian year before its first. */
  readonly offset: number;
  readonly firstDay: number;
}

/** First days as decreed: Shōwa 1926-12-25, Heisei 1989-01-08, Reiwa 2019-05-01. */
const showa: Era = { offset: 1925, firstDay: -15_713 };
const heisei: Era = { offset: 1988, firstDay: 6947 };
const reiwa: Era = { offset: 2018, firstDay: 18_017 };
const eras: Readonly<Record<string, Era>> = { 昭和: showa, S: showa, 平成: heisei, H: heisei, 令和: reiwa, R: reiwa };

const time = String.raw`(?:(?:T|\s+)\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?\s*(?:Z|UTC|[+-]\d{2}:?\d{2})?)?$`;
const yearFirst = new RegExp(
  String.raw`^(\d{4})(?:-(\d{1,2})-(\d{1,2})|/(\d{1,2})/(\d{1,2})|\.(\d{1,2})\.(\d{1,2}))${time}`,
  'i',
);
const yearFirstInWords = new RegExp(String.raw`^(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日${time}`, 'i');
const yearFirstWithoutSigns = /^(\d{4})(\d{2})(\d{2})$/;
const yearLast = new RegExp(String.raw`^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})${time}`, 'i');
const inEra = new RegExp(
  String.raw`^(昭和|平成|令和|[SHR])\s*(元|\d{1,2})(?:\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日|[./-](\d{1,2})[./-](\d{1,2}))${time}`,
  'i',
);
const shortYear = /^\d{1,2}([-/.])\d{1,2}\1\d{1,2}(?:\s|$)/;
/** What spreadsheets store for a day: 1954 to 2173. */
const serialNumber = /^(?:[2-9]\d{4})(?:\.\d+)?$/;

/** Numbers of the groups of a match that took part. */
function numbersIn(match: RegExpMatchArray): number[] {
  return match
    .slice(1)
    .filter((part) => /^\d+$/.test(part ?? ''))
    .map(Number);
}

function eraDate(match: RegExpMatchArray): WrittenDate | undefined {
  const [, name = '', yearOfEra = '', ...rest] = match;
  const era = eras[name.toUpperCase()];
  const [month = 0, day = 0] = rest.filter((part) => part !== undefined).map(Number);
  const year = yearOfEra === '元' ? 1 : Number(yearOfEra);
  if (era === undefined || year === 0) return undefined;
  return { form: 'year-first', year: era.offset + year, month, day, firstDay: era.firstDay };
}

/**
 * Reads the shape of a date: 2026-11-22 (also with a time, which is left aside), 2026/11/22, 2026.11.22, 20261122,
 * 2026年11月22日, 令和8年11月22日, R8.11.22, 22/11/2026. Full-width digits are folded.
 */
export function readDate(cell: string): Result<WrittenDate, DayProblem> {
  const text = cell.normalize('NFKC').trim();
  const first = yearFirst.exec(text) ?? yearFirstInWords.exec(text) ?? yearFirstWithoutSigns.exec(text);
  if (first) {
    const [year = 0, month = 0, day = 0] = numbersIn(first);
    return success({ form: 'year-first', year, month, day });
  }
  const last = yearLast.exec(text);
  if (last) {
    const [one = 0, other = 0, year = 0] = numbersIn(last);
    return success({ form: 'year-last', year, numbers: [one, other] });
  }
  const ofEra = inEra.exec(text);
  if (ofEra) {
    const date = eraDate(ofEra);
    return date ? success(date) : failure('no-such-date');
  }
  if (shortYear.test(text)) return failure('two-digit-year');
  return failure(serialNumber.test(text) ? 'serial-number' : 'not-a-date');
}

function dayOf(date: WrittenDate, order: DateOrder): Result<number, DayProblem> {
  if ((date.form === 'year-first') !== (order === 'year-first')) return failure('mixed-formats');
  if (date.form === 'year-first') {
    const day = dayNumber(date.year, date.month, date.day);
    return day === undefined || day < (date.firstDay ?? day) ? failure('no-such-date') : success(day);
  }
  const [one, other] = date.numbers;
  const day = order === 'day-first' ? dayNumber(date.year, other, one) : dayNumber(date.year, one, other);
  return day === undefined ? failure('no-such-date') : success(day);
}

/** The day that a cell names, as whole days since 1970-01-01. A column is in one order: another one is refused. */
export function parseDay(cell: string, order: DateOrder): Result<number, DayProblem> {
  const date = readDate(cell);
  return date.ok ? dayOf(date.value, order) : date;
}

/** Distinct dates a column is expected to hold, many years of days. More are read without being remembered. */
const mostRemembered = 20_000;
/** Longer pieces of a text keep the whole text in memory in some engines. */
const longestRemembered = 12;

const lengthOfIsoDate = 10;
const timeAfterDate = new RegExp(`^${time}`, 'i');

/** `parseDay` for a whole column: the same dates come again and again, only their times differ. */
export function dayReader(order: DateOrder): (cell: string) => Result<number, DayProblem> {
  const remembered = new Map<string, Result<number, DayProblem>>();
  return (cell) => {
    const hasTime = cell.length > longestRemembered && timeAfterDate.test(cell.slice(lengthOfIsoDate));
    const text = hasTime ? cell.slice(0, lengthOfIsoDate) : cell;
    const known = remembered.get(text);
    if (known) return known;
    const day = parseDay(text, order);
    if (text.length <= longestRemembered && remembered.size < mostRemembered) remembered.set(text, day);
    return day;
  };
}

/** Which order a date of three numbers shows, if it has a number above 12 to tell the day by. */
function orderShown(date: WrittenDate): DateOrder | undefined {
  if (date.form === 'year-first') return 'year-first';
  const [one, other] = date.numbers;
  if (one > 12 === other > 12) return undefined;
  return one > 12 ? 'day-first' : 'month-first';
}

/**
 * The order that the dates of a column are written in; `unclear` when none tells day from month, or some say one thing
 * and some the other; undefined when there is no date among them.
 */
export function detectDateOrder(cells: readonly string[]): DateOrder | 'unclear' | undefined {
  const dates = cells.map(readDate).filter((date) => date.ok);
  if (dates.length === 0) return undefined;
  const shown = dates.map(({ value }) => orderShown(value));
  if (shown.filter((order) => order === 'year-first').length * 2 >= dates.length) return 'year-first';
  const isDayFirst = shown.includes('day-first');
  if (isDayFirst === shown.includes('month-first')) return 'unclear';
  return isDayFirst ? 'day-first' : 'month-first';
}
