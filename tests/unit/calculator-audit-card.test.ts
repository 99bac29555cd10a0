import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AuditCard, type AuditContext, auditCard } from '../../src/lib/calculators/audit-card.ts';
import { calculators } from '../../src/lib/calculators/calculators.ts';
import { type Entered, exampleEntered, numbersOf } from '../../src/lib/calculators/entered.ts';
import { formulaText, wordNotation } from '../../src/lib/calculators/formula-text.ts';
import { evaluate, type Formula } from '../../src/lib/metrics/formula.ts';
import type { QuantityName } from '../../src/lib/metrics/quantities.ts';

const context: AuditContext = {
  locale: 'en',
  made: '2026-11-22T09:00:00.000Z',
  address: 'https://customer-atlas.example/en/calculators/ltv/#v=1',
  title: 'Customer lifetime value calculator',
  model: 'Simple',
  labels: { churn: 'Churn per month', ltv: 'LTV' },
  links: {
    churn: 'https://customer-atlas.example/en/terms/churn-rate/',
    ltv: 'https://customer-atlas.example/en/terms/clv/',
  },
  difference: (_, before, after) => `from ${before} to ${after}`,
  scenario: (index) => `Scenario ${index + 1}`,
  sentence: ({ reason }) => `Because ${reason}.`,
  incomplete: 'Complete the fields.',
  views: [],
};
const { ltv, churn } = calculators;
const example = exampleEntered(ltv, 'USD', 'en');
const [first] = example.scenarios;

function withTexts(texts: Entered['scenarios'][0]['texts']): Entered {
  return { ...example, scenarios: [{ ...first, texts: { ...first.texts, ...texts } }] };
}

/** Every number the card holds of one scenario. */
function numbersOn(card: AuditCard, scenario = 0): Map<string, number | null> {
  const { inputs = [], results = [], steps = [], between = [] } = card.scenarios[scenario] ?? {};
  return new Map([...inputs, ...results, ...steps, ...between].map(({ name, value }) => [name, value]));
}

