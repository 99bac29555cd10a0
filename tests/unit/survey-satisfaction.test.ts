import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { customerEffort, type EffortVersion, effortVersions } from '../../src/lib/metrics/survey/customer-effort.ts';
import { customerSatisfaction } from '../../src/lib/metrics/survey/customer-satisfaction.ts';
import { satisfiedShare } from '../../src/lib/metrics/survey/satisfied-share.ts';
import { answerOf } from './answer-of.ts';
import { expected, list } from './published.ts';

const fiveCounts = fc
  .array(fc.nat(1000), { minLength: 5, maxLength: 5 })
  .filter((counts) => counts.some((count) => count > 0));

describe('how satisfied customers are', () => {
  it('is the share of 4s and 5s with its Wilson interval', () => {
    const counts = list('csat-1', 'inputs', 'counts1to5');
    const answer = answerOf(customerSatisfaction({ counts }));
    expect(answer.version).toBe('top-two-box');
    expect(answer.answers).toBe(100);
    expect(answer.share).toBeCloseTo(expected('csat-1', 'score'), 12);
    expect(answer.shareInterval.lower).toBeCloseTo(expected('csat-1', 'wilsonLo'), 9);
    expect(answer.shareInterval.upper).toBeCloseTo(expected('csat-1', 'wilsonHi'), 9);
  });

  it('comes with the mean and its interval', () => {
    // SciPy 1.17: sem and t.interval.
    const { mean, meanInterval } = answerOf(customerSatisfaction({ counts: [5, 10, 20, 40, 25] }));
    expect(mean).toBeCloseTo(3.7, 14);
    expect(meanInterval?.standardError).toBeCloseTo(0.11055415967851331, 14);
    expect(meanInterval?.lower).toBeCloseTo(3.4806365622975024, 12);
    expect(meanInterval?.upper).toBeCloseTo(3.919363437702498, 12);
  });

  it('has a wide interval of the mean while answers are few, as Student has it', () => {
    // SciPy 1.17: t.interval; the normal interval would begin at 2.60.
    const { mean, meanInterval } = answerOf(customerSatisfaction({ counts: [0, 1, 1, 2, 1] }));
    expect(mean).toBeCloseTo(3.6, 14);
    expect(meanInterval?.lower).toBeCloseTo(2.184285223017728, 12);
    expect(meanInterval?.margin).toBeCloseTo(1.4157147769822722, 12);
    expect(meanInterval?.upper).toBe(5);
  });

  it('is said also when everyone, or nobody, is satisfied', () => {
    const all = answerOf(customerSatisfaction({ counts: [0, 0, 0, 0, 20] }));
    const nobody = answerOf(customerSatisfaction({ counts: [20, 0, 0, 0, 0] }));
    expect(all).toMatchObject({ share: 1, mean: 5, meanInterval: { standardError: 0, lower: 5, upper: 5 } });
    expect(all.shareInterval.upper).toBe(1);
    expect(all.shareInterval.lower).toBeLessThan(0.85);
    expect(nobody).toMatchObject({ share: 0, mean: 1, shareInterval: { lower: 0 } });
  });

  it('is the same as from the number of satisfied answers', () => {
    fc.assert(
      fc.property(fiveCounts, (counts) => {
        const { share, answers } = answerOf(customerSatisfaction({ counts }));
        const satisfied = (counts[3] ?? 0) + (counts[4] ?? 0);
        expect(share).toBe(answerOf(satisfiedShare({ satisfied, answers })));
      }),
    );
  });
});

