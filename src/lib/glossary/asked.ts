import * as z from 'zod/mini';
import { type Locale, locales } from '../i18n/locales.ts';
import { described, line, slug } from './fields.ts';

const phrases = described(
  z.record(slug, z.array(line)),
  'Questions and descriptions as people type them, by the section that answers; `definition` is the page as a whole',
);

/** `asked/<slug>.yaml`: what people type who look for a page. For the search only, never shown. */
export const askedSchema = z.strictObject(
  Object.fromEntries(locales.map((locale) => [locale, phrases])) as Record<Locale, typeof phrases>,
);

export type Asked = z.infer<typeof askedSchema>;
