import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calculators } from '../../src/lib/calculators/calculators.ts';
import { defaultSimulation, enterRanges, exampleEntered, isSame } from '../../src/lib/calculators/entered.ts';
import { writeLink } from '../../src/lib/calculators/link.ts';
import type { AnyModel, Calculator, Numbers } from '../../src/lib/calculators/model.ts';
import {
  type Drawn,
  drawnInputs,
  drawnOf,
  type EnteredRange,
  endsOf,
  fieldsOf,
  isWhole,
  kindsOf,
  limitsOf,
  type RangeField,
  rangeKinds,
  swungRanges,
  valuesAround,
} from '../../src/lib/calculators/ranges.ts';
import { isLessBetter, targetNear } from '../../src/lib/calculators/targets.ts';
import { type Asked, breakEvenOf, simulateResult, tornadoOf, whatIf } from '../../src/lib/calculators/uncertainty.ts';
import { type QuantityName, quantities } from '../../src/lib/metrics/quantities.ts';
import { answerOf } from './answer-of.ts';

const names = Object.keys(quantities) as QuantityName[];
const customer: Numbers = { arpa: 100, grossMargin: 0.8, churn: 0.05, cac: 700 };

function about(
  inputs: Numbers,
  result: QuantityName,
  model = 'simple',
  calculator: Asked['calculator'] = 'ltv',
): Asked {
  return { calculator, model, data: undefined, result, inputs };
}

function range(kind: EnteredRange['kind'], ...[first = '', second = '']: string[]): EnteredRange {
  const [one = 'low', other = 'high'] = fieldsOf[kind];
  return { kind, texts: { [one]: first, [other]: second } };
}

/** The models that answer without data, with the numbers they begin with. */
const ready = Object.values(calculators).flatMap((calculator: Calculator) =>
  calculator.models.flatMap((model: AnyModel) => {
    const example = calculator.example('USD');
    const entered = model.inputs.flatMap(({ name }) => (example[name] ? [[name, example[name]] as const] : []));
    const inputs: Numbers = Object.fromEntries(entered);
    return model.needsData || !model.compute(inputs, undefined).ok ? [] : [{ calculator, model, inputs }];
  }),
);

describe('what is known of a number', () => {
  it('is read in the unit of its field: percentages for shares, counts for people', () => {
    expect(answerOf(drawnOf('churn', range('range', '4', '6 %'), customer))).toEqual({
      distribution: { kind: 'range', low: 0.04, high: 0.06 },
      times: 1,
    });
    expect(answerOf(drawnOf('churn', range('counts', '18', '600'), customer)).distribution).toEqual({
      kind: 'beta',
      events: 18,
      nonEvents: 582,
    });
    expect(answerOf(drawnOf('arpa', range('log-normal', '¥8,000', '1.2万'), customer)).distribution).toEqual({
      kind: 'log-normal',
      low: 8000,
      high: 12_000,
    });
  });

  it.each([
    ['churn', range('range', '', '6'), 'unread', 'low'],
    ['churn', range('range', '4', 'six'), 'unread', 'high'],
    ['churn', range('range', '6', '4'), 'range-not-ascending', 'high'],
    ['churn', range('counts', '601', '600'), 'part-above-whole', 'events'],
    ['churn', range('counts', '0', '0'), 'no-trials', 'total'],
    ['churn', range('counts', '-1', '600'), 'negative-count', 'events'],
    ['cac', range('log-normal', '0', '600'), 'not-positive', 'low'],
  ] as const)('%s %o is refused: %s at %s', (name, entered, reason, field) => {
    expect(drawnOf(name, entered, customer)).toEqual({ ok: false, reason, field });
  });

  it('never throws and never gives a distribution of no numbers, whatever is typed', () => {
    const fields: RangeField[] = ['low', 'high', 'events', 'total'];
    const texts = fc.dictionary(fc.constantFrom(...fields), fc.oneof(fc.string(), fc.double().map(String)));
    const anyRange = fc.record({ kind: fc.constantFrom(...rangeKinds), texts });
    fc.assert(
      fc.property(fc.constantFrom(...names), anyRange, fc.double(), (name, entered, value) => {
        const drawn = drawnOf(name, entered, { [name]: value, customersAtStart: 600 });
        if (!drawn.ok) return;
        const { low, high } = endsOf(drawn.value);
        expect(low).toBeLessThanOrEqual(high);
      }),
    );
  });

  it('of a kind that means nothing for the number counts as exact: a file may say anything', () => {
    const ranges = { arpa: range('counts', '1', '2'), churn: range('range', '4', '6') };
    expect(Object.keys(answerOf(drawnInputs(ranges, customer)))).toEqual(['churn']);
    expect(kindsOf('arpa')).toEqual(['fixed', 'range', 'log-normal']);
    expect(kindsOf('churn')).toEqual(['fixed', 'range', 'counts']);
    expect(kindsOf('customersLost')).toContain('chance');
  });

  it('is part of the calculation, and never of a link', () => {
    const before = exampleEntered(calculators.ltv, 'USD', 'en');
    const after = enterRanges(before, 1, { churn: range('range', '4', '6') });
    expect(isSame(before, after, calculators.ltv)).toBe(false);
    expect(isSame(before, { ...before, simulation: defaultSimulation }, calculators.ltv)).toBe(true);
    expect(isSame(before, { ...before, simulation: { ...defaultSimulation, seed: '2' } }, calculators.ltv)).toBe(false);
    expect(writeLink(after, calculators.ltv)).toBe(writeLink(before, calculators.ltv));
  });
});

