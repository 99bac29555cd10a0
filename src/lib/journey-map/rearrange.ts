import type { Command } from './commands.ts';
import type { Card, JourneyMap } from './document.ts';
import { cardsAt, type MapTable, neighbor } from './places.ts';

export type Arrow = 'left' | 'right' | 'up' | 'down';

/** Moves one card before or after the other cards of its cell. */
function movedInCell(table: MapTable, card: Card, arrow: 'up' | 'down'): Command | undefined {
  const { id, stage, lane } = card;
  const cards = cardsAt(table, card);
  const at = cards.indexOf(card);
  const other = cards[arrow === 'up' ? at - 1 : at + 1];
  if (!other) return undefined;
  const before = arrow === 'up' ? other.id : cards[at + 2]?.id;
  return { type: 'place', cards: [id], stage, lane, ...(before !== undefined && { before }) };
}

/** The place beside that of a card, across or down; undefined at the edge. */
function besideCard(table: MapTable, { stage, lane }: Card, arrow: Arrow) {
  const offset = arrow === 'right' || arrow === 'down' ? 1 : -1;
  const isAcross = arrow === 'left' || arrow === 'right';
  const to = isAcross ? neighbor(table.stages, stage, offset) : neighbor(table.lanes, lane, offset);
  return to && (isAcross ? { stage: to.id, lane } : { stage, lane: to.id });
}

/**
 * Moves cards one place on, all of them or none: a single card passes the others of its cell first. Undefined at the
 * edge of the table.
 */
export function movedCards(
  table: MapTable,
  map: JourneyMap,
  ids: ReadonlySet<string>,
  arrow: Arrow,
): Command | undefined {
  const cards = map.cards.filter(({ id }) => ids.has(id));
  const [only] = cards.length === 1 ? cards : [];
  const inCell = only && (arrow === 'up' || arrow === 'down') ? movedInCell(table, only, arrow) : undefined;
  if (inCell) return inCell;
  const commands = cards.flatMap((card): Command[] => {
    const to = besideCard(table, card, arrow);
    // Downwards a card comes first, so that the same key the other way brings it back.
    const first = to && only && arrow === 'down' ? cardsAt(table, to)[0] : undefined;
    return to ? [{ type: 'place', cards: [card.id], ...to, ...(first && { before: first.id }) }] : [];
  });
  return commands.length === cards.length ? { type: 'all', commands } : undefined;
}

/** Moves a stage or a lane past the one beside it in the table; undefined at the edge. */
export function movedHolder(
  table: MapTable,
  map: JourneyMap,
  name: 'stages' | 'lanes',
  id: string,
  offset: 1 | -1,
): Command | undefined {
  const beside = neighbor<{ readonly id: string }>(table[name], id, offset);
  if (!beside) return undefined;
  const before = offset === -1 ? beside.id : neighbor<{ readonly id: string }>(map[name], beside.id, 1)?.id;
  return { type: 'move', in: name, id, ...(before !== undefined && { before }) };
}