describe('an audit card', () => {
  it('says which calculator, model, version, moment, address and currency it is of', () => {
    expect(auditCard(example, ltv, context)).toMatchObject({
      format: 'customer-atlas/audit-card',
      version: 1,
      made: context.made,
      calculator: { name: 'ltv', title: context.title, version: ltv.version },
      model: { name: 'simple', label: 'Simple' },
      address: context.address,
      currency: 'USD',
      data: null,
      simulation: null,
    });
  });

  it('holds what was typed beside the number it was read as', () => {
    const { scenarios } = auditCard(withTexts({ churn: '５％', arpa: '1.2万' }), ltv, context);
    const inputs = scenarios[0]?.inputs;
    expect(inputs?.find(({ name }) => name === 'churn')).toMatchObject({
      typed: '５％',
      value: 0.05,
      label: 'Churn per month',
      unit: 'ratio',
    });
    expect(inputs?.find(({ name }) => name === 'arpa')).toMatchObject({ typed: '1.2万', value: 12_000 });
  });

  it('holds every result of every model unrounded, and every value its steps use', () => {
    for (const calculator of Object.values(calculators)) {
      for (const model of calculator.models.filter(({ needsData }) => !needsData)) {
        const entered = { ...exampleEntered(calculator, 'USD', 'en'), model: model.name };
        const answer = model.compute(numbersOf(entered.scenarios[0], model), undefined);
        if (!answer.ok) throw new Error(`${model.name} has no example`);
        const numbers = numbersOn(auditCard(entered, calculator, context));
        const results = Object.entries(answer.value.results).map(([name, result]) => [
          name,
          result?.ok ? result.value : null,
        ]);
        for (const [name, value] of [...results, ...Object.entries(answer.value.values)]) {
          expect([name, numbers.get(name as string)]).toEqual([name, expect.closeTo(value as number, 9)]);
        }
      }
    }
  });

  it('says why a result does not exist, and why there is none at all', () => {
    const withoutCost = auditCard(withTexts({ cac: '0' }), ltv, context).scenarios[0]?.results;
    expect(withoutCost?.find(({ name }) => name === 'ltvToCac')).toMatchObject({
      value: null,
      reason: 'no-acquisition-cost',
      sentence: 'Because no-acquisition-cost.',
    });
    expect(auditCard(withTexts({ churn: '0' }), ltv, context).scenarios[0]).toMatchObject({
      problem: 'Because no-churn.',
      results: [],
    });
    expect(auditCard(withTexts({ churn: '' }), ltv, context).scenarios[0]).toMatchObject({
      problem: 'Complete the fields.',
    });
  });

  it('writes every formula in words and with its numbers', () => {
    const { scenarios } = auditCard(withTexts({ arpa: '200' }), ltv, {
      ...context,
      labels: { ...context.labels, arpa: 'ARPA', grossMargin: 'margin' },
    });
    expect(scenarios[0]?.steps.find(({ name }) => name === 'ltv')).toMatchObject({
      formula: 'ARPA × margin ÷ Churn per month',
      numbers: '$200 × 80% ÷ 5%',
      value: 3200,
    });
  });

  it('names each page that explains a quantity once', () => {
    expect(auditCard(example, ltv, context).sources).toEqual([
      { label: 'Churn per month', address: 'https://customer-atlas.example/en/terms/churn-rate/' },
      { label: 'LTV', address: 'https://customer-atlas.example/en/terms/clv/' },
    ]);
  });

  it('holds ranges, seed and draws as soon as a number has a range', () => {
    const range = { kind: 'range', texts: { low: '4', high: '6' } } as const;
    const ranged: Entered = { ...example, scenarios: [{ ...first, ranges: { churn: range } }] };
    const card = auditCard(ranged, ltv, context);
    expect(card.scenarios[0]?.inputs.find(({ name }) => name === 'churn')?.range).toEqual({
      ...range,
      ends: { low: 0.04, high: 0.06 },
    });
    expect(card.simulation).toMatchObject({ seed: expect.any(String), draws: expect.any(Number) });
    const simulation = { targets: { ltv: '2000' }, draws: 1000, seed: '7' };
    expect(auditCard({ ...ranged, simulation }, ltv, context).simulation).toEqual(simulation);
  });

  it('holds the data a model stands on, and none of those it does not', () => {
    const used = {
      name: 'list.csv',
      rows: 200,
      rejected: 3,
      fingerprint: 'a'.repeat(64),
      value: { customersAtStart: 200, customersLost: 10, months: 1 },
    };
    const entered = { ...exampleEntered(churn, 'USD', 'en'), data: { customers: used } };
    expect(auditCard({ ...entered, model: 'customers' }, churn, context).data).toEqual(used);
    expect(auditCard(entered, churn, context).data).toBeNull();
  });

  it('names scenarios by name or place', () => {
    const two: Entered = {
      ...example,
      scenarios: [
        { ...first, name: 'Today' },
        { ...first, id: 2 },
      ],
    };
    expect(auditCard(two, ltv, context).scenarios.map(({ name }) => name)).toEqual(['Today', 'Scenario 2']);
  });

  it('holds each result of a further scenario against the first: the change, and its share where that says something', () => {
    const two: Entered = {
      ...example,
      scenarios: [first, { ...first, id: 2, texts: { ...first.texts, arpa: '150', cac: '0' } }],
    };
    const [before, after] = auditCard(two, ltv, context).scenarios;
    expect(before?.results.some((result) => 'difference' in result)).toBe(false);
    const differenceOf = (name: string) => after?.results.find((result) => result.name === name);
    expect(differenceOf('ltv')).toMatchObject({
      value: 2400,
      difference: { change: 800, share: 0.5, shown: 'from 1600 to 2400' },
    });
    expect(differenceOf('ltvToCac')).not.toHaveProperty('difference');
  });

  it('says a change of a share in points only', () => {
    const counts = exampleEntered(churn, 'USD', 'en');
    const [one] = counts.scenarios;
    const two: Entered = {
      ...counts,
      scenarios: [one, { ...one, id: 2, texts: { ...one.texts, customersLost: '30' } }],
    };
    const rate = auditCard(two, churn, context).scenarios[1]?.results.find(({ name }) => name === 'customerChurnRate');
    expect(rate).toMatchObject({ difference: { change: expect.closeTo(0.02, 12) } });
    expect(rate).not.toHaveProperty('difference.share');
  });

  it('holds the numbers of every view unrounded and as shown, the same however they came to be there', () => {
    const table = { head: ['Month', 'Left'], rows: [['1', 0.123456]], format: (value: number) => value.toFixed(2) };
    const views = [
      { name: 'survival', caption: 'Few are left.', table },
      { name: 'median', caption: 'Half leave.', table: { head: [], rows: [['Median', 7.25]], format: String } },
    ];
    const card = auditCard(example, ltv, { ...context, views });
    expect(card.views).toEqual([
      { name: 'median', caption: 'Half leave.', head: [], rows: [['Median', { value: 7.25, shown: '7.25' }]] },
      {
        name: 'survival',
        caption: 'Few are left.',
        head: ['Month', 'Left'],
        rows: [['1', { value: 0.123456, shown: '0.12' }]],
      },
    ]);
    expect(auditCard(example, ltv, { ...context, views: views.toReversed() }).views).toEqual(card.views);
  });

  it('says what a range from counts comes to', () => {
    const range = { kind: 'counts', texts: { events: '5', total: '100' } } as const;
    const ranged: Entered = { ...example, scenarios: [{ ...first, ranges: { churn: range } }] };
    const audited = auditCard(ranged, ltv, context).scenarios[0]?.inputs.find(({ name }) => name === 'churn');
    // Wilson's interval of 5 in 100 at 80 %, worked out by its formula in Python.
    expect(audited?.range).toMatchObject({
      ...range,
      ends: { low: expect.closeTo(0.02862875, 7), high: expect.closeTo(0.08591378, 7) },
    });
  });

  it('is plain data: as JSON it says the same', () => {
    const card = auditCard(example, ltv, context);
    expect(JSON.parse(JSON.stringify(card))).toEqual(card);
  });
});

