import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import english from '../../src/content/ui/en.json' with { type: 'json' };
import { calculators } from '../../src/lib/calculators/calculators.ts';
import {
  duplicateScenario,
  enterText,
  exampleEntered,
  isSame,
  mostScenarios,
  moveScenario,
  numbersOf,
  removeScenario,
  renameScenario,
  textsOf,
} from '../../src/lib/calculators/entered.ts';
import { type Answer, type AnyModel, modelNamed, type Numbers } from '../../src/lib/calculators/model.ts';
import type { RetentionData } from '../../src/lib/calculators/retention/retention-data.ts';
import { placeOf, sliderOf, valueAt } from '../../src/lib/calculators/sliders.ts';
import { netPromoterWarnings } from '../../src/lib/calculators/surveys/survey-warnings.ts';
import { type Answered, churnWarnings, lifetimeValueWarnings } from '../../src/lib/calculators/warnings.ts';
import { workOut } from '../../src/lib/metrics/formula.ts';
import type { RetentionModel } from '../../src/lib/metrics/lifetime-value/retention-model.ts';
import { type QuantityName, unitOf } from '../../src/lib/metrics/quantities.ts';
import type { Result } from '../../src/lib/result.ts';

const { ltv, churn, nps } = calculators;

function model(calculator: 'ltv' | 'churn' | 'nps', name: string): AnyModel {
  const found = modelNamed(calculators[calculator], name);
  if (!found) throw new Error(`There is no model "${name}".`);
  return found;
}

function resultOf(answer: Result<Answer, string>, name: QuantityName): number | string | undefined {
  if (!answer.ok) return answer.reason;
  const result = answer.value.results[name];
  return result?.ok ? result.value : result?.reason;
}

const plainModels = Object.values(calculators).flatMap((calculator) =>
  calculator.models.filter(({ needsData }) => !needsData).map((each) => [calculator.name, each.name, each] as const),
);

/** Numbers somebody might enter, and some nobody would. */
function likelyNumber(name: QuantityName): fc.Arbitrary<number> {
  switch (unitOf(name)) {
    case 'ratio':
      return fc.double({ min: -0.1, max: 1.1, noNaN: true }).map((share) => Number(share.toFixed(4)));
    case 'months':
      return fc.integer({ min: -1, max: 120 });
    default:
      return fc.integer({ min: -5, max: 100_000 });
  }
}

function anyNumber(name: QuantityName): fc.Arbitrary<number> {
  return fc.oneof(likelyNumber(name), fc.double({ noNaN: true, noDefaultInfinity: true }));
}

const inputsOf = ({ inputs }: AnyModel, number: typeof anyNumber): fc.Arbitrary<Numbers> =>
  fc.record(Object.fromEntries(inputs.map(({ name }) => [name, number(name)])), {
    requiredKeys: inputs.filter(({ isOptional }) => !isOptional).map(({ name }) => name),
  }) as fc.Arbitrary<Numbers>;

/** What a table of survivors would have to teach for the lifetime value to go by a given curve. */
function retentionData(curve: RetentionModel, monthsPerPeriod: 1 | 3 | 12): RetentionData {
  const nothing = { ok: false, reason: 'too-few-periods', field: undefined } as const;
  const comparison = [
    { kind: curve.kind, fit: { ok: true, value: { ...curve, logLikelihood: 0 } }, aic: nothing, holdOutError: nothing },
  ] as const;
  const fits = { observed: [1], customers: 1, holdOutPeriods: 1, comparison };
  return {
    survivors: '2 1',
    monthsPerPeriod,
    curve: curve.kind,
    fits: { of: '2 1', result: { ok: true, value: fits } },
  };
}

/** How far each step's own arithmetic is from the result shown beside it, in proportion. */
function distances({ steps, values, results }: Answer): number[] {
  const again = workOut(steps, values);
  return steps.map(({ name }) => {
    const result = results[name];
    const shown = (result?.ok ? result.value : values[name]) ?? Number.NaN;
    return Math.abs((again[name] ?? Number.NaN) - shown) / Math.max(1, Math.abs(shown));
  });
}

