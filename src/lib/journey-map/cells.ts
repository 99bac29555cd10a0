import type { Card, Feeling, JourneyMap, Lane } from './document.ts';

/** The cards where a stage and a lane cross. */
export type Cells = ReadonlyMap<string, readonly Card[]>;

export const cellKey = (stage: string, lane: string): string => `${stage} ${lane}`;

/**
 * The cards of a map by their places. A place that holds the same cards as before is the very same list, so that what is
 * drawn from it need not be drawn again.
 */
export function cellsOf({ cards }: JourneyMap, before?: Cells): Cells {
  const cells = new Map<string, Card[]>();
  for (const card of cards) {
    const key = cellKey(card.stage, card.lane);
    const cell = cells.get(key);
    if (cell) cell.push(card);
    else cells.set(key, [card]);
  }
  if (!before) return cells;
  return new Map(
    [...cells].map(([key, cell]) => {
      const known = before.get(key);
      const isSame = known?.length === cell.length && known.every((card, index) => card === cell[index]);
      return [key, isSame ? known : cell];
    }),
  );
}

/** Mean of what is felt at each stage, −2 to 2; none where no card of the stage says it. */
export function feelingCurve(
  { stages, cards }: JourneyMap,
  field: 'feeling' | 'hopedFeeling',
): readonly (number | undefined)[] {
  const felt = new Map<string, Feeling[]>();
  for (const card of cards) {
    const feeling = card[field];
    if (feeling === undefined) continue;
    const values = felt.get(card.stage);
    if (values) values.push(feeling);
    else felt.set(card.stage, [feeling]);
  }
  return stages.map(({ id }) => {
    const values = felt.get(id);
    return values && values.reduce<number>((sum, value) => sum + value, 0) / values.length;
  });
}

/** How a map is read: as a whole, or from one side. */
export const readings = ['whole', 'buyer', 'seller'] as const;
export type Reading = (typeof readings)[number];

/** The lanes that belong to a reading; all of them is the very list of the map. */
export function lanesOf({ lanes }: JourneyMap, reading: Reading): readonly Lane[] {
  return reading === 'whole' ? lanes : lanes.filter(({ side }) => side === 'both' || side === reading);
}
