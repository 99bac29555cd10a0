import {
  annualChurnRateFormula,
  churnHalfLifeFormula,
  expectedLifetimeFormula,
  monthsPerQuarter,
  monthsPerYear,
} from '../metrics/churn/churn-periods.ts';
import { customerChurnRateFormula } from '../metrics/churn/customer-churn-rate.ts';
import { grossRevenueChurnFormula, grossRevenueRetentionFormula } from '../metrics/churn/gross-revenue-retention.ts';
import { netRevenueRetentionFormula } from '../metrics/churn/net-revenue-retention.ts';
import { quickRatioFormula } from '../metrics/churn/quick-ratio.ts';
import { revenueAtEndFormula } from '../metrics/churn/revenue-movements.ts';
import { difference, type Formula, power, product, quotient, sum } from '../metrics/formula.ts';
import {
  carryOverFormula,
  horizonFormula,
  horizonFormulaWithoutLoss,
  monthlyMarginFormula,
} from '../metrics/lifetime-value/discounted-lifetime-value.ts';
import { simpleLifetimeValueFormula } from '../metrics/lifetime-value/simple-lifetime-value.ts';
import type { QuantityName } from '../metrics/quantities.ts';
import { intervalFactor } from '../metrics/statistics/normal-distribution.ts';
import { effortVersions } from '../metrics/survey/customer-effort.ts';
import { netPromoterScoreFormula } from '../metrics/survey/net-promoter-score.ts';
import { lifetimeValueToAcquisitionCostFormula } from '../metrics/unit-economics/lifetime-value-to-acquisition-cost.ts';
import { paybackMonthsFormula, paybackMonthsWithChurnFormula } from '../metrics/unit-economics/payback.ts';

type Part = Formula | QuantityName | number;

/** A comparison of two formulas, or a number that must be whole. */
export type Condition =
  | { readonly left: Part; readonly is: '<' | '<=' | '=' | '>' | '>='; readonly right: Part }
  | { readonly whole: QuantityName };

/** A cell that works out one quantity. */
export interface CellFormula {
  readonly name: QuantityName;
  readonly formula: Formula;
  /** When the quantity exists; beyond the conditions of the whole model. */
  readonly where?: readonly Condition[];
  /** The first of these whose conditions hold takes the place of the formula. */
  readonly instead?: readonly { readonly when: readonly Condition[]; readonly formula: Formula }[];
}

/** A model as formulas of a spreadsheet, which recompute when a number is changed there. */
export interface SpreadsheetModel {
  /** When there is any answer at all. */
  readonly valid: readonly Condition[];
  /** In the order they are worked out; what is no result is a step on the way. */
  readonly cells: readonly CellFormula[];
  /** Quantities of the formulas that stand under another name here, or have a fixed value. */
  readonly standsFor?: Readonly<Partial<Record<QuantityName, QuantityName | number>>>;
}

const quantity = (name: QuantityName): Formula => ({ kind: 'quantity', name });
const constant = (value: number): Formula => ({ kind: 'number', value });
const squareRoot = (part: Part) => power(part, quotient(1, 2));
const total = (names: readonly QuantityName[]): Formula =>
  names.slice(1).reduce<Formula>((all, name) => sum(all, name), quantity(names[0] as QuantityName));

const atLeast = (left: Part, right: Part): Condition => ({ left, is: '>=', right });
const atMost = (left: Part, right: Part): Condition => ({ left, is: '<=', right });
const above = (left: Part, right: Part): Condition => ({ left, is: '>', right });
const below = (left: Part, right: Part): Condition => ({ left, is: '<', right });
const notNegative = (names: readonly QuantityName[]) => names.map((name) => atLeast(name, 0));

/** A formula kept within limits. */
function between(name: QuantityName, formula: Formula, lowest: number, highest: number): CellFormula {
  return {
    name,
    formula,
    instead: [
      { when: [below(formula, lowest)], formula: constant(lowest) },
      { when: [above(formula, highest)], formula: constant(highest) },
    ],
  };
}

/** Where a difference comes this near to nothing, what is divided by it has lost its digits: the limit is better. */
const nearlyNothing = 1e-9;

const customerCells: readonly CellFormula[] = [
  {
    name: 'ltvToCac',
    formula: lifetimeValueToAcquisitionCostFormula,
    where: [above('cac', 0)],
  },
  {
    name: 'paybackMonths',
    formula: paybackMonthsFormula,
    where: [atLeast('cac', 0), above(monthlyMarginFormula, 0)],
  },
  {
    name: 'paybackMonthsWithChurn',
    formula: paybackMonthsWithChurnFormula,
    where: [atLeast('cac', 0), above(monthlyMarginFormula, 0)],
    instead: [
      { when: [atMost(paybackMonthsFormula, 1)], formula: paybackMonthsFormula },
      { when: [below(product(paybackMonthsFormula, 'churn'), nearlyNothing)], formula: paybackMonthsFormula },
    ],
  },
];

