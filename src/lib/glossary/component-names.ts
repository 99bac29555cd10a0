/** Components that content may use; `src/components/mdx/components.ts` must offer exactly these. */
export const componentNames = [
  'Worked',
  'Result',
  'SurvivalChart',
  'LifetimeValueChart',
  'RetentionByTenure',
  'NetPromoterScale',
  'ExpectationStates',
  'FourMoments',
  'JourneyCurve',
  'AnticipateSteps',
  'PointsToLine',
  'DialogueCycle',
  'AdoptionChart',
  'PurchaseCounts',
  'ResponseTimes',
] as const;
export type ComponentName = (typeof componentNames)[number];
