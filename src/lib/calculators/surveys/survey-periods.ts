import { type Locale, localeFacts } from '../../i18n/locales.ts';
import type { CountedRatings, RatingData } from './rating-data.ts';

/** Lengths of time that answers are put together by, in months. */
export const periodMonths = { month: 1, quarter: 3, year: 12 } as const;
export type PeriodLength = keyof typeof periodMonths;
export const periodLengths = ['month', 'quarter', 'year'] as const satisfies readonly PeriodLength[];

const millisecondsOfDay = 86_400_000;
const monthsOfYear = 12;
const firstYear = 1970;

/** The month of a day, both counted from January 1970. */
export function monthOf(day: number): number {
  const date = new Date(day * millisecondsOfDay);
  return (date.getUTCFullYear() - firstYear) * monthsOfYear + date.getUTCMonth();
}

export interface SurveyPeriod extends CountedRatings {
  /** Place among the periods of its length, from January 1970 on. */
  readonly period: number;
}

/** Years of typing errors in between are no gap in a survey. */
const longestGapShown = 12;

/** The periods with answers in their order, and those without any in between, unless too many follow each other. */
export function surveyPeriods(months: RatingData['months'], length: PeriodLength): SurveyPeriod[] {
  const counts = new Map<number, number[]>();
  for (const { month, counts: ofMonth } of months) {
    const period = Math.floor(month / periodMonths[length]);
    const known = counts.get(period);
    counts.set(period, known ? known.map((count, rating) => count + (ofMonth[rating] ?? 0)) : [...ofMonth]);
  }
  const known = [...counts].map(([period, each]) => ({ period, counts: each })).sort((a, b) => a.period - b.period);
  return known.flatMap((each, index) => {
    const missing = each.period - (known[index - 1]?.period ?? each.period - 1) - 1;
    const gap = missing > longestGapShown ? 0 : missing;
    const before = Array.from({ length: gap }, (_, place) => ({ period: each.period - gap + place, counts: [] }));
    return [...before, each];
  });
}

/** More and shorter periods have few answers each, and show little but chance. */
const mostPeriods = 16;

/** The shortest periods of which not too many are needed. */
export function suitablePeriod(months: RatingData['months']): PeriodLength {
  const span = (months.at(-1)?.month ?? 0) - (months[0]?.month ?? 0) + 1;
  return periodLengths.find((length) => span / periodMonths[length] <= mostPeriods) ?? 'year';
}

/** `Jan 2026`, `2026 Q1`, `2026`. */
export function periodName(period: number, length: PeriodLength, locale: Locale): string {
  const month = period * periodMonths[length];
  const date = new Date(Date.UTC(firstYear, month));
  const year = new Intl.DateTimeFormat(localeFacts[locale].format, { year: 'numeric', timeZone: 'UTC' }).format(date);
  if (length === 'year') return year;
  if (length === 'quarter') {
    const quarter = Math.floor(date.getUTCMonth() / periodMonths.quarter) + 1;
    return locale === 'ja' ? `${year}Q${quarter}` : `${year} Q${quarter}`;
  }
  return new Intl.DateTimeFormat(localeFacts[locale].format, {
    year: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  }).format(date);
}
