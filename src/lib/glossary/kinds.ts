/** What sort of thing a term names. The map legend of the site: each kind has a colour, a shape and a word. */
export const kinds = ['concept', 'metric', 'practice', 'business-model', 'role', 'disambiguation'] as const;
export type Kind = (typeof kinds)[number];
