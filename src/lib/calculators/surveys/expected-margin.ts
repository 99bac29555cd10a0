import { netPromoterInterval } from '../../metrics/survey/net-promoter-interval.ts';
import type { ExpectedShares } from '../../metrics/survey/net-promoter-sample-size.ts';

/** The margin that the interval of a score would have with so many answers; undefined where there would be none. */
export function expectedMargin({ promoterShare, detractorShare }: ExpectedShares, answers: number): number | undefined {
  const interval = netPromoterInterval({
    promoters: answers * promoterShare,
    // Rounding must not leave less than nobody.
    passives: Math.max(0, answers * (1 - promoterShare - detractorShare)),
    detractors: answers * detractorShare,
  });
  return interval.ok ? interval.value.margin : undefined;
}
