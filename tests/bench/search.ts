import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import type { Browser } from '@playwright/test';
import { close, createIndex } from 'pagefind';
import { host, serve } from '../../scripts/static-server.ts';
import { entriesByAddress, type IndexedPage, indexPages } from '../../src/build/search-index.ts';
import { searchPage } from '../../src/build/search-page.ts';
import { type LexiconEntry, routeOf } from '../../src/lib/glossary/search/lexicon.ts';
import { questionIndex } from '../../src/lib/glossary/search/match-questions.ts';
import { nameIndex } from '../../src/lib/glossary/search/name-index.ts';
import { unpackAsked } from '../../src/lib/glossary/search/pack-asked.ts';
import { type FullTextIndex, searchTexts } from '../../src/lib/glossary/search/search-texts.ts';
import { isName, suggest } from '../../src/lib/glossary/search/suggest.ts';
import { type Locale, locales } from '../../src/lib/i18n/locales.ts';
import { pagePath } from '../../src/lib/i18n/routes.ts';
import { nameVariants, variantClasses } from '../built/name-variants.ts';
import { writeFiles } from '../write-files.ts';
import { report } from './figure.ts';
import { generatedPages } from './generated-pages.ts';
import { timedTyping } from './timed-typing.ts';

interface NaturalQuery {
  readonly q: string;
  readonly kind: string;
  readonly first: readonly string[];
}

/** A query with the addresses of the pages of which any may come first. */
interface Asked {
  readonly kind: string;
  readonly query: string;
  readonly wanted: readonly string[];
}

/** Ways of finding pages: each gives, for each query, the addresses found, best first. */
type Search = (queries: readonly string[]) => Promise<readonly (readonly string[])[]>;

/** Variants of names asked of each class; all of them would take plain Pagefind minutes. */
const mostOfClass = 300;
/** Bytes up to the first result that the house allows, in kB. */
const bytesTarget = 150;
const sizes = [200, 2000, 8000];
const generatedEntries = 5000;

const addressOf = (server: Server) => `http://${host}:${(server.address() as AddressInfo).port}`;
const readJson = <Value>(file: string | URL) => JSON.parse(readFileSync(file, 'utf8')) as Value;
const lexiconOf = (folder: string, locale: Locale) =>
  readJson<readonly LexiconEntry[]>(join(folder, locale, 'lexicon.json'));

function naturalQueries(locale: Locale): readonly NaturalQuery[] {
  return readJson(new URL(`../fixtures/natural-queries/${locale}.json`, import.meta.url));
}

/** Evenly taken from a list. */
function sample<Item>(items: readonly Item[], most: number): Item[] {
  const step = Math.max(1, items.length / most);
  return Array.from({ length: Math.min(most, items.length) }, (_, place) => items[Math.floor(place * step)] as Item);
}

function askedIn(folder: string, locale: Locale): Asked[] {
  const variants = nameVariants(lexiconOf(folder, locale));
  const names = variantClasses.flatMap((kind) =>
    sample(
      variants.filter((variant) => variant.kind === kind),
      mostOfClass,
    ).map(({ query, wanted }) => ({
      kind,
      query,
      wanted: wanted.map((entry) => pagePath('/', locale, routeOf(entry))),
    })),
  );
  const natural = naturalQueries(locale).map(({ q, kind, first }) => ({
    kind: `asked: ${kind}`,
    query: q,
    wanted: first.map((path) => `/${locale}/${path}/`),
  }));
  return [...names, ...natural];
}

/** The site's own index, opened as its worker opens it: where there is no document. */
async function ownTexts(folder: string, origin: string, locale: Locale): Promise<(query: string) => Promise<string[]>> {
  const index = await import(pathToFileURL(join(folder, 'pagefind', locale, 'pagefind.js')).href);
  await index.options({ basePath: `${origin}/pagefind/${locale}/`, baseUrl: '/' });
  return async (query) => {
    const asked = { query, locale, kind: undefined, limit: 20 };
    return (await searchTexts(index as FullTextIndex, asked)).map(({ url }) => url);
  };
}

