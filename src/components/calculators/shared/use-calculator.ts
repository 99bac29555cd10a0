import { useEffect, useMemo, useRef, useState } from 'react';
import { readFragment, replaceFragment } from '../../../browser/address.ts';
import {
  type DataUsed,
  duplicateScenario,
  type Entered,
  enterText,
  exampleEntered,
  isSame,
  moveScenario,
  numbersOf,
  removeScenario,
  renameScenario,
  type Scenario,
  textsOf,
} from '../../../lib/calculators/entered.ts';
import { readLink, writeLink } from '../../../lib/calculators/link.ts';
import {
  type Answer,
  type AnyModel,
  type Calculator,
  hasEveryInput,
  modelNamed,
  type Numbers,
} from '../../../lib/calculators/model.ts';
import type { Locale } from '../../../lib/i18n/locales.ts';
import { type QuantityName, unitOf } from '../../../lib/metrics/quantities.ts';
import type { Result } from '../../../lib/result.ts';
import { type NumberFieldState, numberFieldState } from '../../fields/number-field-state.ts';

/** Why the last entries were replaced; offers the way back. */
export type Replaced = 'reset' | 'opened' | 'loaded';

export interface ScenarioState extends Scenario {
  readonly numbers: Numbers;
  /** Undefined while a number that the model must have is missing. */
  readonly answer: Result<Answer, string> | undefined;
  readonly field: (name: QuantityName) => NumberFieldState;
}

export interface CalculatorState {
  readonly calculator: Calculator;
  readonly entered: Entered;
  readonly model: AnyModel;
  readonly scenarios: readonly [ScenarioState, ...ScenarioState[]];
  readonly locale: Locale;
  /** The fragment that opens this calculation again. Undefined while a number is missing. */
  readonly link: string | undefined;
  /** Parts of the opened link that could not be used. */
  readonly ignored: readonly string[];
  readonly replaced: Replaced | undefined;
  readonly isReady: boolean;
  readonly chooseModel: (name: string) => void;
  readonly chooseCurrency: (currency: string) => void;
  readonly duplicate: (id: number) => void;
  readonly remove: (id: number) => void;
  readonly move: (id: number, by: -1 | 1) => void;
  readonly rename: (id: number, name: string) => void;
  /** Puts numbers into the fields of a scenario. */
  readonly enter: (id: number, numbers: Numbers) => void;
  /** Gives a model the data it stands on, or takes them away. */
  readonly use: (model: string, data: DataUsed | undefined) => void;
  /** Puts in a whole calculation, with a way back. */
  readonly load: (entered: Entered, why: Replaced) => void;
  readonly reset: () => void;
  readonly undo: () => void;
}

const answers = new WeakMap<Scenario, { readonly model: string; readonly data: unknown; readonly answer: Answered }>();
type Answered = Pick<ScenarioState, 'numbers' | 'answer'>;

/** What a scenario comes to. Kept while scenario, model and data stay: a change to one leaves the others alone. */
function answered(scenario: Scenario, model: AnyModel, data: DataUsed | undefined): Answered {
  const known = answers.get(scenario);
  if (known?.model === model.name && known.data === data?.value) return known.answer;
  const numbers = numbersOf(scenario, model);
  const hasUnreadable = model.inputs.some(
    ({ name }) => numbers[name] === undefined && (scenario.texts[name] ?? '').trim() !== '',
  );
  const isComplete = !hasUnreadable && hasEveryInput(model, numbers) && (data !== undefined || !model.needsData);
  const answer = { numbers, answer: isComplete ? model.compute(numbers, data?.value) : undefined };
  answers.set(scenario, { model: model.name, data: data?.value, answer });
  return answer;
}

/** The state of a calculator: what was entered, what follows from it, and its place in the address. */
export function useCalculator(calculator: Calculator, currency: string, locale: Locale): CalculatorState {
  const example = useMemo(() => exampleEntered(calculator, currency, locale), [calculator, currency, locale]);
  const [entered, setEntered] = useState(example);
  const [previous, setPrevious] = useState<{ readonly entered: Entered; readonly why: Replaced }>();
  const [ignored, setIgnored] = useState<readonly string[]>([]);
  const [isReady, setReady] = useState(false);
  /** The fragment this page wrote or read last: a change to another one comes from outside. */
  const ownFragment = useRef('');
  const hasOpened = useRef(false);
  const latest = useRef(entered);
  latest.current = entered;

  useEffect(() => {
    const open = () => {
      const fragment = readFragment();
      const isFirst = !hasOpened.current;
      hasOpened.current = true;
      if (fragment === ownFragment.current) return;
      // An anchor of the page is no calculation.
      if (fragment !== '' && !fragment.includes('=')) return;
      ownFragment.current = fragment;
      const link = readLink(fragment, calculator, example, locale);
      if (!isFirst) setPrevious({ entered: latest.current, why: 'opened' });
      setIgnored(link.ignored);
      setEntered(link.entered);
    };
    open();
    setReady(true);
    window.addEventListener('hashchange', open);
    return () => window.removeEventListener('hashchange', open);
  }, [calculator, example, locale]);

  const model = modelNamed(calculator, entered.model) ?? calculator.models[0];
  const states = entered.scenarios.map((scenario) => ({
    ...scenario,
    ...answered(scenario, model, entered.data[model.name]),
    field: (name: QuantityName) =>
      numberFieldState({
        text: scenario.texts[name] ?? '',
        unit: unitOf(name),
        locale,
        onText: (text) => setEntered((now) => enterText(now, scenario.id, name, text)),
      }),
  })) as unknown as CalculatorState['scenarios'];

  const link = writeLink(entered, calculator);
  useEffect(() => {
    const isUntouched = ownFragment.current === '' && isSame(entered, example, calculator);
    if (!isReady || link === undefined || isUntouched) return;
    ownFragment.current = link;
    replaceFragment(link);
  }, [link, isReady, entered, example, calculator]);

  const load = (next: Entered, why: Replaced) => {
    // Replacing by the same must not cost the way back.
    if (isSame(entered, next, calculator)) return;
    setPrevious({ entered, why });
    setIgnored([]);
    setEntered(next);
  };

  return {
    calculator,
    entered,
    model,
    scenarios: states,
    locale,
    link,
    ignored,
    replaced: previous?.why,
    isReady,
    chooseModel: (name) => setEntered((now) => ({ ...now, model: name })),
    chooseCurrency: (chosen) => setEntered((now) => ({ ...now, currency: chosen })),
    duplicate: (id) => setEntered((now) => duplicateScenario(now, id)),
    remove: (id) => setEntered((now) => removeScenario(now, id)),
    move: (id, by) => setEntered((now) => moveScenario(now, id, by)),
    rename: (id, name) => setEntered((now) => renameScenario(now, id, name)),
    enter: (id, numbers) =>
      setEntered((now) =>
        Object.entries(textsOf(numbers, locale)).reduce(
          (changed, [name, text]) => enterText(changed, id, name as QuantityName, text),
          now,
        ),
      ),
    use: (name, data) =>
      setEntered((now) => {
        const { [name]: _, ...others } = now.data;
        return { ...now, data: data ? { ...others, [name]: data } : others };
      }),
    load,
    reset: () => load(example, 'reset'),
    undo: () => {
      if (previous) setEntered(previous.entered);
      setIgnored([]);
      setPrevious(undefined);
    },
  };
}
