import type { PeriodLength } from '../../../lib/calculators/customer-summary.ts';
import { localeFacts } from '../../../lib/i18n/locales.ts';
import { formatNumber } from '../../../lib/number/format-number.ts';
import type { Translate } from './messages.ts';

const monthsPerYear = 12;
const monthsPerQuarter = 3;

/** Numbers and times in the reader's language. */
export function wording(t: Translate, currency: string) {
  const { locale } = t;
  const { format } = localeFacts[locale];
  const month = new Intl.DateTimeFormat(format, { year: 'numeric', month: 'short', timeZone: 'UTC' });
  const day = new Intl.DateTimeFormat(format, { dateStyle: 'medium', timeZone: 'UTC' });
  const number = (value: number, digits?: number) => formatNumber(value, 'count', { locale, currency, digits });
  const share = (value: number, digits?: number) => formatNumber(value, 'ratio', { locale, currency, digits });

  /** A quantity of months or years. */
  const time = (value: number, unit: 'months' | 'years') =>
    unit === 'months'
      ? formatNumber(value, 'months', { locale, currency })
      : t.count('calc.time.12', Number(value.toFixed(1)));

  /** A period of the calendar, by its number since the year 0. */
  const period = (place: number, length: PeriodLength): string => {
    const first = place * length;
    const year = Math.floor(first / monthsPerYear);
    if (length === monthsPerYear) return t('churn.year', { year });
    const monthOfYear = first % monthsPerYear;
    if (length === monthsPerQuarter) return t('churn.quarter', { year, quarter: monthOfYear / monthsPerQuarter + 1 });
    return month.format(Date.UTC(year, monthOfYear));
  };

  /** How often chance alone would do as much. */
  const chance = (pValue: number) =>
    pValue < 0.001 ? t('calc.lessThan', { value: share(0.001) }) : share(pValue, pValue < 0.1 ? 1 : 0);

  return {
    number,
    share,
    time,
    period,
    chance,
    interval: (lower: number, upper: number, digits?: number) =>
      t('calc.fromTo', { lower: share(lower, digits), upper: share(upper, digits) }),
    money: (value: number) => formatNumber(value, 'money', { locale, currency }),
    /** A date by its days since 1970-01-01. */
    date: (place: number) => day.format(place * 86_400_000),
    pValue: (value: number) =>
      value < 0.001
        ? `< ${number(0.001, 3)}`
        : `= ${new Intl.NumberFormat(format, { maximumSignificantDigits: 2 }).format(value)}`,
  };
}

export type Wording = ReturnType<typeof wording>;
