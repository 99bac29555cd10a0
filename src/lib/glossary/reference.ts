import * as z from 'zod/mini';
import type { Locale } from '../i18n/locales.ts';
import { described, slug } from './fields.ts';

const name = z.union([
  z.strictObject({
    family: z.string(),
    given: z.optional(z.string()),
    'non-dropping-particle': z.optional(z.string()),
    suffix: z.optional(z.string()),
  }),
  z.strictObject({ literal: z.string() }),
]);

export const workTypes = [
  'article-journal',
  'article-magazine',
  'article-newspaper',
  'book',
  'post-weblog',
  'report',
  'speech',
  'standard',
  'webpage',
] as const;

/** One work of `references.json`: CSL-JSON, with what was checked about it under `custom`. */
export const referenceSchema = z.strictObject({
  id: described(slug, 'Stable id by which pages cite the work'),
  type: described(z.enum(workTypes), 'CSL type'),
  title: z.string(),
  author: z.array(name),
  translator: z.optional(z.array(name)),
  issued: z.optional(z.strictObject({ 'date-parts': z.array(z.array(z.number())) })),
  'year-suffix': z.optional(
    described(z.string().check(z.regex(/^[a-z]$/)), 'Letter that tells works of the same authors and year apart'),
  ),
  language: described(z.string(), 'Language of the work'),
  'container-title': z.optional(z.string()),
  'collection-title': z.optional(z.string()),
  'collection-number': z.optional(z.string()),
  'original-title': z.optional(z.string()),
  publisher: z.optional(z.string()),
  'publisher-place': z.optional(z.string()),
  volume: z.optional(z.string()),
  issue: z.optional(z.string()),
  page: z.optional(z.string()),
  number: z.optional(z.string()),
  DOI: z.optional(z.string()),
  ISBN: z.optional(z.string()),
  URL: z.optional(z.string()),
  custom: z.strictObject({
    verified: described(
      z.enum(['confirmed', 'partial']),
      'Whether the bibliographic data was found in a public record',
    ),
    supports: described(z.array(z.string()), 'Subjects it bears on'),
    basis: described(z.string(), 'What was read: text, abstract, secondary literature, or bibliographic data only'),
    claim: z.optional(described(z.array(z.string()), 'What the work can be cited for, in our words')),
    english: z.optional(
      described(
        z.strictObject({ authors: z.array(z.string()), title: z.string() }),
        'For a work in another script: family names and title, as an English reader is told of it',
      ),
    ),
    caveat: z.optional(
      described(
        z.strictObject({ en: z.string(), ja: z.string() }),
        'What a reader must be told with it, in every language',
      ),
    ),
  }),
});

export type Reference = z.infer<typeof referenceSchema>;

/**
 * A work as reference managers read it: CSL-JSON, with what a reader must be told as its note. They give letters to years
 * themselves.
 */
export function cslJson({ custom, 'year-suffix': _, ...work }: Reference, locale: Locale): object {
  return { ...work, ...(custom.caveat && { note: custom.caveat[locale] }) };
}
