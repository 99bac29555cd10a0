import type { Locale } from '../lib/i18n/locales.ts';

/** A page whose text holds the query. */
export interface FullTextHit {
  readonly href: string;
  readonly title: string;
  /** The text around the words found, cut where a mark begins or ends. */
  readonly excerpt: readonly { readonly text: string; readonly marked: boolean }[];
}

export interface FullTextQuestion {
  readonly id: number;
  /** Address of this language's `pagefind.js`. */
  readonly bundle: string;
  /** Base path of the site. */
  readonly base: string;
  readonly locale: Locale;
  readonly query: string;
  readonly limit: number;
}

export interface FoundPage {
  readonly url: string;
  readonly title: string;
  /** HTML with `<mark>` around the words found, as Pagefind makes it. */
  readonly excerpt: string;
}

export type FullTextAnswer = { readonly id: number } & (
  | { readonly pages: readonly FoundPage[] }
  | { readonly failed: string }
);

interface Waiting {
  readonly resolve: (pages: readonly FoundPage[]) => void;
  readonly reject: (error: Error) => void;
}

/** Milliseconds after which an index that does not come is given up for this query. */
const patience = 15_000;

let worker: Worker | undefined;
let lastId = 0;
const waiting = new Map<number, Waiting>();

function failAll(reason: string) {
  for (const { reject } of waiting.values()) reject(new Error(reason));
  waiting.clear();
  worker?.terminate();
  worker = undefined;
}

function startWorker(): Worker {
  const started = new Worker(new URL('./full-text-worker.ts', import.meta.url), { type: 'module' });
  started.addEventListener('message', ({ data }: MessageEvent<FullTextAnswer>) => {
    const asked = waiting.get(data.id);
    waiting.delete(data.id);
    if ('pages' in data) asked?.resolve(data.pages);
    else asked?.reject(new Error(data.failed));
  });
  started.addEventListener('error', () => failAll('The search worker could not be started.'));
  return started;
}

/** The excerpt as plain pieces, so that nothing found on a page is ever read as HTML here. */
function piecesOf(html: string): FullTextHit['excerpt'] {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  return [...body.childNodes].map((node) => ({ text: node.textContent ?? '', marked: node.nodeName === 'MARK' }));
}

/**
 * Pages of one language whose text holds the query, best first. Rejects when the index cannot be loaded.
 *
 * Pagefind runs in a worker because, without a `document`, it takes the query as typed; in a page it cuts Japanese
 * with the browser's segmenter, which disagrees with the index.
 */
export async function searchFullText(asked: Omit<FullTextQuestion, 'id'>): Promise<FullTextHit[]> {
  worker ??= startWorker();
  lastId += 1;
  const question: FullTextQuestion = { ...asked, id: lastId, bundle: new URL(asked.bundle, location.href).href };
  const pages = await new Promise<readonly FoundPage[]>((resolve, reject) => {
    waiting.set(question.id, { resolve, reject });
    setTimeout(() => reject(new Error('The search index did not come in time.')), patience);
    worker?.postMessage(question);
  });
  return pages.map(({ url, title, excerpt }) => ({ href: url, title, excerpt: piecesOf(excerpt) }));
}
