import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellKey, cellsOf, feelingCurve } from '../../src/lib/journey-map/cells.ts';
import { apply, type Command } from '../../src/lib/journey-map/commands.ts';
import { currentVersion, emptyMap, type JourneyMap, limits } from '../../src/lib/journey-map/document.ts';
import {
  canRedo,
  canUndo,
  goTo,
  type History,
  historyFrom,
  historyOf,
  perform,
  redo,
  undo,
} from '../../src/lib/journey-map/history.ts';
import { migrations } from '../../src/lib/journey-map/migrations.ts';
import { readJourneyMap } from '../../src/lib/journey-map/read.ts';
import { isWellFormed } from '../../src/lib/journey-map/schema.ts';
import { longestFile, readMapText, writeJourneyMap } from '../../src/lib/journey-map/text.ts';
import { anyCommand, anyMap } from './journey-map-arbitraries.ts';

/** What the schema asks for, and that ids are given once and cards stand where something is. */
function expectWhole(map: JourneyMap): void {
  expect(isWellFormed(map)).toBe(true);
  for (const list of [map.personas, map.stages, map.lanes, map.cards]) {
    expect(new Set(list.map(({ id }) => id)).size).toBe(list.length);
  }
  const stages = new Set(map.stages.map(({ id }) => id));
  const lanes = new Set(map.lanes.map(({ id }) => id));
  for (const { stage, lane } of map.cards) expect(stages.has(stage) && lanes.has(lane)).toBe(true);
}

function done(history: History, command: Command, going?: string): History {
  const result = perform(history, { command, time: 0, ...(going && { going }) });
  return result.ok ? result.value : history;
}

const small: JourneyMap = {
  ...emptyMap('en'),
  stages: [
    { id: 's1', title: 'Hears of it' },
    { id: 's2', title: 'Buys' },
  ],
  lanes: [
    { id: 'l1', kind: 'actions', title: '', side: 'both' },
    { id: 'l2', kind: 'feelings', title: '', side: 'buyer' },
  ],
  cards: [
    { id: 'c1', stage: 's1', lane: 'l1', text: 'one' },
    { id: 'c2', stage: 's1', lane: 'l1', text: 'two', feeling: 2 },
    { id: 'c3', stage: 's2', lane: 'l1', text: 'three', feeling: -1, hopedFeeling: 1 },
  ],
};

describe('commands', () => {
  test('any sequence keeps the map whole; undoing all gives the start, doing it again the end', () => {
    fc.assert(
      fc.property(anyMap, fc.array(anyCommand, { maxLength: 80 }), (map, commands) => {
        let history = historyOf(map);
        for (const command of commands) {
          history = done(history, command);
          expectWhole(history.map);
        }
        const end = history;
        while (canUndo(history)) history = undo(history);
        expect(history.map).toEqual(map);
        while (canRedo(history)) history = redo(history);
        expect(history.map).toEqual(end.map);
        expect(historyFrom(map, end.steps, end.done)).toMatchObject({ ok: true, value: { map: end.map } });
      }),
      { numRuns: 60 },
    );
  });

  test('one that changes nothing is no step', () => {
    const history = historyOf(small);
    expect(done(history, { type: 'change', in: 'cards', ids: ['c1'], changes: { text: 'one' } })).toBe(history);
    expect(done(history, { type: 'move', in: 'stages', id: 's2' })).toBe(history);
    expect(done(history, { type: 'all', commands: [] })).toBe(history);
  });

  test.each<[string, Command, string, string]>([
    ['a card that is not there', { type: 'remove', from: 'cards', ids: ['x'] }, 'unknown-item', 'x'],
    ['a place that is not there', { type: 'place', cards: ['c1'], stage: 'x', lane: 'l1' }, 'unknown-item', 'x'],
    ['an id that is taken', { type: 'add', to: 'stages', items: [{ id: 's1', title: '' }] }, 'taken-id', 's1'],
    [
      'a text that is too long',
      { type: 'change', in: 'cards', ids: ['c1'], changes: { text: 'a'.repeat(limits.text + 1) } },
      'too-long',
      'text',
    ],
    [
      'too many stages',
      {
        type: 'add',
        to: 'stages',
        items: Array.from({ length: limits.stages }, (_, index) => ({ id: `n${index}`, title: '' })),
      },
      'too-many',
      'stages',
    ],
  ])('%s is refused', (_, command, reason, field) => {
    expect(apply(small, command)).toEqual({ ok: false, reason, field });
  });

  test('all of several or none', () => {
    const command: Command = {
      type: 'all',
      commands: [
        { type: 'remove', from: 'cards', ids: ['c1'] },
        { type: 'remove', from: 'cards', ids: ['c1'] },
      ],
    };
    expect(apply(small, command)).toMatchObject({ ok: false, reason: 'unknown-item' });
  });

  test('a stage is split and merged back', () => {
    const split = done(historyOf(small), {
      type: 'split',
      in: 'stages',
      id: 's1',
      into: { id: 's3', title: 'Compares' },
      cards: ['c2'],
    });
    expect(split.map.stages.map(({ id }) => id)).toEqual(['s1', 's3', 's2']);
    expect(split.map.cards.map(({ stage }) => stage)).toEqual(['s1', 's3', 's2']);
    const merged = done(split, { type: 'merge', in: 'stages', id: 's3', into: 's1' });
    expect(merged.map).toEqual(small);
  });

  test('cards are placed in their order, before another or last', () => {
    const first = apply(small, { type: 'place', cards: ['c3'], stage: 's1', lane: 'l1', before: 'c2' });
    expect(first.ok && first.value.cards.map(({ id }) => id)).toEqual(['c1', 'c3', 'c2']);
    const last = apply(small, { type: 'place', cards: ['c2', 'c1'], stage: 's2', lane: 'l2' });
    expect(last.ok && last.value.cards.map(({ id, lane }) => `${id} ${lane}`)).toEqual(['c3 l1', 'c1 l2', 'c2 l2']);
  });
});

