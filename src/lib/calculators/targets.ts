import type { QuantityName } from '../metrics/quantities.ts';

/** Results of which less is better, whatever the model. */
const lessIsBetter = new Set<QuantityName>([
  'paybackMonths',
  'paybackMonthsWithChurn',
  'customerChurnRate',
  'churnLower',
  'churnUpper',
  'churn',
  'quarterlyChurn',
  'annualChurn',
  'grossRevenueChurn',
  'netRevenueChurn',
  'detractorShare',
  'highEffortShare',
  'answersNeeded',
  'answersForChange',
  'invitationsNeeded',
  'invitationsForChange',
]);

/** The older effort question asks how much effort it was: its mean and share are better when lower. */
const effortResults = new Set<QuantityName>(['meanRating', 'meanLower', 'meanUpper', 'shareLower', 'shareUpper']);

/** Whether a lower result is the better one. */
export function isLessBetter(model: string, result: QuantityName): boolean {
  return lessIsBetter.has(result) || (model === 'ces-effort-2010' && effortResults.has(result));
}

/** How far from what it is a target is offered: a fifth better, to two digits. */
const better = 0.2;

/** A target to try where none was entered. */
export function targetNear(value: number, lessBetter: boolean): number {
  const wanted = value + (lessBetter ? -1 : 1) * Math.abs(value) * better;
  return Number(wanted.toPrecision(2));
}
