import { failure, type Result } from '../result.ts';
import type { JourneyMap } from './document.ts';
import { type ReadMap, type ReadProblem, readJourneyMap } from './read.ts';

/** Characters of a file that are looked at: several times what the fullest map comes to. */
export const longestFile = 60_000_000;

/** The text of a file that holds a map. `schema` is the address of the published schema. */
export function writeJourneyMap(map: JourneyMap, schema: string): string {
  return `${JSON.stringify({ $schema: schema, ...map }, null, 2)}\n`;
}

/** A map from the text of a file. `not-json` names the place of the fault, in characters, where it is known. */
export function readMapText(text: string): Result<ReadMap, ReadProblem | 'not-json' | 'file-too-large'> {
  if (text.length > longestFile) return failure('file-too-large');
  try {
    return readJourneyMap(JSON.parse(text.replace(/^\ufeff/, '')));
  } catch (error) {
    const [, place] = /position (\d+)/.exec(String(error)) ?? [];
    return failure('not-json', place);
  }
}
