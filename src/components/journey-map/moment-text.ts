import { type Locale, localeFacts } from '../../lib/i18n/locales.ts';

/** A day and the time of it, as read on this device. `time` in milliseconds since 1970. */
export function momentText(time: number, locale: Locale): string {
  return new Intl.DateTimeFormat(localeFacts[locale].format, { dateStyle: 'medium', timeStyle: 'short' }).format(time);
}
