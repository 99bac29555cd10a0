import type { Locale } from '../i18n/locales.ts';
import {
  type DataUsed,
  type Entered,
  longestCurrency,
  longestName,
  mostScenarios,
  numbersOf,
  type Scenario,
  textsOf,
} from './entered.ts';
import { type AnyModel, type Calculator, modelNamed, type Numbers } from './model.ts';

/**
 * The fragment of a calculator's address: `v=1`, the model, the numbers of the first scenario under their names, those
 * of the second under `2.churn` and so on, and the currency. Written for people to write by hand as well. A short table
 * that can be typed is in it too; data of a file never are.
 */
const linkVersion = 1;

/** Whether a fragment says that it was written by a later version of the site: its names may mean something else. */
export function isNewerLink(fragment: string): boolean {
  return Number(new URLSearchParams(fragment).get('v')) > linkVersion;
}

/** A plain decimal as links hold it: ratios as ratios, no separators. */
const decimal = /^-?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
/** Longer than any real link: a fragment beyond this is not looked at. */
const longestFragment = 4000;

export interface OpenedLink {
  readonly entered: Entered;
  /** Parts of the link that could not be used, as written, shortened. */
  readonly ignored: readonly string[];
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

interface Read {
  readonly model?: string;
  readonly currency?: string;
  readonly names: ReadonlyMap<number, string>;
  readonly numbers: ReadonlyMap<number, Numbers>;
  /** Texts of models with data, by parameter. */
  readonly texts: Readonly<Record<string, string>>;
}

/** A number as links write it; NaN for an optional one left empty on purpose, which the scenario before may have. */
function numberIn(value: string, isOptional: boolean): number | undefined {
  if (value === '') return isOptional ? Number.NaN : undefined;
  return decimal.test(value) && Number.isFinite(Number(value)) ? Number(value) : undefined;
}

/** `churn`, `2.churn`, `name`: what belongs to one scenario. */
function withScenarioParameter(read: Read, key: string, value: string, calculator: Calculator): Read | undefined {
  const [, digit = '1', name = ''] = /^(?:([2-9])\.)?(\w+)$/.exec(key) ?? [];
  const place = Number(digit);
  if (place > mostScenarios) return undefined;
  if (name === 'name') return { ...read, names: new Map(read.names).set(place, value.slice(0, longestName)) };
  const inputs = calculator.models.flatMap((model) => model.inputs.filter((input) => input.name === name));
  const input = inputs[0]?.name;
  const number = numberIn(
    value,
    inputs.some(({ isOptional }) => isOptional),
  );
  if (!input || number === undefined) return undefined;
  return { ...read, numbers: new Map(read.numbers).set(place, { ...read.numbers.get(place), [input]: number }) };
}

/** What was read so far with one more parameter; undefined when that means nothing. */
function withParameter(read: Read, key: string, value: string, calculator: Calculator): Read | undefined {
  switch (key) {
    case 'v':
      return value === String(linkVersion) ? read : undefined;
    case 'model':
      return modelNamed(calculator, value) ? { ...read, model: value } : undefined;
    case 'currency': {
      const sign = value.trim();
      return sign !== '' && sign.length <= longestCurrency ? { ...read, currency: sign } : undefined;
    }
    default:
      return calculator.models.some(({ linkedData }) => linkedData?.parameters.includes(key))
        ? { ...read, texts: { ...read.texts, [key]: value } }
        : withScenarioParameter(read, key, value, calculator);
  }
}

/** The data a link holds, by model, and the parameters of those that mean nothing. */
function dataIn({ texts }: Read, calculator: Calculator) {
  const data: Record<string, DataUsed> = {};
  const unusable: [string, string][] = [];
  for (const { name, linkedData } of calculator.models) {
    const own = Object.entries(texts).filter(([key]) => linkedData?.parameters.includes(key));
    if (!linkedData || own.length === 0) continue;
    const found = linkedData.read(Object.fromEntries(own));
    if (found) data[name] = { name: '', rejected: 0, ...found };
    else unusable.push(...own);
  }
  return { data, unusable };
}

/** Links written before expansion was a model of its own hold it under the discounted model. */
function modelMeant({ model, numbers }: Read): string | undefined {
  const isExpanding = model === 'discounted' && (numbers.get(1)?.expansion ?? 0) !== 0;
  return isExpanding ? 'expansion' : model;
}

/**
 * Reads a fragment (without `#`) of this version. Whatever it does not say is taken from `fallback`, and what a further scenario does
 * not say from the first; whatever it says badly is ignored and reported.
 */
export function readLink(fragment: string, calculator: Calculator, fallback: Entered, locale: Locale): OpenedLink {
  if (fragment.length > longestFragment) return { entered: fallback, ignored: [shorten(fragment)] };
  const ignored: string[] = [];
  const ignore = (key: string, value: string) => ignored.push(shorten(value === '' ? key : `${key}=${value}`));
  let read: Read = { names: new Map(), numbers: new Map(), texts: {} };
  for (const [key, value] of new URLSearchParams(fragment)) {
    const next = withParameter(read, key, value, calculator);
    if (next) read = next;
    else ignore(key, value);
  }
  const { data, unusable } = dataIn(read, calculator);
  for (const [key, value] of unusable) ignore(key, value);
  const currency = read.currency ?? fallback.currency;
  // An amount of another currency is not the example's amount.
  const start = { ...fallback.scenarios[0].texts, ...textsOf(calculator.example(currency), locale) };
  const scenario = (place: number, before: Scenario['texts']): Scenario => ({
    id: place,
    name: read.names.get(place) ?? '',
    texts: { ...before, ...textsOf(read.numbers.get(place) ?? {}, locale) },
  });
  const first = scenario(1, start);
  const places = [...new Set([...read.numbers.keys(), ...read.names.keys()])].filter((place) => place > 1).sort();
  const others = places.map((place, index) => ({ ...scenario(place, first.texts), id: index + 2 }));
  return {
    entered: {
      model: modelMeant(read) ?? fallback.model,
      currency,
      scenarios: [first, ...others],
      data: { ...fallback.data, ...data },
    },
    ignored,
  };
}

/** What a link says of one scenario; undefined while a number that the model must have cannot be read. */
function scenarioParameters(
  scenario: Scenario,
  model: AnyModel,
  index: number,
  start: Numbers,
): [string, string][] | undefined {
  const prefix = index === 0 ? '' : `${index + 1}.`;
  const numbers = numbersOf(scenario, model);
  const parameters: [string, string][] = scenario.name === '' ? [] : [[`${prefix}name`, scenario.name]];
  for (const { name, isOptional } of model.inputs) {
    const value = numbers[name];
    const isLeftOut = isOptional && (scenario.texts[name] ?? '').trim() === '';
    if (value === undefined && !isLeftOut) return undefined;
    // An empty one is said where the link would else be read as having one.
    if (value !== undefined || index > 0 || start[name] !== undefined)
      parameters.push([prefix + name, String(value ?? '')]);
  }
  return parameters;
}

/** What a link says of the data a model stands on; undefined where it cannot hold them. */
export function dataParameters({ data }: Entered, model: AnyModel): Readonly<Record<string, string>> | undefined {
  const used = data[model.name];
  return used && model.linkedData?.write(used.value);
}

/**
 * The fragment (without `#`) that opens a state again: only what its model uses. Undefined while a number that the model
 * must have cannot be read.
 */
export function writeLink(entered: Entered, calculator: Calculator): string | undefined {
  const model = modelNamed(calculator, entered.model) ?? calculator.models[0];
  const start = calculator.example(entered.currency);
  const parts = entered.scenarios.map((scenario, index) => scenarioParameters(scenario, model, index, start));
  const known = parts.filter((part) => part !== undefined);
  if (known.length < parts.length) return undefined;
  const whole: [string, string][] = [
    ['v', String(linkVersion)],
    ['model', model.name],
    ...known.flat(),
    ...Object.entries(dataParameters(entered, model) ?? {}),
    ['currency', entered.currency],
  ];
  // A list of numbers stays readable: a fragment may hold both signs as they are.
  return new URLSearchParams(whole).toString().replaceAll('%2C', ',').replaceAll('%3B', ';');
}
