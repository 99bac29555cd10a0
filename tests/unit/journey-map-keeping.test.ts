import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isBackupDue } from '../../src/lib/journey-map/backup.ts';
import type { Command } from '../../src/lib/journey-map/commands.ts';
import { emptyMap } from '../../src/lib/journey-map/document.ts';
import {
  advanceBetween,
  advanced,
  goTo,
  type History,
  historyOf,
  perform,
  shortened,
} from '../../src/lib/journey-map/history.ts';
import { snapshotsToDrop } from '../../src/lib/journey-map/snapshots.ts';
import { thumbnailOf } from '../../src/lib/journey-map/thumbnail.ts';
import { anyCommand, anyMap, largeMap } from './journey-map-arbitraries.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

function withDone(history: History, commands: readonly (Command | number)[]): History {
  return commands.reduce<History>((before, command) => {
    if (typeof command === 'number') return goTo(before, command);
    const done = perform(before, { command, time: 0 });
    return done.ok ? done.value : before;
  }, history);
}

/** What is done to a map, with going back and forth between. */
const deeds = fc.array(fc.oneof({ arbitrary: anyCommand, weight: 3 }, { arbitrary: fc.nat(12), weight: 1 }), {
  maxLength: 30,
});
const told = ({ map, steps, done }: History) => ({ map, steps, done });

describe('an advance', () => {
  test('leads another page, by way of text, to the same history', () => {
    fc.assert(
      fc.property(anyMap, deeds, deeds, (map, one, other) => {
        const before = withDone(historyOf(map), one);
        const later = withDone(before, other);
        const advance = JSON.parse(JSON.stringify(advanceBetween(before, later)));
        const followed = advanced(before, advance);
        if (!followed.ok) throw new Error(followed.field);
        expect(told(followed.value)).toEqual(JSON.parse(JSON.stringify(told(later))));
      }),
    );
  });

  test('holds only what is new, however long the history is', () => {
    const before = withDone(historyOf(largeMap(2, 2, 4)), [
      { type: 'set', changes: { title: 'a' } },
      { type: 'set', changes: { title: 'b' } },
    ]);
    const later = withDone(before, [{ type: 'set', changes: { title: 'c' } }]);
    expect(advanceBetween(before, later)).toMatchObject({ from: 2, steps: [{}], done: 3 });
    expect(advanceBetween(later, goTo(later, 1))).toEqual({ from: 3, steps: [], done: 1 });
  });

  test('to a history that has a gap before it is refused', () => {
    expect(advanced(historyOf(emptyMap('en')), { from: 1, steps: [], done: 1 })).toMatchObject({
      reason: 'not-a-step',
    });
  });
});

test('a shortened history has the same map, and as many steps to go back as it may have', () => {
  fc.assert(
    fc.property(anyMap, deeds, fc.nat(10), (map, done, most) => {
      const history = withDone(historyOf(map), done);
      const shorter = shortened(history, most);
      expect(shorter.map).toEqual(history.map);
      expect(shorter.steps.length).toBe(
        Math.max(Math.min(history.steps.length, most), history.steps.length - history.done),
      );
    }),
  );
});

describe('snapshots', () => {
  test('of a busy year are few, the latest among them', () => {
    const now = 365 * day;
    const times = Array.from({ length: 365 * 24 * 4 }, (_, quarter) => (quarter + 1) * 15 * minute);
    const dropped = new Set(snapshotsToDrop(times, now));
    const kept = times.filter((time) => !dropped.has(time));
    expect(kept.at(-1)).toBe(now);
    expect(kept.length).toBeLessThan(110);
    expect(kept.filter((time) => now - time < day).length).toBeGreaterThanOrEqual(24);
    expect(kept.filter((time) => now - time < 60 * day).length).toBeGreaterThanOrEqual(60 + 23);
  });

  test('that are alone in their time stay', () => {
    expect(snapshotsToDrop([0, 40 * day, 80 * day], 100 * day)).toEqual([]);
    expect(snapshotsToDrop([], 0)).toEqual([]);
  });
});

describe('a file is worth having', () => {
  const kept = { created: 0, changed: 0, revision: 1 };
  test.each([
    ['not for a map just begun', kept, false],
    ['after many changes', { ...kept, revision: 150 }, true],
    ['not when those are in a file already', { ...kept, revision: 160, backup: { time: 0, revision: 100 } }, false],
    ['two weeks after the last one, when something has changed', { ...kept, changed: 14 * day }, true],
    ['never for what is in it', { ...kept, changed: 99 * day, backup: { time: 0, revision: 1 } }, false],
  ])('%s', (_, map, isDue) => expect(isBackupDue(map)).toBe(isDue));
});

describe('the small picture of a map', () => {
  test('counts the cards of each place, row by row', () => {
    expect(thumbnailOf(largeMap(2, 2, 5))).toMatchObject({ columns: 2, counts: [2, 1, 1, 1] });
  });

  test('shows the beginning of a map too large for it', () => {
    const { columns, counts, curve } = thumbnailOf(largeMap());
    expect([columns, counts.length, curve.length]).toEqual([16, 16 * 8, 16]);
  });

  test('of an empty map is empty', () => {
    expect(thumbnailOf(emptyMap('ja'))).toEqual({ columns: 0, counts: [], curve: [] });
  });
});