/** What the search page lists, and its full text alone. */
async function ownSearches(folder: string, origin: string, locale: Locale): Promise<{ all: Search; texts: Search }> {
  const lexicon = lexiconOf(folder, locale);
  const names = nameIndex(lexicon);
  const questions = questionIndex(unpackAsked(readJson(join(folder, locale, 'asked.json'))), lexicon);
  const textsFor = await ownTexts(folder, origin, locale);
  const allFor = async (query: string) => {
    const { hits, isSure } = suggest(names, query, isName(names, query) ? undefined : questions);
    const named = hits.map(({ entry }) => pagePath('/', locale, routeOf(entry)));
    const texts = await textsFor(query);
    return isSure ? [...named, ...texts] : [...texts, ...named];
  };
  return {
    all: (queries) => Promise.all(queries.map(allFor)),
    texts: (queries) => Promise.all(queries.map(textsFor)),
  };
}

/** Pagefind as it comes: the same pages by its own defaults, asked in a page of the language. */
async function plainSearch(browser: Browser, folder: string, site: string, locale: Locale): Promise<Search> {
  const { index } = await createIndex();
  await index?.addDirectory({ path: join(folder, locale) });
  await index?.writeFiles({ outputPath: join(site, locale, 'pagefind') });
  writeFileSync(
    join(site, locale, 'index.html'),
    `<!doctype html><html lang="${locale}"><title>Pagefind</title></html>`,
  );
  return async (queries) => {
    const server = await serve({ folder: join(site, locale), base: '/', port: 0 });
    const page = await browser.newPage();
    await page.goto(addressOf(server));
    const found = await page.evaluate(
      async ([script, asked]) => {
        const pagefind = await import(script);
        const pages: string[][] = [];
        for (const query of asked) {
          const { results } = await pagefind.search(query);
          const first = results.slice(0, 3).map((hit: { data(): Promise<{ url: string }> }) => hit.data());
          pages.push((await Promise.all<{ url: string }>(first)).map(({ url }) => url));
        }
        return pages;
      },
      ['/pagefind/pagefind.js', queries] as const,
    );
    await page.close();
    server.close();
    return found.map((pages) => pages.map((url) => `/${locale}${url}`));
  };
}

/** Of a hundred queries, how many have a right page first, and how many one among the first three. */
function shares(asked: readonly Asked[], found: readonly (readonly string[])[]): string {
  const places = asked.map(({ wanted }, place) => [...new Set(found[place])].findIndex((url) => wanted.includes(url)));
  const percent = (most: number) =>
    ((100 * places.filter((place) => place >= 0 && place < most).length) / asked.length).toFixed(1);
  return `${percent(1).padStart(10)}${percent(3).padStart(7)}`;
}

async function benchQuality(browser: Browser, folder: string, origin: string): Promise<void> {
  const site = mkdtempSync(join(tmpdir(), 'customer-atlas-'));
  const plain = new Map<Locale, Search>();
  for (const locale of locales) {
    mkdirSync(join(site, locale));
    plain.set(locale, await plainSearch(browser, folder, site, locale));
  }
  await close();
  for (const locale of locales) {
    const asked = askedIn(folder, locale);
    const { all, texts } = await ownSearches(folder, origin, locale);
    const queries = asked.map(({ query }) => query);
    const found = [await all(queries), await texts(queries), (await plain.get(locale)?.(queries)) ?? []];
    console.log(`\nsearch quality, ${locale}: % with a right page first, and among the first three`);
    console.log(
      `${'class of query'.padEnd(30)}${'n'.padStart(6)}${['ours', 'its texts', 'Pagefind'].map((name) => name.padStart(17)).join('')}`,
    );
    const kinds = [...new Set(asked.map(({ kind }) => kind))];
    const groups = [
      ...kinds.map((kind) => [kind, (one: Asked) => one.kind === kind] as const),
      ['all', () => true] as const,
    ];
    for (const [name, isOfGroup] of groups) {
      const places = asked.flatMap((one, place) => (isOfGroup(one) ? [place] : []));
      const group = places.map((place) => asked[place] as Asked);
      const cells = found.map((way) =>
        shares(
          group,
          places.map((place) => way[place] ?? []),
        ),
      );
      console.log(`${name.padEnd(30)}${String(group.length).padStart(6)}${cells.join('')}`);
    }
  }
  rmSync(site, { recursive: true });
}

