import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { analysisOf } from '../../src/lib/journey-map/analysis.ts';
import { type JourneyMap, moments } from '../../src/lib/journey-map/document.ts';
import { explainingTerms } from '../../src/lib/journey-map/explaining-terms.ts';
import { templateNames } from '../../src/lib/journey-map/template-names.ts';
import { readMapText } from '../../src/lib/journey-map/text.ts';
import promised from '../fixtures/promised-slugs.json' with { type: 'json' };
import { house } from './spelling.ts';
import { termSlugs } from './texts.ts';

const folder = new URL('../../src/content/journey-maps/', import.meta.url);

function mapIn(name: string, locale: 'en' | 'ja'): JourneyMap {
  const read = readMapText(readFileSync(new URL(`${name}/${locale}.json`, folder), 'utf8'));
  if (!read.ok) throw new Error(`${name}/${locale}: ${read.reason}`);
  expect(read.value).toMatchObject({ repairs: [], isNewer: false });
  return read.value.map;
}

const maps = templateNames.map((name) => [name, { en: mapIn(name, 'en'), ja: mapIn(name, 'ja') }] as const);
const examples = maps.filter(([name]) => name !== 'blank');

/** Everything but the words. */
const words = new Set(['title', 'name', 'text', 'about', 'notes', 'language', 'evidence', 'owner']);
const shapeOf = (map: JourneyMap) =>
  JSON.stringify(map, (key, value: unknown) => {
    if (key === 'goals') return (value as string[]).length;
    return words.has(key) && typeof value === 'string' ? value === '' : value;
  });

function textsOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => {
    if (key === 'goals') return part as string[];
    return typeof part === 'string' && words.has(key) && key !== 'language' ? [part] : textsOf(part);
  });
}

test('every map of the folder is offered', () => {
  expect(readdirSync(folder).toSorted()).toEqual([...templateNames].toSorted());
});

test('none that links lead to is gone, and each is written down in tests/fixtures/promised-slugs.json', () => {
  expect(promised.journeyMaps).toEqual([...templateNames].toSorted());
});

describe.each(maps)('%s', (_, { en, ja }) => {
  test('is written in its languages, with the same stages, lanes and cards', () => {
    expect([en.language, ja.language]).toEqual(['en', 'ja']);
    expect(shapeOf(ja)).toBe(shapeOf(en));
  });

  test('names terms of the glossary only', () => {
    expect(en.cards.flatMap(({ term }) => term ?? []).filter((term) => !termSlugs.includes(term))).toEqual([]);
  });

  test('is spelled as the rest of the site is', () => {
    for (const [locale, map] of [
      ['en', en],
      ['ja', ja],
    ] as const) {
      const found = textsOf(map).filter((text) => house[locale].some(([avoided]) => avoided.test(text)));
      expect(found).toEqual([]);
    }
    const isJapanese = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
    expect(textsOf(en).filter((text) => isJapanese.test(text))).toEqual([]);
    expect(textsOf(ja).filter((text) => text !== '' && !isJapanese.test(text))).toEqual([]);
    expect(textsOf(ja).filter((text) => /[ぁ-んァ-ヶ一-龠] +\w|\w +[ぁ-んァ-ヶ一-龠]/u.test(text))).toEqual([]);
  });

  test('has moments of truth in their order', () => {
    const placed = en.stages.flatMap((stage) => stage.moments ?? []);
    expect(placed).toEqual(moments.filter((moment) => placed.includes(moment)));
    expect(placed).toContain('second');
    expect(placed).toContain('third');
  });
});

describe.each(examples)('%s, as an example', (_, { en }) => {
  test('is large enough to learn from and small enough to read', () => {
    expect(en.stages.length).toBeGreaterThanOrEqual(4);
    expect(en.stages.length).toBeLessThanOrEqual(7);
    expect(en.lanes.length).toBeGreaterThanOrEqual(5);
    expect(en.lanes.length).toBeLessThanOrEqual(8);
    expect(en.cards.length).toBeGreaterThanOrEqual(20);
    expect(en.cards.length).toBeLessThanOrEqual(35);
  });

  test('says at every stage what is felt and hoped for, and gives the analysis something to find', () => {
    for (const { id } of en.stages) {
      const cards = en.cards.filter(({ stage }) => stage === id);
      expect(cards.some(({ feeling }) => feeling !== undefined)).toBe(true);
      expect(cards.some(({ hopedFeeling }) => hopedFeeling !== undefined)).toBe(true);
    }
    const { falls, gaps, opportunities, unprovenStages, emptyLanes } = analysisOf(en);
    for (const found of [falls, gaps, opportunities, unprovenStages]) expect(found.length).toBeGreaterThan(0);
    expect(emptyLanes).toEqual([]);
  });

  test('has somebody with a goal', () => {
    expect(en.personas.every(({ name, goals }) => name !== '' && goals.length > 0)).toBe(true);
    expect(en.personas.length).toBeGreaterThan(0);
  });
});

test('parts of a map are explained by terms of the glossary', () => {
  expect(Object.values(explainingTerms).filter((slug) => !termSlugs.includes(slug))).toEqual([]);
});
