import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { locales } from '../../src/lib/i18n/locales.ts';
import promised from '../fixtures/promised-slugs.json' with { type: 'json' };
import { folder, handbook, pagesIn, read } from './site.ts';

const pages = pagesIn(folder);
const each = pages.map(({ path, html }) => [path, html] as const);
const slugs = readdirSync(new URL('../../src/content/terms/', import.meta.url));
const paths = pages.map(({ path }) => path);
/** What stands at a former address and leads to the page of today. */
const isMoved = (html: string) => html.includes('http-equiv="refresh"');

describe('the terms on the home page', () => {
  it.each(locales)('in %s stand in the order of the index, kind by kind', (locale) => {
    const html = (path: string) => pages.find((page) => page.path === `/${locale}/${path}`)?.html ?? '';
    const linked = (part: string) => [...part.matchAll(/href="[^"]*\/terms\/([a-z0-9-]+)\/"/g)].map(([, slug]) => slug);
    const index = [...html('terms/').matchAll(/<li data-kind="([^"]+)".*?<\/li>/gs)];
    const groups = [...html('').matchAll(/<div data-kind="([^"]+)".*?<\/ul>/gs)];
    expect(groups.length).toBeGreaterThan(3);
    for (const [group, kind] of groups) {
      const ofKind = index.filter(([, known]) => known === kind).flatMap(([entry]) => linked(entry));
      expect(linked(group)).toEqual(ofKind);
    }
  });
});

describe('what is cut for line breaks', () => {
  it.each(each)('%s keeps signs written as entities whole', (_, html) => {
    expect(html).not.toMatch(/&(?:amp)?<wbr>/);
  });

  it('is no name of a component in what the search borrows from its page', () => {
    for (const { html } of pages.filter(({ path }) => /^\/\w+\/search\/$/.test(path))) {
      const [panel = ''] = /<search-panel.*<\/search-panel>/s.exec(html) ?? [];
      expect(panel).toContain('class="');
      expect(panel).not.toMatch(/class="[^"]*\bc\d+\b/);
    }
  });
});

describe('promised addresses', () => {
  const inLanguage = locales.flatMap((language) =>
    [
      '',
      'terms/',
      ...promised.terms.map((slug) => `terms/${slug}/`),
      'compare/',
      ...promised.comparisons.map((slug) => `compare/${slug}/`),
      ...promised.guides.map((slug) => `guides/${slug}/`),
      'calculators/',
      ...['ltv', 'churn', 'nps'].map((name) => `calculators/${name}/`),
      'search/',
      'go/',
      'references/',
      'trainers/',
    ].map((path) => `/${language}/${path}`),
  );
  it('are all there', () => {
    expect(['/', '/404.html', ...inLanguage].filter((path) => !paths.includes(path))).toEqual([]);
    expect(existsSync(join(folder, 'sitemap-index.xml'))).toBe(true);
  });

  it('that only lead on to other pages are no pages of their own for search engines', () => {
    const siteMap = read('sitemap-0.xml').toString();
    expect(siteMap).toContain('/en/trainers/');
    for (const { path, html } of pages.filter(({ path }) => /^\/\w+\/(?:go|search)\/$|^\/404/.test(path))) {
      expect(html).toContain('<meta name="robots" content="noindex">');
      expect(html).not.toContain('data-pagefind-body');
      expect(siteMap).not.toContain(path);
    }
  });

  it.each(locales)('the search sends readers in %s to where it says how to suggest a term', (language) => {
    expect(read(`/${language}/trainers/index.html`).toString()).toContain('<h2 id="suggest">');
  });
});

