import fc from 'fast-check';
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { describe, expect, it } from 'vitest';
import { netPromoterDifference } from '../../src/lib/metrics/survey/net-promoter-difference.ts';
import { netPromoterInterval } from '../../src/lib/metrics/survey/net-promoter-interval.ts';
import {
  type ExpectedShares,
  netPromoterSampleSize,
  netPromoterSampleSizeForChange,
} from '../../src/lib/metrics/survey/net-promoter-sample-size.ts';
import { answerOf } from './answer-of.ts';
import { expected, inputs } from './published.ts';

const perMille = fc.integer({ min: 0, max: 1000 }).map((n) => n / 1000);
const shares = fc
  .record({ promoterShare: perMille, others: perMille })
  .map(({ promoterShare, others }) => ({ promoterShare, detractorShare: others * (1 - promoterShare) }));
const inside = fc.integer({ min: 10, max: 999 }).map((n) => n / 1000);

describe('how many answers a score within a margin takes', () => {
  it('is 232 for ten points around a score of 30', () => {
    const { promoters, detractors, marginPoints, conf } = inputs(
      'nps-n-ci',
      'promoters',
      'detractors',
      'marginPoints',
      'conf',
    );
    const needed = netPromoterSampleSize({
      promoterShare: promoters,
      detractorShare: detractors,
      margin: marginPoints / 100,
      confidence: conf,
    });
    expect(answerOf(needed)).toBe(expected('nps-n-ci', 'n'));
  });

  // SciPy 1.17: 1533.58, 1349.77, −3 and 9949.34 before rounding up.
  it.each([
    [0.5, 0.5, 0.05, 0.95, 1534],
    [0.6, 0.1, 0.03, 0.9, 1350],
    [1, 0, 0.1, 0.95, 1],
    [0, -0, 0.1, 0.95, 1],
    [0.3, 0.3, 0.02, 0.99, 9950],
  ])('of %d promoters and %d detractors: %d at %d', (promoterShare, detractorShare, margin, confidence, answers) => {
    expect(answerOf(netPromoterSampleSize({ promoterShare, detractorShare, margin, confidence }))).toBe(answers);
  });

  it.each([
    [
      'there are more than all',
      { promoterShare: 0.7, detractorShare: 0.4, margin: 0.1 },
      'shares-above-one',
      'detractorShare',
    ],
    ['a share is in percent', { promoterShare: 50, detractorShare: 0.2, margin: 0.1 }, 'not-a-share', 'promoterShare'],
    [
      'a share is missing',
      { promoterShare: 0.5, detractorShare: Number.NaN, margin: 0.1 },
      'not-a-number',
      'detractorShare',
    ],
    ['no margin is left', { promoterShare: 0.5, detractorShare: 0.2, margin: 0 }, 'not-positive', 'margin'],
    [
      'it is to be certain',
      { promoterShare: 0.5, detractorShare: 0.2, margin: 0.1, confidence: 1 },
      'not-a-confidence',
      'confidence',
    ],
    ['the margin is next to none', { promoterShare: 0.5, detractorShare: 0.2, margin: 1e-300 }, 'too-large', undefined],
  ])('cannot be said where %s', (_, input, reason, field) => {
    expect(netPromoterSampleSize(input)).toEqual({ ok: false, reason, field });
  });

  it('gives that margin when so many have answered, as closely as three added answers allow', () => {
    fc.assert(
      fc.property(shares, fc.integer({ min: 10, max: 100 }), ({ promoterShare, detractorShare }, tenthsOfPoints) => {
        const margin = tenthsOfPoints / 1000;
        const answers = answerOf(netPromoterSampleSize({ promoterShare, detractorShare, margin }));
        const deviations = answers * (promoterShare + detractorShare - (promoterShare - detractorShare) ** 2);
        fc.pre(deviations > 30);
        const promoters = promoterShare * answers;
        const detractors = detractorShare * answers;
        const passives = Math.max(0, answers - promoters - detractors);
        const interval = answerOf(netPromoterInterval({ promoters, passives, detractors }));
        expect(Math.abs((interval.margin / margin) ** 2 - 1)).toBeLessThan(7 / deviations);
      }),
    );
  });

  it('is more for a smaller margin, and never more than for a survey split in halves', () => {
    fc.assert(
      fc.property(shares, inside, inside, (expectedShares, one, other) => {
        const sizeFor = (margin: number) => answerOf(netPromoterSampleSize({ ...expectedShares, margin }));
        expect(sizeFor(Math.min(one, other))).toBeGreaterThanOrEqual(sizeFor(Math.max(one, other)));
        const halves = netPromoterSampleSize({ promoterShare: 0.5, detractorShare: 0.5, margin: one });
        expect(sizeFor(one)).toBeLessThanOrEqual(answerOf(halves));
      }),
    );
  });
});

