import { feelings, type JourneyMap, laneKinds } from '../../../lib/journey-map/document.ts';
import { type MapTable, neighbor, type Place } from '../../../lib/journey-map/places.ts';
import type { MenuItem, OpenMenu } from '../Menu.tsx';
import type { Translate } from '../messages.ts';
import type { Editor } from '../use-editor.ts';
import type { HolderList } from './grid-state.ts';
import type { GridActions } from './use-grid.ts';

/** What the items of a menu act on. */
export interface MenuContext {
  readonly editor: Editor;
  readonly table: MapTable;
  readonly actions: GridActions;
  readonly t: Translate;
}
type Groups = OpenMenu['groups'];

export function cardMenu({ editor, actions, t }: MenuContext, place: Place): Groups {
  const { map, selected } = editor;
  const card = map.cards.find(({ id }) => id === place.card);
  const cards = [...actions.meant(place)];
  if (!card) return [];
  const feel = (feeling: (typeof feelings)[number] | null): MenuItem => ({
    label: feeling === null ? t('journey.feeling.unsaid') : t(`journey.feeling.${feeling}`),
    isChecked: (card.feeling ?? null) === feeling,
    onChoose: () => {
      editor.actions.perform({ type: 'change', in: 'cards', ids: cards, changes: { feeling } });
      actions.goTo(place);
    },
  });
  return [
    {
      items: [
        { label: t('journey.grid.edit'), onChoose: () => actions.edit(place) },
        { label: t('journey.grid.details'), onChoose: () => actions.open('card', place) },
        { label: t('journey.grid.moveTo'), onChoose: () => actions.open('move', place) },
        { label: t('journey.grid.move.up'), onChoose: () => actions.move('up', place) },
        { label: t('journey.grid.move.down'), onChoose: () => actions.move('down', place) },
        { label: t('journey.grid.duplicate'), onChoose: () => actions.duplicate(place) },
        {
          label: t(selected.has(card.id) ? 'journey.grid.unselect' : 'journey.grid.select'),
          onChoose: () => {
            actions.toggle(place);
            actions.goTo(place);
          },
        },
        { label: t('journey.grid.delete'), onChoose: () => actions.remove(place) },
      ],
    },
    { label: t('journey.card.feeling'), items: [...feelings].reverse().map(feel).concat(feel(null)) },
  ];
}

/** The parts of the menu that stages and lanes share. */
function holderItems({ table, actions, t }: MenuContext, list: HolderList, id: string, place: Place) {
  const items: readonly { readonly id: string }[] = table[list];
  const [before, after] = [neighbor(items, id, -1), neighbor(items, id, 1)];
  const [backward, forward] = list === 'stages' ? (['left', 'right'] as const) : (['up', 'down'] as const);
  return {
    change: [
      { label: t('journey.grid.rename'), onChoose: () => actions.edit(place) },
      { label: t(`journey.grid.settings.${list}`), onChoose: () => actions.open('holder', place) },
    ],
    arrange: [
      ...(before ? [{ label: t(`journey.grid.move.${backward}`), onChoose: () => actions.move(backward, place) }] : []),
      ...(after ? [{ label: t(`journey.grid.move.${forward}`), onChoose: () => actions.move(forward, place) }] : []),
      { label: t('journey.grid.split'), onChoose: () => actions.open('split', place) },
      ...(before
        ? [{ label: t('journey.grid.merge.previous'), onChoose: () => actions.merge(list, id, before.id) }]
        : []),
      ...(after ? [{ label: t('journey.grid.merge.next'), onChoose: () => actions.merge(list, after.id, id) }] : []),
      { label: t('journey.grid.delete'), onChoose: () => actions.remove(place) },
    ],
  };
}

export function stageMenu(context: MenuContext, stage: string): Groups {
  const { table, actions, t } = context;
  const { change, arrange } = holderItems(context, 'stages', stage, { stage });
  const next = neighbor(table.stages, stage, 1)?.id;
  return [
    { items: change },
    {
      items: [
        { label: t('journey.grid.addBefore'), onChoose: () => actions.addStage(stage) },
        { label: t('journey.grid.addAfter'), onChoose: () => actions.addStage(next) },
      ],
    },
    { items: arrange },
  ];
}

export function laneMenu(context: MenuContext, lane: string): Groups {
  const { editor, actions, t } = context;
  const { change, arrange } = holderItems(context, 'lanes', lane, { lane });
  const next = neighbor(editor.map.lanes, lane, 1)?.id;
  return [
    { items: change },
    {
      items: [
        { label: t('journey.grid.addAbove'), onChoose: () => actions.addLane('free', lane) },
        { label: t('journey.grid.addBelow'), onChoose: () => actions.addLane('free', next) },
      ],
    },
    { items: arrange },
  ];
}

/** The kinds a new lane can be of; those the map has not yet come first. */
export function newLaneMenu({ editor, actions, t }: MenuContext): Groups {
  const there = new Set<JourneyMap['lanes'][number]['kind']>(editor.map.lanes.map(({ kind }) => kind));
  const item = (kind: (typeof laneKinds)[number]): MenuItem => ({
    label: t(`journey.lane.${kind}`),
    onChoose: () => actions.addLane(kind),
  });
  const groups = [laneKinds.filter((kind) => !there.has(kind)), laneKinds.filter((kind) => there.has(kind))];
  return groups.filter((kinds) => kinds.length > 0).map((kinds) => ({ items: kinds.map(item) }));
}
