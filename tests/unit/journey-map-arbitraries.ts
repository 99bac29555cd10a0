import fc from 'fast-check';
import type { Command } from '../../src/lib/journey-map/commands.ts';
import {
  degrees,
  emptyMap,
  feelings,
  type Items,
  type JourneyMap,
  type ListName,
  laneKinds,
  laneSides,
  limits,
  listNames,
  mapKinds,
  moments,
} from '../../src/lib/journey-map/document.ts';

const text = fc.oneof(fc.string({ maxLength: 30 }), fc.string({ unit: 'grapheme', maxLength: 12 }));
const share = fc.double({ min: 0, max: 1, noNaN: true });
const count = fc.nat({ max: 10_000 });
/** Few ids, so that commands meet what is there. */
const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h');
const optional = { noNullPrototype: true } as const;
/** What is left out of a document where it says nothing. */
const said = text.filter((value) => value !== '');

const persona = fc.record(
  { id, name: text, about: said, goals: fc.array(text, { maxLength: 3 }) },
  {
    ...optional,
    requiredKeys: ['id', 'name', 'goals'],
  },
);
const stage = fc.record(
  {
    id,
    title: text,
    moments: fc.subarray([...moments], { minLength: 1 }),
    churn: share,
    survey: fc.record({ promoters: count, passives: count, detractors: count }, optional),
  },
  { ...optional, requiredKeys: ['id', 'title'] },
);
const lane = fc.record(
  { id, kind: fc.constantFrom(...laneKinds), title: text, side: fc.constantFrom(...laneSides) },
  optional,
);
const card = fc.record(
  {
    id,
    stage: id,
    lane: id,
    text,
    feeling: fc.constantFrom(...feelings),
    hopedFeeling: fc.constantFrom(...feelings),
    term: fc.constantFrom('churn-rate', 'customer-success'),
    evidence: said,
    owner: said,
    effort: fc.constantFrom(...degrees),
    value: fc.constantFrom(...degrees),
  },
  { ...optional, requiredKeys: ['id', 'stage', 'lane', 'text'] },
);
const itemsOf = { personas: persona, stages: stage, lanes: lane, cards: card } as const;
const economics = fc.record(
  { currency: fc.constantFrom('JPY', 'USD', '¤'), arpa: count, grossMargin: share, churn: share },
  { ...optional, requiredKeys: ['currency'] },
);
const list = fc.constantFrom<ListName>(...listNames);
const before = fc.option(id, { nil: undefined });
const holder = fc.constantFrom('stages' as const, 'lanes' as const);

/** Changes to an item: some of its fields, and `null` for some of those that need not be there. */
function changes(name: ListName): fc.Arbitrary<object> {
  const taken: Readonly<Record<ListName, readonly string[]>> = {
    personas: ['about'],
    stages: ['moments', 'churn', 'survey'],
    lanes: [],
    cards: ['feeling', 'hopedFeeling', 'term', 'evidence', 'owner', 'effort', 'value'],
  };
  return fc
    .tuple(itemsOf[name] as fc.Arbitrary<Items[ListName]>, fc.subarray([...taken[name]]), fc.nat({ max: 2 ** 12 }))
    .map(([{ id: _, ...fields }, gone, chosen]) =>
      Object.fromEntries([
        ...Object.entries(fields).filter((_, index) => (chosen >> index) % 2 === 1),
        ...gone.map((field) => [field, null]),
      ]),
    );
}

