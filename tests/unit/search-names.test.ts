import { describe, expect, it } from 'vitest';
import type { LexiconEntry } from '../../src/lib/glossary/search/lexicon.ts';
import { matchNames } from '../../src/lib/glossary/search/match-names.ts';
import { nameIndex } from '../../src/lib/glossary/search/name-index.ts';
import { suggest } from '../../src/lib/glossary/search/suggest.ts';

const entry = (title: string, names: LexiconEntry['names']): LexiconEntry => ({
  title,
  otherTitle: '',
  kind: 'concept',
  slug: title,
  names,
});
const index = nameIndex([
  entry('継続率', { reading: ['けいぞくりつ'], keyword: ['解約しない割合'] }),
  entry('解約率', { alias: ['チャーンレート'], reading: ['かいやくりつ'], 'other-language': ['Churn rate'] }),
  entry('顧客解約', { alias: ['チャーン'], reading: ['こきゃくかいやく'] }),
  entry('NPS', { 'other-language': ['Net Promoter Score'] }),
  entry('顧客の声', { reading: ['こきゃくのこえ'], 'other-language': ['Voice of the customer', 'VOC'] }),
]);
const found = (query: string) => matchNames(index, query).map(({ entry: { title } }) => title);

describe('a page is found by its names', () => {
  it.each([
    ['解約率', '解約率', 'exact'],
    ['かいやくりつ', '解約率', 'exact'],
    ['カイヤクリツ', '解約率', 'exact'],
    ['ｶｲﾔｸﾘﾂ', '解約率', 'exact'],
    ['kaiyaku-ritsu', '解約率', 'exact'],
    ['CHURN RATES', '解約率', 'exact'],
    ['チャーン', '顧客解約', 'exact'],
    ['えぬぴーえす', 'NPS', 'exact'],
    ['かいやく', '解約率', 'prefix'],
    ['かいy', '解約率', 'prefix'],
    ['churn', '解約率', 'prefix'],
    ['ちゃーんれ', '解約率', 'prefix'],
    ['promoter', 'NPS', 'part'],
    ['customer voice', '顧客の声', 'words'],
    ['かいくやりつ', '解約率', 'near'],
  ] as const)('%s: %s (%s)', (query, title, fit) => {
    expect(matchNames(index, query)[0]).toMatchObject({ entry: { title }, fit });
    expect(suggest(index, query).hits[0]?.entry.title).toBe(title);
  });

  it.each([
    ['chrun rate', '解約率'],
    ['net promotor scor', 'NPS'],
    ['voice of teh custmer', '顧客の声'],
  ])('with a mistake in two words: %s', (query, title) => {
    expect(suggest(index, query).hits[0]?.entry.title).toBe(title);
  });

  it('first those whose name begins with the query, keywords after names, then those that only hold it', () => {
    expect(found('解約')).toEqual(['解約率', '継続率', '顧客解約']);
  });

  it('and which name it was is told', () => {
    expect(matchNames(index, 'かいやくりつ')[0]?.name).toEqual({ source: 'reading', text: 'かいやくりつ' });
    expect(matchNames(index, 'voc')[0]?.name).toEqual({ source: 'other-language', text: 'VOC' });
  });

  it.each(['', '   ', '・', 'zzz'])('none by %j', (query) => {
    expect(found(query)).toEqual([]);
    expect(suggest(index, query).hits).toEqual([]);
  });
});
