import * as z from 'zod/mini';
import { type Locale, localeFacts, locales } from '../i18n/locales.ts';

/** A field that authors fill in, with the sentence that tells them what goes there. */
export function described<Schema extends z.core.$ZodType>(schema: Schema, description: string): Schema {
  // A schema of its own: the same `slug` or `line` stands behind many fields.
  const own = z.clone(schema);
  z.globalRegistry.add(own, { description });
  return own;
}

export const slugPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
export const hiraganaPattern = /^[ぁ-ゖー・\s]+$/;
const kanaPattern = /^[ぁ-ゖァ-ヺー・\s]+$/;

export const line = z
  .string()
  .check(
    z.trim(),
    z.minLength(1, 'is empty'),
    z.regex(/^[^\n]*$/, 'must be one line'),
    z.regex(/^[^<>{}]*$/, 'must be plain text, without < > { }'),
  );

export const slug = z
  .string()
  .check(z.regex(slugPattern, 'is not a slug: use lower-case letters, digits and single hyphens'));

const dayPattern = /^\d{4}-\d{2}-\d{2}$/;

function isDay(text: string): boolean {
  const date = new Date(text);
  return dayPattern.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** A day of the calendar. YAML readers differ in whether they make a date of it. */
export const day = z
  .pipe(
    z.transform((value: unknown) => (value instanceof Date ? value.toISOString().slice(0, 10) : value)),
    z.string(),
  )
  .check(z.refine(isDay, 'must be a day of the calendar: write it like 2026-11-22'));

export const reading = z
  .string()
  .check(z.regex(hiraganaPattern, 'must be hiragana only: write katakana and kanji in hiragana, long vowels with ー'));

/** Length of a text as the language counts it. */
export function lengthOf(text: string, locale: Locale): number {
  return localeFacts[locale].definitionLimit.unit === 'words'
    ? text.split(/\s+/).filter(Boolean).length
    : [...text].length;
}

/** A sentence short enough for a preview. */
export function shortDefinition(locale: Locale) {
  const { count, unit } = localeFacts[locale].definitionLimit;
  return line.check(
    z.refine((text: string) => lengthOf(text, locale) <= count, {
      error: (issue) =>
        `has ${lengthOf(String(issue.input), locale)} ${unit}; at most ${count}: cut it to what sets this word apart`,
    }),
  );
}

/** A publishable synonym. Names that are not kana alone carry their reading in languages that have readings. */
export function alias(locale: Locale) {
  const name = described(line, 'The synonym as it is written');
  if (!localeFacts[locale].hasReadings) return z.strictObject({ name });
  return z
    .strictObject({
      name,
      reading: z.optional(described(reading, 'How the synonym is read, in hiragana; not needed for kana')),
    })
    .check(
      z.refine((entry) => entry.reading !== undefined || kanaPattern.test(entry.name), {
        path: ['reading'],
        error: 'is missing: give the reading in hiragana (only names in kana alone can do without)',
      }),
    );
}

/** The same text in every language. */
export const localizedLine = z.strictObject(
  Object.fromEntries(locales.map((locale) => [locale, line])) as Record<Locale, typeof line>,
);
