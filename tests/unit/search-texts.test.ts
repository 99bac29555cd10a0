import { describe, expect, it } from 'vitest';
import { excerptOf } from '../../src/lib/glossary/search/excerpt.ts';
import type { LexiconEntry } from '../../src/lib/glossary/search/lexicon.ts';
import { nameIndex } from '../../src/lib/glossary/search/name-index.ts';
import { nearestEntries } from '../../src/lib/glossary/search/nearest.ts';
import { passagesOf } from '../../src/lib/glossary/search/passages.ts';
import { queryWords } from '../../src/lib/glossary/search/query-words.ts';
import { type FullTextIndex, searchTexts } from '../../src/lib/glossary/search/search-texts.ts';
import { textFragment } from '../../src/lib/glossary/search/text-fragment.ts';
import type { Locale } from '../../src/lib/i18n/locales.ts';

/** A page as the index keeps it: sections are a heading and a text, below a title with hidden names. */
function indexed(url: string, title: string, names: string, intro: string, sections: Record<string, string>) {
  let content = `${title}. ⟦${names}⟧ ${title}: ${intro}`;
  const anchors = [{ element: 'p', id: 'definition', text: `${title}: ${intro}`, location: 2 }];
  for (const [heading, text] of Object.entries(sections)) {
    const id = heading.toLowerCase().replaceAll(' ', '-');
    anchors.push({ element: 'h2', id, text: heading, location: content.split(/\s+/).length });
    content += ` ${heading}. ${text}`;
  }
  return { url, content, anchors, meta: { title } };
}

const pages = [
  indexed('/en/terms/loyalty/', 'Loyalty', 'devotion. fidelity', 'A preference that lasts.', {
    'An example': 'A baker has regulars. They queue in the rain for her rye bread.',
    'Common mistakes': 'Counting regulars as loyal. Some only live next door.',
  }),
  indexed('/en/terms/weather/', 'Weather', 'climate', 'What the sky does.', {
    'An example': 'On Monday the rain stopped.',
  }),
];

/** An index that finds the pages with a word, as Pagefind does. */
const index: FullTextIndex = {
  search: async (query) => ({
    results: pages
      .filter(
        ({ content }) => query === null || content.toLowerCase().includes(query.replaceAll('"', '').toLowerCase()),
      )
      .map((page) => ({ id: page.url, score: 1, data: async () => page })),
  }),
};

const found = (query: string) => searchTexts(index, { query, locale: 'en', kind: undefined, limit: 10 });
const shown = (text: string, query: string, locale: Locale) =>
  excerptOf(text, queryWords(query, locale), locale)
    .map((piece) => (piece.marked ? `[${piece.text}]` : piece.text))
    .join('');

describe('sections that answer a query', () => {
  it('are given with page, heading and the words marked', async () => {
    const [first] = await found('queue bread');
    expect(first).toEqual({
      url: '/en/terms/loyalty/',
      title: 'Loyalty',
      section: { id: 'an-example', heading: 'An example' },
      excerpt: [
        { text: 'A baker has regulars. They ', marked: false },
        { text: 'queue', marked: true },
        { text: ' in the rain for her rye ', marked: false },
        { text: 'bread', marked: true },
        { text: '.', marked: false },
      ],
      missing: [],
    });
  });

  it('are only of pages that hold all words, if any does', async () => {
    expect(new Set((await found('rain regulars')).map(({ url }) => url))).toEqual(new Set(['/en/terms/loyalty/']));
    expect((await found('rain')).map(({ url }) => url).sort()).toEqual(['/en/terms/loyalty/', '/en/terms/weather/']);
  });

  it('else say which words their page lacks; a hidden name counts as held', async () => {
    // A word that stands nowhere may be mistyped, the other one ever so common.
    expect((await found('rain zebra')).map(({ missing }) => missing)).toEqual([['zebra'], ['zebra']]);
    const ofNames = await found('devotion queue');
    expect(ofNames.map(({ missing }) => missing)).toEqual([[]]);
  });

  it('are of no page that lacks most of what is asked', async () => {
    expect(await found('rain zebra walrus')).toEqual([]);
  });

  it('are none for a query without words', async () => {
    expect(await found('。…')).toEqual([]);
  });
});

describe('passages', () => {
  it('begin at headings; neither title nor hidden names are repeated in them', () => {
    const [loyalty] = pages;
    if (!loyalty) throw new Error('There is no page.');
    expect(passagesOf(loyalty, 'Loyalty').map(({ anchor, heading, text }) => [anchor, heading, text])).toEqual([
      [undefined, '', 'A preference that lasts.'],
      ['an-example', 'An example', 'A baker has regulars. They queue in the rain for her rye bread.'],
      ['common-mistakes', 'Common mistakes', 'Counting regulars as loyal. Some only live next door.'],
    ]);
  });

  it('of Japanese leave out the cuts and the full stops the index puts after blocks', () => {
    const raw = [
      '解約',
      '率',
      '. ',
      '⟦かいやくりつ',
      '⟧ ',
      '離れた',
      '割合',
      'です。',
      '理由',
      '. ',
      '価格',
      '. ',
      '対応',
      '。',
    ];
    const page = {
      content: raw.join(''),
      raw_content: raw.join('\u200b'),
      anchors: [{ element: 'h2', id: 'why', text: '理由', location: 8 }],
    };
    expect(passagesOf(page, '解約率').map(({ text }) => text)).toEqual(['離れた割合です。', '価格 対応。']);
  });
});

