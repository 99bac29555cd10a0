import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import {
  cohortTable,
  discountedLifetimeValue,
  fitBetaDiscreteWeibull,
  fitBetaGeometricNbd,
  fitShiftedBetaGeometric,
  kaplanMeier,
  logRankTest,
  simulate,
} from '../../src/lib/metrics/index.ts';
import { rows } from '../unit/data.ts';
import { report } from './figure.ts';

/** Milliseconds a calculation takes, run after run, once it is warm. */
function timed(runs: number, calculate: () => unknown): number[] {
  for (let warming = 0; warming < Math.min(20, runs); warming += 1) calculate();
  return Array.from({ length: runs }, () => {
    const start = performance.now();
    calculate();
    return performance.now() - start;
  });
}

/** The heavier measures, on published data and on a seeded million rows. */
export function benchMeasures(): void {
  const cohorts = [rows('fader_hardie_2007_table1.csv').map((row) => Number(row['High-end']))];
  const customers = rows('cdnow_customers_summary.csv');
  const column = (name: string) => Float64Array.from(customers, (row) => Number(row[name]));
  const orders = { repeatOrders: column('frequency'), lastOrder: column('recency'), age: column('T') };

  const generator = xoroshiro128plus(20261122);
  const durations = Float64Array.from({ length: 1_000_000 }, () =>
    Math.ceil(-20 * Math.log(1 - uniformFloat64(generator))),
  );
  const days = Float64Array.from({ length: 1_000_000 }, () => -600 * Math.log(1 - uniformFloat64(generator)));
  const ended = Uint8Array.from({ length: 1_000_000 }, () => (uniformFloat64(generator) < 0.6 ? 1 : 0));

  const halves = [0, 1].map((half) => ({
    durations: days.filter((_, row) => row % 2 === half),
    ended: ended.filter((_, row) => row % 2 === half),
  }));
  const startPeriod = Float64Array.from({ length: 1_000_000 }, () => Math.floor(uniformFloat64(generator) * 60));
  const endPeriod = startPeriod.map((start, row) =>
    ended[row] === 1 ? start + Math.floor(uniformFloat64(generator) * (60 - start)) : Number.NaN,
  );

  const simulation = () =>
    simulate({
      measure: discountedLifetimeValue,
      inputs: {
        arpa: { kind: 'log-normal', low: 80, high: 130 },
        grossMargin: { kind: 'range', low: 0.7, high: 0.85 },
        churn: { kind: 'beta', events: 5, nonEvents: 95 },
        expansion: { kind: 'range', low: 0, high: 0.01 },
        discount: { kind: 'fixed', value: 0.008 },
        periods: { kind: 'fixed', value: 60 },
      },
      draws: 100_000,
      seed: 1,
    });

  const figures = [
    ['sBG fit, 12 renewals', 200, 2, () => fitShiftedBetaGeometric({ cohorts })],
    ['beta-discrete-Weibull fit, 12 renewals', 200, 10, () => fitBetaDiscreteWeibull({ cohorts })],
    ['BG/NBD fit, 2,357 customers', 20, 300, () => fitBetaGeometricNbd(orders)],
    ['Kaplan–Meier, 1,000,000 rows in whole months', 9, 1000, () => kaplanMeier({ durations, ended })],
    ['Kaplan–Meier, 1,000,000 rows, every time another', 5, 1000, () => kaplanMeier({ durations: days, ended })],
    ['log-rank test, two groups of 500,000 rows', 5, 1000, () => logRankTest({ groups: halves })],
    ['cohort table, 1,000,000 rows', 5, 1000, () => cohortTable({ startPeriod, endPeriod, lastPeriod: 59 })],
    ['simulation of a lifetime value, 100,000 draws', 20, 150, simulation],
  ] as const;
  for (const [name, runs, target, calculate] of figures) {
    report({ name, unit: 'ms', target, values: timed(runs, calculate) });
  }
}
