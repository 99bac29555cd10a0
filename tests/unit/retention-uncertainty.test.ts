import { describe, expect, it } from 'vitest';
import { calculators } from '../../src/lib/calculators/calculators.ts';
import { modelNamed } from '../../src/lib/calculators/model.ts';
import { hasUncertainData } from '../../src/lib/calculators/ranges.ts';
import type { CurveKind, RetentionData } from '../../src/lib/calculators/retention/retention-data.ts';
import { fitRetention } from '../../src/lib/calculators/retention/retention-fits.ts';
import { simulateResult } from '../../src/lib/calculators/uncertainty.ts';
import { fitBetaDiscreteWeibull } from '../../src/lib/metrics/lifetime-value/beta-discrete-weibull.ts';
import { retentionUncertainty } from '../../src/lib/metrics/lifetime-value/retention-uncertainty.ts';
import { fitShiftedBetaGeometric } from '../../src/lib/metrics/lifetime-value/shifted-beta-geometric.ts';
import { likelihoodSpread } from '../../src/lib/metrics/statistics/likelihood-spread.ts';
import { answerOf } from './answer-of.ts';
import { rows } from './data.ts';

const highEnd = rows('fader_hardie_2007_table1.csv').map((row) => Number(row['High-end']));

/** Covariance of what standard normal numbers are led to. */
function covariance(lead: (normals: readonly number[]) => readonly number[], axes: number): number[][] {
  const unit = (axis: number) => Array.from({ length: axes }, (_, other) => (other === axis ? 1 : 0));
  const middle = lead(unit(-1));
  const columns = middle.map((_, axis) => lead(unit(axis)).map((value, row) => value - (middle[row] ?? 0)));
  return middle.map((_, row) =>
    middle.map((_, column) => columns.reduce((sum, each) => sum + (each[row] ?? 0) * (each[column] ?? 0), 0)),
  );
}

function dataWith(survivors: string, curve?: CurveKind): RetentionData {
  return { survivors, monthsPerPeriod: 12, curve, fits: { of: survivors, result: fitRetention({ survivors }) } };
}

describe('the spread of a likelihood', () => {
  it('is the inverse of its curvature, also where quantities go together', () => {
    // −½ (x − 1, y + 2) A (x − 1, y + 2)ᵀ with A = (4 3; 3 9), whose inverse is (9 −3; −3 4) ÷ 27
    const logLikelihood = ([x = 0, y = 0]: readonly number[]) =>
      -(4 * (x - 1) ** 2 + 6 * (x - 1) * (y + 2) + 9 * (y + 2) ** 2) / 2;
    const lead = answerOf(likelihoodSpread({ logLikelihood, top: [1, -2] }));
    expect(lead([0, 0])).toEqual([1, -2]);
    const [[xx, xy] = [], [, yy] = []] = covariance(lead, 2);
    expect(xx).toBeCloseTo(9 / 27, 8);
    expect(xy).toBeCloseTo(-3 / 27, 8);
    expect(yy).toBeCloseTo(4 / 27, 8);
  });

  it.each([
    ['is level', () => -5],
    ['is level along a ridge', ([x = 0, y = 0]: readonly number[]) => -50 * (x + y) ** 2],
    ['rises on one side', ([x = 0, y = 0]: readonly number[]) => y ** 2 - x ** 2],
    ['is no number beside its top', ([x = 0]: readonly number[]) => (x === 0 ? 0 : Number.NaN)],
    ['hardly falls off', ([x = 0, y = 0]: readonly number[]) => -(x ** 2) - 0.09 * y ** 2],
  ])('does not exist where it %s', (_, logLikelihood) => {
    expect(likelihoodSpread({ logLikelihood, top: [0, 0] })).toEqual({ ok: false, reason: 'spread-unknown' });
  });
});

