import { fill } from './elements.ts';
import type { Found, Loaded, Query } from './find-hits.ts';
import type { Words } from './search-hits.ts';

/** As much of a query as the page repeats. */
const longestEcho = 40;

function shorten(text: string): string {
  return text.length > longestEcho ? `${text.slice(0, longestEcho)}…` : text;
}

/** Which message says what was found. */
function foundMessage({ hits, isElsewhere, loaded }: Found, { kind }: Query): string {
  if (isElsewhere) return 'elsewhere';
  if (hits.length > 0) return hits.length === 1 ? 'one' : 'many';
  if (!loaded.names && !loaded.texts) return 'nothingLoaded';
  return kind === undefined ? 'none' : 'noneOfKind';
}

/** Which message says what could not be searched. */
function missingMessage({ names, questions, texts }: Loaded): string | undefined {
  if (!names) return texts ? 'noNames' : undefined;
  if (!texts) return 'noText';
  return questions ? undefined : 'noQuestions';
}

/** What was found and what could not be searched, in words. */
export function statusOf(found: Found, query: Query, words: Words): string {
  const messages = [foundMessage(found, query), missingMessage(found.loaded)].filter((key) => key !== undefined);
  const values = { count: found.hits.length, query: shorten(query.text) };
  return messages.map((key) => fill(words[key] ?? '', values)).join(words.space);
}
