import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import type { SelfCheck } from '../../src/lib/glossary/self-check.ts';
import { type Locale, locales } from '../../src/lib/i18n/locales.ts';
import { wordsOfPicture } from './texts.ts';

const content = new URL('../../src/content/', import.meta.url);
const termSlugs = readdirSync(new URL('terms/', content));
const read = (path: string) => readFileSync(new URL(path, content), 'utf8');

interface Prose {
  readonly slug: string;
  readonly locale: Locale;
  readonly source: string;
  /** What a reader reads: no front matter, no markup; a computed number counts as a figure. */
  readonly text: string;
}

function proseOf(folder: 'terms' | 'comparisons' | 'guides', slug: string, locale: Locale): Prose {
  const source = read(`${folder}/${slug}/${locale}.mdx`).replace(/^---\n.*?\n---\n/s, '');
  const text = source
    .replace(/<(?:Timeline|ConditionsCheck)\b.*\/>$/gm, (tag) => wordsOfPicture(tag).join('\n'))
    .replace(/<Worked[^>]*\/>|<[A-Z]\w+Chart[^>]*\/>/g, '')
    .replace(/<[A-Z][^>]*\/>/g, '9')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^[#|\-\s:]+|[|*]/gm, ' ');
  return { slug, locale, source, text };
}

const terms = termSlugs.flatMap((slug) => locales.map((locale) => proseOf('terms', slug, locale)));
const [comparisons = [], guides = []] = (['comparisons', 'guides'] as const).map((folder) =>
  readdirSync(new URL(`${folder}/`, content)).flatMap((slug) => locales.map((locale) => proseOf(folder, slug, locale))),
);
const named = (page: Prose) => [`${page.locale}/${page.slug}`, page] as const;
const all = [...terms, ...comparisons, ...guides].map(named);

const english = all.filter(([, { locale }]) => locale === 'en');
const japanese = all.filter(([, { locale }]) => locale === 'ja');
const words = (text: string) => text.split(/\s+/).filter((word) => /[\p{L}\d]/u.test(word)).length;
const letters = (text: string) => text.replace(/[\s\p{P}]/gu, '').length;

/** Words of which twice as much may be said. */
const central = new Set([
  'customer-success',
  'customer-support',
  'customer-experience',
  'customer-satisfaction',
  'customer-journey',
  'customer-delight',
  'customer-lifetime-value',
  'churn-rate',
  'net-promoter-score',
  'moment-of-truth',
]);

describe('a term page is neither thin nor padded', () => {
  it.each(english.filter(([, { slug }]) => termSlugs.includes(slug)))('%s', (_, { slug, text }) => {
    expect(words(text)).toBeGreaterThanOrEqual(250);
    expect(words(text)).toBeLessThanOrEqual(central.has(slug) ? 1200 : 600);
  });
  it.each(japanese.filter(([, { slug }]) => termSlugs.includes(slug)))('%s', (_, { slug, text }) => {
    expect(letters(text)).toBeGreaterThanOrEqual(600);
    expect(letters(text)).toBeLessThanOrEqual(central.has(slug) ? 3000 : 1500);
  });
});

describe('a guide is a longer piece', () => {
  it.each(guides.map(named))('%s', (_, { locale, text }) => {
    const [length, least, most] = locale === 'en' ? [words(text), 700, 1600] : [letters(text), 1700, 4000];
    expect(length).toBeGreaterThanOrEqual(least);
    expect(length).toBeLessThanOrEqual(most);
  });
});

describe('common mistakes are read at a glance', () => {
  const mistakes = ({ source }: Prose) =>
    source
      .split(/^## /m)
      .find((section) => /^(?:Common mistakes|よくある誤り)\n/.test(section))
      ?.match(/^- .+$/gm) ?? [];

  const listsMistakes = ([, page]: readonly [string, Prose]) => !guides.includes(page);
  it.each(english.filter(listsMistakes))('in %s, each begins with what is done wrongly: “Counting …”', (_, page) => {
    expect(mistakes(page).length).toBeGreaterThan(0);
    expect(mistakes(page).filter((row) => !/^- [A-Z][a-z]*ing\b/.test(row))).toEqual([]);
  });

  it.each(japanese.filter(listsMistakes))(
    'in %s, each names what is done wrongly, then says why: 「…こと：…。」',
    (_, page) => {
      expect(mistakes(page).length).toBeGreaterThan(0);
      expect(mistakes(page).filter((row) => !/^- .+こと：.+。$/.test(row))).toEqual([]);
    },
  );
});

describe('English is plain', () => {
  const filler =
    /\b(?:in today's world|game.?changer|seamless|leverage|cutting.edge|unlock|delve|robust|holistic|synerg|best.in.class|it is important to note|needless to say|at the end of the day|in order to|very unique|world.class|not only\b[^.]*\bbut also)\b/i;
  it.each(english)('%s has no filler and no hype', (_, { text }) => {
    expect(filler.exec(text)?.[0]).toBeUndefined();
  });

  it.each(english)('%s has sentences one can follow', (_, { text }) => {
    const sentences = text.split(/[.?!:;](?:\s|$)/).filter((sentence) => words(sentence) > 2);
    expect(words(text) / sentences.length).toBeLessThanOrEqual(18);
  });

  it.each(english)('%s holds Japanese only as the name of something', (_, { text }) => {
    const japaneseLetters = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu) ?? [];
    expect(japaneseLetters.length).toBeLessThanOrEqual(40);
  });
});

describe('Japanese is Japanese', () => {
  const stiff =
    /することができます|することが可能です|となっております|と言えるでしょう|いかがでしょうか|させていただきます|重要です。|[ぁ-んァ-ヶ一-龠] [ぁ-んァ-ヶ一-龠]/;
  it.each(japanese)('%s has no stiff phrase and no space between words', (_, { source }) => {
    const prose = source.split('\n').filter((row) => !row.startsWith('|'));
    expect(stiff.exec(prose.join('\n').replace(/\[[^\]]*\]\([^)]*\)/g, ''))?.[0]).toBeUndefined();
  });

  it.each(japanese)('%s leaves no English sentence', (_, { text }) => {
    expect(/(?:[A-Za-z]{2,}[ ,]+){6,}/.exec(text)?.[0]).toBeUndefined();
  });
});

