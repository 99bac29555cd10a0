import type { Command } from '../../../lib/journey-map/commands.ts';
import type { Card } from '../../../lib/journey-map/document.ts';
import { cardsAt, neighbor, type Place, placeWithout } from '../../../lib/journey-map/places.ts';
import { type Arrow, movedCards, movedHolder } from '../../../lib/journey-map/rearrange.ts';
import { type GridCore, type HolderList, holderAt, meantAt, namesAt } from './grid-state.ts';

interface Item {
  readonly id: string;
}

/** Moving, doubling, merging and taking away what stands in the table. */
export function arrangingActions({ now, goTo }: GridCore) {
  const cardsIn = (field: 'stage' | 'lane', id: string) => {
    const { editor, t } = now();
    return t.count('journey.cards', editor.map.cards.filter((card) => card[field] === id).length);
  };

  /** Goes to where a card now is, and says where that is. */
  const follow = (id: string | undefined) => {
    const { editor, t } = now();
    const { cards } = editor.actions.current();
    const card = cards.find((each) => each.id === id);
    if (!card) return;
    const { stage, lane } = card;
    const cell = cards.filter((each) => each.stage === stage && each.lane === lane);
    const position = { number: cell.indexOf(card) + 1, count: cell.length };
    editor.actions.announce(t('journey.grid.cardMoved', { ...namesAt(now(), card), ...position }));
    goTo({ stage, lane, card: card.id });
  };

  const moveHolder = (place: Place, list: HolderList, id: string, arrow: Arrow) => {
    const { editor, table, t } = now();
    const isAlong = (list === 'stages') === (arrow === 'left' || arrow === 'right');
    const offset = arrow === 'right' || arrow === 'down' ? 1 : -1;
    const command = isAlong ? movedHolder(table, editor.map, list, id, offset) : undefined;
    if (!command) return;
    const items: readonly Item[] = table[list];
    const number = items.findIndex((item) => item.id === id) + 1 + offset;
    const name = namesAt(now(), place)[list === 'stages' ? 'stage' : 'lane'];
    const said = t('journey.grid.headingMoved', { name, number, count: items.length });
    if (editor.actions.perform(command, { said })) goTo(place);
  };

  const removeHolder = (place: Place, list: HolderList, field: 'stage' | 'lane', id: string) => {
    const { editor, table, t } = now();
    const items: readonly Item[] = table[list];
    const next = (neighbor(items, id, 1) ?? neighbor(items, id, -1))?.id;
    const said = t('journey.grid.removed', { name: namesAt(now(), place)[field], cards: cardsIn(field, id) });
    if (editor.actions.perform({ type: 'remove', from: list, ids: [id] }, { said })) goTo({ [field]: next });
  };

  return {
    remove: (place: Place = now().place) => {
      const { editor, table, t } = now();
      const holder = holderAt(place);
      if (holder) return removeHolder(place, holder.list, holder.field, holder.id);
      const cards = meantAt(now(), place);
      if (cards.size === 0) return;
      const said = t.count('journey.grid.cardsRemoved', cards.size);
      const after = placeWithout(table, place, cards);
      if (!editor.actions.perform({ type: 'remove', from: 'cards', ids: [...cards] }, { said })) return;
      editor.actions.select([]);
      goTo(after);
    },
    move: (arrow: Arrow, place: Place = now().place) => {
      const { editor, table } = now();
      const holder = holderAt(place);
      if (holder) return moveHolder(place, holder.list, holder.id, arrow);
      const command = movedCards(table, editor.map, meantAt(now(), place), arrow);
      if (command && editor.actions.perform(command)) follow(place.card);
    },
    placeCards: (cards: ReadonlySet<string>, stage: string, lane: string, before: string | undefined) => {
      const [first] = cards;
      const command: Command = {
        type: 'place',
        cards: [...cards],
        stage,
        lane,
        ...(before !== undefined && { before }),
      };
      if (now().editor.actions.perform(command)) follow(first);
    },
    duplicate: (place: Place) => {
      const { editor, table } = now();
      const cards = meantAt(now(), place);
      const copied = editor.map.cards.filter(({ id }) => cards.has(id));
      const items = copied.map((card): Card => ({ ...card, id: editor.actions.newId() }));
      const next = copied.length === 1 ? neighbor(cardsAt(table, place), place.card ?? '', 1) : undefined;
      const command: Command = { type: 'add', to: 'cards', items, ...(next && { before: next.id }) };
      if (editor.actions.perform(command)) goTo({ ...place, card: items[0]?.id });
    },
    merge: (list: HolderList, id: string, into: string) => {
      const { editor, t } = now();
      const field = list === 'stages' ? 'stage' : 'lane';
      const nameOf = (each: string) => namesAt(now(), { [field]: each })[field];
      const said = t('journey.grid.merged', { name: nameOf(id), into: nameOf(into), cards: cardsIn(field, id) });
      if (editor.actions.perform({ type: 'merge', in: list, id, into }, { said })) goTo({ [field]: into });
    },
  };
}
