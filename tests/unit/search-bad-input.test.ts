import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LexiconEntry } from '../../src/lib/glossary/search/lexicon.ts';
import { nameIndex } from '../../src/lib/glossary/search/name-index.ts';
import { suggest } from '../../src/lib/glossary/search/suggest.ts';
import { anyText } from './any-input.ts';

const entry = (title: string, names: LexiconEntry['names']): LexiconEntry => ({
  title,
  otherTitle: '',
  kind: 'concept',
  slug: title,
  names,
});
const index = nameIndex([
  entry('解約率', { alias: ['チャーンレート'], reading: ['かいやくりつ'], 'other-language': ['Churn rate'] }),
  entry('顧客の声', { reading: ['こきゃくのこえ'], 'other-language': ['Voice of the customer', 'VOC'] }),
]);
const found = (query: string) => suggest(index, query).hits.map(({ entry: { title } }) => title);

describe('a query that is none', () => {
  it.each([
    ['only signs', '。、・？！…—“”()[]{}'],
    ['emoji', '👩‍👩‍👧🇯🇵❤️'],
    ['marks of direction', '\u202e\u200f\u2066\u200b'],
    ['half pairs', '\ud83d\udc00\ud83d'.repeat(3)],
    ['what regular expressions are made of', '.*+?^$()[]{}|\\/'],
    ['spaces of all kinds', ' \t\n\u3000\u00a0\ufeff'],
    ['the end of a text', '\u0000'],
  ])('of %s finds nothing', (_, query) => {
    expect(found(query)).toEqual([]);
  });

  it('finds nothing by what objects of the language are called', () => {
    for (const query of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) expect(found(query)).toEqual([]);
  });

  it.each([
    '<script>alert("解約率")</script>',
    '\u202e解約率\u202c',
    '解約率 👍',
    '(解約率',
    '解約率\ud83d',
    '.*解約率.*',
    '解約率'.repeat(3334),
  ])('but the name within is found: %j', (query) => {
    expect(found(query)[0]).toBe('解約率');
  });

  it('is no error, whatever it is', () => {
    const pieces = fc.array(fc.oneof(anyText(5), fc.constantFrom('解約率', 'churn ', 'の違い', 'vs', '\u0000')), {
      maxLength: 20,
    });
    fc.assert(
      fc.property(pieces, (parts) => {
        expect(Array.isArray(suggest(index, parts.join('')).hits)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a query longer than any question', () => {
  it('is read no further than its first two hundred letters', () => {
    const filling = 'あ い '.repeat(50);
    expect(filling).toHaveLength(200);
    expect(found(`解約率 ${filling}`)).toEqual(['解約率']);
    expect(found(`解約率 ${filling}顧客の声`)).toEqual(['解約率']);
    expect(found(`解約率 顧客の声 ${filling}`)).toHaveLength(2);
  });
});
