import type { Unit } from '../number/units.ts';

interface Quantity {
  readonly unit: Unit;
  /** Slug of the term that explains it, where the glossary has one. */
  readonly term?: string;
}

/**
 * Every quantity that goes into or comes out of a measure. The names are those of the calculators' fields and of the
 * parameters in shared links. Labels are interface strings under `quantity.<name>`.
 * Amounts and rates are per month unless the name says otherwise.
 */
export const quantities = {
  arpa: { unit: 'money', term: 'average-revenue-per-account' },
  grossMargin: { unit: 'ratio', term: 'gross-margin' },
  churn: { unit: 'ratio', term: 'churn-rate' },
  annualChurn: { unit: 'ratio', term: 'churn-rate' },
  expansion: { unit: 'ratio', term: 'expansion-revenue' },
  discount: { unit: 'ratio', term: 'discount-rate' },
  annualDiscountRate: { unit: 'ratio', term: 'discount-rate' },
  periods: { unit: 'months' },
  horizonMonths: { unit: 'months' },
  monthlyMargin: { unit: 'money' },
  carryOver: { unit: 'count' },
  ltv: { unit: 'money', term: 'customer-lifetime-value' },
  cac: { unit: 'money', term: 'customer-acquisition-cost' },
  ltvToCac: { unit: 'count', term: 'ltv-to-cac-ratio' },
  paybackMonths: { unit: 'months', term: 'cac-payback-period' },
  expectedLifetime: { unit: 'months' },
  churnHalfLife: { unit: 'months' },
  survivalShare: { unit: 'ratio', term: 'retention-rate' },
  customersAtStart: { unit: 'count' },
  customersAtEnd: { unit: 'count' },
  customersLost: { unit: 'count' },
  newCustomers: { unit: 'count' },
  customerChurnRate: { unit: 'ratio', term: 'churn-rate' },
  customerRetentionRate: { unit: 'ratio', term: 'retention-rate' },
  averageCustomerChurnRate: { unit: 'ratio' },
  months: { unit: 'months' },
  revenueAtStart: { unit: 'money' },
  newRevenue: { unit: 'money' },
  expansionRevenue: { unit: 'money' },
  contractionRevenue: { unit: 'money' },
  churnedRevenue: { unit: 'money' },
  reactivatedRevenue: { unit: 'money' },
  revenueAtEnd: { unit: 'money' },
  grossRevenueRetention: { unit: 'ratio', term: 'gross-revenue-retention' },
  grossRevenueChurn: { unit: 'ratio' },
  netRevenueRetention: { unit: 'ratio', term: 'net-revenue-retention' },
  netRevenueChurn: { unit: 'ratio' },
  quickRatio: { unit: 'count' },
  promoters: { unit: 'count' },
  passives: { unit: 'count' },
  detractors: { unit: 'count' },
  nps: { unit: 'points', term: 'net-promoter-score' },
  satisfied: { unit: 'count' },
  answers: { unit: 'count' },
  satisfiedShare: { unit: 'ratio', term: 'customer-satisfaction' },
  activeUsers: { unit: 'count' },
  users: { unit: 'count' },
  adoptionRate: { unit: 'ratio', term: 'adoption-rate' },
  repeatCustomers: { unit: 'count' },
  buyingCustomers: { unit: 'count' },
  repeatPurchaseRate: { unit: 'ratio', term: 'repeat-purchase-rate' },
  alpha: { unit: 'count' },
  beta: { unit: 'count' },
  period: { unit: 'count' },
} as const satisfies Record<string, Quantity>;

export type QuantityName = keyof typeof quantities;

export function unitOf(name: QuantityName): Unit {
  return quantities[name].unit;
}

export function termOf(name: QuantityName): string | undefined {
  const quantity: Quantity = quantities[name];
  return quantity.term;
}
