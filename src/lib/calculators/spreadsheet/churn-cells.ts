import {
  annualChurnRateFormula,
  churnHalfLifeFormula,
  expectedLifetimeFormula,
  monthsPerQuarter,
} from '../../metrics/churn/churn-periods.ts';
import { customerChurnRateFormula } from '../../metrics/churn/customer-churn-rate.ts';
import { grossRevenueChurnFormula, grossRevenueRetentionFormula } from '../../metrics/churn/gross-revenue-retention.ts';
import { netRevenueRetentionFormula } from '../../metrics/churn/net-revenue-retention.ts';
import { quickRatioFormula } from '../../metrics/churn/quick-ratio.ts';
import { revenueAtEndFormula } from '../../metrics/churn/revenue-movements.ts';
import { difference, type Formula, power, quotient, sum } from '../../metrics/formula.ts';
import {
  above,
  atLeast,
  atMost,
  constant,
  notNegative,
  type Part,
  type SpreadsheetModel,
  shareInterval,
} from './cell-formulas.ts';

const churnOver = (months: Part): Formula => difference(1, power(difference(1, 'customerChurnRate'), months));

export const counts: SpreadsheetModel = {
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

export const movements: SpreadsheetModel = {
  valid: [...notNegative(revenueNames), above('revenueAtStart', 0), atMost(revenueLost, 'revenueAtStart')],
  cells: [
    { name: 'netRevenueRetention', formula: netRevenueRetentionFormula },
    { name: 'grossRevenueRetention', formula: grossRevenueRetentionFormula },
    { name: 'grossRevenueChurn', formula: grossRevenueChurnFormula },
    { name: 'revenueAtEnd', formula: revenueAtEndFormula },
    { name: 'quickRatio', formula: quickRatioFormula, where: [above(revenueLost, 0)] },
  ],
};
