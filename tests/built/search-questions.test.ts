import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readContent } from '../../src/build/read-content.ts';
import type { LexiconEntry } from '../../src/lib/glossary/search/lexicon.ts';
import { routeOf } from '../../src/lib/glossary/search/lexicon.ts';
import { questionIndex } from '../../src/lib/glossary/search/match-questions.ts';
import { nameIndex } from '../../src/lib/glossary/search/name-index.ts';
import { unpackAsked } from '../../src/lib/glossary/search/pack-asked.ts';
import { phraseKey } from '../../src/lib/glossary/search/phrase-key.ts';
import { isName, suggest } from '../../src/lib/glossary/search/suggest.ts';
import { type Locale, locales } from '../../src/lib/i18n/locales.ts';
import { pagePath } from '../../src/lib/i18n/routes.ts';
import { read } from './site.ts';

interface Query {
  readonly q: string;
  readonly first: readonly string[];
  /** The section that answers, or `definition`. */
  readonly section?: string;
}

/** Of a hundred queries, how many must have a right page first, and how many one among the first three. */
const first = 90;
const amongThree = 95;
/** Of a hundred hits on a right page, how many must lead to the right section. */
const section = 60;
/** Of a hundred queries about something else, how many must be given no page, and how many at most may a link follow. */
const elsewhere = { en: { noPage: 38, followed: 42 }, ja: { noPage: 58, followed: 34 } };
/** Of a hundred queries with a slip, how many must have a right page among the first three. */
const withSlip = 93;
/** Of a hundred phrases that are asked of a page, how many must find it. */
const ofPhrases = 98;

/** The longest word of a query, its middle letters swapped. */
function slipped(query: string): string {
  const words = query.split(' ');
  const longest = words.reduce((best, word) => (word.length > best.length ? word : best), '');
  const middle = Math.floor(longest.length / 2);
  const [before, one = '', other = '', after] = [
    longest.slice(0, middle - 1),
    longest[middle - 1],
    longest[middle],
    longest.slice(middle + 1),
  ];
  return query.replace(longest, before + other + one + after);
}

const content = readContent(fileURLToPath(new URL('../../src/content', import.meta.url)));

function fixture(name: string, locale: Locale): readonly Query[] {
  return JSON.parse(readFileSync(new URL(`../fixtures/${name}/${locale}.json`, import.meta.url), 'utf8'));
}

describe.each(locales)('what people ask in their own words in %s', (locale) => {
  const lexicon = JSON.parse(read(`/${locale}/lexicon.json`).toString()) as LexiconEntry[];
  const index = nameIndex(lexicon);
  const questions = questionIndex(unpackAsked(JSON.parse(read(`/${locale}/asked.json`).toString())), lexicon);
  const answersTo = (queries: readonly Query[]) =>
    queries.map(({ q, first: wanted, section: part }) => {
      const { hits } = suggest(index, q, isName(index, q) ? undefined : questions);
      const paths = hits.map(({ entry }) => pagePath('/', locale, routeOf(entry)));
      const right = new Set(wanted.map((page) => `/${locale}/${page}/`));
      const place = paths.findIndex((path) => right.has(path));
      return { q, path: paths[0] ?? 'nothing', place, part, found: hits[0]?.section };
    });

  it('leads to the pages that answer', () => {
    const answers = answersTo(fixture('everyday-queries', locale));
    expect(answers.length).toBeGreaterThan(400);
    const percent = (places: number) =>
      (100 * answers.filter(({ place }) => place >= 0 && place < places).length) / answers.length;
    const missed = answers.filter(({ place }) => place !== 0).map(({ q, path }) => `${q}: ${path}`);
    expect(percent(1), missed.join('\n')).toBeGreaterThanOrEqual(first);
    expect(percent(3), missed.join('\n')).toBeGreaterThanOrEqual(amongThree);
  });

  it('leads to the sections that answer', () => {
    // The first section says in plain words what the definition says.
    const plain = (part: string | undefined) => (part === undefined || part === 'plain' ? 'definition' : part);
    const answers = answersTo(fixture('natural-queries', locale)).filter(({ part, place }) => part && place === 0);
    const missed = answers.filter(({ part, found }) => plain(part) !== plain(found));
    const share = 100 * (1 - missed.length / answers.length);
    const told = missed.map(({ q, part, found }) => `${q}: ${found} instead of ${part}`);
    expect(share, told.join('\n')).toBeGreaterThanOrEqual(section);
  });

  it('leads nowhere when it is about something else', () => {
    const others: readonly string[] = JSON.parse(
      readFileSync(new URL(`../fixtures/other-topics/${locale}.json`, import.meta.url), 'utf8'),
    );
    const answers = others.map((q) => ({ q, ...suggest(index, q, isName(index, q) ? undefined : questions) }));
    const told = answers.flatMap(({ q, hits: [hit] }) => (hit ? [`${q}: ${hit.entry.slug}`] : [])).join('\n');
    const percent = (count: number) => (100 * count) / others.length;
    expect(others.length).toBeGreaterThan(100);
    const { noPage, followed } = elsewhere[locale];
    expect(percent(answers.filter(({ hits }) => hits.length === 0).length), told).toBeGreaterThanOrEqual(noPage);
    const trusted = answers.filter(({ hits, isSure, isKnown }) => hits.length > 0 && isSure && isKnown);
    expect(percent(trusted.length), told).toBeLessThanOrEqual(followed);
  });

  it('may have a slip', () => {
    const queries = fixture('everyday-queries', locale).filter(({ q }) => /^[\x20-\x7e’]+$/.test(q));
    const answers = answersTo(queries.map((query) => ({ ...query, q: slipped(query.q) })));
    const missed = answers.filter(({ place }) => place < 0 || place > 2);
    const told = missed.map(({ q, path }) => `${q}: ${path}`).join('\n');
    expect(100 * (1 - missed.length / Math.max(1, answers.length)), told).toBeGreaterThanOrEqual(withSlip);
  });

  it('finds its page, if a page says it is asked of it', () => {
    const phrases = content.asked.flatMap(({ slug, value }) =>
      Object.values(Object(Object(value)[locale]))
        .flat()
        .map((phrase) => ({ slug, q: String(phrase) })),
    );
    const some = phrases.filter((_, place) => place % 5 === 0);
    const missed = some.filter(({ slug, q }) => {
      const { hits } = suggest(index, q, isName(index, q) ? undefined : questions);
      return !hits.some(({ entry }) => entry.slug === slug);
    });
    expect(some.length).toBeGreaterThan(1000);
    const told = missed.map(({ slug, q }) => `${q}: not ${slug}`).join('\n');
    expect(100 * (1 - missed.length / some.length), told).toBeGreaterThanOrEqual(ofPhrases);
  });

  it('is no phrase that a page says is asked of it', () => {
    const phrases = content.asked.flatMap(({ value }) => Object.values(Object(Object(value)[locale])).flat());
    const known = new Set(phrases.map((phrase) => phraseKey(String(phrase)).join(' ')));
    const told = fixture('everyday-queries', locale).filter(({ q }) => known.has(phraseKey(q).join(' ')));
    expect(told).toEqual([]);
  });

  it('takes every page into account', () => {
    expect(questions.pages.map(({ slug }) => slug).sort()).toEqual(lexicon.map(({ slug }) => slug).sort());
  });
});
