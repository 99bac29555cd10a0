import type { FoundPage, FullTextAnswer, FullTextQuestion } from './full-text.ts';

interface PagefindResult {
  data(): Promise<{ readonly url: string; readonly meta: Readonly<Record<string, string>>; readonly excerpt: string }>;
}

interface Pagefind {
  options(options: Readonly<Record<string, unknown>>): Promise<void>;
  search(query: string): Promise<{ readonly results: readonly PagefindResult[] }>;
}

let loading: Promise<Pagefind> | undefined;

async function load(bundle: string, base: string): Promise<Pagefind> {
  const pagefind = (await import(/* @vite-ignore */ bundle)) as Pagefind;
  await pagefind.options({ baseUrl: base, basePath: bundle.slice(0, bundle.lastIndexOf('/') + 1), excerptLength: 18 });
  return pagefind;
}

async function answer({ bundle, base, query, limit }: FullTextQuestion): Promise<readonly FoundPage[]> {
  loading ??= load(bundle, base);
  const pagefind = await loading.catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  const { results } = await pagefind.search(query);
  const pages = await Promise.all(results.slice(0, limit).map((result) => result.data()));
  return pages.map(({ url, meta, excerpt }) => ({ url, title: meta.title ?? url, excerpt }));
}

self.addEventListener('message', ({ data }: MessageEvent<FullTextQuestion>) => {
  answer(data)
    .then((pages): FullTextAnswer => ({ id: data.id, pages }))
    .catch((error: unknown): FullTextAnswer => ({ id: data.id, failed: String(error) }))
    .then((message) => self.postMessage(message));
});
