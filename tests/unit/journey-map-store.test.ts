import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { withDatabase } from '../../src/browser/database.ts';
import type { MapMessage } from '../../src/browser/journey-map-channel.ts';
import { onMapMessage } from '../../src/browser/journey-map-channel.ts';
import {
  deleteMap,
  keepNew,
  type MapChange,
  noteSavedToFile,
  partWithChange,
  readMap,
  readMaps,
  readSnapshot,
  readSnapshotTimes,
  restoreMap,
  writeMap,
} from '../../src/browser/journey-map-store.ts';
import { emptyMap, type JourneyMap } from '../../src/lib/journey-map/document.ts';
import { advanceBetween, type History, historyOf, perform, undo } from '../../src/lib/journey-map/history.ts';
import { type Result, success } from '../../src/lib/result.ts';

const first: JourneyMap = {
  ...emptyMap('en'),
  title: 'Coffee',
  stages: [{ id: 's', title: 'Finds it' }],
  lanes: [{ id: 'l', kind: 'actions', title: '', side: 'both' }],
};

function titled(history: History, title: string, time = 0): History {
  const done = perform(history, { command: { type: 'set', changes: { title } }, time });
  if (!done.ok) throw new Error(done.reason);
  return done.value;
}

async function value<Value>(result: Promise<Result<Value, string>>): Promise<Value> {
  const settled = await result;
  if (!settled.ok) throw new Error(settled.reason);
  return settled.value;
}

/** A page that has a map open. */
function page(id: string, since: number, kept: History, writer = 'page') {
  const changeTo = (after: History, time = 1): MapChange => ({
    id,
    writer,
    since,
    time,
    advance: advanceBetween(kept, after),
  });
  return { changeTo, write: (after: History, time?: number) => writeMap(changeTo(after, time), after.map) };
}

const begun = historyOf(first);
let id: string;

beforeEach(async () => {
  const maps = await value(readMaps());
  for (const map of maps) await deleteMap(map.id);
  id = (await value(keepNew(begun, 0))).id;
});

describe('a kept map', () => {
  it('is listed with what stands in it, the one changed last first', async () => {
    await keepNew(historyOf({ ...first, title: 'Later' }), 5);
    const maps = await value(readMaps());
    expect(maps.map(({ title }) => title)).toEqual(['Later', 'Coffee']);
    expect(maps[1]).toMatchObject({ stages: 1, lanes: 1, cards: 0, kind: 'as-is', changed: 0 });
  });

  it('is opened again with everything that can be undone and done again', async () => {
    const after = undo(titled(titled(begun, 'Tea'), 'Cake'));
    await page(id, 1, begun).write(after);
    const { history } = await value(readMap(id));
    expect(history.map.title).toBe('Tea');
    expect([history.steps.length, history.done, history.first.title]).toEqual([2, 1, 'Coffee']);
  });

  it('forgets the steps that something else was done instead of', async () => {
    const { write } = page(id, 1, begun);
    const three = titled(titled(titled(begun, 'a'), 'b'), 'c');
    await write(three);
    const other = titled(undo(undo(three)), 'd');
    await page(id, 2, three).write(other);
    const { history } = await value(readMap(id));
    expect(history.steps.map(({ command }) => (command.type === 'set' ? command.changes.title : ''))).toEqual([
      'a',
      'd',
    ]);
  });

  it('takes in what one page writes while it still writes', async () => {
    const { write } = page(id, 1, begun);
    const one = titled(begun, 'a');
    const two = titled(one, 'b');
    const results = await Promise.all([write(one), write(two)]);
    expect(results.map(({ ok }) => ok)).toEqual([true, true]);
    expect((await value(readMap(id))).history.map.title).toBe('b');
  });

  it('is not written over by a page that has missed a change', async () => {
    await page(id, 1, begun, 'one').write(titled(begun, 'a'));
    expect(await page(id, 1, begun, 'other').write(titled(begun, 'b'))).toMatchObject({ reason: 'changed-elsewhere' });
    expect((await value(readMap(id))).history.map.title).toBe('a');
  });

  it('can be deleted, and put back with its past', async () => {
    await page(id, 1, begun).write(titled(begun, 'a'));
    const deleted = await value(deleteMap(id));
    expect(await value(readMaps())).toEqual([]);
    expect(await readMap(id)).toMatchObject({ reason: 'no-such-map' });
    expect(await page(id, 2, begun).write(titled(begun, 'b'))).toMatchObject({ reason: 'deleted-elsewhere' });
    await restoreMap(deleted);
    expect((await value(readMap(id))).history).toMatchObject({ done: 1, map: { title: 'a' } });
  });

  it('is told to other pages', async () => {
    const told: MapMessage['type'][] = [];
    const stop = onMapMessage(({ type }) => told.push(type));
    await page(id, 1, begun).write(titled(begun, 'a'));
    await noteSavedToFile(id);
    await restoreMap(await value(deleteMap(id)));
    await vi.waitFor(() => expect(told).toEqual(['changed', 'saved-to-file', 'deleted', 'restored']), {
      timeout: 30_000,
    });
    stop();
  });

  it('remembers when it was saved to a file', async () => {
    await noteSavedToFile(id);
    expect((await value(readMaps()))[0]?.backup).toMatchObject({ revision: 1 });
  });
});

