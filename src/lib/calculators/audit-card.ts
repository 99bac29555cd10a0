import type { Locale } from '../i18n/locales.ts';
import { type QuantityName, unitOf } from '../metrics/quantities.ts';
import { formatNumber } from '../number/format-number.ts';
import { parseNumber } from '../number/parse-number.ts';
import type { Unit } from '../number/units.ts';
import type { Failure } from '../result.ts';
import { type DataUsed, defaultSimulation, type Entered, type Scenario, type SimulationSettings } from './entered.ts';
import { formulaText, wordNotation } from './formula-text.ts';
import { type AnyModel, type Calculator, modelNamed } from './model.ts';
import type { EnteredRange } from './ranges.ts';
import { answerOf } from './scenario-answer.ts';

export const auditCardFormat = 'customer-atlas/audit-card';

/** A number with what it is called, unrounded and as the page shows it. Ratios as ratios, points as hundredths. */
interface AuditedNumber {
  readonly name: QuantityName;
  readonly label: string;
  readonly unit: Unit;
  readonly value: number;
  readonly shown: string;
}

export interface AuditedInput extends Omit<AuditedNumber, 'value' | 'shown'> {
  /** As it stands in the field. */
  readonly typed: string;
  /** Null where nothing could be read. */
  readonly value: number | null;
  readonly range?: EnteredRange;
}

export type AuditedResult =
  | AuditedNumber
  | (Omit<AuditedNumber, 'value' | 'shown'> & {
      readonly value: null;
      /** Why it does not exist, as a key and as a sentence. */
      readonly reason: string;
      readonly sentence: string;
    });

export interface AuditedStep extends AuditedNumber {
  /** The formula in words, and with the numbers put in. */
  readonly formula: string;
  readonly numbers: string;
}

export interface AuditedScenario {
  readonly name: string;
  readonly inputs: readonly AuditedInput[];
  /** Why there is no result at all. */
  readonly problem?: string;
  readonly results: readonly AuditedResult[];
  readonly steps: readonly AuditedStep[];
  /** What the steps use and is neither put in nor a result. */
  readonly between: readonly AuditedNumber[];
}

/** Everything a calculation came from: each number that is shown can be followed back on it. */
export interface AuditCard {
  readonly format: typeof auditCardFormat;
  readonly version: 1;
  /** When it was made, ISO 8601. */
  readonly made: string;
  readonly language: Locale;
  readonly calculator: {
    readonly name: string;
    readonly title: string;
    /** Raised when a formula changes. */
    readonly version: number;
  };
  readonly model: { readonly name: string; readonly label: string };
  /** Opens the calculation again, as far as a link can hold it. Null while a number is missing. */
  readonly address: string | null;
  readonly currency: string;
  readonly scenarios: readonly AuditedScenario[];
  /** Null for a model that stands on single numbers alone. */
  readonly data: DataUsed | null;
  /** Null where nothing about it was chosen. */
  readonly simulation: SimulationSettings | null;
  /** Pages that explain the quantities, with their sources. */
  readonly sources: readonly { readonly label: string; readonly address: string }[];
}

/** What the card takes from outside: the time, addresses, and words in the reader's language. */
export interface AuditContext {
  readonly locale: Locale;
  readonly made: string;
  readonly address: string | undefined;
  readonly title: string;
  readonly model: string;
  readonly labels: Readonly<Partial<Record<QuantityName, string>>>;
  /** Whole addresses of the terms that explain quantities. */
  readonly links: Readonly<Partial<Record<QuantityName, string>>>;
  readonly scenario: (index: number) => string;
  /** Why there is no answer, as a sentence. */
  readonly sentence: (failure: Failure<string>) => string;
  /** What is said while a number is missing. */
  readonly incomplete: string;
}

function auditedScenario(
  scenario: Scenario,
  index: number,
  model: AnyModel,
  data: DataUsed | undefined,
  currency: string,
  context: AuditContext,
): AuditedScenario {
  const { locale, labels, sentence } = context;
  const about = (name: QuantityName) => ({ name, label: labels[name] ?? name, unit: unitOf(name) });
  const number = (name: QuantityName, value: number): AuditedNumber => ({
    ...about(name),
    value,
    shown: formatNumber(value, unitOf(name), { locale, currency }),
  });
  const inputs = model.inputs.map(({ name }): AuditedInput => {
    const typed = scenario.texts[name] ?? '';
    const parsed = parseNumber(typed, unitOf(name));
    const range = scenario.ranges?.[name];
    return { ...about(name), typed, value: parsed.ok ? parsed.value : null, ...(range && { range }) };
  });
  const { answer } = answerOf(scenario, model, data);
  const name = scenario.name.trim() || context.scenario(index);
  if (!answer?.ok) {
    const problem = answer ? sentence(answer) : context.incomplete;
    return { name, inputs, problem, results: [], steps: [], between: [] };
  }
  const { results, steps, values } = answer.value;
  const known = new Set<string>([
    ...inputs.map((input) => input.name),
    ...Object.keys(results),
    ...steps.map((step) => step.name),
  ]);
  const written = (quantity: QuantityName) => {
    const value = values[quantity];
    return value === undefined ? (labels[quantity] ?? quantity) : number(quantity, value).shown;
  };
  return {
    name,
    inputs,
    results: (Object.entries(results) as [QuantityName, (typeof results)[QuantityName]][]).flatMap(
      ([quantity, result]): AuditedResult[] => {
        if (!result) return [];
        if (result.ok) return [number(quantity, result.value)];
        return [{ ...about(quantity), value: null, reason: result.reason, sentence: sentence(result) }];
      },
    ),
    steps: steps.map(({ name: quantity, formula }) => ({
      ...number(quantity, values[quantity] ?? Number.NaN),
      formula: formulaText(
        formula,
        wordNotation((each) => labels[each] ?? each),
      ),
      numbers: formulaText(formula, wordNotation(written)),
    })),
    between: (Object.entries(values) as [QuantityName, number | undefined][]).flatMap(([quantity, value]) =>
      value === undefined || known.has(quantity) ? [] : [number(quantity, value)],
    ),
  };
}

/** The audit card of a calculation. */
export function auditCard(entered: Entered, calculator: Calculator, context: AuditContext): AuditCard {
  const model = modelNamed(calculator, entered.model) ?? calculator.models[0];
  const data = entered.data[model.name];
  const scenarios = entered.scenarios.map((scenario, index) =>
    auditedScenario(scenario, index, model, data, entered.currency, context),
  );
  const named = new Set(
    scenarios.flatMap(({ inputs, results, steps }) => [...inputs, ...results, ...steps].map(({ name }) => name)),
  );
  const addresses = [...named].flatMap((name) => {
    const address = context.links[name];
    return address === undefined ? [] : [[address, context.labels[name] ?? name] as const];
  });
  const hasRanges = scenarios.some(({ inputs }) => inputs.some(({ range }) => range));
  return {
    format: auditCardFormat,
    version: 1,
    made: context.made,
    language: context.locale,
    calculator: { name: calculator.name, title: context.title, version: calculator.version },
    model: { name: model.name, label: context.model },
    address: context.address ?? null,
    currency: entered.currency,
    scenarios,
    data: data ?? null,
    simulation: entered.simulation ?? (hasRanges ? defaultSimulation : null),
    // Each page once, under the name of the first quantity it explains.
    sources: [...new Map(addresses.toReversed())].reverse().map(([address, label]) => ({ label, address })),
  };
}