describe('ranges offered', () => {
  it('of ±20 % move every number a fifth, stay within what makes sense and leave out what they cannot move', () => {
    expect(
      swungRanges({ arpa: 100, grossMargin: 0.9, months: 1, horizonMonths: 36, expansion: -0.01, cac: 0 }),
    ).toEqual({
      arpa: { low: 80, high: 120 },
      grossMargin: { low: 0.72, high: 1 },
      horizonMonths: { low: 29, high: 43 },
      expansion: { low: -0.012, high: -0.008 },
    });
  });

  it.each(ready.map(({ calculator, model, inputs }) => [calculator.name, model.name, inputs, model.headline] as const))(
    'of ±20 %% give the %s model %s an answer in every draw',
    (calculator, model, inputs, result) => {
      const drawn = Object.fromEntries(
        Object.entries(swungRanges(inputs)).map(([name, ends]) => [
          name,
          { distribution: { kind: 'range', ...ends }, times: 1 } as const,
        ]),
      );
      const asked = { ...about(inputs, result, model, calculator), drawn, draws: 300, seed: 1 };
      const { withoutAnswer, percentiles } = answerOf(simulateResult(asked));
      expect(withoutAnswer).toBe(0);
      expect(percentiles.every(({ value }) => Number.isFinite(value))).toBe(true);
    },
  );
});