describe.each(plainModels)('%s, model %s', (calculator, _, each) => {
  it('shows steps that work out to the results beside them', () => {
    fc.assert(
      fc.property(inputsOf(each, likelyNumber), (inputs) => {
        const answer = each.compute(inputs, undefined);
        for (const distance of answer.ok ? distances(answer.value) : []) expect(distance).toBeLessThan(1e-6);
      }),
    );
  });

  it('answers anything with numbers, or a reason that has its sentence', () => {
    fc.assert(
      fc.property(inputsOf(each, anyNumber), (inputs) => {
        const answer = each.compute(inputs, undefined);
        const results = answer.ok ? Object.values(answer.value.results) : [answer];
        for (const result of results) {
          if (!result?.ok) expect(english).toHaveProperty([`reason.${result?.reason}`]);
          else expect(Number.isFinite(result.value)).toBe(true);
        }
        if (!answer.ok && answer.field !== undefined)
          expect(each.inputs.map(({ name }) => name)).toContain(answer.field);
      }),
      { numRuns: 500 },
    );
  });

  it('gives only results that are promised, and has an answer for what it opens with', () => {
    const example = calculators[calculator].example('JPY');
    const inputs = Object.fromEntries(
      each.inputs.map(({ name, isOptional }) => [name, example[name] ?? (isOptional ? 500 : 1)]),
    );
    const answer = each.compute(inputs, undefined);
    expect(answer.ok, JSON.stringify(answer)).toBe(true);
    const promised = calculators[calculator].results;
    for (const name of Object.keys(answer.ok ? answer.value.results : {})) expect(promised).toContain(name);
  });
});

describe('lifetime value', () => {
  const base = { arpa: 100, grossMargin: 0.8, churn: 0.05, expansion: 0, annualDiscountRate: 0.1, horizonMonths: 36 };
  const answer = (name: string, change: Numbers) => model('ltv', name).compute({ ...base, ...change }, undefined);

  it('with a cost has the ratio and both paybacks', () => {
    const result = answer('simple', { arpa: 100, churn: 0.02, cac: 1200 });
    expect(resultOf(result, 'ltv')).toBe(4000);
    expect(resultOf(result, 'ltvToCac')).toBeCloseTo(10 / 3, 12);
    expect(resultOf(result, 'paybackMonths')).toBe(15);
    expect(resultOf(result, 'paybackMonthsWithChurn')).toBeCloseTo(17.654809, 6);
  });

  it('shows the sum of all payments where nothing is lost from month to month', () => {
    expect(resultOf(answer('discounted', { churn: 0, annualDiscountRate: 0 }), 'ltv')).toBe(100 * 0.8 * 36);
  });

  it.each([
    ['simple', { churn: 0 }, 'no-churn', 'churn'],
    ['discounted', { horizonMonths: 2.5 }, 'horizon-not-whole', 'horizonMonths'],
    ['discounted', { horizonMonths: 0 }, 'horizon-not-positive', 'horizonMonths'],
    ['discounted', { horizonMonths: 5000 }, 'horizon-too-long', 'horizonMonths'],
    ['discounted', { annualDiscountRate: -1 }, 'rate-below-minus-one', 'annualDiscountRate'],
    ['expansion', { expansion: 1e6, horizonMonths: 1200 }, 'too-large', undefined],
  ] as const)('in the %s model answers %o with the reason %s', (name, change, reason, field) => {
    expect(answer(name, change)).toEqual({ ok: false, reason, field });
  });

  it('says that a value without a horizon does not exist when growth outruns churn', () => {
    const result = answer('expansion', { churn: 0.02, expansion: 0.03, annualDiscountRate: 0 });
    expect(resultOf(result, 'ltvWithoutHorizon')).toBe('diverges');
  });

  it('does not blame growth where there is none, but neither churn nor discount', () => {
    const result = answer('discounted', { churn: 0, annualDiscountRate: 0 });
    expect(resultOf(result, 'ltvWithoutHorizon')).toBe('never-ends');
  });

  it('from a retention table takes the payments the fitted model expects', () => {
    // Fader and Hardie 2007, shifted-beta-geometric with α = β = 1: survival 1/(t + 1).
    const data = retentionData({ kind: 'shifted-beta-geometric', alpha: 1, beta: 1 }, 12);
    const inputs = { arpa: 10, grossMargin: 0.5, annualDiscountRate: 0.1 };
    const endless = model('ltv', 'retention').compute(inputs, data);
    expect(resultOf(endless, 'expectedPayments')).toBeCloseTo(1.1 * Math.log(11), 9);
    expect(resultOf(endless, 'ltv')).toBeCloseTo(60 * 1.1 * Math.log(11), 7);
    const threeYears = model('ltv', 'retention').compute({ ...inputs, horizonMonths: 36 }, data);
    expect(resultOf(threeYears, 'expectedPayments')).toBeCloseTo(1 + 1 / 2 / 1.1 + 1 / 3 / 1.21, 12);
    const first = model('ltv', 'retention').compute({ ...inputs, horizonMonths: 12 }, data);
    expect(resultOf(first, 'expectedPayments')).toBe(1);
  });

  it('from orders counts the first order and those expected after it', () => {
    // The CDNOW parameters of Fader, Hardie and Lee 2005: 0.242, 4.414, 0.793, 2.426; spend 6.25, 3.74, 15.44.
    const spend = (6.25 * 15.44) / (3.74 - 1);
    const data = {
      model: { r: 0.242, alpha: 4.414, a: 0.793, b: 2.426 },
      spend: { expected: spend },
    };
    const result = model('ltv', 'orders').compute({ grossMargin: 1, annualDiscountRate: 0, horizonMonths: 9 }, data);
    // Expected repeat orders after 39 weeks: 1.2 to 1.3 in figure 2 of the paper, for customers of all ages.
    expect(resultOf(result, 'expectedOrders')).toBeGreaterThan(2.1);
    expect(resultOf(result, 'expectedOrders')).toBeLessThan(2.4);
    expect(resultOf(result, 'expectedSpend')).toBe(spend);
    expect(Number(resultOf(result, 'ltv')) / spend).toBeCloseTo(Number(resultOf(result, 'expectedOrders')), 1);
  });
});

