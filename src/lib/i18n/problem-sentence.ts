import type { Failure } from '../result.ts';
import type { Translate } from './translate.ts';

/** `groups.1.durations.4` as "Groups 2, Duration 5": names as the reader knows them, places counted from 1. */
function fieldName(field: string, labelOf: (input: string) => string | undefined, entryOf: (entry: number) => string) {
  let name = '';
  let hasPlace = true;
  for (const part of field.split('.')) {
    const place = /^\d+$/.test(part) ? Number(part) + 1 : undefined;
    if (place === undefined) {
      const label = labelOf(part);
      if (label === undefined) return undefined;
      name = name === '' ? `${label.charAt(0).toUpperCase()}${label.slice(1)}` : `${name}, ${label}`;
      hasPlace = false;
    } else {
      name += hasPlace ? entryOf(place) : ` ${place}`;
      hasPlace = true;
    }
  }
  return name;
}

/**
 * Why there is no answer, as one sentence: what the field is called, its place in a list counted from 1, and what is
 * wrong with it. `labelOf` gives the name of an input where the reader knows it by one.
 */
export function problemSentence<Reason extends string>(
  { reason, field }: Failure<Reason>,
  labelOf: (input: string) => string | undefined,
  t: Translate<`reason.${NoInfer<Reason>}` | 'problem.field' | 'problem.entry'>,
): string {
  const problem = t(`reason.${reason}`);
  const name = field && fieldName(field, labelOf, (entry) => t('problem.entry', { entry }));
  return name ? t('problem.field', { field: name, problem }) : problem;
}
