import type { Locale } from '../i18n/locales.ts';
import { type QuantityName, unitOf } from '../metrics/quantities.ts';
import type { TriedRange } from '../metrics/uncertainty/tornado.ts';
import { formatNumber } from '../number/format-number.ts';
import { parseNumber } from '../number/parse-number.ts';
import type { Unit } from '../number/units.ts';
import type { Failure } from '../result.ts';
import { differenceFrom, type ScenarioDifference } from './difference.ts';
import { type DataUsed, defaultSimulation, type Entered, type Scenario, type SimulationSettings } from './entered.ts';
import { formulaText, wordNotation } from './formula-text.ts';
import { type AnyModel, type Calculator, modelNamed, type Numbers } from './model.ts';
import { drawnOf, type EnteredRange, endsOf, rangeOf } from './ranges.ts';
import { answerOf } from './scenario-answer.ts';
import type { ShownView } from './shown-view.ts';

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
  readonly range?: EnteredRange & {
    /** Between which values the number usually lies. Left out while a field of the range is not filled in. */
    readonly ends?: TriedRange;
  };
}

export type AuditedResult =
  | (AuditedNumber & {
      /** Against the first scenario, where both have it. */
      readonly difference?: ScenarioDifference & { readonly shown: string };
    })
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

/** A name, or a number unrounded and as the page shows it. */
export type AuditedCell = string | { readonly value: number; readonly shown: string };

export interface AuditedView extends Pick<ShownView, 'name' | 'caption'> {
  readonly head: readonly string[];
  readonly rows: readonly (readonly AuditedCell[])[];
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
  /** What the page shows beside the results, by name: charts, comparisons, what the reader asked how sure it is. */
  readonly views: readonly AuditedView[];
  /** Null for a model that stands on single numbers alone. */
  readonly data: DataUsed | null;
  /** Null where nothing about it was chosen. */
  readonly simulation: SimulationSettings | null;
  /** Pages that explain the quantities, with their sources. */
  readonly sources: readonly { readonly label: string; readonly address: string }[];
}

/** What the card takes from outside: the time, addresses, words in the reader's language, and what the page shows. */
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
  /** How a number differs from that of the first scenario, in words. */
  readonly difference: (name: QuantityName, first: number, value: number) => string;
  /** Why there is no answer, as a sentence. */
  readonly sentence: (failure: Failure<string>) => string;
  /** What is said while a number is missing. */
  readonly incomplete: string;
  readonly views: readonly ShownView[];
}

/** A range with what it comes to. */
function auditedRange(name: QuantityName, { ranges = {} }: Scenario, numbers: Numbers): AuditedInput['range'] {
  const range = rangeOf(ranges, name);
  const drawn = range && drawnOf(name, range, numbers);
  return range && { ...range, ...(drawn?.ok && { ends: endsOf(drawn.value) }) };
}

function auditedView({ name, caption, table: { head, rows, format } }: ShownView): AuditedView {
  return {
    name,
    caption,
    head,
    rows: rows.map((cells, row) =>
      cells.map((cell, column) =>
        typeof cell === 'number' ? { value: cell, shown: format(cell, column, row) } : cell,
      ),
    ),
  };
}

/** In the order of their names, so that the same calculation has the same card whatever was opened first. */
function auditedViews(views: readonly ShownView[]): AuditedView[] {
  const key = ({ name, caption }: ShownView) => `${name} ${caption}`;
  return views.toSorted((one, other) => (key(one) < key(other) ? -1 : 1)).map(auditedView);
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
  const { numbers, answer } = answerOf(scenario, model, data);
  const inputs = model.inputs.map(({ name }): AuditedInput => {
    const typed = scenario.texts[name] ?? '';
    const parsed = parseNumber(typed, unitOf(name));
    const range = auditedRange(name, scenario, numbers);
    return { ...about(name), typed, value: parsed.ok ? parsed.value : null, ...(range && { range }) };
  });
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

/** A scenario with each of its results held against that of the first. */
function againstFirst(
  scenario: AuditedScenario,
  first: AuditedScenario,
  { difference: write }: AuditContext,
): AuditedScenario {
  const results = scenario.results.map((result): AuditedResult => {
    const base = first.results.find(({ name }) => name === result.name);
    if (result.value === null || base === undefined || base.value === null) return result;
    const shown = write(result.name, base.value, result.value);
    return { ...result, difference: { ...differenceFrom(base.value, result.value, result.unit), shown } };
  });
  return { ...scenario, results };
}

/** The audit card of a calculation. */
export function auditCard(entered: Entered, calculator: Calculator, context: AuditContext): AuditCard {
  const model = modelNamed(calculator, entered.model) ?? calculator.models[0];
  const data = entered.data[model.name];
  const audited = (scenario: Scenario, index: number) =>
    auditedScenario(scenario, index, model, data, entered.currency, context);
  const [first, ...others] = entered.scenarios;
  const compared = audited(first, 0);
  const scenarios = [
    compared,
    ...others.map((other, index) => againstFirst(audited(other, index + 1), compared, context)),
  ];
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
    views: auditedViews(context.views),
    data: data ?? null,
    simulation: entered.simulation ?? (hasRanges ? defaultSimulation : null),
    // Each page once, under the name of the first quantity it explains.
    sources: [...new Map(addresses.toReversed())].reverse().map(([address, label]) => ({ label, address })),
  };
}
