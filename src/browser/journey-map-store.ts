import { currentVersion, type JourneyMap, type MapKind } from '../lib/journey-map/document.ts';
import {
  type Advance,
  advanced,
  type History,
  historyFrom,
  historyOf,
  type Step,
  shortened,
} from '../lib/journey-map/history.ts';
import { readJourneyMap } from '../lib/journey-map/read.ts';
import { snapshotEvery, snapshotsToDrop } from '../lib/journey-map/snapshots.ts';
import { type Thumbnail, thumbnailOf } from '../lib/journey-map/thumbnail.ts';
import { failure, type Result, success } from '../lib/result.ts';
import { type StorageProblem, withDatabase } from './database.ts';
import { tellPages } from './journey-map-channel.ts';
import { newId } from './new-id.ts';
import { partWith, takeParting } from './parting.ts';

/** What is known of a map without opening it. Times in milliseconds since 1970. */
export interface MapSummary {
  readonly id: string;
  /** Of the format: what a newer version of the site has written is not written over. */
  readonly version: number;
  /** How often it has been written, and by whom last. */
  readonly revision: number;
  readonly writer: string;
  readonly created: number;
  readonly changed: number;
  readonly title: string;
  readonly kind: MapKind;
  readonly stages: number;
  readonly lanes: number;
  readonly cards: number;
  readonly thumbnail: Thumbnail;
  /** How many of its steps stand. */
  readonly done: number;
  /** When the latest snapshot was taken. */
  readonly snapshot: number;
  /** When it was last saved to a file, and as which revision. */
  readonly backup?: { readonly time: number; readonly revision: number };
}

export interface MapStart {
  readonly id: string;
  readonly map: JourneyMap;
}

export interface MapStep {
  readonly id: string;
  readonly index: number;
  readonly step: Step;
}

export interface MapSnapshot {
  readonly id: string;
  readonly time: number;
  readonly map: JourneyMap;
}

/** What a page has changed since it last knew what is kept. */
export interface MapChange {
  readonly id: string;
  /** Names one page. What it has written itself it may write over. */
  readonly writer: string;
  /** The revision it knows of; none where it has not kept the map yet. */
  readonly since: number | undefined;
  readonly time: number;
  /** The map a history begins with that replaces what is kept. */
  readonly first?: JourneyMap;
  readonly advance: Advance;
}

export interface StoredMap {
  readonly summary: MapSummary;
  readonly history: History;
  /** What is kept cannot be gone on with: it is written anew, whole, with the next change. */
  readonly isToBeReplaced: boolean;
  /** Some steps could not be read: this is the latest state that can. */
  readonly isRecovered: boolean;
  /** Written by a newer version of the site: to be shown only. */
  readonly isNewer: boolean;
}

export type KeepProblem = StorageProblem | 'changed-elsewhere' | 'deleted-elsewhere';
export type OpenProblem = StorageProblem | 'no-such-map';

const stores = ['maps', 'mapStarts', 'mapSteps', 'mapSnapshots'] as const;

/** Steps a map is opened with; what stood before them is in the snapshots. */
const mostSteps = 2_000;

/** Everything under one map in the stores that are ordered by map and number. */
function allOf(id: string, from = 0): IDBKeyRange {
  return IDBKeyRange.bound([id, from], [id, Number.POSITIVE_INFINITY]);
}

/** All maps, the one changed last first. */
export async function readMaps(): Promise<Result<readonly MapSummary[], StorageProblem>> {
  await takeInParting();
  return withDatabase(async (database) => {
    const all = await database.getAll('maps');
    return success(all.sort((one, other) => other.changed - one.changed));
  });
}

/** All that is needed to open a map, at one moment. */
function readKept(id: string) {
  return withDatabase(async (database) => {
    const transaction = database.transaction(stores);
    const [summary, start, steps, latest] = await Promise.all([
      transaction.objectStore('maps').get(id),
      transaction.objectStore('mapStarts').get(id),
      transaction.objectStore('mapSteps').getAll(allOf(id)),
      transaction.objectStore('mapSnapshots').openCursor(allOf(id), 'prev'),
    ]);
    return summary ? success({ summary, start, steps, snapshot: latest?.value }) : failure('no-such-map');
  });
}

/** The history of a map from what is kept. The first step that cannot be done is the fault. */
function broughtBack(start: MapStart | undefined, steps: readonly MapStep[], done: number) {
  const first = readJourneyMap(start?.map);
  if (!first.ok) return failure('not-a-step', '0');
  const gap = steps.findIndex(({ index }, place) => index !== place);
  if (gap >= 0) return failure('not-a-step', String(gap));
  return historyFrom(
    first.value.map,
    steps.map(({ step }) => step),
    done,
  );
}

