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
  quarterlyChurn: { unit: 'ratio', term: 'churn-rate' },
  annualChurn: { unit: 'ratio', term: 'churn-rate' },
  churnLower: { unit: 'ratio' },
  churnUpper: { unit: 'ratio' },
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
  ltvWithoutHorizon: { unit: 'money' },
  paybackMonths: { unit: 'months', term: 'cac-payback-period' },
  paybackMonthsWithChurn: { unit: 'months', term: 'cac-payback-period' },
  expectedPayments: { unit: 'count' },
  expectedOrders: { unit: 'count' },
  expectedSpend: { unit: 'money' },
  averageOrder: { unit: 'money' },
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
  promoters: { unit: 'count', term: 'net-promoter-score' },
  passives: { unit: 'count', term: 'net-promoter-score' },
  detractors: { unit: 'count', term: 'net-promoter-score' },
  nps: { unit: 'points', term: 'net-promoter-score' },
  npsLower: { unit: 'points', term: 'net-promoter-score' },
  npsUpper: { unit: 'points', term: 'net-promoter-score' },
  promoterShare: { unit: 'ratio', term: 'net-promoter-score' },
  detractorShare: { unit: 'ratio', term: 'net-promoter-score' },
  promoterShareAfter: { unit: 'ratio' },
  detractorShareAfter: { unit: 'ratio' },
  npsMargin: { unit: 'points' },
  npsChange: { unit: 'points' },
  normalFactor: { unit: 'count' },
  studentFactor: { unit: 'count' },
  answerVariance: { unit: 'count' },
  answersUnrounded: { unit: 'count' },
  answersNeeded: { unit: 'count' },
  answersForChange: { unit: 'count' },
  invitationsNeeded: { unit: 'count' },
  invitationsForChange: { unit: 'count' },
  reachable: { unit: 'count' },
  rating0: { unit: 'count' },
  rating1: { unit: 'count' },
  rating2: { unit: 'count' },
  rating3: { unit: 'count' },
  rating4: { unit: 'count' },
  rating5: { unit: 'count' },
  rating6: { unit: 'count' },
  rating7: { unit: 'count' },
  rating8: { unit: 'count' },
  rating9: { unit: 'count' },
  rating10: { unit: 'count' },
  satisfied: { unit: 'count' },
  answers: { unit: 'count' },
  invited: { unit: 'count' },
  responseRate: { unit: 'ratio' },
  satisfiedShare: { unit: 'ratio', term: 'customer-satisfaction' },
  agreeing: { unit: 'count' },
  agreementShare: { unit: 'ratio', term: 'customer-satisfaction' },
  highEffort: { unit: 'count' },
  highEffortShare: { unit: 'ratio', term: 'customer-satisfaction' },
  shareLower: { unit: 'ratio', term: 'customer-satisfaction' },
  shareUpper: { unit: 'ratio', term: 'customer-satisfaction' },
  meanRating: { unit: 'count', term: 'customer-satisfaction' },
  meanLower: { unit: 'count', term: 'customer-satisfaction' },
  meanUpper: { unit: 'count', term: 'customer-satisfaction' },
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
