import type { Locale } from '../i18n/locales.ts';
import { type QuantityName, unitOf } from '../metrics/quantities.ts';
import { currencySign } from '../number/format-number.ts';
import type { Entered } from './entered.ts';
import { formulaText, wordNotation } from './formula-text.ts';
import { type Calculator, modelNamed } from './model.ts';
import { answerOf, type ScenarioAnswer } from './scenario-answer.ts';
import { cellText, inCell, neededInputs } from './spreadsheet/cell-text.ts';
import { spreadsheetModels } from './spreadsheet/spreadsheet-models.ts';

/** A cell as every spreadsheet has it. Rows and columns are counted from 1 and A. */
export type Cell =
  | { readonly kind: 'text'; readonly text: string; readonly role?: 'title' | 'heading' | 'note' }
  | { readonly kind: 'number'; readonly value: number | undefined; readonly format: string; readonly isInput: boolean }
  | {
      readonly kind: 'formula';
      /** Without the equals sign before it. */
      readonly formula: string;
      /** What it comes to now: shown until a program works it out anew. */
      readonly value: number | string;
      readonly format: string;
    };

export interface Spreadsheet {
  /** What its tab is called. */
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
  /** Columns with numbers, behind the one with their names. */
  readonly scenarios: number;
}

/** What a spreadsheet says in the reader's language. */
export interface SpreadsheetWords {
  readonly title: string;
  readonly model: string;
  readonly labels: Readonly<Partial<Record<QuantityName, string>>>;
  /** What a scenario is called, by its place from 0. */
  readonly scenario: (index: number) => string;
  readonly inputs: string;
  readonly steps: string;
  readonly results: string;
  readonly formula: string;
  /** What stands where a result does not exist. */
  readonly none: string;
  /** How to use it; for models whose results are only copied, that they are. */
  readonly live: string;
  readonly copied: string;
  /** Where it comes from: link, date, data. */
  readonly notes: readonly string[];
}

const largestSheetName = 31;

/** The letters of a column, from 0: enough for a name, four scenarios and their formulas. */
function columnName(column: number): string {
  return String.fromCharCode('A'.charCodeAt(0) + column);
}

/** How numbers of a quantity are shown: percent for ratios, the sign of the currency with money. */
function formatOf(name: QuantityName, currency: string, locale: Locale): string {
  const unit = unitOf(name);
  switch (unit) {
    case 'ratio':
      return '0.0#%';
    case 'money': {
      const sign = currencySign(currency, locale);
      const written = `"${sign.replaceAll('"', '')}"`;
      const digits = currency === 'JPY' ? '#,##0' : '#,##0.00';
      return sign === currency ? `${digits} ${written}` : written + digits;
    }
    case 'points':
      return '+0.0;-0.0;0';
    case 'months':
    case 'count':
      return '#,##0.0##';
    default:
      return unit satisfies never;
  }
}

/** What a quantity comes to now, as its cell shows it. */
function valueNow(name: QuantityName, { answer }: ScenarioAnswer, none: string): number | string {
  if (!answer) return '';
  const result = answer.ok ? answer.value.results[name] : answer;
  if (result?.ok === false) return none;
  const value = result?.value ?? (answer.ok ? answer.value.values[name] : undefined);
  if (value === undefined) return '';
  return inCell(name, value);
}

const text = (content: string, role?: 'title' | 'heading' | 'note'): Cell => ({
  kind: 'text',
  text: content,
  ...(role && { role }),
});

/** What a tab may be called: shorter than a title, without the signs that addresses of cells are made of. */
function sheetName(title: string): string {
  return (
    title
      .replace(/[[\]/\\:*?']/g, ' ')
      .slice(0, largestSheetName)
      .trim() || '1'
  );
}

/**
 * A calculation as a spreadsheet: the numbers in cells of their own, a column for each scenario, and the results as
 * formulas that follow when a number is changed. Results of models that stand on data are copied as they are.
 */
export function spreadsheetOf(
  entered: Entered,
  calculator: Calculator,
  locale: Locale,
  words: SpreadsheetWords,
): Spreadsheet {
  const model = modelNamed(calculator, entered.model) ?? calculator.models[0];
  const formulas = spreadsheetModels[model.name];
  const answers = entered.scenarios.map((scenario) => answerOf(scenario, model, entered.data[model.name]));
  const label = (name: QuantityName) => words.labels[name] ?? name;
  const format = (name: QuantityName) => formatOf(name, entered.currency, locale);

  const found = answers.flatMap(({ answer }) =>
    answer?.ok ? Object.keys(answer.value.results) : [],
  ) as QuantityName[];
  const results = new Set(formulas ? formulas.cells.map(({ name }) => name) : found);
  const isResult = (name: QuantityName) => calculator.results.includes(name);
  const steps = [...results].filter((name) => !isResult(name));

  const rows: Cell[][] = [
    [text(`${words.title}: ${words.model}`, 'title')],
    [text(formulas ? words.live : words.copied, 'note')],
    [],
    [
      text(words.inputs, 'heading'),
      ...entered.scenarios.map((_, index) => text(words.scenario(index), 'heading')),
      ...(formulas ? [text(words.formula, 'heading')] : []),
    ],
  ];
  const places = entered.scenarios.map(() => new Map<QuantityName, string>());
  const setPlaces = (name: QuantityName, row: number) => {
    for (const [index, each] of places.entries()) each.set(name, columnName(index + 1) + row);
  };
  for (const { name } of model.inputs) {
    setPlaces(name, rows.length + 1);
    rows.push([
      text(label(name)),
      ...answers.map(
        ({ numbers: { [name]: value } }): Cell => ({
          kind: 'number',
          value: value === undefined ? undefined : inCell(name, value),
          format: format(name),
          isInput: true,
        }),
      ),
    ]);
  }
  const sections = [
    { title: words.steps, names: steps },
    { title: words.results, names: [...results].filter(isResult) },
  ].filter(({ names }) => names.length > 0);
  let next = rows.length + 1;
  for (const { names } of sections) {
    next += 2;
    for (const name of names) setPlaces(name, next++);
  }
  const cellOf = (name: QuantityName, answer: ScenarioAnswer, index: number): Cell => {
    const cell = formulas?.cells.find((each) => each.name === name);
    const value = valueNow(name, answer, words.none);
    if (!formulas || !cell) {
      return typeof value === 'string' ? text(value) : { kind: 'number', value, format: format(name), isInput: false };
    }
    const needed = neededInputs(cell, model, formulas);
    const isAsked = needed.every((input) => answer.numbers[input] !== undefined);
    const column = { places: places[index] ?? new Map(), formulas, none: words.none };
    return {
      kind: 'formula',
      formula: cellText(cell, needed, column),
      value: isAsked ? value : '',
      format: format(name),
    };
  };
  const inWords = wordNotation((name) => {
    const other = formulas?.standsFor?.[name];
    return typeof other === 'number' ? String(other) : label(typeof other === 'string' ? other : name);
  });
  for (const { title, names } of sections) {
    rows.push([], [text(title, 'heading')]);
    for (const name of names) {
      const cell = formulas?.cells.find((each) => each.name === name);
      rows.push([
        text(label(name)),
        ...answers.map((answer, index) => cellOf(name, answer, index)),
        ...(cell ? [text(formulaText(cell.formula, inWords), 'note')] : []),
      ]);
    }
  }
  rows.push([], ...words.notes.map((note) => [text(note, 'note')]));
  return { name: sheetName(words.title), rows, scenarios: entered.scenarios.length };
}
