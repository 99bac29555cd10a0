import type { Result } from '../../result.ts';
import { finite } from '../checks.ts';
import { difference, quotient, sum } from '../formula.ts';
import { type RevenueLosses, type RevenueProblem, rateOfRevenueProblem, revenueLeft } from './revenue-movements.ts';

type RateProblem = RevenueProblem | 'no-revenue-at-start' | 'too-large';

/**
 * Gross revenue retention (GRR): the share of the recurring revenue a period began with that is left at its end,
 * without what those customers pay more. From 0 to 1. New and reactivated customers are not in it.
 *
 * Equation: (revenue at start − contraction − churned) ÷ revenue at start. Without revenue at the start there is
 * nothing to keep (`no-revenue-at-start`), and no more can be lost than there was (`more-lost-than-revenue`).
 *
 * Source: SaaS Metrics Standards Board.
 *
 * @example grossRevenueRetention({ revenueAtStart: 100000, contractionRevenue: 3000, churnedRevenue: 5000 }) // { ok: true, value: 0.92 }
 */
export function grossRevenueRetention(losses: RevenueLosses): Result<number, RateProblem> {
  return rateOfRevenueProblem(losses) ?? finite(revenueLeft(losses) / losses.revenueAtStart);
}

export const grossRevenueRetentionFormula = quotient(
  difference('revenueAtStart', sum('contractionRevenue', 'churnedRevenue')),
  'revenueAtStart',
);

/**
 * Gross revenue churn: the share of the recurring revenue a period began with that is lost during it. From 0 to 1;
 * with gross revenue retention it adds up to 1.
 *
 * Equation: (contraction + churned) ÷ revenue at start, with the reasons of gross revenue retention.
 *
 * @example grossRevenueChurn({ revenueAtStart: 100000, contractionRevenue: 3000, churnedRevenue: 5000 }) // { ok: true, value: 0.08 }
 */
export function grossRevenueChurn(losses: RevenueLosses): Result<number, RateProblem> {
  const lost = losses.contractionRevenue + losses.churnedRevenue;
  return rateOfRevenueProblem(losses) ?? finite(Math.min(1, lost / losses.revenueAtStart));
}

export const grossRevenueChurnFormula = quotient(sum('contractionRevenue', 'churnedRevenue'), 'revenueAtStart');
