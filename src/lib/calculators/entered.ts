import type { Locale } from '../i18n/locales.ts';
import { type QuantityName, unitOf } from '../metrics/quantities.ts';
import { formatForField } from '../number/format-number.ts';
import { parseNumber } from '../number/parse-number.ts';
import { type AnyModel, type Calculator, inputNames, modelNamed, type Numbers } from './model.ts';
import type { EnteredRanges } from './ranges.ts';

/** One set of numbers to compare with others. */
export interface Scenario {
  /** Tells scenarios apart while their names and places change. */
  readonly id: number;
  /** As the reader named it; empty until then. */
  readonly name: string;
  /** What is typed into each field: texts, so that nothing typed is ever changed or lost. */
  readonly texts: Readonly<Partial<Record<QuantityName, string>>>;
  /** What is known of the numbers that are not known exactly. */
  readonly ranges?: EnteredRanges;
}

/** How it is worked out how sure a result is. */
export interface SimulationSettings {
  /** The result looked at; the headline where none is chosen. */
  readonly result?: QuantityName;
  /** What each result is to reach, as typed. */
  readonly targets: Readonly<Partial<Record<QuantityName, string>>>;
  readonly draws: number;
  /** As typed: the same seed gives the same draws. */
  readonly seed: string;
}

export const defaultSimulation: SimulationSettings = { targets: {}, draws: 10_000, seed: '1' };

/** What a reader has entered. Plain data: it is what is kept, undone and written to files. */
export interface Entered {
  readonly model: string;
  /** ISO 4217 code, or a sign of the reader's own. */
  readonly currency: string;
  readonly scenarios: readonly [Scenario, ...Scenario[]];
  /** What the models with data stand on, by the name of the model. */
  readonly data: Readonly<Record<string, DataUsed>>;
  /** Absent until something about it is chosen. */
  readonly simulation?: SimulationSettings;
}

/** Data a model stands on, and where they came from. */
export interface DataUsed {
  /** Name of the file or of the example; empty for what was typed or pasted. */
  readonly name: string;
  /** Rows used and left out. */
  readonly rows: number;
  readonly rejected: number;
  /** SHA-256 of the rows used, in hexadecimal: the same data give the same. */
  readonly fingerprint?: string;
  /** What the model computes with. */
  readonly value: unknown;
}

/** More columns than this fit on no screen and in no head. */
export const mostScenarios = 4;
/** Characters of the name of a scenario or of a saved calculation. */
export const longestName = 60;
/** Characters of a currency sign of the reader's own. */
export const longestCurrency = 5;
/** Characters of a field: the longest number there is takes half of them. */
export const longestText = 1000;

/** The texts of numbers, as the language writes them; of NaN, the empty text. */
export function textsOf(numbers: Numbers, locale: Locale): Scenario['texts'] {
  const written = Object.entries(numbers).map(([name, value]) => [
    name,
    Number.isNaN(value) ? '' : formatForField(value, unitOf(name as QuantityName), locale),
  ]);
  return Object.fromEntries(written) as Scenario['texts'];
}

/** The numbers that can be read from the texts of the fields a model asks for. */
export function numbersOf({ texts }: Scenario, { inputs }: AnyModel): Numbers {
  const read = inputs.flatMap(({ name }) => {
    const parsed = parseNumber(texts[name] ?? '', unitOf(name));
    return parsed.ok ? [[name, parsed.value] as const] : [];
  });
  return Object.fromEntries(read) as Numbers;
}

/** What a calculator opens with. */
export function exampleEntered(calculator: Calculator, currency: string, locale: Locale): Entered {
  const texts = textsOf(calculator.example(currency), locale);
  return { model: calculator.models[0].name, currency, scenarios: [{ id: 1, name: '', texts }], data: {} };
}

function withScenarios(entered: Entered, scenarios: readonly Scenario[]): Entered {
  const [first, ...others] = scenarios;
  return first ? { ...entered, scenarios: [first, ...others] } : entered;
}

function changeScenario(entered: Entered, id: number, change: (scenario: Scenario) => Scenario): Entered {
  return withScenarios(
    entered,
    entered.scenarios.map((scenario) => (scenario.id === id ? change(scenario) : scenario)),
  );
}

export function enterText(entered: Entered, id: number, name: QuantityName, text: string): Entered {
  return changeScenario(entered, id, (scenario) => ({ ...scenario, texts: { ...scenario.texts, [name]: text } }));
}

/** Whether any number of a scenario is not exact. */
export function hasRange({ ranges = {} }: Pick<Scenario, 'ranges'>): boolean {
  return Object.values(ranges).some(({ kind }) => kind !== 'fixed');
}

export function enterRanges(entered: Entered, id: number, ranges: EnteredRanges): Entered {
  return changeScenario(entered, id, (scenario) => ({ ...scenario, ranges }));
}

export function renameScenario(entered: Entered, id: number, name: string): Entered {
  return changeScenario(entered, id, (scenario) => ({ ...scenario, name }));
}

/** A copy beside its original. Nothing changes when there are as many as there may be. */
export function duplicateScenario(entered: Entered, id: number): Entered {
  const place = entered.scenarios.findIndex((scenario) => scenario.id === id);
  const original = entered.scenarios[place];
  if (!original || entered.scenarios.length >= mostScenarios) return entered;
  const copy = { ...original, id: Math.max(...entered.scenarios.map((scenario) => scenario.id)) + 1, name: '' };
  return withScenarios(entered, entered.scenarios.toSpliced(place + 1, 0, copy));
}

/** The last scenario stays. */
export function removeScenario(entered: Entered, id: number): Entered {
  const rest = entered.scenarios.filter((scenario) => scenario.id !== id);
  return rest.length === 0 ? entered : withScenarios(entered, rest);
}

/** One place to the left (−1) or to the right (1), if there is one. */
export function moveScenario(entered: Entered, id: number, by: -1 | 1): Entered {
  const place = entered.scenarios.findIndex((scenario) => scenario.id === id);
  const scenario = entered.scenarios[place];
  const target = place + by;
  if (!scenario || target < 0 || target >= entered.scenarios.length) return entered;
  return withScenarios(entered, entered.scenarios.toSpliced(place, 1).toSpliced(target, 0, scenario));
}

/** Whether two states hold the same, whatever their scenarios are numbered. What follows from a typed table counts not. */
export function isSame(one: Entered, other: Entered, calculator: Calculator): boolean {
  const typed = (model: string, value: unknown) => modelNamed(calculator, model)?.linkedData?.write(value);
  const essence = ({ model, currency, scenarios, data, simulation = defaultSimulation }: Entered) =>
    JSON.stringify([
      model,
      currency,
      scenarios.map(({ name, texts, ranges = {} }) => [
        name,
        inputNames(calculator).map((input) => [texts[input] ?? '', ranges[input]]),
      ]),
      simulation,
      Object.entries(data).map(([name, used]) => [name, { ...used, value: typed(name, used.value) ?? used.value }]),
    ]);
  return essence(one) === essence(other);
}
