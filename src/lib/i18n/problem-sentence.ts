import type { Failure } from '../result.ts';
import type { Translate } from './translate.ts';

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
  const [input = '', ...path] = field?.split('.') ?? [];
  const label = labelOf(input);
  if (label === undefined) return problem;
  const entry = path.flatMap((part) => (/^\d+$/.test(part) ? [Number(part) + 1] : [])).join('–');
  return entry === ''
    ? t('problem.field', { field: label, problem })
    : t('problem.entry', { field: label, entry, problem });
}
