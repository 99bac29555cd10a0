import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellsOf, lanesOf } from '../../src/lib/journey-map/cells.ts';
import { apply, type Command } from '../../src/lib/journey-map/commands.ts';
import { copiedPart, copiedText, pastedRows, rowsOf, rowsOfCells } from '../../src/lib/journey-map/copied-part.ts';
import { emptyMap, type JourneyMap } from '../../src/lib/journey-map/document.ts';
import { historyOf, perform } from '../../src/lib/journey-map/history.ts';
import { type MapTable, nearestPlace, placeTowards, placeWithout } from '../../src/lib/journey-map/places.ts';
import { type Arrow, movedCards, movedHolder } from '../../src/lib/journey-map/rearrange.ts';
import { anyMap } from './journey-map-arbitraries.ts';

const map: JourneyMap = {
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
    { id: 'c2', stage: 's1', lane: 'l1', text: 'two' },
    { id: 'c3', stage: 's2', lane: 'l2', text: 'three', feeling: -1 },
  ],
};
const tableOf = (of: JourneyMap): MapTable => ({ stages: of.stages, lanes: of.lanes, cells: cellsOf(of) });
const table = tableOf(map);

function mapAfter(command: Command | undefined, before = map): JourneyMap {
  if (!command) throw new Error('There is nothing to do.');
  const applied = apply(before, command);
  if (!applied.ok) throw new Error(applied.reason);
  return applied.value;
}
const idsAt = (of: JourneyMap, stage: string, lane: string) =>
  of.cards.filter((card) => card.stage === stage && card.lane === lane).map(({ id }) => id);

describe('going through the table', () => {
  const at = (stage?: string, lane?: string, card?: string) => ({ stage, lane, card });

  test.each([
    ['down, card by card', at('s1', 'l1', 'c1'), 'down', at('s1', 'l1', 'c2')],
    ['down, into the next lane', at('s1', 'l1', 'c2'), 'down', at('s1', 'l2')],
    ['up, at the last card of a cell', at('s1', 'l2'), 'up', at('s1', 'l1', 'c2')],
    ['up, to the heading of the stage', at('s1', 'l1', 'c1'), 'up', at('s1')],
    ['left, to the heading of the lane', at('s1', 'l1', 'c2'), 'left', at(undefined, 'l1')],
    ['left of that, nowhere', at(undefined, 'l1'), 'left', at(undefined, 'l1')],
    ['up from the first lane’s heading, nowhere', at(undefined, 'l1'), 'up', at(undefined, 'l1')],
    ['to the end of the lane', at(undefined, 'l2'), 'row-end', at('s2', 'l2', 'c3')],
    ['to the start of the headings', at('s2'), 'row-start', at('s1')],
    ['to the last card of all', at('s1'), 'end', at('s2', 'l2', 'c3')],
  ] as const)('%s', (_, from, direction, to) => {
    expect(placeTowards(table, from, direction)).toEqual(to);
  });

  test('a place that is gone gives way to what is near', () => {
    expect(nearestPlace(table, at('s1', 'l1', 'gone'))).toEqual(at('s1', 'l1', 'c1'));
    expect(nearestPlace(table, at('gone', 'gone'))).toEqual(at('s1', 'l1', 'c1'));
    expect(nearestPlace({ ...table, lanes: [] }, at())).toEqual(at('s1'));
    expect(nearestPlace({ stages: [], lanes: [], cells: new Map() }, at())).toBeUndefined();
    expect(placeWithout(table, at('s1', 'l1', 'c2'), new Set(['c2']))).toEqual(at('s1', 'l1', 'c1'));
    expect(placeWithout(table, at('s1', 'l1', 'c1'), new Set(['c1', 'c2']))).toEqual(at('s1', 'l1'));
  });

  test('a reading leaves out the lanes of the other side', () => {
    expect(lanesOf(map, 'seller').map(({ id }) => id)).toEqual(['l1']);
    expect(lanesOf(map, 'whole')).toBe(map.lanes);
  });
});