describe('churn', () => {
  it('of a quarter is turned into months and years by compounding', () => {
    const result = model('churn', 'counts').compute(
      { customersAtStart: 1000, customersLost: 100, months: 3 },
      undefined,
    );
    expect(resultOf(result, 'customerChurnRate')).toBe(0.1);
    expect(resultOf(result, 'quarterlyChurn')).toBeCloseTo(0.1, 12);
    expect(resultOf(result, 'annualChurn')).toBeCloseTo(0.3439, 12);
    expect(resultOf(result, 'churn')).toBeCloseTo(1 - 0.9 ** (1 / 3), 12);
  });

  it('has the interval of Wilson 1927 as Newcombe 1998 prints it', () => {
    const result = model('churn', 'counts').compute({ customersAtStart: 263, customersLost: 81, months: 1 }, undefined);
    expect(resultOf(result, 'churnLower')).toBeCloseTo(0.2553, 4);
    expect(resultOf(result, 'churnUpper')).toBeCloseTo(0.3662, 4);
  });

  it('of revenue gives net and gross retention of the same movements', () => {
    const result = model('churn', 'movements').compute(churn.example('USD'), undefined);
    expect(resultOf(result, 'netRevenueRetention')).toBe(1);
    expect(resultOf(result, 'grossRevenueRetention')).toBe(0.95);
    expect(resultOf(result, 'revenueAtEnd')).toBe(113_000);
  });

  it('says which period is no length', () => {
    const result = model('churn', 'counts').compute({ customersAtStart: 10, customersLost: 1, months: 0 }, undefined);
    expect(result).toEqual({ ok: false, reason: 'not-positive', field: 'months' });
  });
});

describe('survey scores', () => {
  it('of eleven counts are those of the three groups', () => {
    const ratings = model('nps', 'ratings').compute(nps.example('USD'), undefined);
    const groups = model('nps', 'groups').compute({ promoters: 330, passives: 180, detractors: 90 }, undefined);
    expect(ratings.ok && ratings.value.results).toEqual(groups.ok && groups.value.results);
    expect(resultOf(ratings, 'nps')).toBe(0.4);
  });

  it('name the rating whose count cannot be', () => {
    const inputs = { ...nps.example('USD'), rating3: -1 };
    expect(model('nps', 'ratings').compute(inputs, undefined)).toEqual({
      ok: false,
      reason: 'negative-count',
      field: 'rating3',
    });
    expect(model('nps', 'csat').compute(inputs, undefined)).toEqual({
      ok: false,
      reason: 'negative-count',
      field: 'rating3',
    });
  });

  it('with the people asked have a response rate, or say that it cannot be', () => {
    const asked = (invited: number) =>
      resultOf(
        model('nps', 'groups').compute({ promoters: 5, passives: 3, detractors: 2, invited }, undefined),
        'responseRate',
      );
    expect(asked(40)).toBe(0.25);
    expect(asked(9)).toBe('more-answers-than-invited');
    expect(asked(0)).toBe('not-positive');
  });
});

