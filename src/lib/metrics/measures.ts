import type { Result } from '../result.ts';
import * as periods from './churn-periods.ts';
import { customerChurnRate, customerChurnRateFormula } from './customer-churn-rate.ts';
import { customerRetentionRate, customerRetentionRateFormula } from './customer-retention-rate.ts';
import * as discounted from './discounted-lifetime-value.ts';
import { evaluate, type Formula, type Values } from './formula.ts';
import { netPromoterScore, netPromoterScoreFormula } from './net-promoter-score.ts';
import type { QuantityName } from './quantities.ts';
import { satisfiedShare, satisfiedShareFormula } from './satisfied-share.ts';
import { sbgRetention, sbgRetentionFormula } from './shifted-beta-geometric.ts';
import { simpleLifetimeValue, simpleLifetimeValueFormula } from './simple-lifetime-value.ts';

/** One line of a calculation: the quantity on the left of the equals sign and the formula on its right. */
export interface Step {
  readonly name: QuantityName;
  readonly formula: Formula;
}

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
  sbgRetention: measure({
    inputs: ['alpha', 'beta', 'period'],
    steps: [{ name: 'customerRetentionRate', formula: sbgRetentionFormula }],
    compute: sbgRetention,
  }),
} as const;

export type MeasureName = keyof typeof measures;

export const measureNames = Object.keys(measures) as [MeasureName, ...MeasureName[]];

/** The values of a calculation: the inputs and, step by step, everything worked out from them. */
export function workOut(steps: readonly Step[], inputs: Values): Values {
  const values: Partial<Record<QuantityName, number>> = { ...inputs };
  for (const { name, formula } of steps) values[name] = evaluate(formula, values);
  return values;
}

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
