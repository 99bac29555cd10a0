import { useEffect, useMemo, useRef, useState } from 'react';
import { readFragment, replaceFragment } from '../../../browser/address.ts';
import type { StorageProblem } from '../../../browser/database.ts';
import {
  type DataUsed,
  duplicateScenario,
  type Entered,
  enterRanges,
  enterText,
  exampleEntered,
  isSame,
  moveScenario,
  removeScenario,
  renameScenario,
  type Scenario,
  type SimulationSettings,
  textsOf,
} from '../../../lib/calculators/entered.ts';
import { isNewerLink, readLink, writeLink } from '../../../lib/calculators/link.ts';
import { type AnyModel, type Calculator, modelNamed, type Numbers } from '../../../lib/calculators/model.ts';
import type { EnteredRanges } from '../../../lib/calculators/ranges.ts';
import { answerOf, type ScenarioAnswer } from '../../../lib/calculators/scenario-answer.ts';
import type { Locale } from '../../../lib/i18n/locales.ts';
import { type QuantityName, unitOf } from '../../../lib/metrics/quantities.ts';
import { type NumberFieldState, numberFieldState } from '../../fields/number-field-state.ts';
import { type Keeping, type Kept, type SavedAs, startKeeping } from './keeping.ts';

/** Why the last entries were replaced; offers the way back, and after that the way there again. */
export type Replaced = 'reset' | 'opened' | 'loaded' | 'restored' | 'undone' | 'redone';

type LoadCalculator = () => Promise<Calculator>;

export interface ScenarioState extends Scenario, ScenarioAnswer {
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
  /** A link of a later version stands in the address: it is not read, and nothing is written over it. */
  readonly hasNewerLink: boolean;
  readonly replaced: Replaced | undefined;
  readonly isReady: boolean;
  /** The saved calculation this one was opened from or saved as. */
  readonly savedAs: SavedAs | undefined;
  /** What was entered on this device before the link that is open. */
  readonly before: Kept | undefined;
  /** Why nothing is kept on this device, if nothing is. */
  readonly storageProblem: StorageProblem | undefined;
  readonly chooseModel: (name: string) => void;
  readonly chooseCurrency: (currency: string) => void;
  readonly duplicate: (id: number) => void;
  readonly remove: (id: number) => void;
  readonly move: (id: number, by: -1 | 1) => void;
  readonly rename: (id: number, name: string) => void;
  /** Puts numbers into the fields of a scenario. */
  readonly enter: (id: number, numbers: Numbers) => void;
  /** What is known of the numbers of a scenario that are not known exactly. */
  readonly enterRanges: (id: number, ranges: EnteredRanges) => void;
  readonly simulate: (settings: SimulationSettings) => void;
  /** Gives a model the data it stands on, or takes them away. */
  readonly use: (model: string, data: DataUsed | undefined) => void;
  /** Changes a part of the data a model stands on; what else of them has changed meanwhile stays. */
  readonly changeData: (model: string, part: object) => void;
  /** Puts in a whole calculation, with a way back. */
  readonly load: (entered: Entered, why: Replaced, savedAs?: SavedAs) => void;
  /** The calculation shown is saved, or no longer. */
  readonly setSavedAs: (savedAs: SavedAs | undefined) => void;
  /** What is shown is not kept on this device until it is changed. */
  readonly letGo: () => void;
  readonly reset: () => void;
  /** Takes the last replacement back. What was entered since changes places with it: undoing again brings that back. */
  readonly undo: () => void;
}

/**
 * The scenarios with what they come to. A state is kept while scenario, model and data stay: a change to one leaves the
 * others, and their fields on the page, alone.
 */
function useScenarioStates(
  { scenarios, data }: Entered,
  model: AnyModel,
  locale: Locale,
  enter: (id: number, name: QuantityName, text: string) => void,
): CalculatorState['scenarios'] {
  const kept = useRef(
    new WeakMap<Scenario, { readonly model: AnyModel; readonly data: unknown; readonly state: ScenarioState }>(),
  );
  const used = data[model.name];
  return scenarios.map((scenario) => {
    const known = kept.current.get(scenario);
    if (known?.model === model && known.data === used?.value) return known.state;
    const state: ScenarioState = {
      ...scenario,
      ...answerOf(scenario, model, used),
      field: (name) =>
        numberFieldState({
          text: scenario.texts[name] ?? '',
          unit: unitOf(name),
          locale,
          onText: (text) => enter(scenario.id, name, text),
        }),
    };
    kept.current.set(scenario, { model, data: used?.value, state });
    return state;
  }) as unknown as CalculatorState['scenarios'];
}

/** The calculator; from when a model with data is chosen, the whole of it, if there is more than was loaded at first. */
function useWhole(first: Calculator, needsData: boolean, load: LoadCalculator | undefined): Calculator {
  const [whole, setWhole] = useState<Calculator>();
  useEffect(() => {
    // Without a connection the parts that show the data say so.
    if (needsData) load?.().then(setWhole, () => undefined);
  }, [needsData, load]);
  return whole ?? first;
}

/** What a draft is known again by in the address: not by a link that says something else. */
function draftFragment(ownFragment: string): string {
  return isNewerLink(ownFragment) ? '' : ownFragment;
}

