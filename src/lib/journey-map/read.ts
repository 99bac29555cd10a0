import { locales } from '../i18n/locales.ts';
import { failure, type Result, success } from '../result.ts';
import {
  type Card,
  currentVersion,
  degrees,
  type Economics,
  emptyMap,
  feelings,
  type Items,
  type JourneyMap,
  journeyMapFormat,
  type Lane,
  type ListName,
  laneKinds,
  laneSides,
  limits,
  listNames,
  mapKinds,
  moments,
  type Persona,
  type Stage,
  type Survey,
} from './document.ts';
import { FieldReader, fieldsOf, listOf, type Note, type Repair } from './field-reader.ts';
import { migrated } from './migrations.ts';

export interface ReadMap {
  readonly map: JourneyMap;
  readonly repairs: readonly Repair[];
  /** Written by a newer version: what this one knows of it is shown, and must not be written back. */
  readonly isNewer: boolean;
}

/** `too-many` names the list that is too long. */
export type ReadProblem = 'not-a-journey-map' | 'too-many';

const isShare = (value: number) => value >= 0 && value <= 1;
const isAmount = (value: number) => value >= 0 && Number.isFinite(value);
const isCount = (value: number) => value >= 0 && Number.isSafeInteger(value);

const idPattern = /^[\w-]+$/;
const isId = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= limits.id && idPattern.test(value);

function readSurvey(reader: FieldReader): { readonly survey?: Survey } {
  const inner = reader.within('survey');
  if (!inner) return {};
  const { promoters } = inner.optionalNumber('promoters', isCount);
  const { passives } = inner.optionalNumber('passives', isCount);
  const { detractors } = inner.optionalNumber('detractors', isCount);
  inner.noteUnknown();
  const isWhole = promoters !== undefined && passives !== undefined && detractors !== undefined;
  if (isWhole) return { survey: { promoters, passives, detractors } };
  reader.leaveOut('survey');
  return {};
}

function readMoments(reader: FieldReader): Pick<Stage, 'moments'> {
  const named = listOf(reader.take('moments'));
  const known = moments.filter((moment) => named.includes(moment));
  if (known.length < named.length) reader.leaveOut('moments');
  return known.length > 0 ? { moments: known } : {};
}

function readEconomics(reader: FieldReader): { readonly economics?: Economics } {
  const inner = reader.within('economics');
  if (!inner) return {};
  const currency = inner.text('currency', limits.currency);
  const economics: Economics = {
    currency,
    ...inner.optionalNumber('arpa', isAmount),
    ...inner.optionalNumber('grossMargin', isShare),
    ...inner.optionalNumber('churn', isShare),
  };
  inner.noteUnknown();
  if (currency !== '') return { economics };
  reader.leaveOut('economics');
  return {};
}

/** How the items of each list are read, once their id is. */
const itemReaders: { readonly [Name in ListName]: (reader: FieldReader, id: string) => Items[Name] } = {
  personas: (reader, id): Persona => ({
    id,
    name: reader.text('name', limits.name),
    ...reader.optionalText('about', limits.text),
    goals: reader.texts('goals', limits.goals, limits.text),
  }),
  stages: (reader, id): Stage => ({
    id,
    title: reader.text('title', limits.name),
    ...readMoments(reader),
    ...reader.optionalNumber('churn', isShare),
    ...readSurvey(reader),
  }),
  lanes: (reader, id): Lane => ({
    id,
    kind: reader.oneOf('kind', laneKinds, 'free'),
    title: reader.text('title', limits.name),
    side: reader.oneOf('side', laneSides, 'both'),
  }),
  cards: (reader, id): Card => {
    const place = (field: 'stage' | 'lane') => {
      const value = reader.take(field);
      return isId(value) ? value : '';
    };
    const term = reader.take('term');
    if (term !== undefined && !isId(term)) reader.leaveOut('term');
    return {
      id,
      stage: place('stage'),
      lane: place('lane'),
      text: reader.text('text', limits.text),
      ...reader.optionalOneOf('feeling', feelings),
      ...reader.optionalOneOf('hopedFeeling', feelings),
      ...(isId(term) && { term }),
      ...reader.optionalText('evidence', limits.text),
      ...reader.optionalText('owner', limits.name),
      ...reader.optionalOneOf('effort', degrees),
      ...reader.optionalOneOf('value', degrees),
    };
  },
};