/** A lexicon of many entries: those of the site, their names told apart by words of another's. */
function largeLexicon(lexicon: readonly LexiconEntry[], count: number): LexiconEntry[] {
  const wordsOf = ({ title }: LexiconEntry) => title.split(/\s+/);
  return Array.from({ length: count }, (_, place) => {
    const entry = lexicon[place % lexicon.length] as LexiconEntry;
    const round = Math.floor(place / lexicon.length);
    if (round === 0) return entry;
    const other = lexicon[(place * 7 + round) % lexicon.length] as LexiconEntry;
    const change = (text: string) => `${text} ${wordsOf(other).at(-1)} ${round}`;
    const names = Object.entries(entry.names).map(([source, texts]) => [source, texts.map(change)]);
    return {
      ...entry,
      title: change(entry.title),
      slug: `${entry.slug}-${round}`,
      names: Object.fromEntries(names) as LexiconEntry['names'],
    };
  });
}

const prefixes = (words: readonly string[]) =>
  words.flatMap((word) => [...word].map((_, index) => word.slice(0, index + 1)));
const typedWords: Readonly<Record<Locale, readonly string[]>> = {
  en: [
    'churn rate',
    'net promoter score',
    'custmer sucess',
    'lifetime value',
    'difference between churn and retention',
  ],
  ja: ['かいやくりつ', 'カスタマーサクセス', 'kaiyakuritsu', '顧客生涯価値', 'サポートとサクセスの違い'],
};

async function benchKeystrokes(browser: Browser, folder: string, origin: string): Promise<void> {
  for (const locale of locales) {
    const lexicon = lexiconOf(folder, locale);
    for (const [entries, target] of [
      [lexicon.length, 10],
      [generatedEntries, 30],
    ] as const) {
      const page = await browser.newPage();
      if (entries > lexicon.length) {
        await page.route('**/lexicon.json', (route) => route.fulfill({ json: largeLexicon(lexicon, entries) }));
      }
      await page.goto(`${origin}/${locale}/search/?q=a`);
      await page.locator('#search-results[aria-busy=false]').waitFor();
      const values = await timedTyping(page, '#search-query', prefixes(typedWords[locale]));
      report({ name: `keystroke to suggestions, ${entries} entries (${locale})`, unit: 'ms', values, target });
      await page.close();
    }
  }
}

/** Milliseconds after which a loaded page has painted and rests. */
const untilRest = 500;

/** Milliseconds from the shortcut to a field that can be typed into, on a page that has loaded nothing of the search. */
async function benchDialog(browser: Browser, origin: string): Promise<void> {
  const values: number[] = [];
  for (let run = 0; run < 15; run += 1) {
    const page = await browser.newPage();
    await page.goto(`${origin}/en/terms/churn-rate/`, { waitUntil: 'load' });
    await page.evaluate(() => {
      document.addEventListener('keydown', () => performance.mark('shortcut'), { capture: true, once: true });
      document.addEventListener('focusin', ({ target }) => {
        if ((target as Element).matches('dialog[open] input')) performance.mark('field');
      });
    });
    await page.waitForTimeout(untilRest);
    await page.keyboard.press('Control+k');
    await page.waitForFunction(() => performance.getEntriesByName('field').length > 0);
    values.push(await page.evaluate(() => performance.measure('usable', 'shortcut', 'field').duration));
    await page.close();
  }
  report({ name: 'shortcut to the field of the search dialog', unit: 'ms', values, target: 100 });
}

const parts = [
  ['names', /lexicon\.json/],
  ['asked', /asked\.json/],
  ['worker', /full-text-worker/],
  ['pagefind.js', /pagefind\.js/],
  ['wasm', /wasm\./],
  ['list of parts', /pf_meta|pagefind-entry/],
  ['parts', /pf_index/],
  ['filter', /pf_filter/],
  ['texts', /pf_fragment/],
] as const;

