import fc from 'fast-check';
import FormulaParser from 'fast-formula-parser';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { workbookOf } from '../../src/browser/xlsx.ts';
import { calculators } from '../../src/lib/calculators/calculators.ts';
import { type Entered, exampleEntered, textsOf } from '../../src/lib/calculators/entered.ts';
import type { AnyModel, Calculator, ModelInput } from '../../src/lib/calculators/model.ts';
import { spreadsheetModels } from '../../src/lib/calculators/spreadsheet/spreadsheet-models.ts';
import { type Spreadsheet, type SpreadsheetWords, spreadsheetOf } from '../../src/lib/calculators/spreadsheet.ts';
import { type QuantityName, unitOf } from '../../src/lib/metrics/quantities.ts';

const none = 'no value';
const words: SpreadsheetWords = {
  title: 'Calculator',
  model: 'Model',
  labels: {},
  scenario: (index) => `Scenario ${index + 1}`,
  inputs: 'Your numbers',
  steps: 'Steps',
  results: 'Results',
  formula: 'Formula',
  none,
  live: 'Change a number.',
  copied: 'Copied.',
  notes: ['=1+1'],
};

/** Works formulas out from the top, as a spreadsheet program does, by a parser that is not ours. */
function recompute({ rows }: Spreadsheet): unknown[][] {
  const values: unknown[][] = [];
  const parser = new FormulaParser({
    onCell: ({ row, col }) => {
      if (!rows[row - 1]?.[col - 1]) return null;
      const value = values[row - 1]?.[col - 1];
      if (value === undefined) throw new Error(`Row ${row} is used before it is worked out.`);
      return value;
    },
  });
  for (const [row, cells] of rows.entries()) {
    const worked = cells.map((cell, column) => {
      if (cell.kind === 'text') return cell.text;
      if (cell.kind === 'number') return cell.value ?? null;
      // The parser knows this function of every program by its newer name only.
      return parser.parse(cell.formula.replaceAll('TINV(', 'T.INV.2T('), {
        sheet: 'Calculator',
        row: row + 1,
        col: column + 1,
      });
    });
    values.push(worked);
  }
  return values;
}

/** Every formula of a sheet, with its place from 0. */
function formulasIn({ rows }: Spreadsheet) {
  return rows.flatMap((cells, row) =>
    cells.flatMap((cell, column) => (cell.kind === 'formula' ? [{ row, column, ...cell }] : [])),
  );
}

function isClose(value: unknown, expected: number | string): boolean {
  if (typeof value !== 'number' || typeof expected !== 'number') return value === expected;
  return Math.abs(value - expected) <= 1e-6 * Math.max(1e-3, Math.abs(expected));
}

function number({ name }: ModelInput): fc.Arbitrary<number> {
  const edges = fc.constantFrom(0, 1, 2, 100);
  // Growth without measure leads beyond the largest value a calculator answers with.
  if (name === 'expansion') return fc.integer({ min: -100, max: 100 }).map((value) => value / 1000);
  switch (unitOf(name)) {
    case 'ratio':
      return fc.oneof(
        { weight: 8, arbitrary: fc.integer({ min: 1, max: 999 }).map((value) => value / 1000) },
        fc.constantFrom(0, 1, -0.1, 1.2, 0.0001),
      );
    case 'months':
      return fc.oneof({ weight: 8, arbitrary: fc.integer({ min: 1, max: 120 }) }, fc.constantFrom(0, 1.5, 1201));
    case 'points':
      return fc.integer({ min: -100, max: 100 }).map((value) => value / 100);
    default:
      return fc.oneof({ weight: 6, arbitrary: fc.integer({ min: 0, max: 5000 }) }, edges, fc.constant(-1));
  }
}

function entered(model: AnyModel): fc.Arbitrary<Entered> {
  const scenario = fc
    .record(
      Object.fromEntries(
        model.inputs.map((input) => [
          input.name,
          input.isOptional ? fc.option(number(input), { nil: Number.NaN }) : number(input),
        ]),
      ),
    )
    .map((numbers) => ({ name: '', texts: textsOf(numbers, 'en') }));
  return fc.array(scenario, { minLength: 1, maxLength: 4 }).map((scenarios) => ({
    model: model.name,
    currency: 'USD',
    scenarios: scenarios.map((each, index) => ({ id: index + 1, ...each })) as unknown as Entered['scenarios'],
    data: {},
  }));
}

const cases = Object.values(calculators).flatMap((calculator) =>
  calculator.models
    .filter((model) => spreadsheetModels[model.name] && !model.needsData)
    .map((model) => [calculator.name, model.name, calculator, model] as const),
);

