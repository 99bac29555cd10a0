import type { Result } from '../result.ts';
import { averageCustomerChurnRate, averageCustomerChurnRateFormula } from './churn/average-customer-churn-rate.ts';
import * as periods from './churn/churn-periods.ts';
import { customerChurnRate, customerChurnRateFormula } from './churn/customer-churn-rate.ts';
import { customerRetentionRate, customerRetentionRateFormula } from './churn/customer-retention-rate.ts';
import * as gross from './churn/gross-revenue-retention.ts';
import * as net from './churn/net-revenue-retention.ts';
import { quickRatio, quickRatioFormula } from './churn/quick-ratio.ts';
import { revenueAtEnd, revenueAtEndFormula } from './churn/revenue-movements.ts';
import type { Step, Values } from './formula.ts';
import * as discounted from './lifetime-value/discounted-lifetime-value.ts';
import {
  shiftedBetaGeometricRetention,
  shiftedBetaGeometricRetentionFormula,
} from './lifetime-value/shifted-beta-geometric.ts';
import { simpleLifetimeValue, simpleLifetimeValueFormula } from './lifetime-value/simple-lifetime-value.ts';
import type { MeasureName } from './measure-names.ts';
import type { QuantityName } from './quantities.ts';
import { netPromoterScore, netPromoterScoreFormula } from './survey/net-promoter-score.ts';
import { satisfiedShare, satisfiedShareFormula } from './survey/satisfied-share.ts';
import {
  lifetimeValueToAcquisitionCost,
  lifetimeValueToAcquisitionCostFormula,
} from './unit-economics/lifetime-value-to-acquisition-cost.ts';
import * as payback from './unit-economics/payback.ts';

import { adoptionRate, adoptionRateFormula } from './usage/adoption-rate.ts';
import { repeatPurchaseRate, repeatPurchaseRateFormula } from './usage/repeat-purchase-rate.ts';

export interface Measure<Input extends QuantityName = QuantityName, Reason extends string = string> {
  readonly inputs: readonly Input[];
  /** From intermediate quantities to the result, which is the last. */
  readonly steps: readonly [...Step[], Step];
  readonly compute: (input: Readonly<Record<Input, number>>) => Result<number, Reason>;
}

/** Ties a function to the formula that explains it and lets the compiler check that the inputs fit. */
function measure<Input extends QuantityName, Reason extends string>(
  definition: Measure<Input, Reason>,
): Measure<Input, Reason> {
  return definition;
}

