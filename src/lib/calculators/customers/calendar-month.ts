/**
 * A day in the calendar as one whole number: 32 × months since the year 0, plus the day in its month from 0. Columns of
 * a million days stay columns of numbers.
 */
export type CalendarDay = number;

const daysIn400Years = 146_097;
/** From 1 March of the year 0 to 1970-01-01. */
const daysTo1970 = 719_468;

/**
 * The calendar day of a day counted from 1970-01-01. Years begin in March here, so that the leap day comes last.
 *
 * Source: H. Hinnant, "chrono-Compatible Low-Level Date Algorithms", 2013.
 */
export function calendarDay(day: number): CalendarDay {
  const since = day + daysTo1970;
  const era = Math.floor(since / daysIn400Years);
  const dayOfEra = since - era * daysIn400Years;
  const year = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * year + Math.floor(year / 4) - Math.floor(year / 100));
  const month = Math.floor((5 * dayOfYear + 2) / 153);
  const dayOfMonth = dayOfYear - Math.floor((153 * month + 2) / 5);
  return (era * 4800 + year * 12 + month + 2) * 32 + dayOfMonth;
}

/** Months since January of the year 0. */
export function monthOf(day: CalendarDay): number {
  return Math.floor(day / 32);
}

export const daysPerMonth = 365.2425 / 12;

/** Months from one day to another: from the 15th to a 15th a whole number, the days between as parts of a mean month. */
export function monthsBetween(start: CalendarDay, end: CalendarDay): number {
  const months = monthOf(end) - monthOf(start);
  return months + ((end % 32) - (start % 32)) / daysPerMonth;
}
