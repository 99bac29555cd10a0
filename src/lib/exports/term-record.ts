import * as z from 'zod/mini';
import { described, reading, slug } from '../glossary/fields.ts';
import { kinds } from '../glossary/kinds.ts';
import { places } from '../glossary/places.ts';
import { relationKinds } from '../glossary/term-graph.ts';
import { localeFacts, locales } from '../i18n/locales.ts';

const address = z.url();
const text = z.string().check(z.minLength(1));
const readingOfName = z.optional(described(reading, 'How the name is read, in hiragana; Japanese only'));

/** A list in which nothing stands twice. */
function list<Item extends z.core.$ZodType>(item: Item, description: string, least = 0) {
  return z.array(item).check(z.minLength(least)).register(z.globalRegistry, { description, uniqueItems: true });
}

/** Where a record says that it follows this schema. */
const schemaOf = (name: string) => z.url().check(z.regex(new RegExp(`/schemas/${name}/v1\\.json$`)));

const withReading = { type: 'object', properties: { reading: true }, required: ['reading'] };
const withoutReading = {
  type: 'object',
  properties: {
    reading: false,
    aliases: { type: 'array', items: { type: 'object', properties: { reading: false } } },
  },
};
const each = (item: object) => ({ type: 'object', properties: { terms: { type: 'array', items: item } } });

/** What JSON Schema can say of several fields at once and zod cannot: in which languages names have readings. */
function byLanguage(withReadings: object, withoutReadings: object) {
  const language = { enum: locales.filter((locale) => localeFacts[locale].hasReadings) };
  // biome-ignore lint/suspicious/noThenProperty: a word of JSON Schema
  return { if: { type: 'object', properties: { language } }, then: withReadings, else: withoutReadings };
}

const alias = z.strictObject({ name: text, reading: readingOfName });

/** What a list of terms says of each. */
const summary = {
  slug: described(slug, 'Stable name of the term, the same in every language; never changes'),
  kind: described(z.enum(kinds), 'What sort of thing the term names'),
  place: described(z.enum(places), 'Where it stands along the way of a purchase'),
  term: described(text, 'Name of the term'),
  reading: readingOfName,
  aliases: list(alias, 'True synonyms'),
  definition: described(text, 'One sentence that stands alone; plain text'),
  reviewed: described(z.iso.date(), 'The day somebody last checked the page'),
  page: described(address, 'The page for readers'),
  record: described(address, 'This term alone, as JSON'),
};

const header = {
  version: described(z.literal(1), 'Version of this format'),
  language: described(z.enum(locales), 'Language of names and definitions'),
  license: described(address, 'Licence of the texts'),
};

/** `/api/v1/{lang}/terms.json`. */
export const termListSchema = z
  .strictObject({
    $schema: schemaOf('terms'),
    ...header,
    title: text,
    terms: list(z.strictObject(summary), 'Every term', 1),
  })
  .register(z.globalRegistry, {
    title: 'Terms of Customer Atlas',
    description: 'Every term in one language',
    ...byLanguage(each(withReading), each(withoutReading)),
  });

/** `/api/v1/{lang}/terms/{slug}.json`. */
export const termRecordSchema = z
  .strictObject({
    $schema: schemaOf('term'),
    ...header,
    ...summary,
    translations: list(
      z.strictObject({ language: z.enum(locales), term: text, record: address }),
      'The same term in the other languages',
      locales.length - 1,
    ),
    relations: list(
      z.strictObject({ relation: z.enum(relationKinds), slug, record: address }),
      'How the term stands to others, the strongest relation first',
    ),
    sources: list(z.strictObject({ id: slug, citation: text, url: z.optional(address) }), 'Works the page names'),
  })
  .register(z.globalRegistry, {
    title: 'A term of Customer Atlas',
    description: 'One term in one language',
    ...byLanguage(withReading, withoutReading),
  });

export type TermSummary = z.infer<typeof termListSchema>['terms'][number];
export type TermList = z.infer<typeof termListSchema>;
export type TermRecord = z.infer<typeof termRecordSchema>;