describe('a spreadsheet', () => {
  it.each(cases)(
    'of the %s calculator (%s) works out what the calculator does, whatever is entered',
    (_, __, calculator, model) => {
      fc.assert(
        fc.property(entered(model), (calculation) => {
          const sheet = spreadsheetOf(calculation, calculator, 'en', words);
          const values = recompute(sheet);
          const wrong = formulasIn(sheet).filter(({ row, column, value }) => !isClose(values[row]?.[column], value));
          expect(wrong.map(({ row, column, ...cell }) => ({ ...cell, recomputed: values[row]?.[column] }))).toEqual([]);
        }),
        { numRuns: 40 },
      );
    },
  );

  it('has a formula for every result of every model that stands on single numbers', () => {
    for (const [, , calculator, model] of cases) {
      const sheet = spreadsheetOf(exampleOf(calculator, model), calculator, 'en', words);
      const answer = model.compute(calculator.example('USD'), undefined);
      const results = answer.ok ? Object.keys(answer.value.results) : [];
      expect(results.length).toBeGreaterThan(0);
      const named = new Map(
        sheet.rows.map((cells) => [cells[0]?.kind === 'text' ? cells[0].text : '', cells[1]?.kind]),
      );
      for (const result of results) expect([result, named.get(result)]).toEqual([result, 'formula']);
    }
  });

  it('follows when a colleague changes a number in it', () => {
    const sheet = spreadsheetOf(exampleEntered(calculators.ltv, 'USD', 'en'), calculators.ltv, 'en', words);
    const rows = sheet.rows.map((cells) => {
      const isChurn = cells[0]?.kind === 'text' && cells[0].text === 'churn';
      return isChurn ? cells.map((cell) => (cell.kind === 'number' ? { ...cell, value: 0.1 } : cell)) : cells;
    });
    const place = rows.findIndex((cells) => cells[0]?.kind === 'text' && cells[0].text === 'ltv');
    expect(recompute({ ...sheet, rows })[place]?.[1]).toBeCloseTo(800, 9);
  });
});

it('has points as people say them, in what is put in and in what is worked out', () => {
  const { nps } = calculators;
  const rowOf = (model: string, name: string) => {
    const calculation = { ...exampleEntered(nps, 'USD', 'en'), model };
    return spreadsheetOf(calculation, nps, 'en', words).rows.find(
      ([cell]) => cell?.kind === 'text' && cell.text === name,
    );
  };
  expect(rowOf('sample-size', 'npsMargin')?.[1]).toMatchObject({ kind: 'number', value: 10 });
  expect(rowOf('groups', 'nps')?.[1]).toMatchObject({ kind: 'formula', value: 40 });
});

function exampleOf(calculator: Calculator, model: AnyModel): Entered {
  return { ...exampleEntered(calculator, 'USD', 'en'), model: model.name };
}

async function readBack(sheet: Spreadsheet) {
  const file = await (await workbookOf(sheet)).arrayBuffer();
  const { sheets } = await readXlsx(new Uint8Array(file));
  return sheets[0];
}

describe('a workbook', () => {
  const churn = exampleOf(calculators.churn, calculators.churn.models[0]);

  it('is read by a program that is not ours, with formulas and what they come to', async () => {
    const sheet = spreadsheetOf(churn, calculators.churn, 'en', words);
    const read = await readBack(sheet);
    expect(read?.name).toBe('Calculator');
    const formulas = formulasIn(sheet);
    expect(formulas.length).toBeGreaterThan(5);
    for (const { row, column, formula, value } of formulas) {
      expect(read?.cells?.get(`${row},${column}`)).toMatchObject({ type: 'formula', formula, value });
    }
  });

  it('keeps as text what begins like a formula', async () => {
    const [first] = churn.scenarios;
    const hostile = '=HYPERLINK("https://example.com","x")';
    const named: Entered = { ...churn, scenarios: [{ ...first, name: hostile }] };
    const sheet = spreadsheetOf(named, calculators.churn, 'en', {
      ...words,
      scenario: (index) => named.scenarios[index]?.name ?? '',
      none: 'a "quoted" <none> & more',
    });
    const read = await readBack(sheet);
    expect(read?.rows.flat()).toContain(hostile);
    expect(read?.rows.flat()).toContain('=1+1');
    const formulas = [...(read?.cells?.values() ?? [])].map((cell) => cell.formula).filter(Boolean);
    expect(formulas.every((formula) => !formula?.includes('HYPERLINK'))).toBe(true);
    expect(formulas.some((formula) => formula?.includes('"a ""quoted"" <none> & more"'))).toBe(true);
  });

  it('leaves cells empty where nothing is entered', async () => {
    const [first] = churn.scenarios;
    const texts = { ...first.texts, customersLost: '' };
    const read = await readBack(
      spreadsheetOf({ ...churn, scenarios: [{ ...first, texts }] }, calculators.churn, 'en', words),
    );
    const row = read?.rows.find(([name]) => name === 'customersLost');
    expect(row?.[1] ?? null).toBeNull();
  });

  it('copies results of models that stand on data, and says so', () => {
    const model = calculators.churn.models.find(({ name }) => name === 'customers');
    const data = { customersAtStart: 200, customersLost: 10, months: 1 };
    const used = { name: 'list.csv', rows: 200, rejected: 0, value: data };
    const sheet = spreadsheetOf(
      { ...churn, model: model?.name ?? '', data: { customers: used } },
      calculators.churn,
      'en',
      words,
    );
    expect(sheet.rows[1]?.[0]).toMatchObject({ text: 'Copied.' });
    const row = sheet.rows.find((cells) => cells[0]?.kind === 'text' && cells[0].text === 'customerChurnRate');
    expect(row?.[1]).toMatchObject({ kind: 'number', value: 0.05 });
  });
});

it.each<[QuantityName, string, string]>([
  ['arpa', 'JPY', '"¥"#,##0'],
  ['arpa', 'USD', '"$"#,##0.00'],
  ['arpa', 'pt', '#,##0.00 "pt"'],
  ['arpa', 'a"b', '#,##0.00 "ab"'],
])('%s in %s is shown as %s', (name, currency, format) => {
  const calculation = exampleEntered(calculators.ltv, currency, 'ja');
  const sheet = spreadsheetOf(calculation, calculators.ltv, 'ja', words);
  const row = sheet.rows.find((cells) => cells[0]?.kind === 'text' && cells[0].text === name);
  expect(row?.[1]).toMatchObject({ format });
});