describe('a simulation', () => {
  const simulated = (inputs: Numbers, drawn: Record<string, Drawn>, asked: Asked, target?: number) =>
    answerOf(simulateResult({ ...asked, inputs, drawn, draws: 20_000, seed: 7, target }));
  const percentile = (share: number, { percentiles }: ReturnType<typeof simulated>) =>
    percentiles.find((each) => each.share === share)?.value;

  it('of a lifetime value with every number ±20 % agrees with NumPy', () => {
    const drawn = answerOf(
      drawnInputs(
        { arpa: range('range', '80', '120'), grossMargin: range('range', '64', '96'), churn: range('range', '4', '6') },
        customer,
      ),
    );
    const found = simulated(customer, drawn, about(customer, 'ltv'), 1900);
    // NumPy 2, 4,000,000 draws
    expect(found.median / 1591).toBeCloseTo(1, 2);
    expect((percentile(0.1, found) ?? 0) / 1218.6).toBeCloseTo(1, 2);
    expect((percentile(0.9, found) ?? 0) / 2070.2).toBeCloseTo(1, 2);
    expect(found.mean / 1621.8).toBeCloseTo(1, 2);
    expect(found.probabilityOfTarget).toBeCloseTo(0.1968, 2);
  });

  it('of customers lost by chance spreads the rate as its beta distribution', () => {
    const inputs = { customersAtStart: 600, customersLost: 18, months: 1 };
    const drawn = answerOf(drawnInputs({ customersLost: range('chance') }, inputs));
    const found = simulated(inputs, drawn, about(inputs, 'customerChurnRate', 'counts', 'churn'));
    // SciPy 1.17: beta(18, 582)
    expect(percentile(0.1, found)).toBeCloseTo(0.02148, 3);
    expect(found.median).toBeCloseTo(0.02948, 3);
    expect(percentile(0.9, found)).toBeCloseTo(0.03919, 3);
  });

  it('of answers by chance spreads the Net Promoter Score as another sample would', () => {
    const inputs = { promoters: 110, passives: 60, detractors: 30 };
    const chance = range('chance');
    const drawn = answerOf(drawnInputs({ promoters: chance, passives: chance, detractors: chance }, inputs));
    const found = simulated(inputs, drawn, about(inputs, 'nps', 'groups', 'nps'));
    // NumPy 2: shares of a Dirichlet distribution
    expect(percentile(0.1, found)).toBeCloseTo(0.333, 2);
    expect(found.median).toBeCloseTo(0.401, 2);
    expect(percentile(0.9, found)).toBeCloseTo(0.466, 2);
  });

  it('draws horizons that are no whole number of months, and counts whole payments', () => {
    const inputs = { ...customer, annualDiscountRate: 0.1, horizonMonths: 36 };
    const drawn = answerOf(drawnInputs({ horizonMonths: range('range', '35', '37') }, inputs));
    const found = simulated(inputs, drawn, about(inputs, 'ltv', 'discounted'));
    expect(found.withoutAnswer).toBe(0);
    expect(new Set(found.values).size).toBe(3);
  });

  it('gives the same for the same seed, and says how many draws have no answer', () => {
    const drawn = answerOf(drawnInputs({ grossMargin: range('range', '80', '120') }, customer));
    const run = (seed: number) => answerOf(simulateResult({ ...about(customer, 'ltv'), drawn, draws: 1000, seed }));
    expect(run(3)).toEqual(run(3));
    expect(run(3).median).not.toBe(run(4).median);
    expect(run(3).withoutAnswer).toBeGreaterThan(400);
    expect(run(3).withoutAnswer).toBeLessThan(600);
  });

  it('refuses a seed that is none, by its field', () => {
    const asked = { ...about(customer, 'ltv'), drawn: {}, draws: 1000, seed: 1.5 };
    expect(simulateResult(asked)).toEqual({ ok: false, reason: 'not-whole', field: 'seed' });
  });
});

describe('which number matters most', () => {
  it('is found for one result, the number with the widest effect first', () => {
    const ranges = { churn: { low: 0.04, high: 0.1 }, arpa: { low: 90, high: 110 }, cac: { low: 600, high: 800 } };
    const { base, bars } = answerOf(tornadoOf({ ...about(customer, 'ltv'), ranges }));
    expect(base).toBeCloseTo(1600, 10);
    expect(bars.map(({ input }) => input)).toEqual(['churn', 'arpa', 'cac']);
    expect(bars.map(({ width }) => width)).toEqual([expect.closeTo(1200), expect.closeTo(320), 0]);
  });
});

describe('what if two numbers change', () => {
  it('puts the result of the present numbers where both have their present value', () => {
    const rows = { input: 'churn', values: valuesAround('churn', 0.05) } as const;
    const columns = { input: 'arpa', values: valuesAround('arpa', 100) } as const;
    const cells = answerOf(whatIf({ ...about(customer, 'ltvToCac'), rows, columns }));
    expect(rows.values).toEqual([0.035, 0.04, 0.045, 0.05, 0.055, 0.06, 0.065]);
    expect(cells).toHaveLength(7);
    expect(cells[3]?.[3]).toBeCloseTo(1600 / 700, 12);
    expect(cells[0]?.[6]).toBeCloseTo((130 * 0.8) / 0.035 / 700, 12);
  });

  it('leaves a cell empty where there is no answer', () => {
    const rows = { input: 'churn', values: [0, 0.05] } as const;
    const columns = { input: 'arpa', values: [100] } as const;
    expect(answerOf(whatIf({ ...about(customer, 'ltv'), rows, columns }))).toEqual([
      [undefined],
      [expect.closeTo(1600)],
    ]);
  });

  it('tries up to seven values in order, the present one among them, within what makes sense', () => {
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.double({ min: 0, max: 1e9, noNaN: true }), (name, value) => {
        const limits = limitsOf(name);
        const present = Math.min(limits.high, Math.max(limits.low, isWhole(name) ? Math.round(value) : value));
        const values = valuesAround(name, present);
        expect(values).toContain(present);
        expect(values.length).toBeLessThanOrEqual(7);
        expect(values).toEqual([...new Set(values)].sort((one, other) => one - other));
        expect(values.every((each) => each >= limits.low && each <= limits.high)).toBe(true);
      }),
    );
    expect(valuesAround('grossMargin', 1)).toEqual([0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]);
    expect(valuesAround('months', 1)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(valuesAround('arpa', 100, { low: 94, high: 106 })).toEqual([94, 96, 98, 100, 102, 104, 106]);
  });
});

