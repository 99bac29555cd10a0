import { type FullTextIndex, searchTexts } from '../lib/glossary/search/search-texts.ts';
import type { FullTextAnswer, FullTextQuestion } from './full-text.ts';

interface Pagefind extends FullTextIndex {
  options(options: Readonly<Record<string, unknown>>): Promise<void>;
}

const loading = new Map<string, Promise<Pagefind>>();

async function load(bundle: string, base: string): Promise<Pagefind> {
  const pagefind = (await import(/* @vite-ignore */ bundle)) as Pagefind;
  await pagefind.options({ baseUrl: base, basePath: bundle.slice(0, bundle.lastIndexOf('/') + 1) });
  return pagefind;
}

async function answer({ bundle, base, locale, query, kind, limit }: FullTextQuestion) {
  const pagefind = loading.get(bundle) ?? load(bundle, base);
  loading.set(bundle, pagefind);
  return searchTexts(await pagefind, { query, locale, kind, limit });
}

self.addEventListener('message', ({ data }: MessageEvent<FullTextQuestion>) => {
  answer(data)
    .then((hits): FullTextAnswer => ({ id: data.id, hits }))
    .catch((error: unknown): FullTextAnswer => ({ id: data.id, failed: String(error) }))
    .then((message) => self.postMessage(message));
});
