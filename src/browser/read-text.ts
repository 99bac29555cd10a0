import { failure, type Result, success } from '../lib/result.ts';
import type { Encoding } from '../lib/table/file-signature.ts';

export interface TextPiece {
  readonly text: string;
  /** Bytes of the file up to here. */
  readonly bytes: number;
}

/** `wrong-encoding`: bytes that are no characters. `unreadable-file`: moved, changed or taken away meanwhile. */
export type ReadProblem = 'wrong-encoding' | 'unreadable-file';

function decode(decoder: TextDecoder, bytes: Uint8Array, stream: boolean): string | undefined {
  try {
    return decoder.decode(bytes, { stream });
  } catch {
    return undefined;
  }
}

/**
 * The text of a file, piece by piece, so that the file is never in memory as a whole; or, as the last piece, why it
 * cannot be read on. Where bytes that are no characters are not refused, a sign stands for them.
 */
export async function* readText(
  file: Blob,
  encoding: Encoding,
  refusesOthers: boolean,
): AsyncGenerator<Result<TextPiece, ReadProblem>> {
  const decoder = new TextDecoder(encoding, { fatal: refusesOthers });
  const reader = file.stream().getReader();
  let bytes = 0;
  try {
    for (;;) {
      const { done, value = new Uint8Array() } = await reader.read();
      const text = decode(decoder, value, !done);
      bytes += value.length;
      yield text === undefined ? failure('wrong-encoding') : success({ text, bytes });
      if (done || text === undefined) return;
    }
  } catch {
    yield failure('unreadable-file');
  } finally {
    // The reader may leave before the end.
    await reader.cancel().catch(() => undefined);
  }
}
