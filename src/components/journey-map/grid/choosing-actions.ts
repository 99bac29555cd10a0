import { cardsAt, type Place, placeTowards } from '../../../lib/journey-map/places.ts';
import type { Arrow } from '../../../lib/journey-map/rearrange.ts';
import type { GridCore } from './grid-state.ts';

/** Choosing several cards, for what is done next. */
export function choosingActions({ now, goTo }: GridCore) {
  const choose = (cards: ReadonlySet<string>) => {
    const { editor, t } = now();
    editor.actions.select(cards);
    editor.actions.announce(t.count('journey.grid.selected', cards.size));
  };
  return {
    toggle: (place: Place = now().place) => {
      if (place.card === undefined) return;
      const cards = new Set(now().editor.selected);
      if (!cards.delete(place.card)) cards.add(place.card);
      choose(cards);
    },
    /** Chooses the card here and the next one on the way. */
    extend: (to: Arrow) => {
      const { editor, table, place } = now();
      const next = placeTowards(table, place, to);
      const ends = [place.card, next.card].filter((card) => card !== undefined);
      choose(new Set([...editor.selected, ...ends]));
      goTo(next);
    },
    chooseCell: () => {
      const { table, place } = now();
      choose(new Set(cardsAt(table, place).map(({ id }) => id)));
    },
    chooseNone: () => now().editor.actions.select([]),
    firstChosen: (): Place => {
      const { map, selected } = now().editor;
      const { id, stage, lane } = map.cards.find((card) => selected.has(card.id)) ?? {};
      return { stage, lane, card: id };
    },
  };
}
