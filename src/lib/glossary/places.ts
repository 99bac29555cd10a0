/**
 * Where a term stands on the map of words: along the way of a purchase, over all of it, or in the ground it grows from
 * (attitudes, markets and ways of doing business).
 */
export const places = ['throughout', 'before', 'purchase', 'after', 'ground'] as const;
export type Place = (typeof places)[number];