const customerConditions = [atLeast('arpa', 0), atMost('grossMargin', 1), atLeast('churn', 0), atMost('churn', 1)];

const simple: SpreadsheetModel = {
  valid: [...customerConditions, above('churn', 0)],
  cells: [
    { name: 'expectedLifetime', formula: expectedLifetimeFormula },
    { name: 'ltv', formula: simpleLifetimeValueFormula },
    ...customerCells,
  ],
};

const mostHorizon = 1200;

const expansion: SpreadsheetModel = {
  valid: [
    ...customerConditions,
    above('expansion', -1),
    above('annualDiscountRate', -1),
    atLeast('horizonMonths', 1),
    atMost('horizonMonths', mostHorizon),
    { whole: 'horizonMonths' },
  ],
  standsFor: { periods: 'horizonMonths' },
  cells: [
    {
      name: 'discount',
      formula: difference(power(sum(1, 'annualDiscountRate'), quotient(1, monthsPerYear)), 1),
    },
    { name: 'monthlyMargin', formula: monthlyMarginFormula },
    { name: 'carryOver', formula: carryOverFormula },
    {
      name: 'ltv',
      formula: horizonFormula,
      instead: [
        {
          when: [above('carryOver', 1 - nearlyNothing), below('carryOver', 1 + nearlyNothing)],
          formula: horizonFormulaWithoutLoss,
        },
      ],
    },
    {
      name: 'ltvWithoutHorizon',
      formula: quotient('monthlyMargin', difference(1, 'carryOver')),
      where: [below('carryOver', 1)],
    },
    ...customerCells,
  ],
};

const discounted: SpreadsheetModel = {
  ...expansion,
  standsFor: { ...expansion.standsFor, expansion: 0 },
};

/** The factor of all intervals: 95 %. */
const factor = intervalFactor(0.95);

/** Wilson's interval of a share, as `proportionInterval` works it out. */
function shareInterval(names: readonly [lower: QuantityName, upper: QuantityName], part: Part, whole: Part) {
  const reach = sum(
    factor ** 2 / 2,
    product(factor, squareRoot(sum(factor ** 2 / 4, quotient(product(part, difference(whole, part)), whole)))),
  );
  return [
    { name: names[0], formula: quotient(quotient(product(part, part), whole), sum(part, reach)) },
    { name: names[1], formula: quotient(sum(part, reach), sum(whole, factor ** 2)) },
  ];
}

const churnOver = (months: Part): Formula => difference(1, power(difference(1, 'customerChurnRate'), months));

const counts: SpreadsheetModel = {
  valid: [
    above('customersAtStart', 0),
    atLeast('customersLost', 0),
    atMost('customersLost', 'customersAtStart'),
    above('months', 0),
  ],
  cells: [
    { name: 'customerChurnRate', formula: customerChurnRateFormula },
    ...shareInterval(['churnLower', 'churnUpper'], 'customersLost', 'customersAtStart'),
    { name: 'customerRetentionRate', formula: difference(1, 'customerChurnRate') },
    { name: 'churn', formula: churnOver(quotient(1, 'months')) },
    { name: 'quarterlyChurn', formula: churnOver(quotient(monthsPerQuarter, 'months')) },
    { name: 'annualChurn', formula: annualChurnRateFormula },
    { name: 'expectedLifetime', formula: expectedLifetimeFormula, where: [above('churn', 0)] },
    {
      name: 'churnHalfLife',
      formula: churnHalfLifeFormula,
      where: [above('churn', 0)],
      instead: [{ when: [atLeast('churn', 1)], formula: constant(0) }],
    },
  ],
};

const revenueNames = [
  'revenueAtStart',
  'newRevenue',
  'expansionRevenue',
  'reactivatedRevenue',
  'contractionRevenue',
  'churnedRevenue',
] as const;
const revenueLost = sum('contractionRevenue', 'churnedRevenue');

const movements: SpreadsheetModel = {
  valid: [...notNegative(revenueNames), above('revenueAtStart', 0), atMost(revenueLost, 'revenueAtStart')],
  cells: [
    { name: 'netRevenueRetention', formula: netRevenueRetentionFormula },
    { name: 'grossRevenueRetention', formula: grossRevenueRetentionFormula },
    { name: 'grossRevenueChurn', formula: grossRevenueChurnFormula },
    { name: 'revenueAtEnd', formula: revenueAtEndFormula },
    { name: 'quickRatio', formula: quickRatioFormula, where: [above(revenueLost, 0)] },
  ],
};

