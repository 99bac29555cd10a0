import { existsSync, readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { authorSections } from '../../src/lib/glossary/sections.ts';
import { type Locale, locales } from '../../src/lib/i18n/locales.ts';

/** A passage of a page: the words by which it is known again stand in that section, in each language. */
interface Passage extends Readonly<Record<Locale, readonly string[]>> {
  /** `terms/churn-rate`, `guides/why-now` … */
  readonly page: string;
  readonly section: string;
}

/** Something to see or try that is no passage: the test that uses it. */
interface Use {
  readonly test: string;
  readonly title: string;
}

interface Row {
  readonly row: string;
  readonly asks: string;
  readonly places: readonly (Passage | Use)[];
}

const root = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');
const rows = load(read('tests/content/coverage.yaml')) as readonly Row[];

/** Sections of a page by their anchors; what stands before the first heading is its `definition`. */
function sectionsOf(page: string, locale: Locale): ReadonlyMap<string, string> {
  const [, frontMatter = '', ...rest] = read(`src/content/${page}/${locale}.mdx`).split('---\n');
  const { definition = '', rows: table = [] } = load(frontMatter) as { definition?: string; rows?: unknown };
  const [opening = '', ...parts] = rest.join('---\n').split(/^## /m);
  const guide = `src/content/${page}/guide.yaml`;
  const messages = JSON.parse(read(`src/content/ui/${locale}.json`)) as Record<string, string>;
  const titled = parts.map((part) => [part.slice(0, part.indexOf('\n')), part] as const);
  const named = existsSync(new URL(guide, root))
    ? (load(read(guide)) as { sections: string[] }).sections.map((id, index) => [id, parts[index] ?? ''] as const)
    : authorSections.map((id) => [id, titled.find(([title]) => title === messages[`section.${id}`])?.[1]] as const);
  return new Map([
    ['definition', `${definition}\n${JSON.stringify(table)}\n${opening}`],
    ...named.flatMap(([id, text]) => (text === undefined ? [] : [[id, text] as const])),
  ]);
}

describe('what the sources teach has its place', () => {
  it('every row does', () => {
    expect(rows.map(({ row }) => row)).toEqual(Array.from({ length: 39 }, (_, index) => `S${index + 1}`));
    for (const { row, asks, places } of rows) {
      expect(asks, row).toMatch(/\S{2,}/);
      expect(places.length, row).toBeGreaterThan(0);
    }
  });

  const passages = rows.flatMap(({ row, asks, places }) =>
    places.flatMap((place) => ('page' in place ? [[row, place.page, place.section, asks, place] as const] : [])),
  );
  describe.each(locales)('in %s', (locale) => {
    it.each(passages)('%s stands in %s, section %s: %s', (_row, page, section, _asks, passage) => {
      const text = sectionsOf(page, locale).get(section);
      expect(passage[locale].length).toBeGreaterThan(0);
      for (const words of passage[locale]) expect(text).toContain(words);
    });
  });

  const uses = rows.flatMap(({ row, places }) =>
    places.flatMap((place) => ('test' in place ? [[row, place.test, place.title] as const] : [])),
  );
  it.each(uses)('%s is used by %s: %s', (_row, file, title) => {
    expect(read(file)).toContain(title);
  });
});