describe('history', () => {
  test('whatever is done, typed, undone and done again, the map is the one its steps lead to', () => {
    const written = fc.record({ command: anyCommand, going: fc.constantFrom('one', 'two', '') });
    const gone = fc.constantFrom(-1, 1, -2);
    fc.assert(
      fc.property(anyMap, fc.array(fc.oneof(written, gone), { maxLength: 60 }), (map, goes) => {
        let history = historyOf(map);
        for (const each of goes) {
          history =
            typeof each === 'number' ? goTo(history, history.done + each) : done(history, each.command, each.going);
          const again = history.steps.slice(0, history.done).reduce((before, { command }) => {
            const applied = apply(before, command);
            return applied.ok ? applied.value : before;
          }, map);
          expect(history.map).toEqual(again);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('one go at a text is one step', () => {
    const write = (text: string): Command => ({ type: 'change', in: 'cards', ids: ['c1'], changes: { text } });
    let history = historyOf(small);
    for (const text of ['o', 'on', 'onc', 'once']) history = done(history, write(text), 'c1 text 1');
    history = done(history, write('once more'), 'c1 text 2');
    expect(history.steps).toHaveLength(2);
    expect(undo(history).map.cards[0]?.text).toBe('once');
    expect(undo(undo(history)).map).toBe(small);
  });

  test('what was undone is gone once something else is done', () => {
    let history = done(historyOf(small), { type: 'set', changes: { title: 'A' } });
    history = done(undo(history), { type: 'set', changes: { title: 'B' } });
    expect(canRedo(history)).toBe(false);
    expect(undo(history).map).toBe(small);
  });

  test('any of a thousand steps can be gone to', () => {
    let history = historyOf(small);
    for (let step = 1; step <= 1_000; step += 1) {
      history = done(history, { type: 'set', changes: { title: String(step) } });
    }
    for (const wanted of [0, 1, 31, 32, 33, 500, 999, 1_000]) {
      expect(goTo(history, wanted).map.title).toBe(wanted === 0 ? '' : String(wanted));
    }
  });
});

describe('reading', () => {
  test('a map comes back from its text as it was', () => {
    fc.assert(
      fc.property(anyMap, (map) => {
        const text = writeJourneyMap(map, 'https://example.org/schemas/journey-map/v1.json');
        expect(readMapText(text)).toEqual({ ok: true, value: { map, repairs: [], isNewer: false } });
      }),
    );
  });

  test('anything at all gives a map that is whole, or a reason', () => {
    const format = fc.constant('customer-atlas/journey-map');
    const list = fc.oneof(fc.array(fc.oneof(fc.anything(), fc.object()), { maxLength: 8 }), fc.anything());
    const hostile = fc.record(
      {
        format,
        version: fc.constantFrom<number>(1, 1, 1, 2, 99),
        title: fc.anything(),
        language: fc.anything(),
        personas: list,
        stages: list,
        lanes: list,
        cards: list,
        notes: fc.anything(),
        economics: fc.oneof(fc.anything(), fc.object()),
      },
      { requiredKeys: ['format', 'version'] },
    );
    fc.assert(
      fc.property(fc.oneof(fc.anything(), hostile), (value) => {
        const read = readJourneyMap(value);
        if (read.ok) expectWhole(read.value.map);
      }),
      { numRuns: 400 },
    );
  });

  test('a map with any part of it replaced is mended, and every mend is told', () => {
    const damages = fc.constantFrom<unknown>(null, 7, 'x', [], {}, 'a'.repeat(3_000), -5, true);
    fc.assert(
      fc.property(anyMap, fc.nat(), damages, (map, chosen, damage) => {
        const document = JSON.parse(JSON.stringify(map)) as Record<string, unknown>;
        const places: [Record<string, unknown>, string][] = [];
        const collect = (value: unknown) => {
          if (typeof value !== 'object' || value === null) return;
          for (const [key, inner] of Object.entries(value)) {
            places.push([value as Record<string, unknown>, key]);
            collect(inner);
          }
        };
        collect(document);
        const [holder, key] = places[chosen % places.length] ?? [document, 'title'];
        holder[key] = damage;
        const read = readJourneyMap(document);
        if (!read.ok) return;
        expectWhole(read.value.map);
        const again = readJourneyMap(JSON.parse(JSON.stringify(read.value.map)));
        expect(again).toEqual({ ok: true, value: { map: read.value.map, repairs: [], isNewer: false } });
      }),
    );
  });

  test('inherited names, deep nesting, broken and large texts are refused or harmless', () => {
    const polluting = `{"format":"customer-atlas/journey-map","version":1,"__proto__":{"polluted":1},
      "cards":[{"id":"__proto__","stage":"constructor","lane":"toString","text":"x","__proto__":{"polluted":1}}]}`;
    const read = readMapText(polluting);
    expect(read.ok && read.value.map.cards).toMatchObject([{ id: '__proto__', stage: 'constructor' }]);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(readMapText('['.repeat(1_000_000)).ok).toBe(false);
    expect(readMapText('{"format":"customer-atlas/journey-map","version":1,')).toMatchObject({ reason: 'not-json' });
    expect(readMapText(' '.repeat(longestFile + 1))).toMatchObject({ reason: 'file-too-large' });
    expect(readMapText('{"format":"something else"}')).toMatchObject({ reason: 'not-a-journey-map' });
  });

  test('what a customer is worth may be known in part; a survey is whole or left out, and told', () => {
    const stages = [{ id: 's1', title: '', survey: { promoters: 3 } }];
    const economics = { currency: 'JPY', churn: 0.02 };
    const read = readJourneyMap({ ...small, cards: [], stages, economics });
    expect(read).toMatchObject({
      value: { map: { economics, stages: [{ id: 's1' }] }, repairs: [{ kind: 'left-out', place: 'stages.0.survey' }] },
    });
    expect(readJourneyMap({ ...small, economics: { churn: 0.02 } })).toMatchObject({
      value: { repairs: [{ kind: 'left-out', place: 'economics' }] },
    });
  });

  test('cards whose stage is missing get one', () => {
    const read = readJourneyMap({ ...small, stages: small.stages.slice(1) });
    expect(read).toMatchObject({
      value: { map: { stages: [{ id: 's2' }, { id: 's1' }] }, repairs: [{ kind: 'added', place: 'stages.s1' }] },
    });
  });

  test('a newer version is shown as far as it is known', () => {
    const read = readJourneyMap({ ...small, version: currentVersion + 1, weather: 'fine' });
    expect(read).toMatchObject({ ok: true, value: { isNewer: true, map: { stages: small.stages } } });
  });

  test('there is one migration for every version but the first', () => {
    expect(migrations).toHaveLength(currentVersion - 1);
    expect(new Set(migrations.map(({ name }) => name)).size).toBe(migrations.length);
  });
});

describe('cells', () => {
  test('a place whose cards have not changed is the same list', () => {
    const before = cellsOf(small);
    const after = apply(small, { type: 'change', in: 'cards', ids: ['c3'], changes: { text: 'other' } });
    if (!after.ok) throw new Error(after.reason);
    const cells = cellsOf(after.value, before);
    expect(cells.get(cellKey('s1', 'l1'))).toBe(before.get(cellKey('s1', 'l1')));
    expect(cells.get(cellKey('s2', 'l1'))?.[0]?.text).toBe('other');
  });

  test('the curve is the mean of what is felt at a stage', () => {
    expect(feelingCurve(small, 'feeling')).toEqual([2, -1]);
    expect(feelingCurve(small, 'hopedFeeling')).toEqual([undefined, 1]);
  });
});
