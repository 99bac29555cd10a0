import { expectedLifetimeFormula, monthsPerYear } from '../../metrics/churn/churn-periods.ts';
import { difference, power, product, quotient, sum } from '../../metrics/formula.ts';
import {
  carryOverFormula,
  horizonFormula,
  horizonFormulaWithoutLoss,
  monthlyMarginFormula,
} from '../../metrics/lifetime-value/discounted-lifetime-value.ts';
import { simpleLifetimeValueFormula } from '../../metrics/lifetime-value/simple-lifetime-value.ts';
import { lifetimeValueToAcquisitionCostFormula } from '../../metrics/unit-economics/lifetime-value-to-acquisition-cost.ts';
import { paybackMonthsFormula, paybackMonthsWithChurnFormula } from '../../metrics/unit-economics/payback.ts';
import {
  above,
  atLeast,
  atMost,
  below,
  type CellFormula,
  nearlyNothing,
  type SpreadsheetModel,
} from './cell-formulas.ts';

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

export const simple: SpreadsheetModel = {
  valid: [...customerConditions, above('churn', 0)],
  cells: [
    { name: 'expectedLifetime', formula: expectedLifetimeFormula },
    { name: 'ltv', formula: simpleLifetimeValueFormula },
    ...customerCells,
  ],
};

const mostHorizon = 1200;

export const expansion: SpreadsheetModel = {
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

export const discounted: SpreadsheetModel = {
  ...expansion,
  standsFor: { ...expansion.standsFor, expansion: 0 },
};
