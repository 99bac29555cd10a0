import type { CalculatorName } from '../i18n/routes.ts';
import type { Step, Values } from '../metrics/formula.ts';
import type { QuantityName } from '../metrics/quantities.ts';
import type { InputDistribution } from '../metrics/uncertainty/input-distribution.ts';
import type { Result } from '../result.ts';

/** Numbers by the name of their quantity: what is entered, ratios as ratios. */
export type Numbers = Readonly<Partial<Record<QuantityName, number>>>;

export interface Answer {
  /**
   * What follows from the numbers. A result that does not exist says why; one that was not asked for
   * (an optional number is missing) is left out.
   */
  readonly results: Readonly<Partial<Record<QuantityName, Result<number, string>>>>;
  /** How the results come about, line by line, as far as a formula says it. */
  readonly steps: readonly Step[];
  /** Every quantity in the steps. */
  readonly values: Values;
}

export interface ModelInput {
  readonly name: QuantityName;
  /** Whether an answer exists without it. */
  readonly isOptional?: boolean;
}

/** Data short enough to be typed stand in links too, under names of their own. */
export interface LinkedData<Data> {
  readonly parameters: readonly string[];
  /** Undefined when the data are too long, or not yet what they are to be. */
  readonly write: (data: Data) => Readonly<Record<string, string>> | undefined;
  /** Undefined when the texts mean nothing. `rows` is how many the data come from. */
  readonly read: (
    texts: Readonly<Record<string, string>>,
  ) => { readonly value: Data; readonly rows: number } | undefined;
}

/** Data that are known from a sample only, as something to draw. */
export interface UncertainData<Data> {
  /** What is drawn, each independently of the others. */
  readonly distributions: readonly InputDistribution[];
  /** The data as values drawn from them make them. */
  readonly dataAt: (drawn: readonly number[]) => Data;
}

/**
 * One way to work something out: which numbers it asks for, and what follows from them. Everything a calculator offers
 * (scenarios, links, ranges, what-if tables, spreadsheets) is made from this and works for every model.
 *
 * `Data` is what a model needs beside single numbers: a table of survivors, a fitted model, the counts of a file. It is
 * plain, so that it can be kept and sent to a worker. A model without it is ready at once.
 */
export interface Model<Data = undefined> {
  readonly name: string;
  readonly inputs: readonly ModelInput[];
  /** The result everything else explains. */
  readonly headline: QuantityName;
  /** Whether there is no answer before data are given. */
  readonly needsData?: boolean;
  readonly linkedData?: LinkedData<Data>;
  readonly compute: (inputs: Numbers, data: Data) => Result<Answer, string>;
}

/** What one model looks like from outside, whatever its data. */
// biome-ignore lint/suspicious/noExplicitAny: a list of models holds models of different data
export type AnyModel = Model<any>;

export interface Calculator {
  readonly name: CalculatorName;
  /** Raised when a formula changes, so that an old audit card can be told from a new one. */
  readonly version: number;
  readonly models: readonly [AnyModel, ...AnyModel[]];
  /** Numbers to begin with, in a currency: every input of every model has one, or is empty to begin with. */
  readonly example: (currency: string) => Numbers;
  /** Every result any of the models can give: their names are a promise to those who read them from the page. */
  readonly results: readonly QuantityName[];
  /** Names of results in links and `<output name>`, where they differ from the quantity's. */
  readonly outputNames?: Readonly<Partial<Record<QuantityName, string>>>;
}

/** The model of a calculator by its name. */
export function modelNamed(calculator: Calculator, name: string): AnyModel | undefined {
  return calculator.models.find((model) => model.name === name);
}

/** All numbers a calculator asks for under any model, each once. */
export function inputNames(calculator: Calculator): QuantityName[] {
  return [...new Set(calculator.models.flatMap(({ inputs }) => inputs.map(({ name }) => name)))];
}

/** The numbers a model must have, if none of them is missing. */
export function hasEveryInput({ inputs }: AnyModel, numbers: Numbers): boolean {
  return inputs.every(({ name, isOptional }) => isOptional || numbers[name] !== undefined);
}
