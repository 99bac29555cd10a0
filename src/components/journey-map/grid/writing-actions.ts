import type { Command } from '../../../lib/journey-map/commands.ts';
import { type LaneKind, limits } from '../../../lib/journey-map/document.ts';
import { neighbor, type Place, placeTowards } from '../../../lib/journey-map/places.ts';
import type { Leaving } from '../TextEditor.tsx';
import { type GridCore, holderAt, type Writing } from './grid-state.ts';

const nothing: Command = { type: 'all', commands: [] };

/** Writing the texts of the table in their places, and adding what is not there yet. */
export function writingActions({ now, set, goTo }: GridCore) {
  const write = (place: Place, writing: Writing) => {
    if (!now().editor.isReadOnly) set({ place, writing });
  };

  const addCard = ({ stage, lane }: Place, placeholder?: string) => {
    if (stage === undefined || lane === undefined) return;
    const { newId } = now().editor.actions;
    const id = newId();
    // A card that says nothing is none.
    const command = (text: string): Command =>
      text.trim() === '' ? nothing : { type: 'add', to: 'cards', items: [{ id, stage, lane, text }] };
    write(
      { stage, lane, card: id },
      { start: '', longest: limits.text, placeholder, going: newId(), command, cancelled: nothing },
    );
  };

  /** A heading is there before it has a name. */
  const addHeading = (place: Place, command: (title: string) => Command) => {
    const { newId, perform } = now().editor.actions;
    const going = newId();
    if (!perform(command(''), { going })) return;
    write(place, { start: '', longest: limits.name, going, command, cancelled: nothing });
  };
  const addStage = (before?: string) => {
    const id = now().editor.actions.newId();
    addHeading({ stage: id }, (title) => ({
      type: 'add',
      to: 'stages',
      items: [{ id, title }],
      ...(before !== undefined && { before }),
    }));
  };
  const addLane = (kind: LaneKind, before?: string) => {
    const { actions, reading } = now().editor;
    const id = actions.newId();
    const side = reading === 'whole' ? 'both' : reading;
    const command = (title: string): Command => ({
      type: 'add',
      to: 'lanes',
      items: [{ id, kind, title, side }],
      ...(before !== undefined && { before }),
    });
    // A lane is called by its kind, unless that says nothing.
    if (kind === 'free') addHeading({ lane: id }, command);
    else if (actions.perform(command(''))) goTo({ lane: id });
  };

  const edit = (place: Place = now().place) => {
    const { map, actions } = now().editor;
    const holder = holderAt(place);
    const card = map.cards.find(({ id }) => id === place.card);
    const going = actions.newId();
    if (holder) {
      const { list, id } = holder;
      const start = map[list].find((each) => each.id === id)?.title ?? '';
      const command = (title: string): Command => ({ type: 'change', in: list, ids: [id], changes: { title } });
      write(place, { start, longest: limits.name, going, command, cancelled: command(start) });
    } else if (card) {
      const command = (text: string): Command => ({ type: 'change', in: 'cards', ids: [card.id], changes: { text } });
      write(place, { start: card.text, longest: limits.text, going, command, cancelled: command(card.text) });
    } else {
      addCard(place);
    }
  };

  return {
    addCard,
    addStage,
    addLane,
    edit,
    /** Adds what stands at the place of the keyboard: a card, or a stage or a lane after the one there. */
    addHere: () => {
      const { place, editor } = now();
      const holder = holderAt(place);
      if (!holder) addCard(place);
      else if (holder.list === 'stages') addStage(neighbor(editor.map.stages, holder.id, 1)?.id);
      else addLane('free', neighbor(editor.map.lanes, holder.id, 1)?.id);
    },
    type: (text: string) => {
      const { editor, state } = now();
      if (state.writing) editor.actions.perform(state.writing.command(text), { going: state.writing.going });
    },
    leave: (leaving: Leaving) => {
      const { editor, state, table } = now();
      const { writing, place } = state;
      if (!writing) return;
      if (leaving === 'cancelled') editor.actions.perform(writing.cancelled, { going: writing.going });
      const beside = leaving === 'next' ? 'right' : leaving === 'previous' ? 'left' : undefined;
      // Whoever has gone elsewhere is not called back.
      if (leaving === 'left') set({ place });
      else goTo(beside ? placeTowards(table, place, beside) : place);
    },
  };
}