describe('snapshots', () => {
  const minute = 60_000;

  it('are taken once a minute while a map is changed, and can be looked at', async () => {
    const { write } = page(id, 1, begun);
    const one = titled(begun, 'a');
    for (const time of [1, minute, minute + 1, 2 * minute]) await write(one, time);
    expect(await value(readSnapshotTimes(id))).toEqual([0, minute, 2 * minute]);
    expect(await value(readSnapshot(id, 0))).toEqual(first);
    expect(await value(readSnapshot(id, minute))).toMatchObject({ title: 'a' });
  });

  it('become fewer the older they are', async () => {
    const { write } = page(id, 1, begun);
    for (let time = minute; time <= 120 * minute; time += minute) await write(titled(begun, String(time)), time);
    const times = await value(readSnapshotTimes(id));
    expect(times.slice(0, 3)).toEqual([0, 60 * minute, 105 * minute]);
    expect(times).toHaveLength(2 + 16);
  });
});

describe('what cannot be read', () => {
  const spoil = (index: number, step: unknown) =>
    withDatabase(async (database) => {
      await database.put('mapSteps', { id, index, step } as never);
      return success(undefined);
    });

  it.each([
    ['of a kind that is not known', { command: { type: 'paint' }, time: 3 }],
    ['that is no step', null],
    ['about what is not there', { command: { type: 'remove', from: 'cards', ids: ['gone'] }, time: 3 }],
  ])('a step %s costs that step and what came after it', async (_, step) => {
    const after = titled(titled(titled(begun, 'a', 1), 'b', 2), 'c', 3);
    await page(id, 1, begun).write(after);
    await spoil(2, step);
    const stored = await value(readMap(id));
    expect(stored).toMatchObject({ isRecovered: true, isToBeReplaced: true });
    expect(stored.history).toMatchObject({ map: { title: 'b' }, steps: [] });
  });

  it('is made up for by a snapshot where that is later', async () => {
    const after = titled(titled(begun, 'a', 1), 'b', 70_000);
    await page(id, 1, begun).write(after, 70_000);
    await spoil(0, null);
    expect((await value(readMap(id))).history.map.title).toBe('b');
  });

  it('of a newer version is shown as far as it is known, to be read only', async () => {
    await withDatabase(async (database) => {
      const summary = await database.get('maps', id);
      const snapshot = await database.get('mapSnapshots', [id, 0]);
      if (summary) await database.put('maps', { ...summary, version: 9 });
      if (snapshot) await database.put('mapSnapshots', { ...snapshot, map: { ...first, version: 9 as never } });
      return success(undefined);
    });
    expect(await value(readMap(id))).toMatchObject({ isNewer: true, history: { map: { title: 'Coffee' } } });
  });
});

describe('what a page parts with', () => {
  const stored = new Map<string, string>();
  beforeEach(() => {
    stored.clear();
    const storage = {
      getItem: (key: string) => stored.get(key) ?? null,
      setItem: (key: string, text: string) => {
        stored.set(key, text);
        Object.assign(storage, { [key]: text });
      },
      removeItem: (key: string) => {
        stored.delete(key);
        delete (storage as Record<string, unknown>)[key];
      },
    };
    vi.stubGlobal('localStorage', storage);
    return () => vi.unstubAllGlobals();
  });

  it('is in the map when it is opened next', async () => {
    partWithChange(page(id, 1, begun).changeTo(titled(begun, 'a')));
    expect((await value(readMap(id))).history).toMatchObject({ done: 1, map: { title: 'a' } });
    expect(stored.size).toBe(0);
  });

  it('is not done twice where the database has it already', async () => {
    const { changeTo, write } = page(id, 1, begun);
    const after = titled(begun, 'a');
    partWithChange(changeTo(after));
    await write(after);
    expect(await value(readMap(id))).toMatchObject({ summary: { revision: 2 }, history: { steps: [{}] } });
  });

  it('brings a map that was not kept at all', async () => {
    const history = titled(begun, 'a');
    const { first: start, steps, done } = history;
    const advance = { from: 0, steps, done };
    partWithChange({ id: 'new', writer: 'page', since: undefined, time: 1, first: start, advance });
    expect((await value(readMaps())).map(({ title }) => title)).toEqual(['a', 'Coffee']);
  });

  it('does not undo what another page has written since', async () => {
    await page(id, 1, begun, 'other').write(titled(begun, 'b'));
    partWithChange(page(id, 1, begun).changeTo(titled(begun, 'a')));
    expect((await value(readMap(id))).history.map.title).toBe('b');
  });
});
