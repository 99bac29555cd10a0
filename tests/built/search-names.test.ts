import { describe, expect, it } from 'vitest';
import type { LexiconEntry } from '../../src/lib/glossary/search/lexicon.ts';
import { nameIndex } from '../../src/lib/glossary/search/name-index.ts';
import { suggest } from '../../src/lib/glossary/search/suggest.ts';
import { locales } from '../../src/lib/i18n/locales.ts';
import { nameVariants, variantClasses } from './name-variants.ts';
import { read } from './site.ts';

/** Of a hundred variants, how many must have a right page first, and how many one among the first three. */
const first = 97;
const amongThree = 99;
const shownMisses = 20;

describe.each(locales)('the names of all terms, however typed, in %s', (locale) => {
  const lexicon = JSON.parse(read(`/${locale}/lexicon.json`).toString()) as LexiconEntry[];
  const index = nameIndex(lexicon);
  const answers = nameVariants(lexicon).map((variant) => {
    const hits = suggest(index, variant.query).hits.map(({ entry }) => entry);
    return { ...variant, hits, place: hits.findIndex((entry) => variant.wanted.includes(entry)) };
  });

  const expectFound = (asked: typeof answers) => {
    const missed = asked.filter(({ place }) => place !== 0);
    const told = missed.slice(0, shownMisses).map(({ query, wanted, hits }) => {
      const slugs = (entries: readonly LexiconEntry[]) =>
        entries
          .slice(0, 3)
          .map(({ slug }) => slug)
          .join(', ');
      return `${query}: ${slugs(hits) || 'nothing'} instead of ${slugs(wanted)}`;
    });
    const percent = (count: number) => (100 * count) / asked.length;
    expect(percent(asked.length - missed.length), told.join('\n')).toBeGreaterThanOrEqual(first);
    expect(
      percent(asked.filter(({ place }) => place >= 0 && place < 3).length),
      told.join('\n'),
    ).toBeGreaterThanOrEqual(amongThree);
  };

  it('lead to their pages', () => {
    expect(answers.length).toBeGreaterThan(10_000);
    expectFound(answers);
  });

  it.each(variantClasses)('lead to their pages: %s', (kind) => {
    const asked = answers.filter((answer) => answer.kind === kind);
    expect(asked.length).toBeGreaterThan(50);
    expectFound(asked);
  });
});
