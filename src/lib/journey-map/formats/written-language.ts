import type { Locale } from '../../i18n/locales.ts';

/** The language of a text that does not say it. */
export function languageOf(text: string): Locale {
  return /[\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Han}]/u.test(text) ? 'ja' : 'en';
}
