import {
  annualChurnRate,
  annualChurnRateFormula,
  churnForPeriod,
  churnHalfLife,
  churnHalfLifeFormula,
  expectedLifetime,
  expectedLifetimeFormula,
  monthsPerQuarter,
} from '../metrics/churn/churn-periods.ts';
import { customerChurnRate, customerChurnRateFormula } from '../metrics/churn/customer-churn-rate.ts';
import {
  grossRevenueChurn,
  grossRevenueRetention,
  grossRevenueRetentionFormula,
} from '../metrics/churn/gross-revenue-retention.ts';
import { netRevenueRetention, netRevenueRetentionFormula } from '../metrics/churn/net-revenue-retention.ts';
import { quickRatio, quickRatioFormula } from '../metrics/churn/quick-ratio.ts';
import { type RevenueMovements, revenueAtEnd, revenueAtEndFormula } from '../metrics/churn/revenue-movements.ts';
import { difference, power, quotient, type Step, workOut } from '../metrics/formula.ts';
import type { QuantityName } from '../metrics/quantities.ts';
import { proportionInterval } from '../metrics/statistics/proportion-interval.ts';
import { type Result, success } from '../result.ts';
import type { Calculator, Model, Numbers } from './model.ts';

type Results = Partial<Record<QuantityName, Result<number, string>>>;

/** Only the steps whose result exists can be shown with numbers. */
function shown(steps: readonly Step[], results: Results): Step[] {
  return steps.filter(({ name }) => results[name]?.ok);
}

const counts: Model = {
  name: 'counts',
  headline: 'customerChurnRate',
  inputs: [{ name: 'customersAtStart' }, { name: 'customersLost' }, { name: 'months' }],
  compute: ({ customersAtStart = Number.NaN, customersLost = Number.NaN, months = Number.NaN }) => {
    const share = customerChurnRate({ customersAtStart, customersLost });
    if (!share.ok) return share;
    const over = (toMonths: number) => churnForPeriod({ churn: share.value, fromMonths: months, toMonths });
    const monthly = over(1);
    if (!monthly.ok) return monthly.field === 'fromMonths' ? { ...monthly, field: 'months' } : monthly;
    const interval = proportionInterval({ successes: customersLost, trials: customersAtStart });
    const churn = monthly.value;
    const results: Results = {
      customerChurnRate: share,
      ...(interval.ok && {
        churnLower: success(interval.value.lower),
        churnUpper: success(interval.value.upper),
      }),
      customerRetentionRate: success(1 - share.value),
      churn: monthly,
      quarterlyChurn: over(monthsPerQuarter),
      annualChurn: annualChurnRate({ churn }),
      expectedLifetime: expectedLifetime({ churn }),
      churnHalfLife: churnHalfLife({ churn }),
    };
    const perMonth: Step = {
      name: 'churn',
      formula: difference(1, power(difference(1, 'customerChurnRate'), quotient(1, 'months'))),
    };
    const steps = shown(
      [
        { name: 'customerChurnRate', formula: customerChurnRateFormula },
        // Of a month the rate is the monthly rate already.
        ...(months === 1 ? [] : [perMonth]),
        { name: 'annualChurn', formula: annualChurnRateFormula },
        { name: 'expectedLifetime', formula: expectedLifetimeFormula },
        ...(churn < 1 ? [{ name: 'churnHalfLife', formula: churnHalfLifeFormula } as const] : []),
      ],
      results,
    );
    return success({ results, steps, values: workOut(steps, { customersAtStart, customersLost, months, churn }) });
  },
};

const movementNames = [
  'revenueAtStart',
  'newRevenue',
  'expansionRevenue',
  'reactivatedRevenue',
  'contractionRevenue',
  'churnedRevenue',
] as const satisfies (keyof RevenueMovements)[];

const movements: Model = {
  name: 'movements',
  headline: 'netRevenueRetention',
  inputs: movementNames.map((name) => ({ name })),
  compute: (inputs) => {
    const revenue = Object.fromEntries(
      movementNames.map((name) => [name, inputs[name] ?? Number.NaN]),
    ) as unknown as RevenueMovements;
    const net = netRevenueRetention(revenue);
    if (!net.ok) return net;
    const end = revenueAtEnd(revenue);
    if (!end.ok) return end;
    const results: Results = {
      netRevenueRetention: net,
      grossRevenueRetention: grossRevenueRetention(revenue),
      grossRevenueChurn: grossRevenueChurn(revenue),
      revenueAtEnd: end,
      quickRatio: quickRatio(revenue),
    };
    const steps = shown(
      [
        { name: 'netRevenueRetention', formula: netRevenueRetentionFormula },
        { name: 'grossRevenueRetention', formula: grossRevenueRetentionFormula },
        { name: 'revenueAtEnd', formula: revenueAtEndFormula },
        { name: 'quickRatio', formula: quickRatioFormula },
      ],
      results,
    );
    return success({ results, steps, values: workOut(steps, { ...revenue }) });
  },
};

/**
 * What a list of customers comes to: those there at the start of the last whole month, and those of them who left. Of a
 * list without dates, all months of all customers together.
 */
export interface CustomerListData {
  readonly customersAtStart: number;
  readonly customersLost: number;
  /** Length of the period: 1, or 12 where the list counts in years. */
  readonly months: number;
}

const customers: Model<CustomerListData> = {
  name: 'customers',
  headline: 'customerChurnRate',
  needsData: true,
  inputs: [],
  compute: (_, { customersAtStart, customersLost, months }) =>
    counts.compute({ customersAtStart, customersLost, months }, undefined),
};

function example(currency: string): Numbers {
  const unit = currency === 'JPY' ? 100 : 1;
  return {
    customersAtStart: 600,
    customersLost: 18,
    months: 1,
    revenueAtStart: 100_000 * unit,
    newRevenue: 12_000 * unit,
    expansionRevenue: 5000 * unit,
    reactivatedRevenue: 1000 * unit,
    contractionRevenue: 2000 * unit,
    churnedRevenue: 3000 * unit,
  };
}

export const churnCalculator: Calculator = {
  name: 'churn',
  version: 1,
  models: [counts, movements, customers],
  results: [
    'customerChurnRate',
    'churnLower',
    'churnUpper',
    'customerRetentionRate',
    'churn',
    'quarterlyChurn',
    'annualChurn',
    'expectedLifetime',
    'churnHalfLife',
    'netRevenueRetention',
    'grossRevenueRetention',
    'grossRevenueChurn',
    'revenueAtEnd',
    'quickRatio',
  ],
  example,
  outputNames: { netRevenueRetention: 'nrr', grossRevenueRetention: 'grr' },
};