describe('what it would take', () => {
  const solve = (inputs: Numbers, result: QuantityName, solveFor: QuantityName, target: number, model = 'simple') =>
    breakEvenOf({ ...about(inputs, result, model), solveFor, target, isLessBetter: isLessBetter(model, result) });

  it('to a ratio of 3 is a churn of 3.8 %, rounded so that the target is reached', () => {
    expect(answerOf(solve(customer, 'ltvToCac', 'churn', 3))).toBe(0.038);
  });

  it('in months is a whole number of them', () => {
    const inputs = { ...customer, annualDiscountRate: 0, horizonMonths: 36 };
    // 80 × (1 − 0.95ⁿ) ÷ 0.05 is at least 1000 from n = 20 on.
    expect(answerOf(solve(inputs, 'ltv', 'horizonMonths', 1000, 'discounted'))).toBe(20);
  });

  it('far beyond what is entered is found too', () => {
    expect(answerOf(solve(customer, 'ltv', 'arpa', 100_000))).toBe(6250);
  });

  it.each([
    ['ltvToCac', 'churn', 1e9, 'never-reached'],
    ['ltv', 'cac', 2000, 'never-reached'],
    ['ltv', 'cac', 1000, 'always-exceeded'],
  ] as const)(
    'has a reason where no value of one number makes %s through %s reach %d: %s',
    (result, by, target, reason) => {
      const found = solve(customer, result, by, target);
      expect(found.ok ? found : found.reason).toBe(reason);
    },
  );

  it('put into the calculation reaches the target, for any model and number', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ready),
        fc.nat(),
        fc.double({ min: 0.5, max: 2, noNaN: true }),
        (each, pick, times) => {
          const { calculator, model, inputs } = each;
          const entered = Object.keys(inputs) as QuantityName[];
          const solveFor = entered[pick % entered.length] ?? 'churn';
          const { headline } = model;
          const resultAt = (numbers: Numbers) => {
            const result = answerOf(model.compute(numbers, undefined)).results[headline];
            return result?.ok ? result.value : Number.NaN;
          };
          const target = resultAt(inputs) * times;
          const lessBetter = isLessBetter(model.name, headline);
          const asked = about(inputs, headline, model.name, calculator.name);
          const found = breakEvenOf({ ...asked, solveFor, target, isLessBetter: lessBetter });
          if (!found.ok) return;
          const reached = resultAt({ ...inputs, [solveFor]: found.value });
          const slack = 1e-9 * Math.abs(target);
          if (lessBetter) expect(reached).toBeLessThanOrEqual(target + slack);
          else expect(reached).toBeGreaterThanOrEqual(target - slack);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('targets', () => {
  it('lie on the better side of a result', () => {
    expect(targetNear(1600, isLessBetter('simple', 'ltv'))).toBe(1900);
    expect(targetNear(12, isLessBetter('simple', 'paybackMonths'))).toBe(9.6);
    expect(targetNear(-0.1, isLessBetter('groups', 'nps'))).toBe(-0.08);
  });

  it('know that of the older effort question less is better', () => {
    expect(isLessBetter('ces-effort-2010', 'meanRating')).toBe(true);
    expect(isLessBetter('ces-agreement', 'meanRating')).toBe(false);
  });
});