/** As a host sends it: what Pagefind has compressed as it is, the rest by brotli. */
function sentBytes(file: string): number {
  const content = readFileSync(file);
  return /^\.(pf_\w+|pagefind)$/.test(extname(file)) ? content.length : brotliCompressSync(content).length;
}

/** Asks one query in a fresh browser, and gives how long its texts took and the bytes of every part. */
async function firstSearch(browser: Browser, folder: string, locale: Locale, query: string) {
  const server = await serve({ folder, base: '/', port: 0 });
  const asked: string[] = [];
  server.on('request', ({ url = '' }: { url?: string }) => asked.push(url.replace(/\?.*/, '')));
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${addressOf(server)}/${locale}/search/`, { waitUntil: 'load' });
  await page.locator('#search-query:focus').waitFor();
  const milliseconds = await page.evaluate(async (text) => {
    const field = document.querySelector<HTMLInputElement>('#search-query');
    const results = document.querySelector('#search-results');
    if (!field || !results) throw new Error('No search field.');
    const start = performance.now();
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await new Promise<void>((resolve) => {
      const look = () => (results.getAttribute('aria-busy') === 'false' ? resolve() : setTimeout(look, 1));
      look();
    });
    return performance.now() - start;
  }, query);
  await context.close();
  server.close();
  const bytes = parts.map(([, pattern]) =>
    [...new Set(asked)].filter((url) => pattern.test(url)).reduce((sum, url) => sum + sentBytes(join(folder, url)), 0),
  );
  return { milliseconds, bytes };
}

/** The pages of a language in the built site, as they are indexed. */
function builtPages(dist: string, locale: Locale): IndexedPage[] {
  const read = (name: string) => readFileSync(join(dist, locale, name), 'utf8');
  const entries = entriesByAddress(read('lexicon.json'), locale);
  const names = readdirSync(join(dist, locale), { recursive: true, encoding: 'utf8' }).sort();
  return names.flatMap((name) => {
    if (!name.endsWith('index.html')) return [];
    const url = `/${locale}/${name.slice(0, -'index.html'.length)}`;
    const content = searchPage(read(name), locale, entries.get(url));
    return content === undefined ? [] : [{ url, content }];
  });
}

async function benchFirstSearch(browser: Browser, dist: string, locale: Locale, count: number | undefined) {
  const folder = mkdtempSync(join(tmpdir(), 'customer-atlas-'));
  for (const name of readdirSync(dist)) if (name !== 'pagefind') symlinkSync(join(dist, name), join(folder, name));
  const built = builtPages(dist, locale);
  const pages = generatedPages(built, locale, count ?? built.length);
  writeFiles(await indexPages(pages, locale), join(folder, 'pagefind', locale));
  await close();
  const queries = naturalQueries(locale);
  const firstOfKind = queries.filter(({ kind }, place) => queries.findIndex((other) => other.kind === kind) === place);
  const runs = [];
  for (const { q } of firstOfKind) runs.push(await firstSearch(browser, folder, locale, q));
  rmSync(folder, { recursive: true });

  const name = `first search, ${pages.length} pages (${locale})`;
  report({ name, unit: 'ms', values: runs.map(({ milliseconds }) => milliseconds) });
  const sums = runs.map(({ bytes }) => bytes.reduce((sum, part) => sum + part, 0) / 1000);
  report({ name: `${name}, all bytes`, unit: 'kB', values: sums, target: bytesTarget });
  for (const [place, [part]] of parts.entries()) {
    report({ name: `  ${part}`, unit: 'kB', values: runs.map(({ bytes }) => (bytes[place] ?? 0) / 1000) });
  }
}

/** How well and how fast the search finds, beside Pagefind as it comes. The largest index takes minutes to make. */
export async function benchSearch(browser: Browser, dist: string, origin: string): Promise<void> {
  await benchKeystrokes(browser, dist, origin);
  await benchDialog(browser, origin);
  for (const count of [undefined, ...sizes]) {
    for (const locale of locales) await benchFirstSearch(browser, dist, locale, count);
  }
  await benchQuality(browser, dist, origin);
}
