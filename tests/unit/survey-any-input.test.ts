import fc from 'fast-check';
import { describe, it } from 'vitest';
import { customerEffort } from '../../src/lib/metrics/survey/customer-effort.ts';
import { customerSatisfaction } from '../../src/lib/metrics/survey/customer-satisfaction.ts';
import { netPromoterDifference } from '../../src/lib/metrics/survey/net-promoter-difference.ts';
import { intervalMethods, netPromoterInterval } from '../../src/lib/metrics/survey/net-promoter-interval.ts';
import {
  netPromoterSampleSize,
  netPromoterSampleSizeForChange,
} from '../../src/lib/metrics/survey/net-promoter-sample-size.ts';
import { netPromoterScore, netPromoterVariance } from '../../src/lib/metrics/survey/net-promoter-score.ts';
import { netPromoterTrend } from '../../src/lib/metrics/survey/net-promoter-trend.ts';
import { classifyRating, countRatings, tallyRatings } from '../../src/lib/metrics/survey/rating-scale.ts';
import { satisfiedShare } from '../../src/lib/metrics/survey/satisfied-share.ts';
import { expectNumbersOrReasons } from './any-input.ts';

const least = Number.MIN_VALUE;
/** Any number: whole and broken, reasonable and not. */
const number = fc.oneof(
  fc.double(),
  fc.nat(100),
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.constantFrom(0, -0, 1, least, 1e-300, 1e-16, 1e16, 1e150, 1e307, 1e308, Number.MAX_VALUE),
);
/** Numbers that pass the checks more often, so that what comes after them is reached. */
const count = fc.oneof({ weight: 4, arbitrary: number.map(Math.abs) }, number);
const perMille = fc.integer({ min: 0, max: 1000 }).map((n) => n / 1000);
const share = fc.oneof(perMille, fc.double({ min: 0, max: 0.5, noNaN: true }), number);
const level = fc.oneof(
  perMille,
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.constantFrom(0.95, least, 1e-17, 1 - 2 ** -53),
  number,
);
const counts = fc.record({ promoters: count, passives: count, detractors: count });
const shares = fc.record({ promoterShare: share, detractorShare: share });
const scale = fc.constantFrom('0-10' as const, '1-10' as const);
const list = (length: number) => fc.array(count, { minLength: length, maxLength: length });

type Outcome = { readonly ok: boolean };
const cases: Readonly<Record<string, readonly [fc.Arbitrary<unknown>, (input: never) => Outcome]>> = {
  classifyRating: [fc.record({ rating: number, scale }), classifyRating],
  tallyRatings: [fc.record({ ratings: fc.array(fc.oneof(fc.nat(10), number)), scale }), tallyRatings],
  countRatings: [fc.record({ counts: fc.oneof(list(11), list(10), fc.array(count)), scale }), countRatings],
  netPromoterScore: [counts, netPromoterScore],
  netPromoterVariance: [counts, netPromoterVariance],
  netPromoterInterval: [
    fc.tuple(counts, level, fc.constantFrom(...intervalMethods)).map(([all, confidence, method]) => ({
      ...all,
      confidence,
      method,
    })),
    netPromoterInterval,
  ],
  netPromoterDifference: [
    fc.record({
      before: counts,
      after: counts,
      confidence: level,
      method: fc.constantFrom('adjusted-wald' as const, 'wald' as const),
    }),
    netPromoterDifference,
  ],
  netPromoterTrend: [fc.record({ surveys: fc.array(counts, { maxLength: 4 }), confidence: level }), netPromoterTrend],
  netPromoterSampleSize: [
    fc.record({ promoterShare: share, detractorShare: share, margin: number, confidence: level }),
    netPromoterSampleSize,
  ],
  netPromoterSampleSizeForChange: [
    fc.record({ before: shares, after: shares, confidence: level, power: level }),
    netPromoterSampleSizeForChange,
  ],
  satisfiedShare: [fc.record({ satisfied: count, answers: count }), satisfiedShare],
  customerSatisfaction: [fc.record({ counts: list(5), confidence: level }), customerSatisfaction],
  customerEffort: [
    fc.oneof(
      fc.record({ version: fc.constant('effort-2010'), counts: list(5), confidence: level }),
      fc.record({ version: fc.constant('agreement'), counts: list(7), confidence: level }),
    ),
    customerEffort,
  ],
};

describe('whatever I type, I get a number or a reason', () => {
  it.each(Object.entries(cases))('from %s', (_, [input, compute]) => {
    expectNumbersOrReasons(input, compute, { runs: 2000, answers: 50 });
  });
});