describe('moving by arrows', () => {
  test('a card passes the others of its cell, then goes to the next lane, and back the same way', () => {
    let moved = mapAfter(movedCards(table, map, new Set(['c1']), 'down'));
    expect(idsAt(moved, 's1', 'l1')).toEqual(['c2', 'c1']);
    moved = mapAfter(movedCards(tableOf(moved), moved, new Set(['c1']), 'down'), moved);
    expect(idsAt(moved, 's1', 'l2')).toEqual(['c1']);
    moved = mapAfter(movedCards(tableOf(moved), moved, new Set(['c1']), 'up'), moved);
    expect(idsAt(moved, 's1', 'l1')).toEqual(['c2', 'c1']);
  });

  test('several cards go together or stay together', () => {
    const moved = mapAfter(movedCards(table, map, new Set(['c1', 'c2']), 'right'));
    expect(idsAt(moved, 's2', 'l1')).toEqual(['c1', 'c2']);
    expect(movedCards(table, map, new Set(['c1', 'c3']), 'right')).toBeUndefined();
  });

  test('no arrow loses a card or its text, or puts it outside', () => {
    const arrow = fc.constantFrom<Arrow>('left', 'right', 'up', 'down');
    fc.assert(
      fc.property(anyMap, fc.array(fc.tuple(fc.nat(), arrow), { maxLength: 20 }), (start, moves) => {
        let moved = start;
        for (const [index, to] of moves) {
          const card = moved.cards[index % Math.max(1, moved.cards.length)];
          const command = card && movedCards(tableOf(moved), moved, new Set([card.id]), to);
          if (command) moved = mapAfter(command, moved);
        }
        const texts = ({ cards }: JourneyMap) => cards.map(({ id, text }) => `${id} ${text}`).sort();
        expect(texts(moved)).toEqual(texts(start));
      }),
    );
  });

  test('a stage passes the one beside it', () => {
    expect(mapAfter(movedHolder(table, map, 'stages', 's2', -1)).stages.map(({ id }) => id)).toEqual(['s2', 's1']);
    expect(mapAfter(movedHolder(table, map, 'lanes', 'l1', 1)).lanes.map(({ id }) => id)).toEqual(['l2', 'l1']);
    expect(movedHolder(table, map, 'stages', 's2', 1)).toBeUndefined();
  });
});

describe('copying', () => {
  const ids = () => {
    let given = 0;
    return () => `new-${++given}`;
  };

  test('a copied part is the smallest table with the chosen cards', () => {
    const part = copiedPart(table, map, new Set(['c2', 'c3']));
    expect(copiedText(part)).toBe('two\t\n\tthree');
    expect(copiedPart(table, map, new Set(['c3'])).stages.map(({ id }) => id)).toEqual(['s2']);
  });

  test('cards of one cell are lines of one cell elsewhere; what would be a formula there stays text', () => {
    expect(copiedText(copiedPart(table, map, new Set(['c1', 'c2'])))).toBe('"one\ntwo"');
    const formula = { ...map, cards: [{ id: 'c', stage: 's1', lane: 'l1', text: '=1+1' }] };
    expect(copiedText(copiedPart(tableOf(formula), formula, new Set(['c'])))).toBe("'=1+1");
  });

  test('all of a map pasted over nothing is the same map in other words of its ids', () => {
    fc.assert(
      fc.property(anyMap, (any) => {
        const whole = copiedPart(tableOf(any), any, new Set(any.cards.map(({ id }) => id)));
        const blank = { ...any, cards: [] };
        const [stage, lane] = [whole.stages[0]?.id, whole.lanes[0]?.id];
        if (stage === undefined || lane === undefined) return;
        const pasted = mapAfter(pastedRows(tableOf(blank), rowsOf(whole), { stage, lane }, ids()), blank);
        expect(rowsOf(pasted)).toEqual(rowsOf(any));
      }),
    );
  });

  test('cells of a spreadsheet that reach over the edge bring stages and lanes', () => {
    const rows = rowsOfCells([
      ['a', 'b'],
      ['', 'c'],
    ]);
    const pasted = mapAfter(pastedRows(table, rows, { stage: 's2', lane: 'l2' }, ids()));
    expect(pasted.stages).toHaveLength(3);
    expect(pasted.lanes).toHaveLength(3);
    expect(pasted.cards.slice(3).map(({ text }) => text)).toEqual(['a', 'b', 'c']);
  });
});

describe('a go at a text', () => {
  test('that adds a card is one step; taken back, none', () => {
    const add = (text: string): Command => ({
      type: 'add',
      to: 'cards',
      items: [{ id: 'n', stage: 's1', lane: 'l1', text }],
    });
    const going = (command: Command, history = historyOf(map)) => {
      const done = perform(history, { command, time: 0, going: 'n' });
      if (!done.ok) throw new Error(done.reason);
      return done.value;
    };
    const written = going(add('ab'), going(add('a')));
    expect(written.steps).toHaveLength(1);
    expect(written.map.cards.at(-1)?.text).toBe('ab');
    const cancelled = going({ type: 'all', commands: [] }, written);
    expect(cancelled.map).toBe(map);
    expect(cancelled.done).toBe(0);
  });
});
