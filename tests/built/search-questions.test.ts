import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { LexiconEntry } from '../../src/lib/glossary/search/lexicon.ts';
import { routeOf } from '../../src/lib/glossary/search/lexicon.ts';
import { questionIndex } from '../../src/lib/glossary/search/match-questions.ts';
import { nameIndex } from '../../src/lib/glossary/search/name-index.ts';
import { isName, suggest } from '../../src/lib/glossary/search/suggest.ts';
import { locales } from '../../src/lib/i18n/locales.ts';
import { pagePath } from '../../src/lib/i18n/routes.ts';
import { read } from './site.ts';

interface Query {
  readonly q: string;
  readonly first: readonly string[];
}

/** Of a hundred queries, how many must have a right page first, and how many one among the first three. */
const first = 90;
const amongThree = 95;

describe.each(locales)('what people ask in their own words in %s', (locale) => {
  const lexicon = JSON.parse(read(`/${locale}/lexicon.json`).toString()) as LexiconEntry[];
  const index = nameIndex(lexicon);
  const questions = questionIndex(JSON.parse(read(`/${locale}/asked.json`).toString()), lexicon);
  const file = new URL(`../fixtures/everyday-queries/${locale}.json`, import.meta.url);
  const queries = JSON.parse(readFileSync(file, 'utf8')) as readonly Query[];

  it('leads to the pages that answer', () => {
    expect(queries.length).toBeGreaterThan(400);
    const answers = queries.map(({ q, first: wanted }) => {
      const { hits } = suggest(index, q, isName(index, q) ? undefined : questions);
      const paths = hits.map(({ entry }) => pagePath('/', locale, routeOf(entry)));
      const right = new Set(wanted.map((page) => `/${locale}/${page}/`));
      return { q, paths, place: paths.findIndex((path) => right.has(path)) };
    });
    const percent = (places: number) =>
      (100 * answers.filter(({ place }) => place >= 0 && place < places).length) / answers.length;
    const missed = answers.filter(({ place }) => place !== 0).map(({ q, paths }) => `${q}: ${paths[0] ?? 'nothing'}`);
    expect(percent(1), missed.join('\n')).toBeGreaterThanOrEqual(first);
    expect(percent(3), missed.join('\n')).toBeGreaterThanOrEqual(amongThree);
  });

  it('takes every page into account', () => {
    expect(questions.pages.map(({ slug }) => slug).sort()).toEqual(lexicon.map(({ slug }) => slug).sort());
  });
});
