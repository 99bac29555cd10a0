import { execFileSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { workOut } from '../../src/lib/metrics/formula.ts';
import type { MeasureName } from '../../src/lib/metrics/measure-names.ts';
import { computeForContent, measures } from '../../src/lib/metrics/measures.ts';
import vectors from '../vectors/metrics.json' with { type: 'json' };

const losses = { revenueAtStart: 100_000, contractionRevenue: 3000, churnedRevenue: 5000 };
const movements = { ...losses, newRevenue: 20_000, expansionRevenue: 15_000, reactivatedRevenue: 500 };

/** Inputs for which each measure has an answer. */
const examples: Readonly<Record<MeasureName, Record<string, number>>> = {
  customerChurnRate: { customersAtStart: 600, customersLost: 18 },
  customerRetentionRate: { customersAtStart: 600, customersAtEnd: 640, newCustomers: 58 },
  averageCustomerChurnRate: { customersAtStart: 600, customersAtEnd: 640, customersLost: 18, months: 3 },
  annualChurnRate: { churn: 0.05 },
  monthlyChurnRate: { annualChurn: 0.4 },
  survivalShare: { churn: 0.05, periods: 20 },
  churnHalfLife: { churn: 0.05 },
  expectedLifetime: { churn: 0.05 },
  revenueAtEnd: movements,
  grossRevenueRetention: losses,
  grossRevenueChurn: losses,
  netRevenueRetention: { ...losses, expansionRevenue: 15_000 },
  netRevenueChurn: { ...losses, expansionRevenue: 15_000 },
  quickRatio: {
    newRevenue: 20_000,
    expansionRevenue: 15_000,
    reactivatedRevenue: 500,
    contractionRevenue: 3000,
    churnedRevenue: 5000,
  },
  lifetimeValueToAcquisitionCost: { ltv: 4000, cac: 1200 },
  paybackMonths: { cac: 1200, arpa: 100, grossMargin: 0.8 },
  paybackMonthsWithChurn: { cac: 1200, arpa: 100, grossMargin: 0.8, churn: 0.02 },
  simpleLifetimeValue: { arpa: 100, grossMargin: 0.8, churn: 0.05 },
  discountedLifetimeValue: { arpa: 100, grossMargin: 0.8, churn: 0.05, expansion: 0.01, discount: 0.008, periods: 36 },
  netPromoterScore: { promoters: 50, passives: 30, detractors: 20 },
  satisfiedShare: { satisfied: 65, answers: 100 },
  adoptionRate: { activeUsers: 84, users: 120 },
  repeatPurchaseRate: { repeatCustomers: 946, buyingCustomers: 2357 },
  shiftedBetaGeometricRetention: { alpha: 0.668, beta: 3.806, period: 3 },
};

describe('the formula a page shows', () => {
  it.each(Object.keys(examples) as MeasureName[])('of %s gives the number the page computes', (name) => {
    const inputs = examples[name];
    const { steps } = measures[name];
    const last = steps.at(-1)?.name;
    expect(last).toBeDefined();
    const byFormula = last && workOut(steps, inputs)[last];
    expect(byFormula).toBeCloseTo(computeForContent(name, inputs), 9);
  });

  it('refuses a worked example with the wrong inputs, naming the right ones', () => {
    expect(() => computeForContent('customerChurnRate', { churn: 1 })).toThrow(/takes customersAtStart, customersLost/);
    expect(() => computeForContent('expectedLifetime', { churn: 0 })).toThrow(/no answer.*nobody-leaves/);
  });
});

describe('the library', () => {
  it('loads and computes in plain Node, from a terminal', () => {
    const module = new URL('../../src/lib/metrics/index.ts', import.meta.url).href;
    const program = `import('${module}').then((measures) => console.log(JSON.stringify(
      measures.simpleLifetimeValue({ arpa: 100, grossMargin: 0.8, churn: 0.05 })), typeof document))`;
    const output = execFileSync(process.execPath, ['--input-type=module', '--eval', program], { encoding: 'utf8' });
    expect(output.trim()).toBe('{"ok":true,"value":1600} undefined');
  });

  it('is held against every published case there is', () => {
    const here = new URL('.', import.meta.url);
    const tests = globSync('*.test.ts', { cwd: here }).map((file) => readFileSync(new URL(file, here), 'utf8'));
    expect(vectors.length).toBeGreaterThan(40);
    expect(vectors.filter(({ id }) => !tests.some((text) => text.includes(`'${id}'`)))).toEqual([]);
  });
});
