import { failure, type Result, success } from '../result.ts';
import { type Items, type JourneyMap, type ListName, limits } from './document.ts';

/** New values of some fields; `null` takes a field away. */
export type Changes<Item> = {
  readonly [Field in keyof Omit<Item, 'id'>]?: Item[Field] | (undefined extends Item[Field] ? null : never);
};

type InEachList<Shape extends { [Name in ListName]: object }> = Shape[ListName];
/** The lists whose items hold cards. */
type Holder = 'stages' | 'lanes';

type Add = InEachList<{
  [Name in ListName]: { readonly type: 'add'; readonly to: Name; readonly items: readonly Items[Name][] } & Before;
}>;
type Change = InEachList<{
  [Name in ListName]: {
    readonly type: 'change';
    readonly in: Name;
    readonly ids: readonly string[];
    readonly changes: Changes<Items[Name]>;
  };
}>;
type Split = { [Name in Holder]: { readonly type: 'split'; readonly in: Name; readonly into: Items[Name] } }[Holder];

interface Before {
  /** The id of what it then stands before; the last where there is none. */
  readonly before?: string;
}

/**
 * Everything that can be done to a map, as plain data: kept, sent to other tabs and done again. New ids come with it.
 * - `split` puts `into` right after an item and gives it some of its cards; `merge` gives all cards of an item to another.
 * - `place` puts cards, in their order, where a stage and a lane cross.
 * - `all` is done as a whole or not at all.
 */
export type Command =
  | { readonly type: 'set'; readonly changes: Changes<Omit<JourneyMap, 'format' | 'version' | ListName>> }
  | Add
  | Change
  | { readonly type: 'remove'; readonly from: ListName; readonly ids: readonly string[] }
  | ({ readonly type: 'move'; readonly in: Exclude<ListName, 'cards'>; readonly id: string } & Before)
  | ({
      readonly type: 'place';
      readonly cards: readonly string[];
      readonly stage: string;
      readonly lane: string;
    } & Before)
  | (Split & { readonly id: string; readonly cards: readonly string[] })
  | { readonly type: 'merge'; readonly in: Holder; readonly id: string; readonly into: string }
  | { readonly type: 'replace'; readonly map: JourneyMap }
  | { readonly type: 'all'; readonly commands: readonly Command[] };

/** `too-many` and `too-long` name the limit as their field; the others the id that is not known, or taken. */
export type CommandProblem = 'unknown-item' | 'taken-id' | 'too-many' | 'too-long';
type Applied = Result<JourneyMap, CommandProblem>;
type Problem = ReturnType<typeof failure<CommandProblem>> | undefined;

interface Identified {
  readonly id: string;
}

/** Which limit the text of a field is held to. */
const limitOf: Readonly<Record<string, keyof typeof limits>> = {
  id: 'id',
  stage: 'id',
  lane: 'id',
  term: 'id',
  title: 'name',
  name: 'name',
  owner: 'name',
  text: 'text',
  evidence: 'text',
  about: 'text',
  notes: 'notes',
};

/** The first text of an item, or of changes to one, that is longer than it may be. */
function tooLong(fields: object): Problem {
  for (const [field, value] of Object.entries(fields)) {
    const limit = limitOf[field];
    if (limit && typeof value === 'string' && value.length > limits[limit]) return failure('too-long', field);
    if (field !== 'goals' || !Array.isArray(value)) continue;
    if (value.length > limits.goals) return failure('too-many', 'goals');
    if (value.some((goal: string) => goal.length > limits.text)) return failure('too-long', 'goals');
  }
  return undefined;
}

/** The first id that is not in a list. */
function unknown(list: readonly Identified[], ids: readonly string[]): Problem {
  const known = new Set(list.map(({ id }) => id));
  const missing = ids.find((id) => !known.has(id));
  return missing === undefined ? undefined : failure('unknown-item', missing);
}

function placed<Item extends Identified>(list: readonly Item[], items: readonly Item[], before?: string): Item[] {
  const at = before === undefined ? list.length : list.findIndex(({ id }) => id === before);
  return [...list.slice(0, at), ...items, ...list.slice(at)];
}

function changed<Item extends object>(item: Item, changes: object): Item {
  const fields = Object.entries(changes);
  if (fields.every(([field, value]) => (item as Record<string, unknown>)[field] === (value ?? undefined))) return item;
  return Object.fromEntries(
    Object.entries({ ...item, ...changes }).filter(([, value]) => value !== null && value !== undefined),
  ) as Item;
}

/** A list with some items changed; the list itself where nothing changes. */
function changedIn<Item extends Identified>(list: readonly Item[], ids: ReadonlySet<string>, changes: object) {
  const after = list.map((item) => (ids.has(item.id) ? changed(item, changes) : item));
  return after.some((item, index) => item !== list[index]) ? after : list;
}

function withList<Name extends ListName>(map: JourneyMap, name: Name, items: readonly Items[Name][]): JourneyMap {
  return items === map[name] ? map : { ...map, [name]: items };
}

/** What an item of a list refers to has to exist. */
function unknownPlace(map: JourneyMap, name: ListName, fields: object): Problem {
  if (name !== 'cards') return undefined;
  const { stage, lane } = fields as Partial<Items['cards']>;
  const noStage = stage === undefined ? undefined : unknown(map.stages, [stage]);
  return noStage ?? (lane === undefined ? undefined : unknown(map.lanes, [lane]));
}

