import * as z from 'zod/mini';
import type { Locale } from '../i18n/locales.ts';
import { formerSlugs, keywords, sourceSchema } from './concept.ts';
import { day, described, line, shortDefinition, slug } from './fields.ts';

/** `guides/<slug>/guide.yaml`. */
export const guideSchema = z.strictObject({
  order: described(z.int('is not whole: give a whole number'), 'Place among the guides, for a newcomer who reads all'),
  sections: described(
    z.array(slug).check(z.minLength(2, 'needs at least two sections')),
    'Anchors of the headings, in their order: the same in every language, for ever',
  ),
  sources: described(z._default(z.array(sourceSchema), []), 'Works cited on the page and for further reading'),
  formerSlugs,
});

export type Guide = z.infer<typeof guideSchema>;

/** Front matter of `guides/<slug>/<language>.mdx`. */
export function guideTextSchema(locale: Locale) {
  return z.strictObject({
    title: described(line, 'What the guide is about, as a heading'),
    definition: described(shortDefinition(locale), 'What the reader knows afterwards'),
    keywords,
    reviewed: described(day, 'The day somebody last checked the whole page'),
  });
}

export type GuideText = z.infer<ReturnType<typeof guideTextSchema>>;