/** A map as it is kept, with what was done to it. */
export async function readMap(id: string): Promise<Result<StoredMap, OpenProblem>> {
  await takeInParting();
  const kept = await readKept(id);
  if (!kept.ok) return kept;
  const { summary, start, steps, snapshot } = kept.value;
  const isNewer = summary.version > currentVersion;
  const brought = isNewer ? failure('not-a-step', '0') : broughtBack(start, steps, summary.done);
  if (brought.ok) {
    const history = shortened(brought.value, mostSteps);
    const isToBeReplaced = history !== brought.value;
    return success({ summary, history, isToBeReplaced, isRecovered: false, isNewer });
  }
  // The latest state there is: a snapshot, or what stood before the fault.
  const fault = Number(brought.field);
  const before = broughtBack(start, steps.slice(0, fault), fault);
  const isSnapshotLater = snapshot && snapshot.time >= (steps[fault - 1]?.step.time ?? 0);
  const read = readJourneyMap(before.ok && !isSnapshotLater ? before.value.map : snapshot?.map);
  if (!read.ok) return failure('no-such-map');
  const history = historyOf(read.value.map);
  return success({ summary, history, isToBeReplaced: true, isRecovered: !isNewer, isNewer });
}

/** The list's words on a map. */
function described(map: JourneyMap) {
  const { version, title, kind, stages, lanes, cards } = map;
  const counts = { stages: stages.length, lanes: lanes.length, cards: cards.length };
  return { version, title, kind, ...counts, thumbnail: thumbnailOf(map) };
}

/** What another page has done to the map since the page of a change last knew of it. */
function conflictWith(standing: MapSummary | undefined, { writer, since }: MapChange) {
  if (!standing) return since === undefined ? undefined : failure('deleted-elsewhere');
  const isKnown = standing.writer === writer || standing.revision === since;
  return isKnown ? undefined : failure('changed-elsewhere');
}

/**
 * Keeps a change, as a whole or not at all, unless another page has changed or deleted the map since. `map` is what the
 * change leads to.
 */
export function writeMap(change: MapChange, map: JourneyMap): Promise<Result<MapSummary, KeepProblem>> {
  const { id, writer, time, first, advance } = change;
  return withDatabase(async (database) => {
    const transaction = database.transaction(stores, 'readwrite', { durability: 'strict' });
    const maps = transaction.objectStore('maps');
    const steps = transaction.objectStore('mapSteps');
    const snapshots = transaction.objectStore('mapSnapshots');
    const [standing, taken] = await Promise.all([maps.get(id), snapshots.getAllKeys(allOf(id))]);
    const conflict = conflictWith(standing, change);
    if (conflict) return conflict;
    const isDue = !standing || time - standing.snapshot >= snapshotEvery;
    const revision = (standing?.revision ?? 0) + 1;
    const kept: MapSummary = {
      ...{ created: time, snapshot: time },
      ...standing,
      ...(isDue && { snapshot: time }),
      ...{ id, writer, revision, changed: time, done: advance.done },
      ...described(map),
    };
    const written: Promise<unknown>[] = [maps.put(kept)];
    if (first) written.push(transaction.objectStore('mapStarts').put({ id, map: first }));
    if (first || advance.steps.length > 0) written.push(steps.delete(allOf(id, advance.from)));
    for (const [index, step] of advance.steps.entries()) {
      written.push(steps.put({ id, index: advance.from + index, step }));
    }
    if (isDue) {
      const times = [...taken.map(([, before]) => before), time];
      const dropped = snapshotsToDrop(times, time).map((before) => snapshots.delete([id, before]));
      written.push(snapshots.put({ id, time, map }), ...dropped);
    }
    await Promise.all([...written, transaction.done]);
    tellPages({ type: 'changed', change, revision });
    return success(kept);
  });
}

/** Keeps a map as a new one. */
export function keepNew(history: History, time: number): Promise<Result<MapSummary, KeepProblem>> {
  const { first, steps, done, map } = history;
  const advance = { from: 0, steps, done };
  return writeMap({ id: newId(), writer: newId(), since: undefined, time, first, advance }, map);
}

/** A deleted map with all that was kept of it. */
export interface DeletedMap {
  readonly summary: MapSummary;
  readonly start: MapStart | undefined;
  readonly steps: readonly MapStep[];
  readonly snapshots: readonly MapSnapshot[];
}

