import { type ReactNode, useId } from 'react';
import type { Calculated, CalculationName } from '../../../browser/calculation.ts';
import type { Asked } from '../../../lib/calculators/uncertainty.ts';
import type { Failure } from '../../../lib/result.ts';
import { useShownNumbers } from '../../charts/ShownNumbers.tsx';
import { type Translate, withSentence } from '../shared/messages.ts';
import type { Show } from './show.ts';
import type { CalculatedState } from './use-calculated.ts';

/** What all parts of this section look at. */
export interface Subject {
  readonly asked: Asked;
  /** What the result is to reach, if that is said. */
  readonly target: number | undefined;
  readonly isLessBetter: boolean;
  readonly show: Show;
  readonly t: Translate;
}

/** A part of the section under a heading of its own. */
export function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const id = useId();
  return (
    <section className="sure-part" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {children}
    </section>
  );
}

interface ChoiceProps<Value extends string> {
  readonly name: string;
  readonly label: string;
  readonly value: Value;
  readonly options: readonly (readonly [value: Value, label: string])[];
  readonly onChoice: (value: Value) => void;
}

export function Choice<Value extends string>({ name, label, value, options, onChoice }: ChoiceProps<Value>) {
  const id = useId();
  return (
    <div className="sure-choice">
      <label htmlFor={id}>{label}</label>
      <select id={id} name={name} value={value} onChange={({ target }) => onChoice(target.value as Value)}>
        {options.map(([option, text]) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}

type ValueOf<Name extends CalculationName> = Extract<Calculated<Name>, { readonly ok: true }>['value'];
type AskedOf<Name extends CalculationName> = NonNullable<CalculatedState<Name>['last']>['asked'];

interface AnsweredProps<Name extends CalculationName> {
  readonly state: CalculatedState<Name>;
  readonly t: Translate;
  readonly children: (asked: AskedOf<Name>, value: ValueOf<Name>) => ReactNode;
}

/** The last answer of the worker, paler while a new one is worked out; or why there is none. */
export function Answered<Name extends CalculationName>({ state, t, children }: AnsweredProps<Name>) {
  const { last, isWorking, retry } = state;
  useShownNumbers(isWorking ? 'pending' : undefined);
  if (!last) return null;
  const { asked } = last;
  const answer: Calculated<Name> = last.answer;
  const failed: Failure<string> | undefined = answer.ok ? undefined : answer;
  return (
    <div className="sure-answer" aria-busy={isWorking}>
      {answer.ok && children(asked, answer.value as ValueOf<Name>)}
      {failed &&
        (failed.reason === 'worker-failed' ? (
          <p className="notice" role="alert">
            {t('sure.failed')}{' '}
            <button type="button" onClick={retry}>
              {t('sure.retry')}
            </button>
          </p>
        ) : (
          <p role="status">{t(`reason.${withSentence(failed).reason}`)}</p>
        ))}
    </div>
  );
}