describe('every page', () => {
  it.each(each)('%s has one h1, a title, a description and its language', (path, html) => {
    expect(html.match(/<h1[\s>]/g)).toHaveLength(1);
    expect(html).toMatch(/<title>[^<]+<\/title>/);
    expect(html).toMatch(/<meta name="description" content="[^"]+"/);
    expect(html).toContain(`<html lang="${/^\/(en|ja)\//.exec(path)?.[1] ?? 'en'}"`);
  });

  it.each(each)('%s allows only its own scripts and styles, by hash', (_, html) => {
    const [, policy = ''] = /http-equiv="content-security-policy" content="([^"]*)"/.exec(html) ?? [];
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|data:|\*/);
    const elements = html.matchAll(/<(script|style)(?![^>]*(?:\ssrc=|application\/))[^>]*>(.*?)<\/\1>/gs);
    const inline = [...elements].map(
      ([, , text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`,
    );
    for (const hash of inline) expect(policy).toContain(hash);
    expect(policy.match(/'sha256-/g) ?? []).toHaveLength(new Set(inline).size);
  });

  it.each(each)('%s has no inline handler, no style attribute and asks no third party for anything', (_, html) => {
    const tags = html.match(/<[a-z][^>]*>/g) ?? [];
    expect(tags.filter((tag) => /\s(?:on[a-z]+|style)=/.test(tag))).toEqual([]);
    expect(tags.filter((tag) => /^<(?:script|img|iframe|source|video|audio)[^>]*\ssrc="?https?:/.test(tag))).toEqual(
      [],
    );
    const fetched = /^<link[^>]*rel="?(?:stylesheet|preload|preconnect|icon|manifest)[^>]*href="?https?:/;
    expect(tags.filter((tag) => fetched.test(tag))).toEqual([]);
  });

  it.each(each)('%s gives its style layers the one order of precedence', (_, html) => {
    const named = [...html.matchAll(/@layer\s+([\w,\s]+)[;{]/g)].flatMap(([, names = '']) => names.split(','));
    const order = ['tokens', 'base', 'components', 'print'];
    const mentioned = [...new Set(named.map((name) => name.trim()))];
    expect(mentioned).toEqual(order.filter((layer) => mentioned.includes(layer)));
    expect(mentioned.length).toBeGreaterThanOrEqual(3);
  });
});

describe('every page in a language', () => {
  const localized = each.filter(([path, html]) => /^\/(?:en|ja)\//.test(path) && !isMoved(html));
  it.each(localized)('%s names its canonical address and its translations', (path, html) => {
    const address = (target: string) => `https://customer-atlas.example${target}`;
    expect(html).toContain(`<link rel="canonical" href="${address(path)}"`);
    for (const language of locales) {
      const translation = path.replace(/^\/\w+\//, `/${language}/`);
      expect(paths).toContain(translation);
      expect(html).toContain(`hreflang="${language}" href="${address(translation)}"`);
      // The switch that readers see, in the head of the page and at its end.
      if (language !== path.slice(1, 3)) {
        expect(html.match(new RegExp(`<a href="${translation}" hreflang="${language}"`, 'g'))).toHaveLength(2);
      }
    }
    // Whoever reads neither language chooses at the root.
    const neither = /^\/\w+\/$/.test(path) ? '/' : path.replace(/^\/\w+\//, '/en/');
    expect(html).toContain(`hreflang="x-default" href="${address(neither)}"`);
  });
});

describe('a term page', () => {
  const terms = locales.flatMap((language) => slugs.map((slug) => `/${language}/terms/${slug}/`));
  const htmlOf = (path: string) => read(`${path}index.html`).toString();

  it.each(terms)('%s carries its definition, schema.org data, a day of review and no island', (path) => {
    const html = htmlOf(path);
    const [, definition = ''] = /<p id="definition"[^>]*>.*?<\/dfn>(.*?)<\/p>/s.exec(html) ?? [];
    const [, json = '{}'] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html) ?? [];
    const data = JSON.parse(json);
    expect(data).toMatchObject({
      '@type': 'DefinedTerm',
      termCode: path.split('/')[3],
      inDefinedTermSet: { '@type': 'DefinedTermSet', inLanguage: path.slice(1, 3) },
    });
    expect(data.description.length).toBeGreaterThan(10);
    expect(definition.length).toBeGreaterThan(10);
    expect(html).toMatch(/<time datetime="\d{4}-\d\d-\d\d"/);
    expect(html).not.toContain('astro-island');
    expect(html.match(/<h2(?![^>]*\sid=)[^>]*>/g) ?? []).toEqual([]);
  });

  it.each(slugs)('of %s has the same section anchors in both languages', (slug) => {
    const [english, japanese] = locales.map((language) =>
      [...htmlOf(`/${language}/terms/${slug}/`).matchAll(/<h2[^>]*\sid="([^"]+)"/g)].map(([, id]) => id),
    );
    expect(english).toEqual(japanese);
  });

  it.each(terms)('%s lists what its text cites first, and everything else as further reading', (path) => {
    const html = htmlOf(path);
    const [, list = ''] = /<h2 id="sources"[^>]*>(.*?)<(?:h2|p)[\s>]/s.exec(html) ?? [];
    const [sources = [], further = []] = list
      .split('<h3')
      .map((part) => [...part.matchAll(/<li id="(source-[^"]+)"/g)].map(([, id = '']) => id));
    const cited = new Set([...html.matchAll(/class="citation" href="#(source-[^"]+)"/g)].map(([, id = '']) => id));
    expect(sources.filter((id) => !cited.has(id))).toEqual([]);
    expect(further.filter((id) => cited.has(id))).toEqual([]);
    expect(cited.size).toBe(sources.length);
  });

  it.each(terms)('%s prints the definition of every term its text links to', (path) => {
    const html = htmlOf(path);
    const [article = ''] = /<article.*<\/article>/s.exec(html) ?? [];
    const text = article.replace(/<aside.*?<\/aside>|<ul class="?related.*?<\/ul>|<dl class="symbols.*?<\/dl>/gs, '');
    expect(html).toMatch(/data-terms="[^"]+terms\.json"/);
    const linked = new Set([...text.matchAll(/href="[^"]*\/terms\/([\w-]+)\/["#]/g)].map(([, slug]) => slug));
    const noted = new Set([...html.matchAll(/data-note="([^"]+)"/g)].map(([, slug]) => slug));
    expect(linked.size).toBeGreaterThan(0);
    expect([...linked].filter((slug) => !noted.has(slug))).toEqual([]);
  });
});

describe('the calculator without script', () => {
  it.each([
    ['ltv', 'ltv', 'en', '$1,600', 1600],
    ['ltv', 'ltv', 'ja', '¥160,000', 160_000],
    ['churn', 'customerChurnRate', 'ja', '3%', 0.03],
    ['nps', 'nps', 'en', '+40', 0.4],
  ])('%s shows its default %s in %s', (calculator, name, language, shown, value) => {
    const html = read(`/${language}/calculators/${calculator}/index.html`).toString();
    const [, tag = '', text] = new RegExp(`<output([^>]*name="${name}"[^>]*)>([^<]+)</output>`).exec(html) ?? [];
    expect([Number(/data-value="([^"]+)"/.exec(tag)?.[1]), text]).toEqual([value, shown]);
  });
});

describe('below a base path', () => {
  const below = pagesIn(handbook).map(({ path, html }) => [path, html] as const);
  it.each(below)('%s keeps every address below /handbook/', (_, html) => {
    const attributes = /\s(?:href|src|action|data-[\w-]+|component-url|renderer-url)="(\/[^"]*)"/g;
    const addresses = [...html.matchAll(attributes)].map(([, address]) => address);
    expect(addresses.length).toBeGreaterThan(0);
    expect(addresses.filter((address) => !address?.startsWith('/handbook/'))).toEqual([]);
    for (const [, canonical] of html.matchAll(/rel="canonical" href="([^"]+)"/g)) {
      expect(canonical).toMatch(/^https:\/\/customer-atlas\.example\/handbook\//);
    }
  });
});
