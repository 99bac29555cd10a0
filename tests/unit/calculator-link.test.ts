import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calculators } from '../../src/lib/calculators/calculators.ts';
import {
  type Entered,
  exampleEntered,
  mostScenarios,
  numbersOf,
  type Scenario,
  textsOf,
} from '../../src/lib/calculators/entered.ts';
import { isNewerLink, readLink, writeLink } from '../../src/lib/calculators/link.ts';
import { type Calculator, modelNamed } from '../../src/lib/calculators/model.ts';
import { locales } from '../../src/lib/i18n/locales.ts';
import { anyText } from './any-input.ts';

const { ltv } = calculators;
const fallback = exampleEntered(ltv, 'USD', 'en');
const open = (fragment: string) => readLink(fragment, ltv, fallback, 'en');

/** What a state means: its numbers, whatever they were typed like. */
function meaning({ model, currency, scenarios }: Entered, calculator: Calculator) {
  const known = modelNamed(calculator, model) ?? calculator.models[0];
  return { model, currency, scenarios: scenarios.map((each) => [each.name, numbersOf(each, known)]) };
}

/** Numbers with as many digits as a field shows. */
const number = fc
  .tuple(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.integer({ min: 0, max: 6 }))
  .map(([digits, decimals]) => digits / 10 ** decimals || 0);

function anyEntered(calculator: Calculator, locale: 'en' | 'ja'): fc.Arbitrary<Entered> {
  const scenarioOf = (names: readonly { name: string; isOptional?: boolean }[]): fc.Arbitrary<Scenario> =>
    fc
      .tuple(
        fc.string({ maxLength: 60 }),
        fc.record(
          Object.fromEntries(
            names.map(({ name, isOptional }) => [name, isOptional ? fc.option(number, { nil: Number.NaN }) : number]),
          ),
        ),
      )
      .map(([name, numbers]) => ({ id: 1, name, texts: textsOf(numbers, locale) }));
  return fc.constantFrom(...calculator.models).chain((model) =>
    fc
      .tuple(
        fc.constantFrom('JPY', 'USD', 'CHF', 'pt', '元'),
        fc.array(scenarioOf(model.inputs), { minLength: 1, maxLength: model.inputs.length === 0 ? 1 : mostScenarios }),
      )
      .map(([currency, [first, ...others]]) => ({
        model: model.name,
        currency,
        scenarios: [first ?? { id: 1, name: '', texts: {} }, ...others],
        data: {},
      })),
  );
}

describe('a shared link', () => {
  it.each(
    Object.values(calculators).flatMap((calculator) =>
      locales.map((locale) => [calculator.name, locale, calculator] as const),
    ),
  )('of the %s calculator opens the calculation it was copied from (%s)', (_, locale, calculator) => {
    fc.assert(
      fc.property(anyEntered(calculator, locale), (shared) => {
        const link = writeLink(shared, calculator);
        const { entered, ignored } = readLink(
          link ?? '',
          calculator,
          exampleEntered(calculator, 'GBP', locale),
          locale,
        );
        expect(ignored).toEqual([]);
        const expected = meaning(shared, calculator);
        // Expansion found its own model; a link under the old name opens it.
        if (expected.model === 'discounted') expected.model = entered.model;
        expect(meaning(entered, calculator)).toEqual(expected);
      }),
    );
  });

  it('keeps opening in its first published form', () => {
    const { entered, ignored } = open('v=1&arpa=250&grossMargin=0.7&churn=0.02');
    expect(ignored).toEqual([]);
    expect(meaning(entered, ltv)).toEqual({
      model: 'simple',
      currency: 'USD',
      scenarios: [['', { arpa: 250, grossMargin: 0.7, churn: 0.02 }]],
    });
  });

  it('from before expansion was a model of its own opens as that model', () => {
    const { entered } = open('v=1&model=discounted&expansion=0.01&currency=USD');
    expect(entered.model).toBe('expansion');
    expect(open('v=1&model=discounted&expansion=0&currency=USD').entered.model).toBe('discounted');
  });

  it('takes what a further scenario does not say from the first', () => {
    const { entered } = open('v=1&arpa=50&churn=0.02&2.churn=0.01&2.name=Better');
    expect(meaning(entered, ltv).scenarios).toEqual([
      ['', { arpa: 50, grossMargin: 0.8, churn: 0.02 }],
      ['Better', { arpa: 50, grossMargin: 0.8, churn: 0.01 }],
    ]);
  });

  it.each([
    ['churn=abc', ['churn=abc']],
    ['churn=', ['churn']],
    ['churn=NaN&arpa=Infinity', ['churn=NaN', 'arpa=Infinity']],
    ['churn=1e999', ['churn=1e999']],
    ['model=magic&currency=BITCOIN', ['model=magic', 'currency=BITCOIN']],
    ['<script>alert(1)</script>', ['<script>alert(1)</script>']],
    ['v=2', ['v=2']],
    ['5.churn=0.1', ['5.churn=0.1']],
    ['__proto__=1&constructor=1', ['__proto__=1', 'constructor=1']],
    ['%E0%A4%A', ['\uFFFD%A']],
  ])('that says %j changes nothing and is told', (fragment, told) => {
    const { entered, ignored } = open(fragment);
    expect(entered).toEqual(fallback);
    expect(ignored).toEqual(told);
  });

  it('holds a table of survivors that was typed, so that it opens again', () => {
    const fragment =
      'v=1&model=retention&arpa=100&grossMargin=0.8&annualDiscountRate=0.1&horizonMonths=&survivors=1000,869,743;500,410&period=3&curve=constant-churn&currency=USD';
    const { entered, ignored } = open(fragment);
    expect(ignored).toEqual([]);
    expect(entered.data).toEqual({
      retention: {
        name: '',
        rows: 2,
        rejected: 0,
        value: { survivors: '1000 869 743\n500 410', monthsPerPeriod: 3, curve: 'constant-churn' },
      },
    });
    expect(writeLink(entered, ltv)).toBe(fragment);
  });

  it('says what it cannot use of a table', () => {
    const { entered, ignored } = open('v=1&model=retention&survivors=<b>&period=7');
    expect(entered.data).toEqual({});
    expect(ignored).toEqual(['survivors=<b>', 'period=7']);
  });

  it('of absurd length is not looked at', () => {
    const { entered, ignored } = open(`churn=0.5&${'x'.repeat(100_000)}`);
    expect(entered).toEqual(fallback);
    expect(ignored).toHaveLength(1);
    expect(ignored[0]?.length).toBeLessThanOrEqual(40);
  });

  it.each([
    ['v=2&arpa=250', true],
    ['arpa=250&v=10', true],
    ['v=1&arpa=250', false],
    ['arpa=250', false],
    ['v=0', false],
    ['v=two', false],
    ['v=', false],
  ])('%s is from a later version: %s', (fragment, isNewer) => {
    expect(isNewerLink(fragment)).toBe(isNewer);
  });

  it('never breaks the reader, whatever stands in it', () => {
    const names = ['v', 'model', 'currency', 'name', '2.name', 'churn', '3.churn', 'survivors', 'period', '__proto__'];
    const parameter = fc.tuple(fc.constantFrom(...names), anyText()).map(([name, value]) => `${name}=${value}`);
    const fragment = fc.array(fc.oneof(parameter, anyText())).map((parts) => parts.join('&'));
    fc.assert(
      fc.property(fragment, (text) => {
        const { entered } = open(text);
        expect(readLink(writeLink(entered, ltv) ?? '', ltv, fallback, 'en').ignored).toEqual([]);
      }),
    );
  });
});
