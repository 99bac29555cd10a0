import { failure } from '../lib/result.ts';
import type { TableMessage, TableProgress, TableQuestion } from './read-table.ts';
import { previewFile, readFile } from './table-file.ts';

/** Milliseconds between two messages of progress. */
const progressPause = 100;

function post(message: TableMessage, columns: Transferable[] = []) {
  self.postMessage(message, { transfer: columns });
}

/** The memory of all columns, to be handed over instead of copied. */
function buffersIn(value: unknown): Transferable[] {
  if (ArrayBuffer.isView(value)) return [value.buffer as ArrayBuffer];
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return [];
  return Object.values(value).flatMap(buffersIn);
}

/** Says how far the reading is, not more often than anybody could see. */
function progress() {
  let last = performance.now();
  return (counted: TableProgress) => {
    if (performance.now() - last < progressPause) return;
    last = performance.now();
    post({ progress: counted });
  };
}

async function answer(question: TableQuestion): Promise<void> {
  try {
    if (question.task === 'preview') {
      post({ preview: await previewFile(question.file, question.kind) });
    } else {
      const reading = await readFile(question.file, question.plan, progress());
      post({ reading }, buffersIn(reading.ok ? reading.value.data : undefined));
    }
  } catch (error) {
    // The columns did not fit into memory any more; everything else is a defect, and ends the worker.
    if (!(error instanceof RangeError)) throw error;
    post(question.task === 'preview' ? { preview: failure('out-of-memory') } : { reading: failure('out-of-memory') });
  }
}

self.addEventListener('message', ({ data }: MessageEvent<TableQuestion>) => {
  answer(data).catch((error: unknown) => {
    // An error in a promise would end nothing: thrown here, the page hears of it.
    setTimeout(() => {
      throw error;
    });
  });
});