/** Every measure that content can name: what a page prints as a worked example is computed here. */
export const measures = {
  customerChurnRate: measure({
    inputs: ['customersAtStart', 'customersLost'],
    steps: [{ name: 'customerChurnRate', formula: customerChurnRateFormula }],
    compute: customerChurnRate,
  }),
  customerRetentionRate: measure({
    inputs: ['customersAtStart', 'customersAtEnd', 'newCustomers'],
    steps: [{ name: 'customerRetentionRate', formula: customerRetentionRateFormula }],
    compute: customerRetentionRate,
  }),
  averageCustomerChurnRate: measure({
    inputs: ['customersAtStart', 'customersAtEnd', 'customersLost', 'months'],
    steps: [{ name: 'averageCustomerChurnRate', formula: averageCustomerChurnRateFormula }],
    compute: averageCustomerChurnRate,
  }),
  annualChurnRate: measure({
    inputs: ['churn'],
    steps: [{ name: 'annualChurn', formula: periods.annualChurnRateFormula }],
    compute: periods.annualChurnRate,
  }),
  monthlyChurnRate: measure({
    inputs: ['annualChurn'],
    steps: [{ name: 'churn', formula: periods.monthlyChurnRateFormula }],
    compute: periods.monthlyChurnRate,
  }),
  survivalShare: measure({
    inputs: ['churn', 'periods'],
    steps: [{ name: 'survivalShare', formula: periods.survivalShareFormula }],
    compute: periods.survivalShare,
  }),
  churnHalfLife: measure({
    inputs: ['churn'],
    steps: [{ name: 'churnHalfLife', formula: periods.churnHalfLifeFormula }],
    compute: periods.churnHalfLife,
  }),
  expectedLifetime: measure({
    inputs: ['churn'],
    steps: [{ name: 'expectedLifetime', formula: periods.expectedLifetimeFormula }],
    compute: periods.expectedLifetime,
  }),
  revenueAtEnd: measure({
    inputs: [
      'revenueAtStart',
      'newRevenue',
      'expansionRevenue',
      'contractionRevenue',
      'churnedRevenue',
      'reactivatedRevenue',
    ],
    steps: [{ name: 'revenueAtEnd', formula: revenueAtEndFormula }],
    compute: revenueAtEnd,
  }),
  grossRevenueRetention: measure({
    inputs: ['revenueAtStart', 'contractionRevenue', 'churnedRevenue'],
    steps: [{ name: 'grossRevenueRetention', formula: gross.grossRevenueRetentionFormula }],
    compute: gross.grossRevenueRetention,
  }),
  grossRevenueChurn: measure({
    inputs: ['revenueAtStart', 'contractionRevenue', 'churnedRevenue'],
    steps: [{ name: 'grossRevenueChurn', formula: gross.grossRevenueChurnFormula }],
    compute: gross.grossRevenueChurn,
  }),
  netRevenueRetention: measure({
    inputs: ['revenueAtStart', 'expansionRevenue', 'contractionRevenue', 'churnedRevenue'],
    steps: [{ name: 'netRevenueRetention', formula: net.netRevenueRetentionFormula }],
    compute: net.netRevenueRetention,
  }),
  netRevenueChurn: measure({
    inputs: ['revenueAtStart', 'expansionRevenue', 'contractionRevenue', 'churnedRevenue'],
    steps: [{ name: 'netRevenueChurn', formula: net.netRevenueChurnFormula }],
    compute: net.netRevenueChurn,
  }),
  quickRatio: measure({
    inputs: ['newRevenue', 'expansionRevenue', 'reactivatedRevenue', 'contractionRevenue', 'churnedRevenue'],
    steps: [{ name: 'quickRatio', formula: quickRatioFormula }],
    compute: quickRatio,
  }),
  simpleLifetimeValue: measure({
    inputs: ['arpa', 'grossMargin', 'churn'],
    steps: [{ name: 'ltv', formula: simpleLifetimeValueFormula }],
    compute: simpleLifetimeValue,
  }),
  discountedLifetimeValue: measure({
    inputs: ['arpa', 'grossMargin', 'churn', 'expansion', 'discount', 'periods'],
    steps: [
      { name: 'monthlyMargin', formula: discounted.monthlyMarginFormula },
      { name: 'carryOver', formula: discounted.carryOverFormula },
      { name: 'ltv', formula: discounted.horizonFormula },
    ],
    compute: discounted.discountedLifetimeValue,
  }),
  lifetimeValueToAcquisitionCost: measure({
    inputs: ['ltv', 'cac'],
    steps: [{ name: 'ltvToCac', formula: lifetimeValueToAcquisitionCostFormula }],
    compute: lifetimeValueToAcquisitionCost,
  }),
  paybackMonths: measure({
    inputs: ['cac', 'arpa', 'grossMargin'],
    steps: [{ name: 'paybackMonths', formula: payback.paybackMonthsFormula }],
    compute: payback.paybackMonths,
  }),
  paybackMonthsWithChurn: measure({
    inputs: ['cac', 'arpa', 'grossMargin', 'churn'],
    steps: [{ name: 'paybackMonths', formula: payback.paybackMonthsWithChurnFormula }],
    compute: payback.paybackMonthsWithChurn,
  }),
  netPromoterScore: measure({
    inputs: ['promoters', 'passives', 'detractors'],
    steps: [{ name: 'nps', formula: netPromoterScoreFormula }],
    compute: netPromoterScore,
  }),
  satisfiedShare: measure({
    inputs: ['satisfied', 'answers'],
    steps: [{ name: 'satisfiedShare', formula: satisfiedShareFormula }],
    compute: satisfiedShare,
  }),
  adoptionRate: measure({
    inputs: ['activeUsers', 'users'],
    steps: [{ name: 'adoptionRate', formula: adoptionRateFormula }],
    compute: adoptionRate,
  }),
  repeatPurchaseRate: measure({
    inputs: ['repeatCustomers', 'buyingCustomers'],
    steps: [{ name: 'repeatPurchaseRate', formula: repeatPurchaseRateFormula }],
    compute: repeatPurchaseRate,
  }),
  shiftedBetaGeometricRetention: measure({
    inputs: ['alpha', 'beta', 'period'],
    steps: [{ name: 'customerRetentionRate', formula: shiftedBetaGeometricRetentionFormula }],
    compute: shiftedBetaGeometricRetention,
  }),
} as const satisfies Readonly<Record<MeasureName, Measure>>;

export function resultName(name: MeasureName): QuantityName {
  const { steps } = measures[name];
  return steps[steps.length - 1]?.name ?? steps[0].name;
}

/**
 * Computes a measure for content. Throws when the inputs are not exactly those it takes or have no answer: a worked
 * example must work.
 */
export function computeForContent(name: MeasureName, inputs: Values): number {
  const { inputs: wanted, compute }: Measure = measures[name];
  const given = Object.keys(inputs);
  if (wanted.length !== given.length || !wanted.every((input) => given.includes(input))) {
    throw new RangeError(`"${name}" takes ${wanted.join(', ')}; this page gives ${given.join(', ') || 'nothing'}.`);
  }
  const result = compute(inputs as Record<QuantityName, number>);
  if (!result.ok) throw new RangeError(`"${name}" has no answer for these inputs: ${result.reason}.`);
  return result.value;
}