const names: readonly QuantityName[] = ['arpa', 'grossMargin', 'churn', 'cac'];
const { formula: anyFormula } = fc.letrec<{ formula: Formula }>((tie) => {
  const binary = fc.record({
    kind: fc.constantFrom('sum' as const, 'difference' as const, 'quotient' as const, 'power' as const),
    left: tie('formula'),
    right: tie('formula'),
  });
  const leaf: fc.Arbitrary<Formula> = fc.oneof(
    fc.constantFrom(...names).map((name) => ({ kind: 'quantity' as const, name })),
    fc.integer({ min: -3, max: 9 }).map((value) => ({ kind: 'number' as const, value })),
  );
  return {
    formula: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      leaf,
      binary,
      fc
        .array(tie('formula'), { minLength: 1, maxLength: 3 })
        .map((factors) => ({ kind: 'product' as const, factors })),
      tie('formula').map((argument) => ({ kind: 'logarithm' as const, argument })),
    ),
  };
});

describe('a formula on one line', () => {
  it('reads back as the same calculation: brackets stand where the order needs them', () => {
    const values = { arpa: 3, grossMargin: 0.5, churn: 0.25, cac: 7 };
    const script = {
      ...wordNotation((name) => `values.${name}`),
      sum: '+',
      difference: '-',
      product: '*',
      quotient: '/',
      power: '**',
      logarithm: 'Math.log',
    };
    fc.assert(
      fc.property(anyFormula, (formula) => {
        const worked = new Function('values', `return ${formulaText(formula, script)}`)(values);
        expect(worked).toEqual(evaluate(formula, values));
      }),
    );
  });

  it.each([
    [
      { kind: 'difference', left: { kind: 'number', value: 1 }, right: { kind: 'quantity', name: 'churn' } },
      '1 − churn',
    ],
  ] as const)('%o is %s', (formula, text) => {
    expect(
      formulaText(
        formula,
        wordNotation((name) => name),
      ),
    ).toBe(text);
  });
});