describe('scenarios', () => {
  const example = exampleEntered(ltv, 'USD', 'en');
  const idsOf = (entered: typeof example) => entered.scenarios.map(({ id }) => id);

  it('are copied beside their original, up to four, moved and removed down to one', () => {
    const two = duplicateScenario(example, 1);
    expect(idsOf(two)).toEqual([1, 2]);
    expect(two.scenarios[1]?.texts).toEqual(example.scenarios[0].texts);
    expect(idsOf(duplicateScenario(two, 1))).toEqual([1, 3, 2]);
    const four = duplicateScenario(duplicateScenario(two, 2), 2);
    expect(four.scenarios).toHaveLength(mostScenarios);
    expect(duplicateScenario(four, 1)).toBe(four);
    expect(idsOf(moveScenario(two, 1, 1))).toEqual([2, 1]);
    expect(moveScenario(two, 1, -1)).toBe(two);
    expect(idsOf(removeScenario(two, 1))).toEqual([2]);
    expect(removeScenario(example, 1)).toBe(example);
  });

  it('keep what was typed exactly, in one scenario only', () => {
    const two = duplicateScenario(example, 1);
    const typed = renameScenario(enterText(two, 2, 'churn', '五%？'), 2, 'いろは');
    expect(typed.scenarios[1]).toMatchObject({ name: 'いろは', texts: { churn: '五%？' } });
    expect(typed.scenarios[0]).toBe(two.scenarios[0]);
    expect(isSame(typed, two, ltv)).toBe(false);
    expect(numbersOf(typed.scenarios[1] ?? example.scenarios[0], model('ltv', 'simple'))).not.toHaveProperty('churn');
  });

  it('read back every number they were filled with', () => {
    const amounts = fc.integer({ min: -1e9, max: 1e9 }).map((value) => value / 1000);
    fc.assert(
      fc.property(amounts, fc.constantFrom('en' as const, 'ja' as const), (arpa, locale) => {
        const scenario = { id: 1, name: '', texts: textsOf({ arpa: arpa || 0, grossMargin: 0.5, churn: 0.1 }, locale) };
        expect(numbersOf(scenario, model('ltv', 'simple')).arpa).toBe(arpa || 0);
      }),
    );
  });
});

describe('a slider', () => {
  it('stands where its number is, and gives that number back', () => {
    for (const calculator of Object.values(calculators)) {
      for (const { name } of calculator.models.flatMap(({ inputs }) => inputs)) {
        const range = sliderOf(calculator, name, 'JPY');
        const value = calculator.example('JPY')[name];
        if (!range || value === undefined) continue;
        expect(valueAt(placeOf(value, range), range, 0.001), name).toBeCloseTo(value, 9);
        expect(placeOf(range.highest * 1000, range)).toBe(1);
        expect(placeOf(range.lowest, range)).toBe(0);
      }
    }
  });
});

describe('a warning', () => {
  const answered = (calculator: 'ltv' | 'churn' | 'nps', name: string, numbers: Numbers): Answered => {
    const answer = model(calculator, name).compute(numbers, undefined);
    if (!answer.ok) throw new Error(answer.reason);
    return { numbers, answer: answer.value };
  };
  const kinds = (warnings: readonly { kind: string }[]) => warnings.map(({ kind }) => kind);

  it('stands where revenue is taken for margin, a yearly churn for a monthly, and a lifetime is longer than seen', () => {
    const simple = (numbers: Numbers) =>
      answered('ltv', 'simple', { arpa: 100, grossMargin: 0.8, churn: 0.05, ...numbers });
    expect(kinds(lifetimeValueWarnings([simple({})]))).toEqual([]);
    expect(kinds(lifetimeValueWarnings([simple({ grossMargin: 1 })]))).toEqual(['revenue-not-margin']);
    expect(kinds(lifetimeValueWarnings([simple({ churn: 0.2 })]))).toEqual(['churn-looks-yearly']);
    expect(kinds(lifetimeValueWarnings([simple({ churn: 0.005 })]))).toEqual(['long-lifetime']);
  });

  it('stands where few were lost, where a period is no month, and where rates of unequal groups invite an average', () => {
    const counts = (customersAtStart: number, customersLost: number, months = 1) =>
      answered('churn', 'counts', { customersAtStart, customersLost, months });
    expect(kinds(churnWarnings([counts(600, 18)]))).toEqual([]);
    expect(kinds(churnWarnings([counts(60, 2)]))).toEqual(['small-sample']);
    expect(kinds(churnWarnings([counts(600, 18, 12)]))).toEqual(['period-not-month']);
    const [pooled] = churnWarnings([counts(900, 9), counts(100, 11)]);
    expect(pooled).toMatchObject({
      kind: 'average-of-rates',
      numbers: { pooled: { value: 0.02 }, average: { value: 0.06 } },
    });
  });

  it('stands where a change lies within chance, answers are few, or few answered', () => {
    const groups = (numbers: Numbers) => answered('nps', 'groups', numbers);
    const before = groups({ promoters: 40, passives: 30, detractors: 30 });
    expect(kinds(netPromoterWarnings([before, groups({ promoters: 50, passives: 30, detractors: 20 })]))).toEqual([
      'difference-in-noise',
    ]);
    expect(kinds(netPromoterWarnings([before, groups({ promoters: 90, passives: 5, detractors: 5 })]))).toEqual([]);
    expect(kinds(netPromoterWarnings([groups({ promoters: 5, passives: 3, detractors: 2 })]))).toEqual(['few-answers']);
    expect(
      kinds(netPromoterWarnings([groups({ promoters: 50, passives: 30, detractors: 20, invited: 1000 })])),
    ).toEqual(['low-response']);
  });
});
