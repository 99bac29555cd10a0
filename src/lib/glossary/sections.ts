/**
 * The sections a page is made of, in reading order. Authors write the heading in their language
 * (interface string `section.<id>`); the id is the anchor, the same in every language, and never changes.
 */
export const termSections = [
  'plain',
  'meanings',
  'why',
  'origin',
  'how',
  'practice',
  'example',
  'evidence',
  'confusions',
  'mistakes',
  'try',
] as const;
export const comparisonSections = ['overlap', 'which', 'example', 'mistakes'] as const;
/** Sections that the template adds to every page. */
export const templateSections = ['definition', 'related', 'sources', 'check'] as const;

export type SectionId = (typeof termSections)[number] | (typeof comparisonSections)[number];

export const authorSections: readonly SectionId[] = [...new Set<SectionId>([...termSections, ...comparisonSections])];
