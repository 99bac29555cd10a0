import * as z from 'zod/mini';
import { type Locale, localeFacts, locales } from '../i18n/locales.ts';
import { calculatorNames } from '../i18n/routes.ts';
import { measureNames } from '../metrics/measure-names.ts';
import { alias, day, described, line, reading, shortDefinition, slug } from './fields.ts';
import { kinds } from './kinds.ts';
import { places } from './places.ts';

const slugs = z._default(z.array(slug), []);
export const formerSlugs = described(slugs, 'Slugs the page had before: their addresses lead to this one, for ever');

export const sourceSchema = z.strictObject({
  reference: described(slug, 'Id of the work in references.json'),
  locator: z.optional(
    described(
      z.strictObject(
        Object.fromEntries(
          ['page', 'chapter', 'section', 'table', 'figure', 'equation'].map((part) => [part, z.optional(line)]),
        ) as Record<'page' | 'chapter' | 'section' | 'table' | 'figure' | 'equation', z.ZodMiniOptional<typeof line>>,
      ),
      'Where in the work: page, chapter, section, table, figure or equation, as printed there',
    ),
  ),
  languages: z.optional(
    described(
      z.array(z.enum(locales)).check(z.minLength(1)),
      'Languages whose page lists this source; left out: every language',
    ),
  ),
});

export type Source = z.infer<typeof sourceSchema>;

/** The sources that a page lists in a language. */
export function sourcesIn(sources: readonly Source[], locale: Locale): readonly Source[] {
  return sources.filter(({ languages }) => languages === undefined || languages.includes(locale));
}

/** `terms/<slug>/concept.yaml`: what is true of a term in every language. */
export const conceptSchema = z
  .strictObject({
    kind: described(z.enum(kinds), 'What sort of thing the term names'),
    place: described(z.enum(places), 'Where the term stands on the map of words'),
    relations: z._default(
      described(
        z.strictObject({
          broader: described(slugs, 'Wider terms, of which this is a kind or a part; "narrower" is worked out from it'),
          related: described(slugs, 'Terms a reader of this one needs next; written on one side only'),
          contrastsWith: described(slugs, 'Terms this one is set against; written on one side only'),
        }),
        'Links between terms, each written once in the whole glossary',
      ),
      { broader: [], related: [], contrastsWith: [] },
    ),
    disambiguates: described(slugs, 'For a disambiguation: the terms the name may mean'),
    measure: z.optional(
      described(z.enum(measureNames), 'The function in src/lib/metrics that works the term out; gives its formula'),
    ),
    calculators: described(z._default(z.array(z.enum(calculatorNames)), []), 'Calculators that work the term out'),
    sources: described(z._default(z.array(sourceSchema), []), 'Works cited on the page and for further reading'),
    formerSlugs,
  })
  .check(
    z.refine((concept) => (concept.kind === 'disambiguation') === concept.disambiguates.length > 0, {
      path: ['disambiguates'],
      error: 'belongs to the kind "disambiguation" and to no other: list the terms meant, or change the kind',
    }),
  );

export type Concept = z.infer<typeof conceptSchema>;

export const keywords = described(
  z._default(z.array(line), []),
  'Words people search by that are no synonyms; never shown',
);

/** Front matter of `terms/<slug>/<language>.mdx`: the names of a term and its definition in one language. */
export function termTextSchema(locale: Locale) {
  const shared = {
    term: described(line, 'The name of the term'),
    aliases: described(z._default(z.array(alias(locale)), []), 'True synonyms, shown on the page and in exports'),
    keywords,
    definition: described(shortDefinition(locale), 'One plain sentence that stands alone in a preview'),
    reviewed: described(day, 'The day somebody last checked the whole page'),
  };
  const withReading = z.strictObject({ ...shared, reading: described(reading, 'How the name is read, in hiragana') });
  return localeFacts[locale].hasReadings ? withReading : z.strictObject(shared);
}

export interface Alias {
  readonly name: string;
  readonly reading?: string | undefined;
}

export interface TermText {
  readonly term: string;
  readonly reading?: string | undefined;
  readonly aliases: readonly Alias[];
  readonly keywords: readonly string[];
  readonly definition: string;
  readonly reviewed: string;
}

/** `comparisons/<slug>/comparison.yaml`. */
export const comparisonSchema = z.strictObject({
  terms: described(
    z.array(slug).check(z.minLength(2, 'needs at least two terms')),
    'The terms compared, in the order of the table columns',
  ),
  sources: described(z._default(z.array(sourceSchema), []), 'Works cited on the page and for further reading'),
  formerSlugs,
});

export type Comparison = z.infer<typeof comparisonSchema>;

/** Front matter of `comparisons/<slug>/<language>.mdx`. */
export function comparisonTextSchema(locale: Locale) {
  return z.strictObject({
    title: described(line, 'What is compared, as a heading'),
    definition: described(shortDefinition(locale), 'The difference in one breath'),
    keywords,
    rows: described(
      z
        .array(
          z.strictObject({
            id: described(slug, 'Stable name of the row, the same in every language'),
            aspect: described(line, 'What is compared in this row'),
            cells: described(z.array(line), 'One cell per term, in the order of `terms`'),
          }),
        )
        .check(z.minLength(3, 'needs at least three rows')),
      'The table',
    ),
    reviewed: described(day, 'The day somebody last checked the whole page'),
  });
}

export type ComparisonText = z.infer<ReturnType<typeof comparisonTextSchema>>;