describe('both languages stand on the same sources', () => {
  const cited = ({ source }: Prose) => new Set([...source.matchAll(/\]\(ref:([^)]+)\)/g)].map(([, id = '']) => id));
  it.each(english)('%s', (_, page) => {
    const other = all.find(([name]) => name === `ja/${page.slug}`)?.[1];
    const [here, there] = [cited(page), other ? cited(other) : new Set<string>()];
    const missing = [...here].filter((id) => !there.has(id));
    // A work may support a point that only one language makes; most must stand in both.
    expect(missing.length).toBeLessThanOrEqual(Math.max(1, here.size / 3));
  });
});

describe('no term stands alone', () => {
  it.each(locales.flatMap((locale) => termSlugs.map((slug) => [locale, slug] as const)))(
    'in %s, %s is linked from the text of at least two other terms',
    (locale, slug) => {
      const linking = terms.filter(
        (page) => page.locale === locale && page.slug !== slug && new RegExp(`\\(term:${slug}[#)]`).test(page.source),
      );
      expect(linking.length).toBeGreaterThanOrEqual(2);
    },
  );
});

describe('a self-check', () => {
  const checks = ['terms', 'comparisons', 'guides'].flatMap((folder) =>
    readdirSync(new URL(`${folder}/`, content))
      .map((slug) => `${folder}/${slug}/check.yaml`)
      .filter((path) => existsSync(new URL(path, content)))
      .map((path) => [path, load(read(path)) as SelfCheck] as const),
  );
  // Only texts in Markdown get them by themselves.
  it.each(checks)('%s has the quotation marks of print', (_, { questions }) => {
    const texts = questions.flatMap(({ question, options }) => [
      question.en,
      ...options.flatMap(({ text, reason }) => [text.en, reason.en]),
    ]);
    for (const text of texts) expect(text).not.toMatch(/"|\w'\w/);
  });
});
