import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readContent } from '../../src/build/read-content.ts';
import en from '../../src/content/ui/en.json' with { type: 'json' };
import ja from '../../src/content/ui/ja.json' with { type: 'json' };
import { componentNames } from '../../src/lib/glossary/component-names.ts';
import { kinds } from '../../src/lib/glossary/kinds.ts';
import { nameSources } from '../../src/lib/glossary/search/lexicon.ts';
import { authorSections } from '../../src/lib/glossary/sections.ts';
import { relationKinds } from '../../src/lib/glossary/term-graph.ts';
import { quantities } from '../../src/lib/metrics/quantities.ts';
import promised from '../fixtures/promised-slugs.json' with { type: 'json' };

const content = readContent(fileURLToPath(new URL('../../src/content', import.meta.url)));

describe('the glossary', () => {
  describe.each(['terms', 'comparisons', 'guides'] as const)('keeps its promise of %s', (kind) => {
    const former = content[kind].flatMap(({ data }) => Object(data?.value).formerSlugs ?? []);
    const living = content[kind].map(({ slug }) => slug);

    it('and none is gone: a page that is renamed lists its old slug among its `formerSlugs`', () => {
      expect(promised[kind].filter((slug) => !living.includes(slug) && !former.includes(slug))).toEqual([]);
    });

    it('and each is written down: add a new slug to tests/fixtures/promised-slugs.json', () => {
      expect([...living, ...former].filter((slug) => !promised[kind].includes(slug))).toEqual([]);
    });
  });

  it.each(content.terms.map((term) => [term.slug, term] as const))(
    '%s says what it is in plain words and lets readers check themselves',
    (_, term) => {
      expect(term.selfCheck).toBeDefined();
      expect(term.pages.en?.headings[0]?.text).toBe(en['section.plain']);
      expect(term.pages.ja?.headings[0]?.text).toBe(ja['section.plain']);
    },
  );

  it.each(content.terms.map(({ slug }) => [slug] as const))(
    '%s sets no space between Japanese and Latin letters',
    (slug) => {
      const text = readFileSync(new URL(`../../src/content/terms/${slug}/ja.mdx`, import.meta.url), 'utf8');
      const prose = text.replace(/^---\n.*?\n---\n/s, '').replace(/<[^>]*>|\]\([^)]*\)|`[^`]*`/g, '');
      const spaced = prose.match(
        /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}] +[A-Za-z0-9]|[A-Za-z0-9] +[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu,
      );
      expect(spaced).toBeNull();
    },
  );

  it('keeps the anchors of its guides: links lead to them', () => {
    const sections = content.guides.map(({ slug, data }) => [slug, Object(data?.value).sections as string[]] as const);
    const isThere = new Set(sections.flatMap(([slug, ids]) => ids.map((id) => `${slug}#${id}`)));
    const kept = Object.entries(promised.guideSections).flatMap(([slug, ids]) => ids.map((id) => `${slug}#${id}`));
    expect(kept.filter((anchor) => !isThere.has(anchor))).toEqual([]);
    expect([...isThere].filter((anchor) => !kept.includes(anchor))).toEqual([]);
  });

  it('knows of every page, in every language, what people type who look for it', () => {
    expect(content.asked.length).toBeGreaterThan(140);
    for (const { file, value } of content.asked) {
      for (const [locale, sections] of Object.entries(Object(value) as Record<string, Record<string, string[]>>)) {
        expect([file, locale, Object.values(sections).flat().length >= 15]).toEqual([file, locale, true]);
      }
    }
  });

  const pictures = componentNames.filter((name) => name !== 'Worked' && name !== 'Result');

  it('shows on every metric page a picture of it', () => {
    for (const { slug, data, pages } of content.terms) {
      if (!(data?.value instanceof Object && 'kind' in data.value && data.value.kind === 'metric')) continue;
      expect([slug, pages.en?.components.some((name) => pictures.some((known) => known === name))]).toEqual([
        slug,
        true,
      ]);
    }
  });

  it.each(
    content.guides.flatMap(({ slug, pages }) => Object.values(pages).map((page) => [page.file, slug, page] as const)),
  )('%s shows a picture and leads to terms and on to another guide', (_, slug, { components, links }) => {
    expect(components.some((name) => pictures.some((known) => known === name))).toBe(true);
    const targets = new Set(links.map(({ href }) => href.replace(/#.*/, '')));
    expect([...targets].filter((href) => href.startsWith('term:')).length).toBeGreaterThanOrEqual(8);
    expect([...targets].some((href) => href.startsWith('guide:') && href !== `guide:${slug}`)).toBe(true);
  });
});

describe('interface strings', () => {
  const both = Object.entries(en).map(([key, text]) => [key, text, (ja as Record<string, string>)[key]] as const);
  /** The same in both languages on purpose: signs, letters and abbreviations. */
  const isSign = (text: string) =>
    /^[\s\p{P}\p{S}]*$/u.test(text.replace(/\{\w+\}/g, '')) || /^(?:[A-Z]+|[a-zα-ω])$/u.test(text);

  it.each(both.filter(([, text]) => !isSign(text)))('%s is translated', (_, english, japanese) => {
    expect(japanese).not.toBe(english);
    expect(japanese).toMatch(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|JPY|NPS/u);
  });

  it('name every kind, section, relation, quantity and way of matching', () => {
    const keys = [
      ...kinds.map((kind) => `kind.${kind}`),
      ...[...authorSections, 'related', 'sources', 'check'].map((section) => `section.${section}`),
      ...relationKinds.map((relation) => `relation.${relation}`),
      ...Object.keys(quantities).map((quantity) => `quantity.${quantity}`),
      ...nameSources
        .filter((source) => source !== 'name' && source !== 'keyword')
        .map((source) => `search.why.${source}`),
    ];
    expect(keys.filter((key) => !(key in en))).toEqual([]);
  });
});
