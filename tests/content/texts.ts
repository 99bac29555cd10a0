import { readdirSync, readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { type Locale, locales } from '../../src/lib/i18n/locales.ts';

const content = new URL('../../src/content/', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, content), 'utf8').replaceAll('\r\n', '\n');
const slugs = (folder: string) => readdirSync(new URL(`${folder}/`, content));

/** Lists of names and questions: what search and preview know, not what the site says in a sentence. */
const namesAndAddresses = ['term', 'reading', 'aliases', 'keywords', 'asked', 'id', 'reviewed', 'correct'];
/** Messages that say what readers type, slips included. */
const typedByReaders = /^search\.(?:keywords|asked)\.|^search\.example\.\w+$/;

/** Every sentence in a tree of YAML or JSON; with a language, only what is written for it. */
function sentencesIn(value: unknown, locale: Locale): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => {
    const isOtherLanguage = key !== locale && locales.some((other) => other === key);
    return isOtherLanguage || namesAndAddresses.includes(key) || typedByReaders.test(key)
      ? []
      : sentencesIn(part, locale);
  });
}

/** The names a page gives its term in its front matter. */
export function namesOf(slug: string, locale: Locale): string[] {
  const [, frontMatter = ''] = read(`terms/${slug}/${locale}.mdx`).split('---\n');
  const { term, aliases = [] } = load(frontMatter) as { term: string; aliases?: { name: string }[] };
  return [term, ...aliases.map(({ name }) => name)];
}

export interface Page {
  /** `en/churn-rate`, `ja/churn-rate check` … */
  readonly name: string;
  readonly locale: Locale;
  /** As written, a paragraph, list item or row of a table on each line. */
  readonly lines: readonly string[];
}

/** The sentences in the props of a component that is mostly words. */
export function wordsOfPicture(line: string): string[] {
  if (!/^<(?:Timeline|ConditionsCheck)\b/.test(line)) return [];
  return [...line.matchAll(/\b(?:name|question|missing|met|unmet|text)[:=]\s*"([^"]*)"/g)].map(
    ([, words = '']) => words,
  );
}

function page(folder: string, slug: string, locale: Locale): Page {
  const [, frontMatter = '', ...body] = read(`${folder}/${slug}/${locale}.mdx`).split('---\n');
  const text = body.join('---\n').split('\n');
  const lines = [...sentencesIn(load(frontMatter), locale), ...text, ...text.flatMap(wordsOfPicture)];
  return { name: `${locale}/${slug}`, locale, lines };
}

export const termSlugs = slugs('terms');
const entries = [
  ...termSlugs.map((slug) => ['terms', slug] as const),
  ...['comparisons', 'guides'].flatMap((folder) => slugs(folder).map((slug) => [folder, slug] as const)),
];

/** Pages of the glossary: terms, comparisons, guides and those that are only text. */
export const pages: readonly Page[] = locales.flatMap((locale) => [
  ...entries.map(([folder, slug]) => page(folder, slug, locale)),
  ...slugs('pages').map((slug) => page('pages', slug, locale)),
]);

/** A question with which readers check themselves; `lines` are its sentences, the question first. */
export const questions: readonly Page[] = locales.flatMap((locale) =>
  entries.flatMap(([folder, slug]) => {
    const { questions: asked } = load(read(`${folder}/${slug}/check.yaml`)) as { questions: unknown[] };
    return asked.map((question) => ({
      name: `${locale}/${slug} check`,
      locale,
      lines: sentencesIn(question, locale),
    }));
  }),
);

/** The words of the interface. */
export const interfaceTexts: readonly Page[] = locales.map((locale) => ({
  name: `ui/${locale}.json`,
  locale,
  lines: sentencesIn(JSON.parse(read(`ui/${locale}.json`)), locale),
}));

/** What a reader sees of a line: no components, no addresses of links, no code. */
export function prose(line: string): string {
  return line
    .replace(/<[A-Z][^>]*\/>|`[^`]*`/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .trim();
}
