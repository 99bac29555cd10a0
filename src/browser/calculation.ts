import { type Failure, failure } from '../lib/result.ts';
import type { CalculationTasks } from './calculation-tasks.ts';

export type CalculationName = keyof CalculationTasks;

/** What a task answers, or why no answer came. */
export type Calculated<Name extends CalculationName> =
  | ReturnType<CalculationTasks[Name]>
  | Failure<'worker-failed' | 'cancelled'>;

export interface CalculationQuestion {
  readonly name: CalculationName;
  readonly input: unknown;
}

interface Job {
  readonly question: CalculationQuestion;
  readonly transfer: Transferable[];
  readonly answer: (answer: unknown) => void;
}

/** Milliseconds after which a worker without a word is taken for dead: some end silently when memory runs out. */
const patience = 120_000;
/** Milliseconds a task that nobody waits for any more may still take: a new worker takes as long to start. */
const grace = 150;

let worker: Worker | undefined;
let running: Job | undefined;
let deadline: ReturnType<typeof setTimeout> | undefined;
const waiting: Job[] = [];

function finish(answer: unknown) {
  clearTimeout(deadline);
  running?.answer(answer);
  running = undefined;
  startNext();
}

/** Ends the worker and with it what is running; what waits is done by a new one. */
function giveUp() {
  worker?.terminate();
  worker = undefined;
  finish(failure('worker-failed'));
}

function startWorker(): Worker {
  const started = new Worker(new URL('./calculation-worker.ts', import.meta.url), { type: 'module' });
  started.addEventListener('message', ({ data }) => finish(data));
  started.addEventListener('error', giveUp);
  started.addEventListener('messageerror', giveUp);
  return started;
}

function startNext() {
  if (running) return;
  running = waiting.shift();
  if (!running) return;
  worker ??= startWorker();
  deadline = setTimeout(giveUp, patience);
  worker.postMessage(running.question, running.transfer);
}

function cancel(job: Job) {
  job.answer(failure('cancelled'));
  const place = waiting.indexOf(job);
  if (place >= 0) waiting.splice(place, 1);
  if (job !== running) return;
  clearTimeout(deadline);
  deadline = setTimeout(giveUp, grace);
}

/**
 * Asks a task of `calculation-tasks.ts`, in a worker: one task after the other, in the order they were asked. Aborting
 * the signal answers `cancelled` at once. What is transferred is gone here.
 */
export function calculate<Name extends CalculationName>(
  name: Name,
  input: Parameters<CalculationTasks[Name]>[0],
  { signal, transfer = [] }: { readonly signal?: AbortSignal; readonly transfer?: Transferable[] } = {},
): Promise<Calculated<Name>> {
  if (signal?.aborted) return Promise.resolve(failure('cancelled'));
  return new Promise((resolve) => {
    const job: Job = {
      question: { name, input },
      transfer,
      // The worker answers with what the task of this name gives.
      answer: (answer) => resolve(answer as Calculated<Name>),
    };
    signal?.addEventListener('abort', () => cancel(job), { once: true });
    waiting.push(job);
    startNext();
  });
}
