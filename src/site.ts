import { warningTerms } from './lib/calculators/warnings.ts';
import type { Locale } from './lib/i18n/locales.ts';
import { pagePath, type Route } from './lib/i18n/routes.ts';

/** The path the site stands below, with a slash at both ends. */
export const base = import.meta.env.BASE_URL.endsWith('/') ? import.meta.env.BASE_URL : `${import.meta.env.BASE_URL}/`;

export function href(locale: Locale, route: Route): string {
  return pagePath(base, locale, route);
}

/** The name of the picture that stands for every page without one of its own. */
export const siteSlug = 'customer-atlas';

/** The address of a file in `public/`. */
export function asset(path: string): string {
  return `${base}${path}`;
}

/** The whole address of a path of this site, for canonical links and structured data. */
export function absolute(path: string): string {
  return new URL(path, import.meta.env.SITE).href;
}

/** Addresses of the terms that the warnings of calculators lead to, by slug. */
export function warningLinks(locale: Locale): Readonly<Record<string, string>> {
  return Object.fromEntries(warningTerms.map((slug) => [slug, href(locale, { page: 'term', slug })]));
}