describe('an excerpt', () => {
  const long = `${'Nothing of interest stands here. '.repeat(12)}Version 3.5 of the plan (J. Smith) doubled churn at once. ${'More follows. '.repeat(20)}`;

  it('begins at the sentence of the word; 3.5 and J. end none', () => {
    expect(shown(long, 'churn', 'en')).toMatch(
      /^Version 3\.5 of the plan \(J\. Smith\) doubled \[churn\] at once\. More follows\./,
    );
  });

  it('cuts between words where a sentence is too long, and shows that it did', () => {
    const text = `${'word '.repeat(80)}churn ${'word '.repeat(80)}`.trim();
    expect(shown(text, 'churn', 'en')).toMatch(/^…(?:word )+\[churn\](?: word)+…$/);
    const japanese = `${'顧客の声を、'.repeat(40)}解約を、${'顧客の声を、'.repeat(40)}`;
    expect(shown(japanese, '解約', 'ja')).toMatch(/^…(?:顧客|の|声|を、).*\[解約\].*…$/);
  });

  it('shows the stretch with the most different words', () => {
    const text = `Churn. ${'Filler stands here. '.repeat(20)}Churn follows price. ${'Filler stands here. '.repeat(20)}`;
    expect(shown(text, 'churn price', 'en')).toMatch(/^\[Churn\] follows \[price\]\./);
  });

  it('marks whole Latin words, Japanese ones inside compounds, and none inside another word', () => {
    expect(shown('Churning urns.', 'churn urn', 'en')).toBe('[Churning] [urns].');
    expect(shown('稟議書を出します。', '稟議', 'ja')).toBe('[稟議]書を出します。');
  });

  it('is the beginning where only the heading holds the words', () => {
    expect(shown('A first sentence. A second one.', 'churn', 'en')).toBe('A first sentence. A second one.');
  });

  it.each(['', '\ud83d', '٣\u202e', 'ﷺ'.repeat(300)])('takes any text: %j', (text) => {
    expect(() => excerptOf(text, queryWords('churn', 'en'), 'en')).not.toThrow();
  });
});

describe('the fragment of a hit', () => {
  const fragment = (text: string, query: string, locale: Locale) =>
    decodeURIComponent(textFragment(excerptOf(text, queryWords(query, locale), locale), locale));

  it('names the words with those beside them, within their sentence', () => {
    expect(
      fragment('It rains. He took the phrase from bullfighting and used it. Then more.', 'bullfighting', 'en'),
    ).toBe(':~:text=took the phrase from-,bullfighting,-and used it');
  });

  it('begins and ends where words do, in Japanese too', () => {
    expect(fragment('契約書は、稟議書に書かれた理由です。', '稟議', 'ja')).toMatch(
      /^:~:text=.*契約.*は、-,稟議,-書に.*$/,
    );
  });

  it('encodes what separates its parts', () => {
    const pieces = [
      { text: 'A-b, c & ', marked: false },
      { text: 'd-e,f', marked: true },
    ];
    expect(textFragment(pieces, 'en')).toBe(':~:text=A%2Db%2C%20c%20%26-,d%2De%2Cf');
  });

  it('is empty where nothing is marked', () => {
    expect(textFragment([{ text: 'Nothing.', marked: false }], 'en')).toBe('');
  });
});

describe('the nearest entries', () => {
  const entry = (slug: string, title: string, reading?: string): LexiconEntry => ({
    title,
    otherTitle: '',
    kind: 'concept',
    slug,
    names: reading ? { reading: [reading] } : {},
  });
  const names = nameIndex([
    entry('churn-rate', '解約率', 'かいやくりつ'),
    entry('customer-loyalty', 'Customer loyalty'),
    entry('customer-delight', 'Customer delight'),
  ]);
  const near = (query: string) => nearestEntries(names, query, 2).map(({ slug }) => slug);

  it('are those whose names or readings share most letters with the query, likest first', () => {
    expect(near('customr loyaltiesmith')).toEqual(['customer-loyalty', 'customer-delight']);
    expect(near('kaiyakurituu')[0]).toBe('churn-rate');
  });

  it('are none for what looks like nothing', () => {
    expect(near('zzqqxx')).toEqual([]);
    expect(near('')).toEqual([]);
  });
});
