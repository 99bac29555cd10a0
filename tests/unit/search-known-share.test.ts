import { describe, expect, it } from 'vitest';
import { askedWords } from '../../src/lib/glossary/search/asked-words.ts';
import { knownShare } from '../../src/lib/glossary/search/known-share.ts';
import type { LexiconEntry } from '../../src/lib/glossary/search/lexicon.ts';
import { questionIndex } from '../../src/lib/glossary/search/match-questions.ts';
import { nameIndex } from '../../src/lib/glossary/search/name-index.ts';
import { suggest } from '../../src/lib/glossary/search/suggest.ts';

const lexicon: readonly LexiconEntry[] = [
  {
    title: 'Churn rate',
    otherTitle: '解約率',
    kind: 'metric',
    slug: 'churn-rate',
    names: { 'other-language': ['解約率'] },
  },
  { title: 'Handoff', otherTitle: '引き継ぎ', kind: 'practice', slug: 'handoff', names: {} },
];
const asked = askedWords(
  {
    'churn-rate': { definition: ['how many members leave a gym', 'members who leave'] },
    handoff: { definition: ['営業から引き継ぎを受ける', '引き継ぎで聞くこと'] },
  },
  [],
);
const names = nameIndex(lexicon);
const questions = questionIndex(asked, lexicon);
const known = (query: string) => knownShare(questions, query);

describe('how much of a query is known here', () => {
  it('is all of it, if its words are asked or stand in names', () => {
    expect(known('members leaving')).toBe(1);
    expect(known('churn of members')).toBe(1);
    expect(known('解約')).toBe(1);
  });

  it('is nothing, if none do', () => {
    expect(known('banana bread')).toBe(0);
    expect(known('味噌汁')).toBe(0);
    expect(known('…')).toBe(0);
  });

  it('is less, the more is said that nobody asks here', () => {
    expect(known('members')).toBeGreaterThan(known('members banana'));
    expect(known('members banana')).toBeGreaterThan(known('members banana bread'));
  });

  it('does not depend on the ending of a Japanese word', () => {
    expect(known('引き継ぐ')).toBe(1);
  });
});

describe('a question about something else', () => {
  it('gets no page, though it shares a word with what is asked', () => {
    expect(suggest(names, 'members leave', questions)).toMatchObject({ isKnown: true, hits: [{}] });
    const other = suggest(names, 'members banana bread walrus zebra', questions);
    expect(other).toMatchObject({ isKnown: false, hits: [] });
  });

  it('gets the pages that it names all the same', () => {
    const { hits, isKnown } = suggest(names, 'churn rate banana bread walrus zebra soup noodle', questions);
    expect(hits.map(({ entry }) => entry.slug)).toEqual(['churn-rate']);
    expect(isKnown).toBe(false);
  });
});
