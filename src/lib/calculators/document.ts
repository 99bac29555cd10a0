import * as z from 'zod/mini';
import { described } from '../glossary/fields.ts';
import { calculatorNames } from '../i18n/routes.ts';
import { type QuantityName, quantities } from '../metrics/quantities.ts';
import { failure, type Result, success } from '../result.ts';
import { dataSchemas } from './data-schemas.ts';
import { type DataUsed, type Entered, longestCurrency, longestName, longestText, mostScenarios } from './entered.ts';
import { type Calculator, modelNamed } from './model.ts';
import { type RangeField, rangeKinds } from './ranges.ts';
import { type Calculation, calculationFormat, currentVersion } from './write-document.ts';

// Pages allow no code made from text, which the checks would else try to be faster with.
z.config({ jitless: true });

/** Characters of a file that are looked at. The summaries of the largest data come to some hundred thousand. */
export const longestDocument = 10_000_000;
/** How deep lists and objects may lie in each other. */
const deepestNesting = 24;
const longestDataName = 300;
const mostDraws = 1_000_000;

const rangeFields = ['low', 'high', 'events', 'total'] as const satisfies readonly RangeField[];
const quantityNames = Object.keys(quantities) as [QuantityName, ...QuantityName[]];
const quantityName = z.enum(quantityNames);
const text = z.string().check(z.maxLength(longestText));
const count = z.int().check(z.nonnegative());

const rangeSchema = z.strictObject({
  kind: z.enum(rangeKinds),
  texts: z.partialRecord(z.enum(rangeFields), text),
});

const scenarioSchema = z.strictObject({
  name: described(z.string().check(z.maxLength(longestName)), 'As the reader named it; empty if it has no name'),
  texts: described(
    z.partialRecord(quantityName, text),
    'What is typed into each field, by the name of its quantity; percentages as percentages',
  ),
  ranges: z.exactOptional(
    described(z.partialRecord(quantityName, rangeSchema), 'What is known of numbers that are not known exactly'),
  ),
});

const simulationSchema = z.strictObject({
  result: z.exactOptional(described(quantityName, 'The result looked at; the headline where none is named')),
  targets: described(z.partialRecord(quantityName, text), 'What each result is to reach, as typed'),
  draws: described(z.int().check(z.positive(), z.maximum(mostDraws)), 'How often numbers are drawn'),
  seed: described(text, 'As typed: the same seed gives the same draws'),
});

const dataSchema = z.strictObject({
  name: described(z.string().check(z.maxLength(longestDataName)), 'Name of the file; empty for what was typed in'),
  rows: described(count, 'Rows used'),
  rejected: described(count, 'Rows left out'),
  fingerprint: z.exactOptional(
    described(z.string().check(z.regex(/^[0-9a-f]{64}$/)), 'SHA-256 of the rows used, in hexadecimal'),
  ),
  value: described(z.unknown(), 'The summary of the rows that the model stands on'),
});

/** `customer-atlas/calculation`, version 1: all that a reader entered into a calculator. */
export const calculationSchema = z
  .strictObject({
    $schema: z.exactOptional(z.string()),
    format: described(z.literal(calculationFormat), 'Name of this format'),
    version: described(z.literal(currentVersion), 'Version of this format'),
    calculator: described(z.enum(calculatorNames), 'The calculator it opens in'),
    name: described(z.string().check(z.maxLength(longestName)), 'What the calculation was saved as; may be empty'),
    model: described(z.string(), 'The model chosen'),
    currency: described(
      z.string().check(z.minLength(1), z.maxLength(longestCurrency)),
      'ISO 4217 code, or a sign of the reader’s own',
    ),
    scenarios: described(
      z.array(scenarioSchema).check(z.minLength(1), z.maxLength(mostScenarios)),
      'The sets of numbers that are compared, in their order',
    ),
    data: described(z.record(z.string(), dataSchema), 'What the models with data stand on, by the name of the model'),
    simulation: z.exactOptional(described(simulationSchema, 'How it is worked out how sure a result is')),
  })
  .register(z.globalRegistry, {
    title: 'A calculation of Customer Atlas',
    description: 'All that was entered into a calculator',
  });

export type CalculationDocument = z.infer<typeof calculationSchema>;

/** `other-calculator` names the right one as its field, `damaged` the first place that is not as it should be. */
export type DocumentProblem = 'file-too-large' | 'not-a-calculation' | 'newer-version' | 'other-calculator' | 'damaged';

/** Whether lists and objects lie deeper in each other than any of ours: what walks through them could not follow. */
function isDeeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((part) => isDeeperThan(part, levels - 1));
}

function ownValue(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Object.getOwnPropertyDescriptor(value, name)?.value : undefined;
}

/** The data of the models, each as its model takes it. */
function readData(kept: CalculationDocument['data'], calculator: Calculator): Result<Entered['data'], 'damaged'> {
  const data: [string, DataUsed][] = [];
  for (const [model, used] of Object.entries(kept)) {
    const parsed = modelNamed(calculator, model) && dataSchemas[model]?.safeParse(used.value);
    if (!parsed?.success) return failure('damaged', `data.${model}`);
    data.push([model, { ...used, value: parsed.data }]);
  }
  return success(Object.fromEntries(data));
}

/** A calculation from a value that may be anything. Never throws. */
export function readDocument(value: unknown, calculator: Calculator): Result<Calculation, DocumentProblem> {
  if (isDeeperThan(value, deepestNesting) || ownValue(value, 'format') !== calculationFormat) {
    return failure('not-a-calculation');
  }
  const version = ownValue(value, 'version');
  if (typeof version === 'number' && version > currentVersion) return failure('newer-version');
  const parsed = calculationSchema.safeParse(value);
  if (!parsed.success) return failure('damaged', parsed.error.issues[0]?.path.join('.'));
  const { $schema: _, format: _format, version: _version, calculator: madeFor, name, ...entered } = parsed.data;
  if (madeFor !== calculator.name) return failure('other-calculator', madeFor);
  if (!modelNamed(calculator, entered.model)) return failure('damaged', 'model');
  const data = readData(entered.data, calculator);
  if (!data.ok) return data;
  const [first, ...others] = entered.scenarios.map((scenario, index) => ({ id: index + 1, ...scenario }));
  if (!first) return failure('damaged', 'scenarios');
  return success({ name, entered: { ...entered, scenarios: [first, ...others], data: data.value } });
}

/** A calculation from the text of a file. Never throws, whatever the file holds. */
export function readCalculationFile(file: string, calculator: Calculator): Result<Calculation, DocumentProblem> {
  if (file.length > longestDocument) return failure('file-too-large');
  let value: unknown;
  try {
    value = JSON.parse(file);
  } catch {
    return failure('not-a-calculation');
  }
  return readDocument(value, calculator);
}
