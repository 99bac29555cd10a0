import type { ReadMap } from '../lib/journey-map/read.ts';
import { readMapText } from '../lib/journey-map/text.ts';

/** A map to begin with, from its address. Nothing where it could not be reached. */
export async function fetchTemplate(address: string): Promise<ReadMap | undefined> {
  try {
    const response = await fetch(address);
    const read = readMapText(await response.text());
    return read.ok ? read.value : undefined;
  } catch {
    // Not online: like an answer that is no map.
    return undefined;
  }
}
