import { isLocale, type Locale } from '../../lib/i18n/locales.ts';

/** The language of the page a component stands on: content names no language itself. */
export function pageLocale(astro: { readonly currentLocale: string | undefined }): Locale {
  if (isLocale(astro.currentLocale)) return astro.currentLocale;
  throw new Error(`This component stands on a page without a language: ${astro.currentLocale ?? 'none'}.`);
}
