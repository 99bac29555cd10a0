import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellsOf, lanesOf, readings } from '../../src/lib/journey-map/cells.ts';
import { type Card, emptyMap, type JourneyMap } from '../../src/lib/journey-map/document.ts';
import { foundIn, spansOf } from '../../src/lib/journey-map/find.ts';
import { pagesOf, paperSizes } from '../../src/lib/journey-map/paper.ts';
import type { MapTable } from '../../src/lib/journey-map/places.ts';
import { screensOf } from '../../src/lib/journey-map/screens.ts';
import { anyMap, largeMap } from './journey-map-arbitraries.ts';

const tableOf = (map: JourneyMap): MapTable => ({ stages: map.stages, lanes: map.lanes, cells: cellsOf(map) });
const names = {
  stage: ({ title }: { title: string }) => title,
  lane: ({ title }: { title: string }) => title,
};
const card = (id: string, text: string, more: Partial<Card> = {}): Card => ({
  id,
  stage: 's1',
  lane: 'l1',
  text,
  ...more,
});
const mapWith = (...cards: Card[]): JourneyMap => ({
  ...emptyMap('ja'),
  stages: [
    { id: 's1', title: 'Café opens' },
    { id: 's2', title: '会計' },
  ],
  lanes: [
    { id: 'l1', kind: 'actions', title: 'Steps', side: 'both' },
    { id: 'l2', kind: 'thoughts', title: '', side: 'buyer' },
  ],
  cards,
});

describe('finding in a map', () => {
  test.each([
    ['ガイド', 'ｶﾞｲﾄﾞを読む', [[0, 5]]],
    ['ｶﾞ', 'このガ', [[2, 3]]],
    ['がいど', 'ガイド', [[0, 3]]],
    [
      'APP',
      'app, Ａｐｐ and App',
      [
        [0, 3],
        [5, 8],
        [13, 16],
      ],
    ],
    ['checkout', 'the check-out', [[4, 13]]],
    [
      'aa',
      'aaaa',
      [
        [0, 2],
        [2, 4],
      ],
    ],
    ['-', 'a-b', []],
    ['', 'anything', []],
  ])('%s is found in “%s” whatever its width, case and kana', (query, text, spans) => {
    expect(spansOf(text, query).map(({ start, end }) => [start, end])).toEqual(spans);
  });

  test('lanes come first, then each stage with its cards', () => {
    const map = mapWith(
      card('c1', 'Other', { stage: 's2', evidence: 'two steps seen' }),
      card('c2', 'STEPS outside', { lane: 'l2' }),
      card('c3', 'nothing', { owner: 'Ｓｔｅｐｓ team' }),
      card('c4', 'nothing at all'),
    );
    expect(foundIn(tableOf(map), 'steps', names)).toEqual([
      { lane: 'l1' },
      { stage: 's1', lane: 'l1', card: 'c3' },
      { stage: 's1', lane: 'l2', card: 'c2' },
      { stage: 's2', lane: 'l1', card: 'c1' },
    ]);
    expect(foundIn(tableOf(map), 'cafe', names)).toEqual([]);
    expect(foundIn(tableOf(map), 'CAFÉ', names)).toEqual([{ stage: 's1' }]);
  });

  test('what is found is also marked, and nothing else', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'A', 'ａ', 'ガ', 'ｶﾞ', 'が', 'か', ' ', '-', '山') });
    fc.assert(
      fc.property(text, text, (words, query) => {
        const isFound =
          foundIn(tableOf(mapWith(card('c', words))), query, { stage: () => '', lane: () => '' }).length > 0;
        expect(spansOf(words, query).length > 0).toBe(isFound);
      }),
    );
  });
});

describe('the screens of a map shown in a room', () => {
  test('show every card once, in the order of the map, stage by stage', () => {
    fc.assert(
      fc.property(anyMap, fc.constantFrom(...readings), (map, reading) => {
        const lanes = lanesOf(map, reading);
        const shown = screensOf({ ...tableOf(map), lanes }).flatMap((screen) =>
          screen.lanes.flatMap(({ cards }) => cards),
        );
        const expected = map.stages.flatMap((stage) =>
          lanes.flatMap((lane) => map.cards.filter((each) => each.stage === stage.id && each.lane === lane.id)),
        );
        expect(shown).toEqual(expected);
      }),
    );
  });

  test('a stage without cards has one, a full stage several', () => {
    expect(screensOf(tableOf(mapWith())).map(({ part, parts, lanes }) => [part, parts, lanes.length])).toEqual([
      [1, 1, 0],
      [1, 1, 0],
    ]);
    const [first, second] = screensOf(tableOf(largeMap(1, 3, 24)));
    expect(first).toMatchObject({ part: 1, parts: 4 });
    expect(second).toMatchObject({ part: 2, parts: 4 });
  });

  test('a text in full-width letters takes twice the room', () => {
    const long = (letter: string) => Array.from({ length: 6 }, (_, index) => card(`c${index}`, letter.repeat(72)));
    expect(screensOf(tableOf(mapWith(...long('x'))))).toHaveLength(2);
    expect(screensOf(tableOf(mapWith(...long('あ'))))).toHaveLength(3);
  });
});

describe('the pages of a printed map', () => {
  test('hold every stage once, in order, and are equally full', () => {
    fc.assert(
      fc.property(fc.nat(100), fc.constantFrom(...paperSizes), (count, size) => {
        const { stages } = largeMap(count, 1, 0);
        const pages = pagesOf(stages, { size, fit: 'tiled' });
        expect(pages.flat()).toEqual(stages);
        const lengths = pages.map(({ length }) => length);
        expect(Math.max(...lengths) - Math.min(...lengths)).toBeLessThanOrEqual(1);
        expect(Math.max(...lengths)).toBeLessThanOrEqual(size === 'A4' ? 5 : 8);
        expect(pagesOf(stages, { size, fit: 'one-page' })).toEqual([stages]);
      }),
    );
  });
});
