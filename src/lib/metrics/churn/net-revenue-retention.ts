import type { Failure, Result } from '../../result.ts';
import { amountProblem, finite, firstProblem } from '../checks.ts';
import { difference, quotient, sum } from '../formula.ts';
import {
  type RevenueLosses,
  type RevenueMovements,
  type RevenueProblem,
  rateOfRevenueProblem,
  revenueLeft,
} from './revenue-movements.ts';

export type NetRevenueInput = RevenueLosses & Pick<RevenueMovements, 'expansionRevenue'>;

type RateProblem = RevenueProblem | 'no-revenue-at-start';

function netRevenueProblem(input: NetRevenueInput): Failure<RateProblem> | undefined {
  const { expansionRevenue } = input;
  return firstProblem({ expansionRevenue }, amountProblem) ?? rateOfRevenueProblem(input);
}

/**
 * Net revenue retention (NRR): what the customers a period began with pay at its end, as a part of what they paid at
 * its start. Above 1 when expansion makes up for more than all losses; never below gross revenue retention. New and
 * reactivated customers are not in it.
 *
 * Equation: (revenue at start + expansion − contraction − churned) ÷ revenue at start, with the reasons of gross
 * revenue retention.
 *
 * Source: SaaS Metrics Standards Board.
 *
 * @example netRevenueRetention({ revenueAtStart: 100000, expansionRevenue: 15000, contractionRevenue: 3000, churnedRevenue: 5000 }) // { ok: true, value: 1.07 }
 */
export function netRevenueRetention(input: NetRevenueInput): Result<number, RateProblem | 'too-large'> {
  return netRevenueProblem(input) ?? finite((revenueLeft(input) + input.expansionRevenue) / input.revenueAtStart);
}

export const netRevenueRetentionFormula = quotient(
  difference(sum('revenueAtStart', 'expansionRevenue'), sum('contractionRevenue', 'churnedRevenue')),
  'revenueAtStart',
);

/**
 * Net revenue churn: what was lost of the recurring revenue a period began with, less what the same customers pay more,
 * as a part of it. Negative when expansion makes up for more than all losses; with net revenue retention it adds up
 * to 1.
 *
 * Equation: (contraction + churned − expansion) ÷ revenue at start, with the reasons of gross revenue retention.
 *
 * @example netRevenueChurn({ revenueAtStart: 100000, expansionRevenue: 15000, contractionRevenue: 3000, churnedRevenue: 5000 }) // { ok: true, value: -0.07 }
 */
export function netRevenueChurn(input: NetRevenueInput): Result<number, RateProblem | 'too-large'> {
  const { revenueAtStart, expansionRevenue, contractionRevenue, churnedRevenue } = input;
  const lost = Math.min(revenueAtStart, contractionRevenue + churnedRevenue);
  return netRevenueProblem(input) ?? finite((lost - expansionRevenue) / revenueAtStart);
}

export const netRevenueChurnFormula = quotient(
  difference(sum('contractionRevenue', 'churnedRevenue'), 'expansionRevenue'),
  'revenueAtStart',
);