/** The first id of the shape `cards-12` that is free. */
function freeId(name: ListName, index: number, taken: ReadonlySet<string>): string {
  let number = index + 1;
  while (taken.has(`${name}-${number}`)) number += 1;
  return `${name}-${number}`;
}

function readList<Name extends ListName>(name: Name, value: unknown, note: Note): Items[Name][] {
  const list = listOf(value);
  if (!Array.isArray(value) && value !== undefined) note('left-out', name);
  // An id that stands somewhere in the list is not given to another item.
  const taken = new Set(list.map((item) => fieldsOf(item)?.id).filter(isId));
  const given = new Set<string>();
  return list.flatMap((item, index) => {
    const place = `${name}.${index}`;
    const fields = fieldsOf(item);
    if (!fields) {
      note('left-out', place);
      return [];
    }
    const reader = new FieldReader(fields, place, note);
    const own = reader.take('id');
    const hasOwn = isId(own) && !given.has(own);
    if (!hasOwn) note('new-id', place);
    const id = hasOwn ? own : freeId(name, index, taken);
    taken.add(id);
    given.add(id);
    const read = itemReaders[name](reader, id);
    reader.noteUnknown();
    return [read];
  });
}

/** The stages or lanes with those added that cards name although they are missing. */
function withMissing<Holder extends Stage | Lane>(
  holders: readonly Holder[],
  named: Iterable<string>,
  create: (id: string) => Holder,
  onAdded: (id: string) => void,
): readonly Holder[] {
  const known = new Set(holders.map(({ id }) => id));
  const missing = [...new Set(named)].filter((id) => !known.has(id));
  missing.forEach(onAdded);
  return [...holders, ...missing.map(create)];
}

/** Cards without a usable stage or lane go to one of their own. */
const lost = 'lost';

function withPlaces(map: JourneyMap, note: Note): JourneyMap {
  const cards = map.cards.map((card) =>
    card.stage && card.lane ? card : { ...card, stage: card.stage || lost, lane: card.lane || lost },
  );
  const title = (id: string) => (id === lost ? '?' : id);
  const stages = withMissing(
    map.stages,
    cards.map(({ stage }) => stage),
    (id): Stage => ({ id, title: title(id) }),
    (id) => note('added', `stages.${id}`),
  );
  const lanes = withMissing(
    map.lanes,
    cards.map(({ lane }) => lane),
    (id): Lane => ({ id, kind: 'free', title: title(id), side: 'both' }),
    (id) => note('added', `lanes.${id}`),
  );
  return { ...map, stages, lanes, cards };
}

/**
 * A journey map from a value that may be anything, of any version. Never throws. What can be mended is mended and told;
 * what is longer than a map can hold is refused, for the rest of it would be lost.
 */
export function readJourneyMap(value: unknown): Result<ReadMap, ReadProblem> {
  const given = fieldsOf(value);
  const version = given?.version;
  if (given?.format !== journeyMapFormat || typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    return failure('not-a-journey-map');
  }
  const isNewer = version > currentVersion;
  const fields = isNewer ? given : fieldsOf(migrated(given, version));
  if (!fields) return failure('not-a-journey-map');
  const tooLong = listNames.find((name) => listOf(fields[name]).length > limits[name]);
  if (tooLong) return failure('too-many', tooLong);
  const repairs: Repair[] = [];
  const note: Note = (kind, place) => repairs.push({ kind, place });
  const reader = new FieldReader(fields, '', note);
  for (const field of ['format', 'version', '$schema']) reader.take(field);
  const language = reader.oneOf('language', locales, 'en');
  const map = withPlaces(
    {
      ...emptyMap(language),
      title: reader.text('title', limits.name),
      kind: reader.oneOf('kind', mapKinds, 'as-is'),
      personas: readList('personas', reader.take('personas'), note),
      stages: readList('stages', reader.take('stages'), note),
      lanes: readList('lanes', reader.take('lanes'), note),
      cards: readList('cards', reader.take('cards'), note),
      notes: reader.text('notes', limits.notes),
      ...readEconomics(reader),
    },
    note,
  );
  reader.noteUnknown();
  const overfull = listNames.find((name) => map[name].length > limits[name]);
  return overfull ? failure('too-many', overfull) : success({ map, repairs, isNewer });
}
