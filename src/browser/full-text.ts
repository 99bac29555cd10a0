import type { TextHit, TextQuestion } from '../lib/glossary/search/search-texts.ts';

export interface FullTextQuestion extends TextQuestion {
  readonly id: number;
  /** Address of the language's `pagefind.js`. */
  readonly bundle: string;
  /** Base path of the site. */
  readonly base: string;
}

export type FullTextAnswer = { readonly id: number } & (
  | { readonly hits: readonly TextHit[] }
  | { readonly failed: string }
);

interface Waiting {
  readonly resolve: (hits: readonly TextHit[]) => void;
  readonly reject: (error: Error) => void;
}

/** Milliseconds after which an index that does not come is given up for this query. */
const patience = 15_000;

let worker: Worker | undefined;
let lastId = 0;
const waiting = new Map<number, Waiting>();

/** A worker keeps a failed import for good: the next question gets a new one. */
function failAll(reason: string) {
  for (const { reject } of waiting.values()) reject(new Error(reason));
  waiting.clear();
  worker?.terminate();
  worker = undefined;
}

function startWorker(): Worker {
  const started = new Worker(new URL('./full-text-worker.ts', import.meta.url), { type: 'module' });
  started.addEventListener('message', ({ data }: MessageEvent<FullTextAnswer>) => {
    if ('failed' in data) return failAll(data.failed);
    waiting.get(data.id)?.resolve(data.hits);
    waiting.delete(data.id);
  });
  started.addEventListener('error', () => failAll('The search worker could not be started.'));
  return started;
}

/**
 * Sections of the pages of one language whose text answers the query, best first. Rejects when the index cannot be
 * loaded.
 *
 * Pagefind runs in a worker because, without a `document`, it takes the query as it is given; in a page it cuts
 * Japanese with the browser's segmenter and drops the quotes around what belongs together.
 */
export async function searchFullText(asked: Omit<FullTextQuestion, 'id'>): Promise<readonly TextHit[]> {
  worker ??= startWorker();
  lastId += 1;
  const question: FullTextQuestion = { ...asked, id: lastId, bundle: new URL(asked.bundle, location.href).href };
  return new Promise((resolve, reject) => {
    waiting.set(question.id, { resolve, reject });
    setTimeout(() => {
      waiting.delete(question.id);
      reject(new Error('The search index did not come in time.'));
    }, patience);
    worker?.postMessage(question);
  });
}
