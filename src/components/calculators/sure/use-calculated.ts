import { startTransition, useEffect, useState } from 'react';
import { type Calculated, type CalculationName, calculate } from '../../../browser/calculation.ts';
import type { CalculationTasks } from '../../../browser/calculation-tasks.ts';

/** Milliseconds without a change after which it is worth calculating. */
const pause = 120;

export interface CalculatedState<Name extends CalculationName> {
  /** The last answer, with what it answers; while a new one is worked out, that of before. */
  readonly last: { readonly asked: Asked<Name>; readonly answer: Calculated<Name> } | undefined;
  readonly isWorking: boolean;
  /** Asks once more, after the worker has failed. */
  readonly retry: () => void;
}

type Asked<Name extends CalculationName> = Parameters<CalculationTasks[Name]>[0];

/** Asks the worker whenever there is something new to ask, and drops what is no longer wanted. */
export function useCalculated<Name extends CalculationName>(
  name: Name,
  asked: Asked<Name> | undefined,
): CalculatedState<Name> {
  const [last, setLast] = useState<CalculatedState<Name>['last']>();
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks the same again
  useEffect(() => {
    if (!asked) return;
    const abort = new AbortController();
    const timer = setTimeout(async () => {
      const answer = await calculate(name, asked, { signal: abort.signal });
      // Charts are drawn piece by piece: whoever types on meanwhile does not wait for them.
      if (!abort.signal.aborted) startTransition(() => setLast({ asked, answer }));
    }, pause);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [name, asked, attempt]);
  return {
    last: asked && last,
    isWorking: asked !== undefined && last?.asked !== asked,
    retry: () => setAttempt((before) => before + 1),
  };
}
