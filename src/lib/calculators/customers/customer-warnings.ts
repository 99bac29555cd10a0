import type { CustomerSummary } from '../customer-summary.ts';
import type { Warning } from '../warnings.ts';

/** With fewer lost in all, curves and groups say little. */
const fewEnded = 30;
/** Rates that would be shown alike. */
const same = 0.0005;

/** What is easily misread in a list of customers. */
export function customerListWarnings({ customers, ended, views }: CustomerSummary): Warning[] {
  const found: Warning[] = [];
  const add = (kind: Warning['kind'], numbers: Warning['numbers'] = {}) =>
    found.push({ kind, term: 'churn-rate', numbers });
  const dated = views.find(({ calendar }) => calendar?.pooled);
  const { pooled, quiet } = dated?.calendar ?? {};
  if (ended === 0) add('survivors-only');
  else if (ended === customers) add('leavers-only');
  else if (ended < fewEnded) add('small-sample', { lost: { value: ended, unit: 'count' } });
  if (dated && quiet) {
    add('leavers-missing', {
      months: { value: quiet.periods * dated.length, unit: 'months' },
      expected: { value: Math.round(quiet.expected), unit: 'count' },
    });
  }
  if (pooled && Math.abs(pooled.lost / pooled.atStart - pooled.averageOfRates) >= same) {
    add('average-of-rates', {
      pooled: { value: pooled.lost / pooled.atStart, unit: 'ratio' },
      average: { value: pooled.averageOfRates, unit: 'ratio' },
    });
  }
  return found;
}