describe('how much effort customers had', () => {
  // SciPy 1.17: sem, t.interval and binomtest(...).proportion_ci(method='wilson').
  it('by the question of 2010, where less is better', () => {
    const answer = answerOf(customerEffort({ version: 'effort-2010', counts: [30, 40, 15, 10, 5] }));
    expect(answer).toMatchObject({ version: 'effort-2010', better: 'lower', answers: 100, share: 0.15 });
    expect(answer.mean).toBeCloseTo(2.2, 14);
    expect(answer.meanInterval?.standardError).toBeCloseTo(0.11281521496355325, 14);
    expect(answer.meanInterval?.lower).toBeCloseTo(1.9761501380724522, 12);
    expect(answer.meanInterval?.upper).toBeCloseTo(2.423849861927548, 12);
    expect(answer.shareInterval.lower).toBeCloseTo(0.09305985283656634, 12);
    expect(answer.shareInterval.upper).toBeCloseTo(0.23283559590832367, 12);
  });

  it('by agreement that it was easy, where more is better', () => {
    const answer = answerOf(customerEffort({ version: 'agreement', counts: [2, 3, 5, 10, 20, 35, 25] }));
    expect(answer).toMatchObject({ version: 'agreement', better: 'higher', answers: 100, share: 0.8 });
    expect(answer.mean).toBeCloseTo(5.48, 14);
    expect(answer.meanInterval?.standardError).toBeCloseTo(0.1424745236840253, 14);
    expect(answer.meanInterval?.lower).toBeCloseTo(5.197299634936957, 12);
    expect(answer.meanInterval?.upper).toBeCloseTo(5.7627003650630435, 12);
    expect(answer.shareInterval.lower).toBeCloseTo(0.711170834406841, 12);
    expect(answer.shareInterval.upper).toBeCloseTo(0.8666330666689674, 12);
  });

  it('has a mean, but no interval of it, from one answer', () => {
    const answer = answerOf(customerEffort({ version: 'agreement', counts: [0, 0, 0, 0, 0, 1, 0] }));
    expect(answer).toMatchObject({ answers: 1, mean: 6, share: 1 });
    expect(answer.meanInterval).toBeUndefined();
  });

  it('never leaves the scale', () => {
    // From SciPy 1.17: −22.4 to 28.4 before it is cut off.
    const answer = answerOf(customerEffort({ version: 'effort-2010', counts: [1, 0, 0, 0, 1] }));
    expect(answer.meanInterval).toMatchObject({ standardError: 2, lower: 1, upper: 5 });
    expect(answer.meanInterval?.margin).toBeCloseTo(25.41240947234939, 12);
  });

  it('never leaves the scale for parts of answers either', () => {
    // 5 × 0.0037 ÷ 0.0037 is not quite 5 on a computer.
    const answer = answerOf(customerEffort({ version: 'effort-2010', counts: [0, 0, 0, 0, 0.0037] }));
    expect(answer).toMatchObject({ mean: 5, share: 1, meanInterval: undefined });
  });

  it('reads the same upside down', () => {
    fc.assert(
      fc.property(fiveCounts, (counts) => {
        const there = answerOf(customerEffort({ version: 'effort-2010', counts }));
        const back = answerOf(customerEffort({ version: 'effort-2010', counts: counts.toReversed() }));
        expect(there.mean + back.mean).toBeCloseTo(6, 12);
        expect(there.meanInterval === undefined).toBe(back.meanInterval === undefined);
        expect(there.meanInterval?.standardError ?? 0).toBeCloseTo(back.meanInterval?.standardError ?? 0, 12);
      }),
    );
  });
});

/** Everything that answers on a scale from 1 can be put into. */
const measures = {
  satisfaction: { points: 5, compute: customerSatisfaction },
  ...Object.fromEntries(
    (Object.keys(effortVersions) as EffortVersion[]).map((version) => [
      version,
      {
        points: effortVersions[version].points,
        compute: (input: { counts: number[]; confidence?: number }) => customerEffort({ version, ...input }),
      },
    ]),
  ),
};

describe.each(Object.entries(measures))('whatever is asked about %s', (_, { points, compute }) => {
  const ones = Array(points).fill(1);

  it.each([
    ['too few ratings', { counts: ones.slice(1) }, 'wrong-number-of-counts', 'counts'],
    ['too many ratings', { counts: [...ones, 1] }, 'wrong-number-of-counts', 'counts'],
    ['no ratings', { counts: [] }, 'wrong-number-of-counts', 'counts'],
    ['no answers', { counts: ones.map(() => 0) }, 'no-answers', 'counts'],
    ['no answers, not even less', { counts: ones.map(() => -0) }, 'no-answers', 'counts'],
    ['a negative count', { counts: ones.with(1, -1) }, 'negative-count', 'counts.1'],
    ['a missing count', { counts: ones.with(3, Number.NaN) }, 'not-a-number', 'counts.3'],
    ['more answers than numbers reach', { counts: ones.map(() => 1e308) }, 'too-large', 'counts'],
    ['certainty', { counts: ones, confidence: 1 }, 'not-a-confidence', 'confidence'],
  ])('%s: I learn what is wrong', (__, input, reason, field) => {
    expect(compute(input)).toEqual({ ok: false, reason, field });
  });

  it('share and mean lie in their intervals, which grow with the confidence', () => {
    const counts = fc
      .array(fc.nat(1000), { minLength: points, maxLength: points })
      .filter((list) => list.some((count) => count > 0));
    const level = fc.integer({ min: 1, max: 999 }).map((n) => n / 1000);
    fc.assert(
      fc.property(counts, level, level, (list, one, other) => {
        const less = answerOf(compute({ counts: list, confidence: Math.min(one, other) }));
        const more = answerOf(compute({ counts: list, confidence: Math.max(one, other) }));
        const order = [more.shareInterval.lower, less.shareInterval.lower, less.share];
        expect(order).toEqual(order.toSorted((a, b) => a - b));
        expect(less.shareInterval.upper).toBeGreaterThanOrEqual(less.share);
        if (!less.meanInterval || !more.meanInterval) return;
        expect(less.meanInterval.lower).toBeLessThanOrEqual(less.mean);
        expect(less.meanInterval.upper).toBeGreaterThanOrEqual(less.mean);
        expect(more.meanInterval.margin).toBeGreaterThanOrEqual(less.meanInterval.margin);
      }),
    );
  });
});
