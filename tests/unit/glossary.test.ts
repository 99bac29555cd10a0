import { describe, expect, it } from 'vitest';
import { fullCitation, locatorText, shortCitation } from '../../src/lib/glossary/citation.ts';
import { groupForIndex, indexHeadings } from '../../src/lib/glossary/collation.ts';
import type { Concept } from '../../src/lib/glossary/concept.ts';
import { linksIn, parseContentLink } from '../../src/lib/glossary/content-links.ts';
import { fold } from '../../src/lib/glossary/fold.ts';
import { cslJson } from '../../src/lib/glossary/reference.ts';
import { termGraph } from '../../src/lib/glossary/term-graph.ts';

describe('two spellings of one name', () => {
  it.each([
    ['ｶｽﾀﾏｰｼﾞｬｰﾆｰ', 'カスタマージャーニー'],
    ['チャーンレート', 'ちゃーんれーと'],
    ['ＬＴＶ', 'ltv'],
    ['Customer  Success', 'customer-success'],
    ['モーメント・オブ・トゥルース', 'モーメントオブトゥルース'],
    ['C.S.', 'cs'],
    ['ヴァリュー', 'ゔぁりゅー'],
  ])('%s and %s fold to the same text', (one, other) => {
    expect(fold(one)).toBe(fold(other));
  });
});

describe('the index', () => {
  it('files Japanese names under the row of their reading, voiced and small letters included', () => {
    const readings = ['かいやくりつ', 'がくしゅう', 'ぱーそな', 'っと', 'んー', 'しーえす', 'あどぼかしー'];
    const groups = groupForIndex(readings, 'ja', (reading) => reading);
    expect(groups.map(({ heading, entries }) => [heading, ...entries])).toEqual([
      ['あ', 'あどぼかしー'],
      ['か', 'かいやくりつ', 'がくしゅう'],
      ['さ', 'しーえす'],
      ['た', 'っと'],
      ['は', 'ぱーそな'],
      ['わ', 'んー'],
    ]);
  });

  it('files English names by letter, case aside, and what begins with none at the end', () => {
    const groups = groupForIndex(['Zeta', 'alpha', 'Éclair', '5 whys', 'Beta'], 'en', (name) => name);
    expect(groups.map(({ heading }) => heading)).toEqual(['A', 'B', 'Z', '#']);
  });

  it('has ten rows in Japanese and twenty-six letters in English', () => {
    expect([indexHeadings('ja').length, indexHeadings('en').length]).toEqual([11, 27]);
  });
});

describe('the term graph', () => {
  const concept = (part: Partial<Concept>): Concept => ({
    kind: 'concept',
    place: 'ground',
    relations: { broader: [], related: [], contrastsWith: [], ...part.relations },
    disambiguates: part.disambiguates ?? [],
    calculators: [],
    sources: [],
    formerSlugs: [],
    ...(part.measure && { measure: part.measure }),
  });
  const relations = (part: Partial<Concept['relations']>) => ({ broader: [], related: [], contrastsWith: [], ...part });
  const graph = termGraph(
    new Map([
      ['customer-lifetime-value', concept({ measure: 'simpleLifetimeValue' })],
      ['churn-rate', concept({ relations: relations({ contrastsWith: ['retention-rate'] }) })],
      ['retention-rate', concept({ relations: relations({ related: ['churn-rate', 'not-written-yet'] }) })],
      ['touchpoint', concept({ relations: relations({ broader: ['journey'] }) })],
      ['journey', concept({})],
    ]),
  );

  it('shows a relation from both ends though it is written at one', () => {
    expect(graph.get('journey')).toEqual([{ slug: 'touchpoint', relation: 'narrower' }]);
    expect(graph.get('touchpoint')).toEqual([{ slug: 'journey', relation: 'broader' }]);
  });

  it('reads from the formula what a measure is calculated from', () => {
    expect(graph.get('customer-lifetime-value')).toEqual([{ slug: 'churn-rate', relation: 'calculatedFrom' }]);
    expect(graph.get('churn-rate')).toContainEqual({ slug: 'customer-lifetime-value', relation: 'usedIn' });
  });

  it('joins two terms once, by the stronger relation, and leaves out what is not written', () => {
    expect(graph.get('retention-rate')).toEqual([{ slug: 'churn-rate', relation: 'contrastsWith' }]);
  });
});

