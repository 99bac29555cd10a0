import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LexiconEntry } from '../../src/lib/glossary/search/lexicon.ts';
import { entriesNear, wantedPage } from '../../src/lib/glossary/search/wanted-page.ts';

describe('an address that leads nowhere', () => {
  it.each([
    ['/en/terms/chrun-rate/', '/', 'en', 'chrun rate'],
    ['/ja/terms/churnrate', '/', 'ja', 'churnrate'],
    ['/en/churn/', '/', 'en', 'churn'],
    ['/handbook/ja/terms/%E8%A7%A3%E7%B4%84%E7%8E%87/', '/handbook/', 'ja', '解約率'],
    ['/elsewhere/ja/terms/cs/', '/handbook/', 'ja', 'cs'],
    ['/EN/Terms/Churn_Rate.html', '/', 'en', 'churn rate'],
    ['/en/terms/churn-rate/index.php', '/', 'en', 'churn rate'],
    ['/fr/terms/churn-rate/', '/', undefined, 'churn rate'],
    ['/en/', '/', 'en', ''],
    ['/', '/', undefined, ''],
    ['/en/terms/%E0%A4%A/', '/', 'en', '%e0%a4%a'],
  ])('%s below %s is about %s: "%s"', (path, base, locale, words) => {
    expect(wantedPage(path, base)).toEqual({ locale, words });
  });

  it('is read whatever stands in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (path) => {
        expect(wantedPage(`/${path}`, '/').words).not.toMatch(/^\s|\s$|\//);
      }),
    );
  });
});

describe('the pages offered for it', () => {
  const entry = (slug: string, title: string, names: LexiconEntry['names'] = {}): LexiconEntry => ({
    slug,
    title,
    names,
    otherTitle: title,
    kind: 'concept',
  });
  const lexicon = [
    entry('customer-success', 'カスタマーサクセス', { 'other-language': ['Customer success'] }),
    entry('churn-rate', '解約率', { reading: ['かいやくりつ'], 'other-language': ['Churn rate'] }),
    entry('touchpoint', '接点', { reading: ['せってん'] }),
    entry('vuca', 'VUCA'),
  ];
  const near = (words: string, most = 5) => entriesNear(lexicon, words, most).map(({ slug }) => slug);

  it.each([
    ['churn rate', 'churn-rate'],
    ['chrun rate', 'churn-rate'],
    ['churnrate', 'churn-rate'],
    ['かいやくりつ', 'churn-rate'],
    ['touchpoint', 'touchpoint'],
    ['touchpiont', 'touchpoint'],
    ['customer succes', 'customer-success'],
  ])('for "%s" begin with %s', (words, slug) => {
    expect(near(words)[0]).toBe(slug);
  });

  it('are looked for among what only looks alike when nothing fits, and are no more than asked for', () => {
    expect(near('churns rater')).toContain('churn-rate');
    expect(near('customer', 1)).toHaveLength(1);
  });

  it('are none without words, or for words like nothing here', () => {
    expect([near(''), near('wp login'), near('%%%')]).toEqual([[], [], []]);
  });
});
