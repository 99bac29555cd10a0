import type { JourneyMap } from '../lib/journey-map/document.ts';
import { type ReadMap, type ReadProblem, readJourneyMap } from '../lib/journey-map/read.ts';
import { failure, type Result } from '../lib/result.ts';

/**
 * `damaged-link`: cut short or changed on its way. `large-link`: unpacks to more than any map holds. `newer-link`: of a
 * later form than this page reads.
 */
export type LinkProblem = ReadProblem | 'damaged-link' | 'large-link' | 'newer-link';

/** Characters of an address that mail and chat programs still leave whole. */
export const longestLink = 8_000;
/** Bytes that a link may unpack to: what can be sent in one comes to far less. */
const largestUnpacked = 30_000_000;
const begin = 'map=1.';
const laterBegin = /^map=(?:[2-9]|[1-9]\d+)\./;

async function* chunksOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (let { done, value } = await reader.read(); !done && value; { done, value } = await reader.read()) yield value;
  } finally {
    // The reader may leave before the end, or the stream may have failed already.
    await reader.cancel().catch(() => undefined);
  }
}

function base64Url(bytes: Uint8Array): string {
  let binary = '';
  // A call takes only so many arguments.
  for (let at = 0; at < bytes.length; at += 8192) binary += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return Uint8Array.from(atob(base64.replaceAll('-', '+').replaceAll('_', '/')), (sign) => sign.charCodeAt(0));
  } catch {
    return undefined;
  }
}

/** A map as the fragment of an address: the whole of it, packed, so that it reaches no server. */
export async function mapLink(map: JourneyMap): Promise<string> {
  const packed = new Blob([JSON.stringify(map)]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  return `${begin}${base64Url(new Uint8Array(await new Response(packed).arrayBuffer()))}`;
}

/** The text that was packed. What unpacks to more than it may is left as soon as that shows. */
async function unpacked(bytes: Uint8Array<ArrayBuffer>): Promise<Result<string, 'damaged-link' | 'large-link'>> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  let size = 0;
  try {
    for await (const chunk of chunksOf(
      new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw')),
    )) {
      size += chunk.length;
      if (size > largestUnpacked) return failure('large-link');
      text += decoder.decode(chunk, { stream: true });
    }
    return { ok: true, value: text + decoder.decode() };
  } catch {
    return failure('damaged-link');
  }
}

/** The map in the fragment of an address, without `#`; undefined where the fragment is about something else. */
export async function readMapLink(fragment: string): Promise<Result<ReadMap, LinkProblem> | undefined> {
  if (!fragment.startsWith('map=')) return undefined;
  if (laterBegin.test(fragment)) return failure('newer-link');
  const bytes = fragment.startsWith(begin) ? bytesOf(fragment.slice(begin.length)) : undefined;
  const text = bytes ? await unpacked(bytes) : failure('damaged-link');
  if (!text.ok) return text;
  try {
    return readJourneyMap(JSON.parse(text.value));
  } catch {
    return failure('damaged-link');
  }
}