const simple: fc.Arbitrary<Command> = fc.oneof(
  fc
    .record({ title: text, kind: fc.constantFrom(...mapKinds), notes: text, economics }, { requiredKeys: [] })
    .map((set): Command => ({ type: 'set', changes: set })),
  list.chain((to) =>
    fc
      .tuple(fc.array(itemsOf[to] as fc.Arbitrary<Items[ListName]>, { maxLength: 3 }), before)
      .map(([items, place]) => ({ type: 'add', to, items, ...(place && { before: place }) }) as Command),
  ),
  list.chain((name) =>
    fc
      .tuple(fc.array(id, { maxLength: 3 }), changes(name))
      .map(([ids, changed]) => ({ type: 'change', in: name, ids, changes: changed }) as Command),
  ),
  fc.tuple(list, fc.array(id, { maxLength: 2 })).map(([from, ids]): Command => ({ type: 'remove', from, ids })),
  fc
    .tuple(fc.constantFrom('personas' as const, 'stages' as const, 'lanes' as const), id, before)
    .map(([name, moved, place]): Command => ({ type: 'move', in: name, id: moved, ...(place && { before: place }) })),
  fc.tuple(fc.array(id, { maxLength: 4 }), id, id, before).map(
    ([cards, to, across, place]): Command => ({
      type: 'place',
      cards,
      stage: to,
      lane: across,
      ...(place && { before: place }),
    }),
  ),
  fc
    .tuple(id, stage, fc.array(id, { maxLength: 2 }))
    .map(([split, into, cards]): Command => ({ type: 'split', in: 'stages', id: split, into, cards })),
  fc
    .tuple(id, lane, fc.array(id, { maxLength: 2 }))
    .map(([split, into, cards]): Command => ({ type: 'split', in: 'lanes', id: split, into, cards })),
  fc.tuple(holder, id, id).map(([name, merged, into]): Command => ({ type: 'merge', in: name, id: merged, into })),
);

/** Any command, most of them on a few ids, so that many of them can be done. */
export const anyCommand: fc.Arbitrary<Command> = fc.oneof(
  { arbitrary: simple, weight: 12 },
  { arbitrary: fc.array(simple, { maxLength: 3 }).map((commands): Command => ({ type: 'all', commands })), weight: 1 },
);

const distinct = <Item extends { readonly id: string }>(item: fc.Arbitrary<Item>, minLength = 0) =>
  fc.uniqueArray(item, { selector: (each) => each.id, minLength, maxLength: 6 });

/** Any map whose cards stand in stages and lanes that exist. */
export const anyMap: fc.Arbitrary<JourneyMap> = fc
  .record({
    title: text,
    language: fc.constantFrom('en' as const, 'ja' as const),
    kind: fc.constantFrom(...mapKinds),
    personas: distinct(persona),
    stages: distinct(stage, 1),
    lanes: distinct(lane, 1),
    cards: distinct(card),
    notes: text,
    economics: fc.option(economics, { nil: undefined }),
  })
  .map(({ economics: worth, cards, stages, lanes, ...rest }) => {
    const [firstStage, firstLane] = [stages[0]?.id ?? '', lanes[0]?.id ?? ''];
    return {
      ...emptyMap(rest.language),
      ...rest,
      stages,
      lanes,
      cards: cards.map((each) => ({
        ...each,
        stage: stages.some((known) => known.id === each.stage) ? each.stage : firstStage,
        lane: lanes.some((known) => known.id === each.lane) ? each.lane : firstLane,
      })),
      ...(worth && { economics: worth }),
    };
  });

/** A map as large as speed is promised for. */
export function largeMap(stages = 30, lanes = 12, cards = 2_000): JourneyMap {
  const name = (kind: string, index: number) => `${kind}-${index}`;
  return {
    ...emptyMap('en'),
    title: 'Large',
    stages: Array.from({ length: stages }, (_, index) => ({ id: name('s', index), title: `Stage ${index + 1}` })),
    lanes: Array.from({ length: lanes }, (_, index) => ({
      id: name('l', index),
      kind: laneKinds[index % laneKinds.length] ?? 'free',
      title: '',
      side: 'both' as const,
    })),
    cards: Array.from({ length: Math.min(cards, limits.cards) }, (_, index) => ({
      id: name('c', index),
      stage: name('s', index % stages),
      lane: name('l', Math.floor(index / stages) % lanes),
      text: `Card ${index + 1}: what happens here, in one short sentence`,
      ...(index % 3 === 0 && { feeling: feelings[index % 5] ?? 0 }),
    })),
  };
}