/** The state of a calculator: what was entered, what follows from it, and its place in the address and on this device. */
export function useCalculator(
  calculator: Calculator,
  currency: string,
  locale: Locale,
  /** The calculator with what its models with data compute, where they are not loaded at first. */
  loadWhole?: LoadCalculator,
): CalculatorState {
  const example = useMemo(() => exampleEntered(calculator, currency, locale), [calculator, currency, locale]);
  const [entered, setEntered] = useState(example);
  const [savedAs, setSavedAs] = useState<SavedAs>();
  const [previous, setPrevious] = useState<Kept & { readonly why: Replaced }>();
  const [before, setBefore] = useState<Kept>();
  const [ignored, setIgnored] = useState<readonly string[]>([]);
  const [hasNewerLink, setNewerLink] = useState(false);
  const [isReady, setReady] = useState(false);
  const [storageProblem, setStorageProblem] = useState<StorageProblem>();
  /** The fragment this page wrote or read last: a change to another one comes from outside. */
  const ownFragment = useRef('');
  const keeping = useRef<Keeping>(undefined);
  /** What came from outside: until the reader changes it, it is not kept. Undefined from then on. */
  const untouched = useRef<Entered | undefined>(example);
  const latest = useRef<Kept>({ entered, savedAs });
  latest.current = { entered, savedAs };

  useEffect(() => {
    /** A link in the address, if this page can read it and did not write it itself. An anchor is no calculation. */
    const linkInAddress = () => {
      const fragment = readFragment();
      if (fragment === ownFragment.current || (fragment !== '' && !fragment.includes('='))) return undefined;
      ownFragment.current = fragment;
      const isNewer = isNewerLink(fragment);
      setNewerLink(isNewer);
      return isNewer ? undefined : readLink(fragment, calculator, example, locale);
    };
    const show = (kept: Kept) => {
      untouched.current = kept.entered;
      setEntered(kept.entered);
      setSavedAs(kept.savedAs);
    };
    const open = (isFirst: boolean) => {
      const link = linkInAddress();
      if (!link) return;
      if (!isFirst) setPrevious({ ...latest.current, why: 'opened' });
      keeping.current?.startNew();
      setIgnored(link.ignored);
      show({ entered: link.entered, savedAs: undefined });
    };
    const openOver = () => open(false);
    /** What was left here goes on, unless something was entered while it was looked for. */
    const goOn = async (keeper: Keeping) => {
      const fragment = ownFragment.current;
      const { own, before } = await keeper.open(fragment);
      const isUntouched = untouched.current && isSame(latest.current.entered, untouched.current, calculator);
      if (own && isUntouched) {
        keeper.goOnWith(own.id);
        if (fragment === '' && !isSame(own.entered, example, calculator)) {
          setPrevious({ ...latest.current, why: 'restored' });
        }
        show(own);
      } else {
        setBefore(own ?? before);
      }
    };

    open(true);
    const keeper = startKeeping(calculator, setStorageProblem);
    keeping.current = keeper;
    // Without the script, for want of a connection, nothing is found again; all else works.
    goOn(keeper).catch(() => undefined);
    setReady(true);
    window.addEventListener('hashchange', openOver);
    return () => {
      keeper.close();
      window.removeEventListener('hashchange', openOver);
    };
  }, [calculator, example, locale]);

  const needsData = modelNamed(calculator, entered.model)?.needsData === true;
  const whole = useWhole(calculator, needsData, loadWhole);
  const model = modelNamed(whole, entered.model) ?? whole.models[0];
  const scenarios = useScenarioStates(entered, model, locale, (id, name, text) =>
    setEntered((now) => enterText(now, id, name, text)),
  );

  const link = writeLink(entered, calculator);
  useEffect(() => {
    const isUntouched = ownFragment.current === '' && isSame(entered, example, calculator);
    if (!isReady || isNewerLink(ownFragment.current) || link === undefined || isUntouched) return;
    ownFragment.current = link;
    // To write the address takes a browser as long as to work everything out: what is shown comes first.
    setTimeout(() => replaceFragment(link));
  }, [link, isReady, entered, example, calculator]);

  useEffect(() => {
    if (!isReady || (untouched.current && isSame(entered, untouched.current, calculator))) return;
    untouched.current = undefined;
    keeping.current?.keep({ entered, savedAs }, draftFragment(ownFragment.current));
  }, [entered, savedAs, isReady, calculator]);

  const replace = (next: Kept) => {
    keeping.current?.startNew();
    untouched.current = undefined;
    setIgnored([]);
    setEntered(next.entered);
    setSavedAs(next.savedAs);
  };
  const load = (next: Entered, why: Replaced, nextSavedAs?: SavedAs) => {
    // What is loaded may have taken its time to come: what was entered meanwhile counts too.
    const now = latest.current;
    // Replacing by the same must not cost the way back.
    if (isSame(now.entered, next, calculator)) return setSavedAs(nextSavedAs);
    setPrevious({ ...now, why });
    setBefore(undefined);
    replace({ entered: next, savedAs: nextSavedAs });
  };

  return {
    calculator: whole,
    entered,
    model,
    scenarios,
    locale,
    link,
    ignored,
    hasNewerLink,
    replaced: previous?.why,
    isReady,
    savedAs,
    before,
    storageProblem,
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
    enterRanges: (id, ranges) => setEntered((now) => enterRanges(now, id, ranges)),
    simulate: (simulation) => setEntered((now) => ({ ...now, simulation })),
    use: (name, data) =>
      setEntered((now) => {
        const { [name]: _, ...others } = now.data;
        return { ...now, data: data ? { ...others, [name]: data } : others };
      }),
    changeData: (name, part) =>
      setEntered((now) => {
        const used = now.data[name];
        if (!used) return now;
        return { ...now, data: { ...now.data, [name]: { ...used, value: { ...Object(used.value), ...part } } } };
      }),
    load,
    setSavedAs,
    letGo: () => {
      keeping.current?.startNew();
      untouched.current = entered;
      setSavedAs(undefined);
      setBefore(undefined);
    },
    reset: () => load(example, 'reset'),
    undo: () => {
      if (!previous) return;
      setPrevious({ ...latest.current, why: previous.why === 'undone' ? 'redone' : 'undone' });
      replace(previous);
    },
  };
}
