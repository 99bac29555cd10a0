import type { Result } from '../../src/lib/result.ts';

/** The value of an answer that must be there. */
export function answerOf<Value>(result: Result<Value, string>): Value {
  if (!result.ok) throw new Error(`no answer: ${result.reason}${result.field ? ` (${result.field})` : ''}`);
  return result.value;
}
