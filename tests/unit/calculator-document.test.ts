import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calculators } from '../../src/lib/calculators/calculators.ts';
import { longestDocument, readCalculationFile, readDocument } from '../../src/lib/calculators/document.ts';
import {
  type Entered,
  exampleEntered,
  longestCurrency,
  longestName,
  longestText,
  mostScenarios,
  type Scenario,
} from '../../src/lib/calculators/entered.ts';
import { type Calculator, inputNames } from '../../src/lib/calculators/model.ts';
import { rangeKinds } from '../../src/lib/calculators/ranges.ts';
import { calculationFormat, documentOf } from '../../src/lib/calculators/write-document.ts';
import type { QuantityName } from '../../src/lib/metrics/quantities.ts';

const { ltv, churn } = calculators;
const name = fc.string({ maxLength: longestName, unit: 'grapheme' }).filter((text) => text.length <= longestName);
const typed = fc.oneof(fc.string({ maxLength: 30 }), fc.constant('x'.repeat(longestText)));

function perQuantity<Value>(names: readonly QuantityName[], value: fc.Arbitrary<Value>) {
  return fc.dictionary(fc.constantFrom(...names), value, { noNullPrototype: true }) as fc.Arbitrary<
    Partial<Record<QuantityName, Value>>
  >;
}

/** Everything that can be entered: a field that is new here has to be added before this compiles. */
function anyEntered(calculator: Calculator): fc.Arbitrary<Entered> {
  const names = inputNames(calculator);
  const range = fc.record(
    {
      kind: fc.constantFrom(...rangeKinds),
      texts: fc.record({ low: typed, high: typed, events: typed, total: typed }, { noNullPrototype: true }),
    },
    { noNullPrototype: true },
  );
  const scenario: fc.Arbitrary<Required<Omit<Scenario, 'id'>>> = fc.record(
    { name, texts: perQuantity(names, typed), ranges: perQuantity(names, range) },
    { noNullPrototype: true },
  );
  const scenarios = fc
    .array(scenario, { minLength: 1, maxLength: mostScenarios })
    .map((all) => all.map((each, index) => ({ id: index + 1, ...each })) as unknown as Entered['scenarios']);
  const whole: fc.Arbitrary<Required<Entered>> = fc.record(
    {
      model: fc.constantFrom(...calculator.models.map((model) => model.name)),
      currency: fc.string({ minLength: 1, maxLength: longestCurrency }),
      scenarios,
      data: fc.constant({}),
      simulation: fc.record(
        {
          result: fc.constantFrom(...calculator.results),
          targets: perQuantity(calculator.results, typed),
          draws: fc.integer({ min: 1, max: 100_000 }),
          seed: typed,
        },
        { noNullPrototype: true },
      ),
    },
    { noNullPrototype: true },
  );
  return fc.oneof(
    whole,
    whole.map(({ simulation: _, ...rest }) => rest),
  );
}

const file = (value: unknown) => JSON.stringify(value);
const standing = documentOf({ name: 'Budget', entered: exampleEntered(ltv, 'USD', 'en') }, ltv);
const read = (value: unknown) => readCalculationFile(file(value), ltv);