const before = { promoterShare: 0.4, detractorShare: 0.3 };
const after = { promoterShare: 0.5, detractorShare: 0.2 };

describe('how many answers it takes to notice a change', () => {
  // SciPy 1.17: 255.09, 1418.50, 163.84 and 2252.63 before rounding up.
  it.each([
    [before, after, 0.95, 0.8, 256],
    [before, { promoterShare: 0.45, detractorShare: 0.25 }, 0.95, 0.9, 1419],
    [{ promoterShare: 0.6, detractorShare: 0.1 }, after, 0.9, 0.8, 164],
    [{ promoterShare: 0.2, detractorShare: 0.1 }, { promoterShare: 0.3, detractorShare: 0.15 }, 0.95, 0.8, 2253],
    [{ promoterShare: 1, detractorShare: 0 }, { promoterShare: 0, detractorShare: 1 }, 0.95, 0.8, 1],
    [before, after, 0.95, 0.01, 1],
  ])('from %j to %j at %d, %d of the time', (first, second, confidence, power, answers) => {
    expect(answerOf(netPromoterSampleSizeForChange({ before: first, after: second, confidence, power }))).toBe(answers);
  });

  it.each([
    ['nothing changes', { before, after: { promoterShare: 0.4, detractorShare: 0.3 } }, 'no-change', 'after'],
    ['nothing changes on paper', { before, after: { promoterShare: 0.5, detractorShare: 0.4 } }, 'no-change', 'after'],
    [
      'there are more than all',
      { before, after: { promoterShare: 0.8, detractorShare: 0.3 } },
      'shares-above-one',
      'after.detractorShare',
    ],
    [
      'a share is negative',
      { before: { ...before, promoterShare: -0.1 }, after },
      'not-a-share',
      'before.promoterShare',
    ],
    ['it is to be noticed for sure', { before, after, power: 1 }, 'not-a-confidence', 'power'],
    ['it is to be certain', { before, after, confidence: Number.NaN }, 'not-a-number', 'confidence'],
    [
      'the change is next to none',
      { before: { promoterShare: 0, detractorShare: 0 }, after: { promoterShare: 1e-200, detractorShare: 0 } },
      'no-change',
      'after',
    ],
  ])('cannot be said where %s', (_, input, reason, field) => {
    expect(netPromoterSampleSizeForChange(input)).toEqual({ ok: false, reason, field });
  });

  /** The share of seeded pairs of surveys in which the change is noticed. */
  function noticed(answers: number, method: 'adjusted-wald' | 'wald'): number {
    const random = xoroshiro128plus(20_240_229);
    const ask = ({ promoterShare, detractorShare }: ExpectedShares) => {
      const counts = { promoters: 0, passives: 0, detractors: 0 };
      for (let answer = 0; answer < answers; answer += 1) {
        const draw = uniformFloat64(random);
        if (draw < promoterShare) counts.promoters += 1;
        else if (draw < promoterShare + detractorShare) counts.detractors += 1;
        else counts.passives += 1;
      }
      return counts;
    };
    const pairs = 4000;
    let found = 0;
    for (let pair = 0; pair < pairs; pair += 1) {
      const { pValue } = answerOf(netPromoterDifference({ before: ask(before), after: ask(after), method }));
      if (pValue < 0.05) found += 1;
    }
    return found / pairs;
  }

  it('notices it as often as asked, and much less often with half as many', () => {
    const answers = answerOf(netPromoterSampleSizeForChange({ before, after, power: 0.8 }));
    for (const method of ['adjusted-wald', 'wald'] as const) {
      expect(Math.abs(noticed(answers, method) - 0.8)).toBeLessThan(0.02);
      expect(noticed(Math.round(answers / 2), method)).toBeLessThan(0.6);
    }
  });

  it('is more for a smaller change, and for one noticed more often', () => {
    fc.assert(
      fc.property(inside, inside, (one, other) => {
        const sizeFor = (step: number, power: number) =>
          answerOf(
            netPromoterSampleSizeForChange({
              before: { promoterShare: 0.25, detractorShare: 0.25 },
              after: { promoterShare: 0.25 + step / 4, detractorShare: 0.25 - step / 4 },
              power,
            }),
          );
        const [less, more] = [Math.min(one, other), Math.max(one, other)];
        expect(sizeFor(less, 0.8)).toBeGreaterThanOrEqual(sizeFor(more, 0.8));
        expect(sizeFor(0.2, more)).toBeGreaterThanOrEqual(sizeFor(0.2, less));
      }),
    );
  });
});