const responseRate: CellFormula = {
  name: 'responseRate',
  formula: quotient('answers', 'invited'),
  where: [above('invited', 0), atMost('answers', 'invited')],
};

const promoterNames = ['promoters', 'passives', 'detractors'] as const;

/** Three answers added before the interval is worked out, as `netPromoterInterval` does: `adjusted-wald`. */
const adjusted = {
  promoters: sum('promoters', 0.75),
  passives: sum('passives', 1.5),
  detractors: sum('detractors', 0.75),
  answers: sum('answers', 3),
};
const adjustedShare = (name: (typeof promoterNames)[number]) => quotient(adjusted[name], adjusted.answers);
const adjustedScore = quotient(difference(adjusted.promoters, adjusted.detractors), adjusted.answers);
const adjustedVariance = sum(
  product(adjustedShare('passives'), sum(adjustedShare('promoters'), adjustedShare('detractors'))),
  product(4, adjustedShare('promoters'), adjustedShare('detractors')),
);
const netPromoterMargin = product(factor, squareRoot(quotient(adjustedVariance, adjusted.answers)));

const netPromoterCells: readonly CellFormula[] = [
  { name: 'answers', formula: total(promoterNames) },
  { name: 'nps', formula: netPromoterScoreFormula },
  between('npsLower', difference(adjustedScore, netPromoterMargin), -1, 1),
  between('npsUpper', sum(adjustedScore, netPromoterMargin), -1, 1),
  { name: 'promoterShare', formula: quotient('promoters', 'answers') },
  { name: 'detractorShare', formula: quotient('detractors', 'answers') },
  responseRate,
];

const groups: SpreadsheetModel = {
  valid: [...notNegative(promoterNames), above(total(promoterNames), 0)],
  cells: netPromoterCells,
};

function ratingNames(lowest: number, highest: number): QuantityName[] {
  return Array.from({ length: highest - lowest + 1 }, (_, index) => `rating${lowest + index}` as QuantityName);
}

const ratings: SpreadsheetModel = {
  valid: [...notNegative(ratingNames(0, 10)), above(total(ratingNames(0, 10)), 0)],
  cells: [
    { name: 'promoters', formula: total(ratingNames(9, 10)) },
    { name: 'passives', formula: total(ratingNames(7, 8)) },
    { name: 'detractors', formula: total(ratingNames(0, 6)) },
    ...netPromoterCells,
  ],
};

/** A scale from 1 up: the share at its upper end and the mean, each with its interval. */
function scale(
  { points, shareFrom }: { readonly points: number; readonly shareFrom: number },
  part: QuantityName,
  share: QuantityName,
): SpreadsheetModel {
  const names = ratingNames(1, points);
  const [first, ...others] = names.map((name, index) => product(index + 1, name)) as [Formula, ...Formula[]];
  const [firstSquare, ...otherSquares] = names.map((name, index) =>
    product(quotient(name, 'answers'), power(difference(index + 1, 'meanRating'), 2)),
  ) as [Formula, ...Formula[]];
  const variance = otherSquares.reduce((all, square) => sum(all, square), firstSquare);
  const margin = product(factor, squareRoot(quotient(variance, difference('answers', 1))));
  const hasSpread = { where: [above('answers', 1)] };
  return {
    valid: [...notNegative(names), above(total(names), 0)],
    cells: [
      { name: 'answers', formula: total(names) },
      { name: part, formula: total(names.slice(shareFrom - 1)) },
      { name: share, formula: quotient(part, 'answers') },
      ...shareInterval(['shareLower', 'shareUpper'], part, 'answers'),
      {
        name: 'meanRating',
        formula: quotient(
          others.reduce((all, part) => sum(all, part), first),
          'answers',
        ),
      },
      { ...between('meanLower', difference('meanRating', margin), 1, points), ...hasSpread },
      { ...between('meanUpper', sum('meanRating', margin), 1, points), ...hasSpread },
      responseRate,
    ],
  };
}

/** The models that a spreadsheet can recompute, by name. Those that stand on data are none: a sheet cannot fit. */
export const spreadsheetModels: Readonly<Record<string, SpreadsheetModel>> = {
  simple,
  discounted,
  expansion,
  counts,
  movements,
  groups,
  ratings,
  csat: scale({ points: 5, shareFrom: 4 }, 'satisfied', 'satisfiedShare'),
  'ces-agreement': scale(effortVersions.agreement, 'agreeing', 'agreementShare'),
  'ces-effort-2010': scale(effortVersions['effort-2010'], 'highEffort', 'highEffortShare'),
};