describe('a calculation as a file', () => {
  it.each(Object.values(calculators).map((calculator) => [calculator.name, calculator] as const))(
    'of the %s calculator opens as it was saved, whatever was entered',
    (_, calculator) => {
      fc.assert(
        fc.property(anyEntered(calculator), name, (entered, saved) => {
          const written = file(documentOf({ name: saved, entered }, calculator));
          expect(readCalculationFile(written, calculator)).toEqual({ ok: true, value: { name: saved, entered } });
        }),
      );
    },
  );

  it('says what it is, so that people and programs can tell', () => {
    expect(standing).toMatchObject({ format: 'customer-atlas/calculation', version: 1, calculator: 'ltv' });
  });

  it('of a newer version is refused as such, whatever else it holds', () => {
    expect(read({ format: calculationFormat, version: 2, anything: [] })).toMatchObject({ reason: 'newer-version' });
  });

  it('of another calculator names the right one', () => {
    expect(readCalculationFile(file(standing), churn)).toMatchObject({ reason: 'other-calculator', field: 'ltv' });
  });

  it.each([
    ['an unknown quantity', { ...standing, scenarios: [{ name: '', texts: { profit: '1' } }] }, 'scenarios.0.texts'],
    ['a number for a text', { ...standing, scenarios: [{ name: '', texts: { arpa: 1 } }] }, 'scenarios.0.texts.arpa'],
    ['no scenario', { ...standing, scenarios: [] }, 'scenarios'],
    ['five scenarios', { ...standing, scenarios: Array(5).fill({ name: '', texts: {} }) }, 'scenarios'],
    ['a name without end', { ...standing, name: 'x'.repeat(longestName + 1) }, 'name'],
    [
      'a text without end',
      { ...standing, scenarios: [{ name: '', texts: { arpa: '1'.repeat(longestText + 1) } }] },
      'scenarios.0.texts.arpa',
    ],
    ['an unknown model', { ...standing, model: 'constructor' }, 'model'],
    [
      'data of a model that has none',
      { ...standing, data: { simple: { name: '', rows: 1, rejected: 0, value: 1 } } },
      'data.simple',
    ],
    ['an empty currency', { ...standing, currency: '' }, 'currency'],
    ['no version', { ...standing, version: undefined }, 'version'],
    ['a version that is no number', { ...standing, version: '1' }, 'version'],
  ])('with %s is refused, and the place is named', (_, value, field) => {
    expect(read(value)).toEqual({ ok: false, reason: 'damaged', field });
  });
});

describe('a hostile file', () => {
  const nested = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
  it.each([
    ['nothing', ''],
    ['no JSON', 'PK\u0003\u0004'],
    ['half a file', file(standing).slice(0, 80)],
    ['null', 'null'],
    ['a number', '1'],
    ['a list', '[]'],
    ['another format', file({ format: 'customer-atlas/journey-map', version: 1 })],
    ['lists in lists without end', nested],
    [
      'objects in objects without end',
      `{"format":"${calculationFormat}","version":1,"data":${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}}`,
    ],
    [
      'depth inside data',
      file({
        ...standing,
        data: {
          retention: { name: '', rows: 0, rejected: 0, value: JSON.parse(`${'['.repeat(500)}${']'.repeat(500)}`) },
        },
      }),
    ],
  ])('of %s is no calculation', (_, text) => {
    expect(readCalculationFile(text, ltv)).toMatchObject({ ok: false, reason: 'not-a-calculation' });
  });

  it('of 100 million letters is not looked at', () => {
    expect(readCalculationFile('x'.repeat(longestDocument + 1), ltv)).toMatchObject({ reason: 'file-too-large' });
  });

  it('reaches no prototype', () => {
    const text = file(standing);
    for (const hostile of [
      text.replace('{', '{"__proto__":{"polluted":1},'),
      text.replace('"texts":{', '"texts":{"__proto__":{"polluted":1},'),
      text.replace('"data":{', '"data":{"__proto__":{"name":"","rows":0,"rejected":0,"value":{"polluted":1}}'),
      text.replace('"data":{', '"data":{"constructor":{"name":"","rows":0,"rejected":0,"value":{"polluted":1}}'),
    ]) {
      const opened = readCalculationFile(hostile, ltv);
      const scenario = opened.ok ? opened.value.entered.scenarios[0] : undefined;
      expect(({} as { polluted?: number }).polluted).toBeUndefined();
      expect((scenario?.texts as { polluted?: number } | undefined)?.polluted).toBeUndefined();
    }
  });

  it('never throws and never opens as anything but what can be entered', () => {
    const keys = ['format', 'version', 'calculator', 'model', 'scenarios', 'data', '__proto__', 'simulation', 'name'];
    const value = fc.jsonValue({ maxDepth: 4 });
    fc.assert(
      fc.property(fc.constantFrom(...keys), value, fc.string(), (key, put, text) => {
        const opened = readDocument({ ...standing, [key]: put }, ltv);
        if (opened.ok) {
          const again = documentOf(opened.value, ltv);
          expect(readDocument(again, ltv)).toEqual(opened);
        }
        expect(readCalculationFile(text, ltv).ok).toBe(false);
      }),
    );
  });

  it('of a running page, where a value may be anything, is answered too', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(readDocument(value, ltv).ok).toBe(false);
      }),
    );
  });
});
