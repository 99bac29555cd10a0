import type { Kind } from '../../lib/glossary/kinds.ts';

/** The shape of each kind on the map legend, as an SVG path in a square of 10. Several meanings have none. */
export const kindShapes: Readonly<Record<Kind, string | undefined>> = {
  concept: 'M5 0a5 5 0 1 0 0 10a5 5 0 1 0 0-10',
  metric: 'M5 .5 10 9.500H0z',
  practice: 'M.7.7h8.6v8.6H.7z',
  'business-model': 'M5 0l5 5-5 5-5-5z',
  role: 'M5 0l1.5 3.500L10 3.8 7.3 6.2 8.1 10 5 8 1.9 10l.8-3.800L0 3.800l3.5-.3z',
  disambiguation: undefined,
};
