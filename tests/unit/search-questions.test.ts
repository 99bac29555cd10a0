import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askedWords } from '../../src/lib/glossary/search/asked-words.ts';
import type { LexiconEntry } from '../../src/lib/glossary/search/lexicon.ts';
import { matchQuestions, questionIndex } from '../../src/lib/glossary/search/match-questions.ts';
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
const slugs = (query: string) => matchQuestions(english, query).map(({ slug }) => slug);

describe('what is asked of pages', () => {
  it('is sent as words by how often they stand; what stands once in all is left out', () => {
    // Stems, and one word for those that mean the same.
    const words = askedWords({ one: { definition: ['gym members quit', 'members quit'], how: ['count members'] } }, []);
    expect(words).toEqual({ one: { definition: ['', 'leav memb'], how: ['memb'] } });
  });

  it('is cut into words in Japanese, without particles', () => {
    const { one } = askedWords({ one: { definition: ['契約した後の担当者', '契約の担当者'] } }, []);
    expect(one?.definition?.[1]?.split(' ')).toEqual(expect.arrayContaining(['契約', '担当']));
  });

  it('keeps katakana words whole, and what authors chose', () => {
    const { one } = askedWords({ one: { definition: ['サブスクの意味', 'サブスクを始める'] } }, ['telemetry']);
    expect(one?.definition?.[1]).toBe('さぶすく');
    const { two } = askedWords({ two: { definition: ['telemetry', 'hotline'] } }, ['telemetry']);
    expect(two?.definition).toEqual(['telemetr']);
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