function add(map: JourneyMap, { to, items, before }: Add): Applied {
  const list: readonly Items[ListName][] = map[to];
  if (list.length + items.length > limits[to]) return failure('too-many', to);
  const taken = new Set(list.map(({ id }) => id));
  for (const item of items) {
    if (taken.has(item.id)) return failure('taken-id', item.id);
    taken.add(item.id);
    const problem = tooLong(item) ?? unknownPlace(map, to, item);
    if (problem) return problem;
  }
  const problem = before === undefined ? undefined : unknown(list, [before]);
  return problem ?? success(items.length === 0 ? map : withList(map, to, placed(list, items, before)));
}

function change(map: JourneyMap, { in: name, ids, changes }: Change): Applied {
  const list: readonly Items[ListName][] = map[name];
  const problem = unknown(list, ids) ?? tooLong(changes) ?? unknownPlace(map, name, changes);
  return problem ?? success(withList(map, name, changedIn(list, new Set(ids), changes)));
}

const holderField = { stages: 'stage', lanes: 'lane' } as const;

function remove(map: JourneyMap, name: ListName, ids: readonly string[]): Applied {
  const problem = unknown(map[name], ids);
  if (problem) return problem;
  if (ids.length === 0) return success(map);
  const gone = new Set(ids);
  const list: readonly Items[ListName][] = map[name];
  const after = withList(
    map,
    name,
    list.filter(({ id }) => !gone.has(id)),
  );
  if (name !== 'stages' && name !== 'lanes') return success(after);
  const field = holderField[name];
  return success({ ...after, cards: map.cards.filter((card) => !gone.has(card[field])) });
}

function move(map: JourneyMap, { in: name, id, before }: Extract<Command, { type: 'move' }>): Applied {
  const list: readonly Items[ListName][] = map[name];
  const problem = unknown(list, before === undefined ? [id] : [id, before]);
  if (problem) return problem;
  if (id === before) return success(map);
  const moved = list.filter((item) => item.id === id);
  const others = list.filter((item) => item.id !== id);
  const after = placed(others, moved, before);
  return success(after.every((item, index) => item === list[index]) ? map : { ...map, [name]: after });
}

function place(map: JourneyMap, { cards, stage, lane, before }: Extract<Command, { type: 'place' }>): Applied {
  const problem =
    unknown(map.cards, before === undefined ? cards : [...cards, before]) ??
    unknown(map.stages, [stage]) ??
    unknown(map.lanes, [lane]);
  if (problem) return problem;
  const chosen = new Set(cards);
  if (chosen.size === 0 || (before !== undefined && chosen.has(before))) return success(map);
  const moved = map.cards.filter(({ id }) => chosen.has(id)).map((card) => changed(card, { stage, lane }));
  const others = map.cards.filter(({ id }) => !chosen.has(id));
  const after = placed(others, moved, before);
  return success(after.every((card, index) => card === map.cards[index]) ? map : { ...map, cards: after });
}

function split(map: JourneyMap, command: Extract<Command, { type: 'split' }>): Applied {
  const { in: name, id, into, cards } = command;
  const field = holderField[name];
  const list: readonly Items[Holder][] = map[name];
  const held = map.cards.filter((card) => card[field] === id);
  const problem = unknown(list, [id]) ?? unknown(held, cards);
  if (problem) return problem;
  const before = list[list.findIndex((item) => item.id === id) + 1]?.id;
  const added = add(map, { type: 'add', to: name, items: [into], ...(before !== undefined && { before }) } as Add);
  if (!added.ok) return added;
  return success({ ...added.value, cards: changedIn(map.cards, new Set(cards), { [field]: into.id }) });
}

function merge(map: JourneyMap, name: Holder, id: string, into: string): Applied {
  const field = holderField[name];
  const problem = unknown(map[name], [id, into]);
  if (problem) return problem;
  if (id === into) return success(map);
  const held = map.cards.filter((card) => card[field] === id).map((card) => card.id);
  const cards = changedIn(map.cards, new Set(held), { [field]: into });
  return remove({ ...map, cards }, name, [id]);
}

function all(map: JourneyMap, commands: readonly Command[]): Applied {
  let after = map;
  for (const command of commands) {
    const applied = apply(after, command);
    if (!applied.ok) return applied;
    after = applied.value;
  }
  return success(after);
}

/** The map after a command; the very same map where nothing changes. */
export function apply(map: JourneyMap, command: Command): Applied {
  switch (command.type) {
    case 'set':
      return tooLong(command.changes) ?? success(changed(map, command.changes));
    case 'add':
      return add(map, command);
    case 'change':
      return change(map, command);
    case 'remove':
      return remove(map, command.from, command.ids);
    case 'move':
      return move(map, command);
    case 'place':
      return place(map, command);
    case 'split':
      return split(map, command);
    case 'merge':
      return merge(map, command.in, command.id, command.into);
    case 'replace':
      return success(command.map);
    case 'all':
      return all(map, command.commands);
    default:
      return command satisfies never;
  }
}