describe('a fitted retention curve is as sure as its table makes it', () => {
  // mpmath 1.3, 40 digits: the inverse of the second derivatives of the log-likelihood in the logarithms
  it.each([
    [
      answerOf(fitShiftedBetaGeometric({ cohorts: [highEnd] })),
      ['alpha', 'beta'],
      [
        [0.011149352732408, 0.014940701090702],
        [0.014940701090702, 0.023964370377251],
      ],
    ],
    [
      answerOf(fitBetaDiscreteWeibull({ cohorts: [highEnd] })),
      ['gamma', 'delta', 'shape'],
      [
        [0.052520868531458, 0.045269338381567, -0.032166748445044],
        [0.045269338381567, 0.046749014913121, -0.026117003391406],
        [-0.032166748445044, -0.026117003391406, 0.021411651702975],
      ],
    ],
  ])('$kind: its parameters vary, and vary together, as mpmath has it', (model, names, known) => {
    const { distributions, modelAt } = answerOf(retentionUncertainty({ model, cohorts: [highEnd] }));
    expect(distributions).toEqual(names.map(() => ({ kind: 'standard-normal' })));
    const logs = (normals: readonly number[]) => {
      const drawn: Readonly<Record<string, unknown>> = { ...modelAt(normals) };
      return names.map((name) => Math.log(Number(drawn[name])));
    };
    const found = covariance(logs, names.length);
    for (const [row, entries] of known.entries()) {
      for (const [column, entry] of entries.entries()) {
        expect((found[row]?.[column] ?? 0) / entry).toBeCloseTo(1, 4);
      }
    }
  });

  it('constant churn is a share seen in counts, over cohorts of any age', () => {
    const model = { kind: 'constant-churn', churn: 0.2 } as const;
    const cohorts = [[100, 80, 64], [10]];
    expect(retentionUncertainty({ model, cohorts })).toMatchObject({ reason: 'no-renewals', field: 'cohorts.1' });
    const { distributions, modelAt } = answerOf(
      retentionUncertainty({
        model,
        cohorts: [
          [100, 80, 64],
          [10, 5],
        ],
      }),
    );
    expect(distributions).toEqual([{ kind: 'beta', events: 41, nonEvents: 149 }]);
    expect(modelAt([0.25])).toEqual({ kind: 'constant-churn', churn: 0.25 });
  });

  it('is not known where customers do not differ', () => {
    const alike = [10_000, 8000, 6400, 5120, 4096];
    const model = answerOf(fitBetaDiscreteWeibull({ cohorts: [alike] }));
    expect(model.customersAlike).toBe(true);
    expect(retentionUncertainty({ model, cohorts: [alike] })).toEqual({ ok: false, reason: 'spread-unknown' });
  });
});

describe('a simulation of a value from a retention table', () => {
  /** Ten yearly payments of 1, discounted by 10 % a year. */
  const simulated = (data: RetentionData, draws = 20_000) =>
    simulateResult({
      calculator: 'ltv',
      model: 'retention',
      data,
      result: 'ltv',
      inputs: { arpa: 1 / 12, grossMargin: 1, annualDiscountRate: 0.1, horizonMonths: 120 },
      drawn: {},
      draws,
      seed: 1,
    });

  // By NumPy 2: constant churn from 2,000,000 values of the beta distribution; the others from a parametric bootstrap,
  // 1,500 and 600 tables drawn from the fit and fitted again by SciPy.
  it.each([
    ['constant-churn', 4.9399, 5.0109, 5.0812],
    ['shifted-beta-geometric', 4.533, 4.621, 4.72],
    ['beta-discrete-weibull', 4.497, 4.589, 4.687],
  ] as const)('under %s lies where other tables like it lead', (curve, low, median, high) => {
    const { percentiles, withoutAnswer, ...found } = answerOf(simulated(dataWith(highEnd.join(' '), curve)));
    expect(withoutAnswer).toBe(0);
    const ends = [0.1, 0.9].map((wanted) => percentiles.find(({ share }) => share === wanted)?.value ?? 0);
    for (const [value = 0, known] of [
      [found.median, median],
      [ends[0], low],
      [ends[1], high],
    ] as const) {
      // A fourteenth of the width between the ends.
      expect(Math.abs(value - known)).toBeLessThan(0.013);
    }
  });

  it('is the less sure the smaller the table', () => {
    const width = (customers: number) => {
      const survivors = highEnd.map((left) => Math.round((left * customers) / 1000)).join(' ');
      const { percentiles } = answerOf(simulated(dataWith(survivors, 'shifted-beta-geometric'), 5000));
      return (percentiles[5]?.value ?? 0) - (percentiles[1]?.value ?? 0);
    };
    // Ten times the customers: √10 of the width.
    expect(width(1000) / width(10_000)).toBeCloseTo(Math.sqrt(10), 0);
  });

  it('draws the numbers that have a range beside the curve', () => {
    const data = dataWith(highEnd.join(' '));
    const asked = {
      calculator: 'ltv',
      model: 'retention',
      data,
      result: 'expectedPayments',
      inputs: { arpa: 1 / 12, grossMargin: 1, annualDiscountRate: 0.1, horizonMonths: 120 },
      draws: 2000,
      seed: 1,
    } as const;
    const range = { distribution: { kind: 'range', low: 0.05, high: 0.15 }, times: 1 } as const;
    const alone = answerOf(simulateResult({ ...asked, drawn: {} }));
    const both = answerOf(simulateResult({ ...asked, drawn: { annualDiscountRate: range } }));
    const width = ({ percentiles }: typeof alone) => (percentiles[5]?.value ?? 0) - (percentiles[1]?.value ?? 0);
    expect(width(both)).toBeGreaterThan(2 * width(alone));
  });

  it('says when the table does not show how sure the curve is', () => {
    expect(simulated(dataWith('10000 8000 6400 5120 4096', 'beta-discrete-weibull'))).toEqual({
      ok: false,
      reason: 'spread-unknown',
    });
  });

  it('stays with the table its curve was fitted to while a changed one is worked out', () => {
    const data = dataWith(highEnd.join(' '), 'shifted-beta-geometric');
    expect(simulated({ ...data, survivors: '1000 500 200 100' }, 100)).toEqual(simulated(data, 100));
  });

  it('is of a model there is', () => {
    expect(calculators.ltv.models.filter(({ name }) => hasUncertainData(name))).toEqual([
      modelNamed(calculators.ltv, 'retention'),
    ]);
  });
});
