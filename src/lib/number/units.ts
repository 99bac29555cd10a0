/** What a number on the site counts. Ratios are 0–1 inside the code; percent exists only at the edge. */
export const units = ['money', 'ratio', 'months', 'count', 'points'] as const;
export type Unit = (typeof units)[number];
