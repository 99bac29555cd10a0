import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { brotli, folder, gzip, pagesIn, read, scriptsOf } from './site.ts';

/** Budgets of the house, in bytes. */
const termPage = 14_600;
const calculatorScripts = 110_000;
const journeyMapScripts = 140_000;
/** The page of the builder with its styles and the words of its interface, which its script needs. */
const journeyMapPage = 32_000;
const lexicon = 15_000;
const searchScripts = 19_600;
const searchCode = /^(?:search-|suggest|match-names|lexicon\.).*\.js$/;

const pages = pagesIn(folder);

/** What a term page loads by itself: the page with its styles, its scripts, its icon. */
function weight(html: string): number {
  const files = [...scriptsOf(html), '/favicon.svg'];
  return brotli(html) + files.reduce((sum, file) => sum + brotli(read(file)), 0);
}

describe('bytes', () => {
  const terms = pages.filter(({ path }) => /^\/\w+\/terms\/.+\/$/.test(path));

  it.each(terms.map(({ path, html }) => [path, html] as const))(
    '%s and all it loads fit in one round trip',
    (_, html) => {
      expect(weight(html)).toBeLessThanOrEqual(termPage);
    },
  );

  it('a term page loads no style sheet, no font and no picture but its icon', () => {
    expect(terms.length).toBeGreaterThanOrEqual(32);
    for (const { html } of terms) expect(html).not.toMatch(/<link[^>]*rel="?stylesheet|<img|@import|url\(/);
  });

  it.each(['ltv', 'churn', 'nps'])('the scripts of the %s calculator stay within their budget', (name) => {
    const page = pages.find(({ path }) => path === `/ja/calculators/${name}/`);
    const total = scriptsOf(page?.html ?? '').reduce((sum, file) => sum + gzip(read(file)), 0);
    expect(total).toBeGreaterThan(60_000);
    expect(total).toBeLessThanOrEqual(calculatorScripts);
  });

  it.each(['en', 'ja'])(
    'the page of the journey-map builder in %s and its scripts stay within their budgets',
    (language) => {
      const { html = '' } = pages.find(({ path }) => path === `/${language}/journey-map/`) ?? {};
      const scripts = scriptsOf(html);
      const total = scripts.reduce((sum, file) => sum + gzip(read(file)), 0);
      expect(total).toBeGreaterThan(60_000);
      expect(total).toBeLessThanOrEqual(journeyMapScripts);
      expect(gzip(html)).toBeLessThanOrEqual(journeyMapPage);
      // What few need, or need later, is loaded when it is asked for.
      const names = scripts.join(' ');
      expect(names).not.toMatch(/slides|writeXlsx|journey-map-import|AnalysisView|PresentView|ShareView/);
    },
  );

  it.each(['en', 'ja'])('the names of all pages in %s stay small', (language) => {
    expect(gzip(read(`/${language}/lexicon.json`))).toBeLessThanOrEqual(lexicon);
  });

  it('the code that searches them stays small', () => {
    const code = readdirSync(join(folder, '_astro')).filter((name) => searchCode.test(name));
    expect(code.length).toBeGreaterThanOrEqual(5);
    expect(code.reduce((sum, name) => sum + gzip(read(`/_astro/${name}`)), 0)).toBeLessThanOrEqual(searchScripts);
  });
});
