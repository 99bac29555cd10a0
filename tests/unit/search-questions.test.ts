import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askedWords } from '../../src/lib/glossary/search/asked-words.ts';
import type { LexiconEntry } from '../../src/lib/glossary/search/lexicon.ts';
import { matchQuestions, questionIndex } from '../../src/lib/glossary/search/match-questions.ts';
import { packAsked, unpackAsked } from '../../src/lib/glossary/search/pack-asked.ts';
import { anyText } from './any-input.ts';

const entry = (slug: string, title: string): LexiconEntry => ({
  title,
  otherTitle: '',
  kind: 'concept',
  slug,
  names: {},
});
const english = questionIndex(
  askedWords(
    {
      churn: { definition: ['members who quit', 'gym members quit'], how: ['quit members divided by all members'] },
      delight: { definition: ['members who smile', 'a gift nobody expects', 'a gift that makes one smile'] },
      empty: { definition: [] },
    },
    [],
  ),
  [entry('churn', 'Churn rate'), entry('delight', 'Delight'), entry('empty', 'Nothing asked')],
);
const wordsOf = (pages: Parameters<typeof askedWords>[0], chosen: readonly string[] = []) =>
  askedWords(pages, chosen).words.map(({ word }) => word);
const slugs = (query: string) => matchQuestions(english, query).map(({ slug }) => slug);

describe('what is asked of pages', () => {
  it('is told by words: of which pages and sections, and in how many phrases', () => {
    // Stems, and one word for those that mean the same.
    const phrases = { definition: ['gym members quit', 'members quit'], how: ['count members'] };
    expect(askedWords({ one: phrases }, [])).toEqual({
      pages: [{ slug: 'one', sections: ['definition', 'how'] }],
      words: [
        { word: 'leav', of: [{ page: 0, count: 2, sections: [0] }] },
        { word: 'memb', of: [{ page: 0, count: 3, sections: [0, 1] }] },
      ],
    });
  });

  it('leaves out what stands in a single phrase of two pages at most', () => {
    const pages = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, page) => [`page-${page}`, { definition: ['hotline'] }]));
    expect(wordsOf(pages(2))).toEqual([]);
    expect(wordsOf(pages(3))).toEqual(['hotlin']);
  });

  it('is cut into words in Japanese, without particles', () => {
    const words = wordsOf({ one: { definition: ['契約した後の担当者', '契約の担当者'] } });
    expect(words).toEqual(expect.arrayContaining(['契約', '担当']));
    expect(words).not.toContain('の');
  });

  it('keeps katakana words whole, and what authors chose', () => {
    expect(wordsOf({ one: { definition: ['サブスクの意味', 'サブスクを始める'] } })).toContain('さぶすく');
    expect(wordsOf({ two: { definition: ['telemetry', 'hotline'] } }, ['telemetry'])).toEqual(['telemetr']);
  });

  it('is the same after it was packed and sent', () => {
    const page = fc.dictionary(
      fc.constantFrom('definition', 'why', 'how', 'mistakes'),
      fc.array(fc.stringMatching(/^[abc]{1,2}( [abc]{1,2}){0,3}$/), { maxLength: 6 }),
    );
    const asked = fc.dictionary(fc.stringMatching(/^[a-z]{1,3}$/), page, { maxKeys: 8 });
    fc.assert(
      fc.property(asked, (pages) => {
        const words = askedWords(pages, []);
        expect(unpackAsked(JSON.parse(JSON.stringify(packAsked(words))))).toEqual(words);
      }),
    );
  });

  it('leads a query to the page of which it is asked more often, by other forms of its words too', () => {
    expect(slugs('members quitting')[0]).toBe('churn');
    expect(slugs('members smiling')[0]).toBe('delight');
  });

  it('counts words of which few pages are asked for more', () => {
    const [best, second] = matchQuestions(english, 'members and gifts');
    expect(best?.slug).toBe('delight');
    expect(second?.share).toBeLessThan(best?.share ?? 0);
  });

  it('holds the name of a page, also of one of which nothing is asked', () => {
    expect(slugs('nothing asked')).toEqual(['empty']);
    expect(slugs('delights')).toEqual(['delight']);
  });

  it('tells how much of it each section answers', () => {
    const [{ sections } = { sections: new Map() }] = matchQuestions(english, 'members quit');
    expect(sections.get('how')).toBe(1);
    expect(sections.get('definition')).toBe(1);
  });

  it('is less of a query the more of it is unknown', () => {
    const shareOf = (query: string) => matchQuestions(english, query)[0]?.share ?? 0;
    expect(shareOf('quit')).toBeGreaterThan(shareOf('quit zebra'));
    expect(shareOf('quit zebra')).toBeGreaterThan(shareOf('quit zebra walrus'));
    expect(matchQuestions(english, 'zebra')).toEqual([]);
  });

  it('whatever is typed, is a share, best first', () => {
    fc.assert(
      fc.property(fc.oneof(anyText(), fc.constantFrom('quit', 'members gift', 'smile quit members')), (query) => {
        const shares = matchQuestions(english, query).map(({ share }) => share);
        expect(shares).toEqual([...shares].sort((one, other) => other - one));
        for (const share of shares) expect(share > 0 && share < 1).toBe(true);
      }),
    );
  });
});