export function deleteMap(id: string): Promise<Result<DeletedMap, OpenProblem>> {
  return withDatabase(async (database) => {
    const transaction = database.transaction(stores, 'readwrite');
    const maps = transaction.objectStore('maps');
    const starts = transaction.objectStore('mapStarts');
    const allSteps = transaction.objectStore('mapSteps');
    const allSnapshots = transaction.objectStore('mapSnapshots');
    const [summary, start, steps, snapshots] = await Promise.all([
      maps.get(id),
      starts.get(id),
      allSteps.getAll(allOf(id)),
      allSnapshots.getAll(allOf(id)),
    ]);
    if (!summary) return failure('no-such-map');
    await Promise.all([
      maps.delete(id),
      starts.delete(id),
      allSteps.delete(allOf(id)),
      allSnapshots.delete(allOf(id)),
      transaction.done,
    ]);
    tellPages({ type: 'deleted', id });
    return success({ summary, start, steps, snapshots });
  });
}

/** Puts a deleted map back as it was. */
export function restoreMap(deleted: DeletedMap): Promise<Result<undefined, StorageProblem>> {
  const { summary, start, steps, snapshots } = deleted;
  return withDatabase(async (database) => {
    const transaction = database.transaction(stores, 'readwrite', { durability: 'strict' });
    await Promise.all([
      transaction.objectStore('maps').put(summary),
      start && transaction.objectStore('mapStarts').put(start),
      ...steps.map((step) => transaction.objectStore('mapSteps').put(step)),
      ...snapshots.map((snapshot) => transaction.objectStore('mapSnapshots').put(snapshot)),
      transaction.done,
    ]);
    tellPages({ type: 'restored', id: summary.id });
    return success(undefined);
  });
}

/** When snapshots of a map were taken, the earliest first. */
export function readSnapshotTimes(id: string): Promise<Result<readonly number[], StorageProblem>> {
  return withDatabase(async (database) => {
    const keys = await database.getAllKeys('mapSnapshots', allOf(id));
    return success(keys.map(([, time]) => time));
  });
}

export function readSnapshot(id: string, time: number): Promise<Result<JourneyMap, OpenProblem>> {
  return withDatabase(async (database) => {
    const snapshot = await database.get('mapSnapshots', [id, time]);
    const read = readJourneyMap(snapshot?.map);
    return read.ok ? success(read.value.map) : failure('no-such-map');
  });
}

/** Notes that a map, as it is now, stands in a file too. */
export function noteSavedToFile(id: string): Promise<Result<undefined, StorageProblem>> {
  return withDatabase(async (database) => {
    const transaction = database.transaction('maps', 'readwrite');
    const standing = await transaction.store.get(id);
    if (standing) {
      const backup = { time: Date.now(), revision: standing.revision };
      await transaction.store.put({ ...standing, backup });
      tellPages({ type: 'saved-to-file', id, backup });
    }
    await transaction.done;
    return success(undefined);
  });
}

const partingKey = 'journey-map:';

/** Writes a change down in the last moment of its page. */
export function partWithChange(change: MapChange): void {
  partWith(`${partingKey}${change.id}:${change.writer}`, change);
}

function isChange(value: unknown): value is MapChange {
  const { id, writer, time, advance } = (value ?? {}) as Partial<Record<keyof MapChange, unknown>>;
  return (
    typeof id === 'string' && typeof writer === 'string' && typeof time === 'number' && typeof advance === 'object'
  );
}

/** Keeps a change that its own page may have kept before it went. */
async function takeIn(change: MapChange): Promise<Result<unknown, OpenProblem | KeepProblem | 'not-a-step'>> {
  const { id, writer, time, first, advance } = change;
  const kept = await readKept(id);
  if (kept.ok && kept.value.summary.writer === writer && kept.value.summary.changed >= time) return kept;
  if (!kept.ok && !(first && kept.reason === 'no-such-map')) return kept;
  const start = first ? { id, map: first } : kept.ok ? kept.value.start : undefined;
  const before = broughtBack(start, !first && kept.ok ? kept.value.steps : [], 0);
  const after = before.ok ? advanced(before.value, advance) : before;
  return after.ok ? writeMap(change, after.value.map) : after;
}

/** Keeps what pages parted with and the database has not taken in. */
async function takeInParting(): Promise<void> {
  for (const change of takeParting(partingKey).filter(isChange)) {
    const taken = await takeIn(change);
    // The database has no room for it: it stays where it is.
    if (!taken.ok && taken.reason.startsWith('storage')) partWithChange(change);
  }
}
