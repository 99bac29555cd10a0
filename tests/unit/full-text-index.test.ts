import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { close } from 'pagefind';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { indexPages } from '../../src/build/search-index.ts';
import { searchPage } from '../../src/build/search-page.ts';
import { writeFiles } from '../write-files.ts';

interface Fragment {
  readonly url: string;
  readonly content: string;
  readonly raw_content: string;
  readonly meta: Readonly<Record<string, string>>;
  readonly anchors: readonly { readonly id: string; readonly text: string; readonly location: number }[];
}

interface Pagefind {
  options(options: Readonly<Record<string, string>>): Promise<void>;
  search(
    query: string | null,
    options?: { readonly filters?: Readonly<Record<string, string>> },
  ): Promise<{ readonly results: readonly { data(): Promise<Fragment> }[] }>;
}

const cut = '\u200b';
const page = (title: string, body: string) => `<main data-pagefind-body><h1>${title}</h1>${body}</main>`;
const churn = page('解約率', '<p>離れた顧客の割合。</p><h2 id="how">計算のしかた</h2><p>期首の顧客数で割る。</p>');
const renewal = page('更新率', '<p>契約の割合と顧客の声。</p>');
const entry = {
  title: '解約率',
  otherTitle: 'churn rate',
  kind: 'metric',
  slug: 'churn-rate',
  names: { alias: ['チャーンレート'] },
} as const;

/** What the search takes from Pagefind without its documentation saying so: a new version may take it away. */
describe('Pagefind, where there is no document', () => {
  const folder = mkdtempSync(join(tmpdir(), 'customer-atlas-'));
  let pagefind: Pagefind;
  const found = async (...asked: Parameters<Pagefind['search']>) => {
    const { results } = await pagefind.search(...asked);
    return Promise.all(results.map((hit) => hit.data()));
  };
  const urls = async (...asked: Parameters<Pagefind['search']>) => (await found(...asked)).map(({ url }) => url).sort();

  beforeAll(async () => {
    const pages = [
      { url: '/ja/churn/', content: searchPage(churn, 'ja', entry) ?? '' },
      { url: '/ja/renewal/', content: searchPage(renewal, 'ja', undefined) ?? '' },
    ];
    writeFiles(await indexPages(pages, 'ja'), folder);
    await close();
    vi.stubGlobal(
      'fetch',
      async (address: string) => new Response(await readFile(fileURLToPath(address.replace(/\?.*/, '')))),
    );
    const bundle = pathToFileURL(join(folder, 'pagefind.js')).href;
    pagefind = (await import(/* @vite-ignore */ bundle)) as Pagefind;
    await pagefind.options({ basePath: pathToFileURL(`${folder}/`).href, baseUrl: '/' });
  });

  afterAll(() => {
    vi.unstubAllGlobals();
    rmSync(folder, { recursive: true });
  });

  it('takes a query as it is given and does not cut it', async () => {
    expect(await urls('顧客')).toEqual(['/ja/churn/', '/ja/renewal/']);
    expect(await urls('顧客 割合')).toEqual(['/ja/churn/', '/ja/renewal/']);
    // In a page it would be cut into 顧客, の and 割合, and found.
    expect(await urls('"顧客の割合"')).toEqual([]);
  });

  it('looks for what stands in quotes as a phrase', async () => {
    expect(await urls('"顧客 の 割合"')).toEqual(['/ja/churn/']);
  });

  it('finds a word cut where the build cut it', async () => {
    expect(await urls('"期首 の 顧客"')).toEqual(['/ja/churn/']);
  });

  it('gives all pages for no query, and those of a kind', async () => {
    expect(await urls(null)).toEqual(['/ja/churn/', '/ja/renewal/']);
    expect(await urls(null, { filters: { kind: 'term' } })).toEqual(['/ja/churn/']);
  });

  it('gives the text cut by zero-width spaces, and the places of headings in it', async () => {
    const [text] = (await found('期首')) as [Fragment];
    expect(text.raw_content.split(cut).length).toBeGreaterThan(15);
    expect(text.content).toBe(text.raw_content.replaceAll(cut, ''));
    const [, how] = text.anchors.length > 1 ? text.anchors : [undefined, ...text.anchors];
    expect(how).toMatchObject({ id: 'how', text: '計算のしかた' });
    const section = text.raw_content.split(cut).slice(how?.location).join('');
    expect(section).toMatch(/^計算のしかた.*期首の顧客数で割る/);
  });

  it('keeps zero-width spaces out of what is shown of a heading', async () => {
    for (const { meta, anchors } of await found(null)) {
      expect([meta.title, ...anchors.map(({ text }) => text)].join()).not.toContain(cut);
    }
  });

  it('finds a page by a name that stands nowhere in it', async () => {
    expect(await urls('チャーンレート')).toEqual(['/ja/churn/']);
  });
});

describe('a page as it is indexed', () => {
  it('is cut into words if it is Japanese, but for its tags and headings', () => {
    const text = searchPage(page('顧客の解約率', '<p title="顧客の声">顧客の声</p>'), 'ja', undefined) ?? '';
    expect(text).toContain('<h1>顧客の解約率</h1>');
    expect(text).toContain(`<p title="顧客の声">顧客${cut}の${cut}声</p>`);
  });

  it('is not cut in other languages', () => {
    expect(searchPage(page('Churn', '<p>In Japanese 顧客の解約率.</p>'), 'en', undefined)).not.toContain(cut);
  });

  it('is nothing for a page that is not searched', () => {
    expect(searchPage('<main><h1>Search</h1></main>', 'en', undefined)).toBeUndefined();
  });
});
