import { finestCut, holdsEveryWord, queryWords } from '../lib/glossary/query-words.ts';
import type { FoundPage, FullTextAnswer, FullTextQuestion } from './full-text.ts';

interface PagefindPage {
  readonly url: string;
  readonly meta: Readonly<Record<string, string>>;
  readonly content: string;
  readonly excerpt: string;
}

interface PagefindResult {
  readonly id: string;
  data(): Promise<PagefindPage>;
}

interface Pagefind {
  options(options: Readonly<Record<string, unknown>>): Promise<void>;
  search(query: string): Promise<{ readonly results: readonly PagefindResult[] }>;
}

/** Pages looked at for one query. */
const mostCandidates = 60;

let loading: Promise<Pagefind> | undefined;

async function load(bundle: string, base: string): Promise<Pagefind> {
  const pagefind = (await import(/* @vite-ignore */ bundle)) as Pagefind;
  await pagefind.options({ baseUrl: base, basePath: bundle.slice(0, bundle.lastIndexOf('/') + 1), excerptLength: 18 });
  return pagefind;
}

async function answer({ bundle, base, locale, query, limit }: FullTextQuestion): Promise<readonly FoundPage[]> {
  loading ??= load(bundle, base);
  const pagefind = await loading.catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  const words = queryWords(query, locale);
  // As whole words, and cut as finely as the language's segmenter does: the index holds some one way, some the other.
  const searches = [words.join(' '), finestCut(query, locale).join(' ')];
  const answers = await Promise.all([...new Set(searches)].map((text) => pagefind.search(text)));
  const results = new Map(answers.flatMap((answered) => answered.results.map((result) => [result.id, result])));
  const pages = await Promise.all([...results.values()].slice(0, mostCandidates).map((result) => result.data()));
  // Words the index does not know are cut until something fits; what then lacks a word of the query is no answer.
  const found = pages.filter(({ meta, content }) => holdsEveryWord(`${meta.title ?? ''} ${content}`, words));
  return found.slice(0, limit).map(({ url, meta, excerpt }) => ({ url, title: meta.title ?? url, excerpt }));
}

self.addEventListener('message', ({ data }: MessageEvent<FullTextQuestion>) => {
  answer(data)
    .then((pages): FullTextAnswer => ({ id: data.id, pages }))
    .catch((error: unknown): FullTextAnswer => ({ id: data.id, failed: String(error) }))
    .then((message) => self.postMessage(message));
});
