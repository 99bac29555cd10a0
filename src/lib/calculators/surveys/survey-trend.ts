import { holmAdjustment } from '../../metrics/statistics/holm-adjustment.ts';
import type { NetPromoterInterval } from '../../metrics/survey/net-promoter-interval.ts';
import { netPromoterTrend } from '../../metrics/survey/net-promoter-trend.ts';
import { answersOf } from './group-scores.ts';
import { type RatingData, recommendGroups } from './rating-data.ts';
import { type Verdict, verdictOf } from './survey-difference.ts';
import { type PeriodLength, type SurveyPeriod, surveyPeriods } from './survey-periods.ts';

export interface TrendPoint extends SurveyPeriod {
  readonly answers: number;
  /** Undefined for a period without answers. */
  readonly score: NetPromoterInterval | undefined;
  /** Since the last period with answers; the first has none. `pValue` is adjusted for the number of changes. */
  readonly change: { readonly difference: number; readonly pValue: number; readonly verdict: Verdict } | undefined;
}

/** More points than these are a smear: the last ones are shown. */
const mostPoints = 120;

/** The score of each period with its interval, and what its change says when all changes are looked at together. */
export function surveyTrend(data: RatingData, length: PeriodLength): readonly TrendPoint[] {
  const periods = surveyPeriods(data.months, length).slice(-mostPoints);
  const answered = periods.flatMap((period) => {
    const groups = recommendGroups({ scale: data.scale, counts: period.counts });
    return groups.ok ? [{ period, groups: groups.value }] : [];
  });
  const trend = netPromoterTrend({ surveys: answered.map(({ groups }) => groups) });
  if (!trend.ok) return [];
  const adjusted = holmAdjustment({ pValues: trend.value.flatMap(({ change }) => (change ? [change.pValue] : [])) });
  const changeAt = (index: number): TrendPoint['change'] => {
    const difference = trend.value[index]?.change?.difference;
    const pValue = adjusted.ok ? adjusted.value[index - 1] : undefined;
    if (difference === undefined || pValue === undefined) return undefined;
    return { difference, pValue, verdict: verdictOf(difference, pValue) };
  };
  const places = new Map(answered.map(({ period }, index) => [period, index]));
  return periods.map((period) => {
    const place = places.get(period) ?? -1;
    return { ...period, answers: answersOf(period.counts), score: trend.value[place], change: changeAt(place) };
  });
}
