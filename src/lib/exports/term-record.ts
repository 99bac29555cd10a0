import * as z from 'zod/mini';
import { described } from '../glossary/fields.ts';
import { kinds } from '../glossary/kinds.ts';
import { places } from '../glossary/places.ts';
import { relationKinds } from '../glossary/term-graph.ts';
import { locales } from '../i18n/locales.ts';

const address = z.url();

const alias = z.strictObject({
  name: z.string(),
  reading: z.optional(described(z.string(), 'How the name is read, in hiragana; Japanese only')),
});

/** What a list of terms says of each. */
const summary = {
  slug: described(z.string(), 'Stable name of the term, the same in every language; never changes'),
  kind: described(z.enum(kinds), 'What sort of thing the term names'),
  place: described(z.enum(places), 'Where it stands along the way of a purchase'),
  term: described(z.string(), 'Name of the term'),
  reading: z.optional(described(z.string(), 'How the name is read, in hiragana; Japanese only')),
  aliases: described(z.array(alias), 'True synonyms'),
  definition: described(z.string(), 'One sentence that stands alone; plain text'),
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
    $schema: address,
    ...header,
    title: z.string(),
    terms: z.array(z.strictObject(summary)),
  })
  .register(z.globalRegistry, { title: 'Terms of Customer Atlas', description: 'Every term in one language' });

/** `/api/v1/{lang}/terms/{slug}.json`. */
export const termRecordSchema = z
  .strictObject({
    $schema: address,
    ...header,
    ...summary,
    translations: described(
      z.array(z.strictObject({ language: z.enum(locales), term: z.string(), record: address })),
      'The same term in the other languages',
    ),
    relations: described(
      z.array(z.strictObject({ relation: z.enum(relationKinds), slug: z.string(), record: address })),
      'How the term stands to others, the strongest relation first',
    ),
    sources: described(
      z.array(
        z.strictObject({
          id: z.string(),
          citation: z.string(),
          url: z.optional(address),
        }),
      ),
      'Works the page names',
    ),
  })
  .register(z.globalRegistry, { title: 'A term of Customer Atlas', description: 'One term in one language' });

export type TermSummary = z.infer<typeof termListSchema>['terms'][number];
export type TermList = z.infer<typeof termListSchema>;
export type TermRecord = z.infer<typeof termRecordSchema>;