describe('a link of the content', () => {
  it.each([
    ['term:churn-rate', { to: 'page', route: { page: 'term', slug: 'churn-rate' }, fragment: '' }],
    ['term:churn-rate#how', { to: 'page', route: { page: 'term', slug: 'churn-rate' }, fragment: 'how' }],
    ['ref:oliver-1980', { to: 'reference', id: 'oliver-1980' }],
    ['journey-map:saas', { to: 'page', route: { page: 'journey-map' }, fragment: 'template=saas' }],
    [
      'calculator:ltv?arpa=100&churn=0.05',
      { to: 'page', route: { page: 'calculator', name: 'ltv' }, fragment: 'v=1&arpa=100&churn=0.05' },
    ],
  ])('%s is understood', (href, link) => {
    expect(parseContentLink(href)).toEqual(link);
  });

  it.each([
    'https://example.com',
    '/en/terms/cs/',
    'term:',
    'term:Big',
    'calculator:xyz',
    'journey-map:xyz',
    'javascript:alert(1)',
  ])('%s is none', (href) => {
    expect(parseContentLink(href)).toBeUndefined();
  });

  it('is found in the text of a page, citations without words included', () => {
    const body = 'See [churn](term:churn-rate#how), which is old [](ref:oliver-1980), and [no link](of ours).';
    expect(linksIn(body)).toEqual([
      { to: 'page', route: { page: 'term', slug: 'churn-rate' }, fragment: 'how' },
      { to: 'reference', id: 'oliver-1980' },
    ]);
  });
});

describe('a citation', () => {
  const custom = { verified: 'confirmed', supports: [], basis: 'text' } as const;
  const article = {
    id: 'a',
    type: 'article-journal',
    title: 'Customer Delight',
    author: [
      { family: 'Oliver', given: 'Richard L.' },
      { family: 'Rust', given: 'Roland T.' },
      { family: 'Varki', given: 'Sajeev' },
    ],
    issued: { 'date-parts': [[1997]] },
    language: 'en',
    'container-title': 'Journal of Retailing',
    volume: '73',
    issue: '3',
    page: '311-336',
    DOI: '10.1016/x',
    custom,
  } as const;
  const plain = JSON.parse(JSON.stringify(article));

  it('of three authors names the first in the text and all in the list', () => {
    expect(shortCitation(plain, 'en')).toBe('Oliver et al. 1997');
    expect(shortCitation(plain, 'ja')).toBe('Oliverほか 1997');
    expect(fullCitation(plain)).toEqual({
      authors: 'Oliver, R. L., Rust, R. T. & Varki, S.',
      year: '1997',
      title: 'Customer Delight',
      container: 'Journal of Retailing',
      details: '73(3), pp. 311–336',
      href: 'https://doi.org/10.1016/x',
    });
  });

  it('is told apart by a letter from others of the same authors and year', () => {
    const second = { ...plain, 'year-suffix': 'b' };
    expect(shortCitation(second, 'en')).toBe('Oliver et al. 1997b');
    expect(fullCitation(second).year).toBe('1997b');
    expect(cslJson(second, 'en')).not.toHaveProperty('year-suffix');
  });

  it('of a work in Japanese is called in English pages what their readers can read', () => {
    const english = { authors: ['Kano', 'Seraku', 'Takahashi', 'Tsuji'], title: 'Attractive quality' };
    const author = ['狩野', '瀬楽', '高橋', '辻'].map((family) => ({ family }));
    const work = { ...plain, author, language: 'ja', custom: { ...custom, english } };
    expect(shortCitation(work, 'en')).toBe('Kano et al. 1997');
    expect(shortCitation(work, 'ja')).toBe('狩野ほか 1997');
    const pair = { ...work, custom: { ...custom, english: { ...english, authors: ['Kano', 'Tsuji'] } } };
    expect(shortCitation(pair, 'en')).toBe('Kano & Tsuji 1997');
  });

  it('of a Japanese edition is written as Japanese bibliographies are', () => {
    const book = {
      ...plain,
      type: 'book',
      title: '真実の瞬間',
      language: 'ja',
      author: [{ family: 'カールソン', given: 'ヤン' }],
      translator: [{ family: '堤', given: '猶二' }],
      publisher: 'ダイヤモンド社',
      'container-title': undefined,
      volume: undefined,
      issue: undefined,
      page: undefined,
    };
    expect(fullCitation(book)).toMatchObject({ authors: 'ヤン・カールソン', details: '堤猶二訳、ダイヤモンド社' });
  });

  it('says where in the work in the language of the page', () => {
    expect(locatorText({ page: '69', table: '2.1' }, 'en')).toBe('p. 69, table 2.1');
    expect(locatorText({ page: '69', table: '2.1' }, 'ja')).toBe('69頁、表2.1');
  });
});
