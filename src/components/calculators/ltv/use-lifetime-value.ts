import { useEffect, useRef, useState } from 'react';
import { readFragment, replaceFragment } from '../../../browser/address.ts';
import type { Currency, Locale } from '../../../lib/i18n/locales.ts';
import {
  inputNames,
  type LifetimeValueState,
  readLink,
  writeLink,
} from '../../../lib/metrics/lifetime-value/lifetime-value-link.ts';
import {
  type CalculatorProblem,
  type LifetimeValueAnswer,
  type LifetimeValueInputs,
  type LifetimeValueModel,
  lifetimeValue,
} from '../../../lib/metrics/lifetime-value/lifetime-value-models.ts';
import { unitOf } from '../../../lib/metrics/quantities.ts';
import { formatForField } from '../../../lib/number/format-number.ts';
import type { Result } from '../../../lib/result.ts';
import { type NumberFieldState, numberFieldState } from '../../fields/number-field-state.ts';

export type InputName = keyof LifetimeValueInputs;

export function isInputName(name: string): name is InputName {
  return inputNames.some((known) => known === name);
}

/** The fields of each model, in the order shown. */
export const fieldsOf: Readonly<Record<LifetimeValueModel, readonly InputName[]>> = {
  simple: ['arpa', 'grossMargin', 'churn'],
  discounted: ['arpa', 'grossMargin', 'churn', 'expansion', 'annualDiscountRate', 'horizonMonths'],
};

/** What the reader has entered: texts, not numbers, so that nothing typed is ever changed or lost. */
interface Entered {
  readonly model: LifetimeValueModel;
  readonly currency: Currency;
  readonly texts: Readonly<Record<InputName, string>>;
}

/** Why the last entries were replaced; offers the way back. */
export type Replaced = 'reset' | 'opened';

function entered({ model, currency, inputs }: LifetimeValueState, locale: Locale): Entered {
  const names = Object.keys(inputs) as InputName[];
  const texts = Object.fromEntries(names.map((name) => [name, formatForField(inputs[name], unitOf(name), locale)]));
  return { model, currency, texts: texts as Record<InputName, string> };
}

export interface LifetimeValueCalculator {
  readonly model: LifetimeValueModel;
  readonly currency: Currency;
  readonly fields: Readonly<Record<InputName, NumberFieldState>>;
  /** Undefined while a field that the model uses holds no number. */
  readonly answer: Result<LifetimeValueAnswer, CalculatorProblem> | undefined;
  /** The numbers behind the answer. */
  readonly inputs: LifetimeValueInputs | undefined;
  readonly problemOf: (name: InputName) => CalculatorProblem | undefined;
  /** The fragment that opens this calculation again. */
  readonly link: string | undefined;
  /** Parts of the opened link that could not be used. */
  readonly ignored: readonly string[];
  readonly replaced: Replaced | undefined;
  readonly isReady: boolean;
  readonly chooseModel: (model: LifetimeValueModel) => void;
  readonly chooseCurrency: (currency: Currency) => void;
  readonly reset: () => void;
  readonly undo: () => void;
}

/** The state of the calculator: what was entered, what follows from it, and its place in the address. */
export function useLifetimeValue(initial: LifetimeValueState, locale: Locale): LifetimeValueCalculator {
  const [current, setCurrent] = useState(() => entered(initial, locale));
  const [previous, setPrevious] = useState<{ readonly entered: Entered; readonly why: Replaced }>();
  const [ignored, setIgnored] = useState<readonly string[]>([]);
  const [isReady, setReady] = useState(false);
  /** The fragment this page wrote or read last: a change to another one comes from outside. */
  const ownFragment = useRef('');
  const hasOpened = useRef(false);
  const latest = useRef(current);
  latest.current = current;

  useEffect(() => {
    const open = () => {
      const fragment = readFragment();
      const isFirst = !hasOpened.current;
      hasOpened.current = true;
      if (fragment === ownFragment.current) return;
      // An anchor of the page is no calculation.
      if (fragment !== '' && !fragment.includes('=')) return;
      ownFragment.current = fragment;
      const link = readLink(fragment, initial);
      if (!isFirst) setPrevious({ entered: latest.current, why: 'opened' });
      setIgnored(link.ignored);
      setCurrent(entered(link.state, locale));
    };
    open();
    setReady(true);
    window.addEventListener('hashchange', open);
    return () => window.removeEventListener('hashchange', open);
  }, [initial, locale]);

  const field = (name: InputName) =>
    numberFieldState({
      text: current.texts[name],
      unit: unitOf(name),
      locale,
      onText: (text) => change({ texts: { ...current.texts, [name]: text } }),
    });
  const change = (part: Partial<Entered>) => setCurrent({ ...current, ...part });

  const fields: Record<InputName, NumberFieldState> = {
    arpa: field('arpa'),
    grossMargin: field('grossMargin'),
    churn: field('churn'),
    expansion: field('expansion'),
    annualDiscountRate: field('annualDiscountRate'),
    horizonMonths: field('horizonMonths'),
  };
  const used = fieldsOf[current.model];
  const numberIn = (name: InputName) => (fields[name].parsed.ok ? fields[name].parsed.value : initial.inputs[name]);
  const inputs: LifetimeValueInputs | undefined = used.every((name) => fields[name].parsed.ok)
    ? {
        arpa: numberIn('arpa'),
        grossMargin: numberIn('grossMargin'),
        churn: numberIn('churn'),
        expansion: numberIn('expansion'),
        annualDiscountRate: numberIn('annualDiscountRate'),
        horizonMonths: numberIn('horizonMonths'),
      }
    : undefined;
  const answer = inputs && lifetimeValue(current.model, inputs);
  const link = inputs && writeLink({ model: current.model, currency: current.currency, inputs });

  useEffect(() => {
    const isUntouched = ownFragment.current === '' && link === writeLink(initial);
    if (!isReady || link === undefined || isUntouched) return;
    ownFragment.current = link;
    replaceFragment(link);
  }, [link, isReady, initial]);

  const problemOf = (name: InputName): CalculatorProblem | undefined =>
    answer?.ok === false && answer.field === name ? answer.reason : undefined;

  return {
    model: current.model,
    currency: current.currency,
    fields,
    answer,
    inputs,
    problemOf,
    link,
    ignored,
    replaced: previous?.why,
    isReady,
    chooseModel: (model) => change({ model }),
    chooseCurrency: (currency) => change({ currency }),
    reset: () => {
      // Resetting what is reset already must not cost the way back.
      const example = entered(initial, locale);
      if (JSON.stringify(current) === JSON.stringify(example)) return;
      setPrevious({ entered: current, why: 'reset' });
      setIgnored([]);
      setCurrent(entered(initial, locale));
    },
    undo: () => {
      if (previous) setCurrent(previous.entered);
      setIgnored([]);
      setPrevious(undefined);
    },
  };
}
