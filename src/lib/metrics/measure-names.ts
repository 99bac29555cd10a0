/**
 * The measures that content can name. They stand apart from the measures, because whoever reads a name from content
 * needs no measure for it.
 */
export const measureNames = [
  'customerChurnRate',
  'customerRetentionRate',
  'averageCustomerChurnRate',
  'annualChurnRate',
  'monthlyChurnRate',
  'survivalShare',
  'churnHalfLife',
  'expectedLifetime',
  'revenueAtEnd',
  'grossRevenueRetention',
  'grossRevenueChurn',
  'netRevenueRetention',
  'netRevenueChurn',
  'quickRatio',
  'simpleLifetimeValue',
  'discountedLifetimeValue',
  'lifetimeValueToAcquisitionCost',
  'paybackMonths',
  'paybackMonthsWithChurn',
  'netPromoterScore',
  'satisfiedShare',
  'adoptionRate',
  'repeatPurchaseRate',
  'shiftedBetaGeometricRetention',
] as const;

export type MeasureName = (typeof measureNames)[number];
