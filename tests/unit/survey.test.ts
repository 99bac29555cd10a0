import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { netPromoterScore, netPromoterVariance } from '../../src/lib/metrics/survey/net-promoter-score.ts';
import { classifyRating, countRatings, tallyRatings } from '../../src/lib/metrics/survey/rating-scale.ts';
import { satisfiedShare } from '../../src/lib/metrics/survey/satisfied-share.ts';
import vectors from '../vectors/metrics.json' with { type: 'json' };
import { answerOf } from './answer-of.ts';
import { expected, inputs, list } from './published.ts';

const groups = ['promoters', 'passives', 'detractors'] as const;
const count = fc.nat(10_000);
const survey = fc
  .record({ promoters: count, passives: count, detractors: count })
  .filter(({ promoters, passives, detractors }) => promoters + passives + detractors > 0);

describe('which group a rating belongs to', () => {
  it.each([
    [0, 'detractor'],
    [-0, 'detractor'],
    [6, 'detractor'],
    [7, 'passive'],
    [8, 'passive'],
    [9, 'promoter'],
    [10, 'promoter'],
  ])('a %d makes a %s', (rating, group) => {
    expect(answerOf(classifyRating({ rating }))).toBe(group);
  });

  it.each([
    [6.5, 'not-whole'],
    [11, 'off-scale'],
    [-1, 'off-scale'],
    [1e308, 'off-scale'],
    [Number.NaN, 'not-a-number'],
    [Number.POSITIVE_INFINITY, 'not-a-number'],
  ])('%d is no rating', (rating, reason) => {
    expect(classifyRating({ rating })).toEqual({ ok: false, reason, field: 'rating' });
  });

  it('a 0 is a rating only where the scale has one', () => {
    expect(classifyRating({ rating: 0, scale: '1-10' })).toEqual({ ok: false, reason: 'off-scale', field: 'rating' });
    expect(answerOf(classifyRating({ rating: 1, scale: '1-10' }))).toBe('detractor');
  });
});

describe('from a list of single answers', () => {
  it('I see how often each rating was given', () => {
    expect(answerOf(tallyRatings({ ratings: [10, 9, 10, 3, 0, -0] }))).toEqual([2, 0, 0, 1, 0, 0, 0, 0, 0, 1, 2]);
    expect(answerOf(tallyRatings({ ratings: [10, 1], scale: '1-10' }))).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
  });

  it.each([
    [[10, 9, 8, 11], 'off-scale', 'ratings.3'],
    [[10, 8.5, 12], 'not-whole', 'ratings.1'],
    [[Number.NaN], 'not-a-number', 'ratings.0'],
    [[], 'no-answers', 'ratings'],
  ])('I learn which of %j is wrong', (ratings, reason, field) => {
    expect(tallyRatings({ ratings })).toEqual({ ok: false, reason, field });
  });

  it('I get the groups that classifying them one by one gives', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 1 }), (ratings) => {
        const groupsOneByOne = ratings.map((rating) => answerOf(classifyRating({ rating })));
        const counts = answerOf(countRatings({ counts: answerOf(tallyRatings({ ratings })) }));
        expect(counts.promoters).toBe(groupsOneByOne.filter((group) => group === 'promoter').length);
        expect(counts.passives).toBe(groupsOneByOne.filter((group) => group === 'passive').length);
        expect(counts.detractors).toBe(groupsOneByOne.filter((group) => group === 'detractor').length);
      }),
    );
  });
});

/** The answers per rating, from 0 to 10, of real surveys asked on a scale from 1. */
function communitySurveys(): ReadonlyMap<string, readonly number[]> {
  const surveys = new Map<string, number[]>();
  const file = new URL('../vectors/data/rstudio_r_community_survey_nps_counts.csv', import.meta.url);
  for (const line of readFileSync(file, 'utf8').trim().split('\n').slice(1)) {
    const [name = '', rating, answers] = line.split(',');
    const counts = surveys.get(name) ?? [];
    counts[Number(rating)] = Number(answers);
    surveys.set(name, counts);
  }
  return surveys;
}

describe('from answers per rating', () => {
  it('I get the score that the publisher of a real survey printed, if I say that its scale began at 1', () => {
    const counts = list('nps-real-2018-en', 'inputs', 'histogram1to10');
    expect(countRatings({ counts })).toEqual({ ok: false, reason: 'scale-without-zero', field: 'counts' });
    const answers = answerOf(countRatings({ counts, scale: '1-10' }));
    const score = answerOf(netPromoterScore(answers));
    expect(groups.reduce((sum, group) => sum + answers[group], 0)).toBe(expected('nps-real-2018-en', 'n'));
    expect(score).toBeCloseTo(expected('nps-real-2018-en', 'nps'), 6);
    expect(Math.round(score * 100)).toBe(expected('nps-real-2018-en', 'displayed'));
  });

  // NumPy: mean and variance of the answers turned into 1, 0 and −1.
  it.each([
    ['2018-English-R', [2308, 579, 131], 0.7213386348575216, 0.287821667301251],
    ['2018-Spanish-R', [184, 58, 18], 0.6384615384615384, 0.3692899408284025],
    ['2019-English-R', [1386, 351, 58], 0.7398328690807799, 0.25710415034023637],
    ['2019-English-Python', [335, 372, 308], 0.026600985221674877, 0.6327899245310491],
    ['2019-Combined-R', [1570, 369, 65], 0.750998003992016, 0.25187026147306185],
    ['2019-Combined-Python', [395, 397, 323], 0.06457399103139014, 0.6397763880230849],
  ] as const)(
    'I get groups, score and variance of the survey %s',
    (name, [promoters, passives, detractors], score, spread) => {
      const counts = communitySurveys().get(name) ?? [];
      const answers = answerOf(countRatings({ counts }));
      expect(answers).toEqual({ promoters, passives, detractors });
      expect(countRatings({ counts: counts.slice(1), scale: '1-10' })).toEqual(countRatings({ counts }));
      expect(answerOf(netPromoterScore(answers))).toBeCloseTo(score, 14);
      expect(answerOf(netPromoterVariance(answers)).variance).toBeCloseTo(spread, 14);
    },
  );

  it.each([
    ['nine ratings', Array(9).fill(1), undefined, 'wrong-number-of-counts', 'counts'],
    ['no ratings', [], undefined, 'wrong-number-of-counts', 'counts'],
    ['eleven on a scale of ten', Array(11).fill(1), '1-10', 'wrong-number-of-counts', 'counts'],
    ['a negative count', [0, 0, -1, 0, 0, 0, 0, 0, 0, 0, 0], undefined, 'negative-count', 'counts.2'],
    ['a gap', [...Array(10).fill(1), Number.NaN], undefined, 'not-a-number', 'counts.10'],
    ['no answers', Array(11).fill(0), undefined, 'no-answers', 'counts'],
    ['more answers than numbers reach', Array(11).fill(1e308), undefined, 'too-large', 'counts'],
  ] as const)('I learn what is wrong with %s', (_, counts, scale, reason, field) => {
    expect(countRatings({ counts, scale: scale ?? '0-10' })).toEqual({ ok: false, reason, field });
  });
});

describe('the score and how far answers lie from it', () => {
  it('are those of the NPS package by the author of Rocks 2016', () => {
    const counts = inputs('nps-basic', ...groups);
    const { variance, standardError } = answerOf(netPromoterVariance(counts));
    expect(answerOf(netPromoterScore(counts))).toBeCloseTo(expected('nps-basic', 'nps'), 12);
    expect(variance).toBeCloseTo(expected('nps-basic', 'variance'), 12);
    expect(standardError).toBeCloseTo(expected('nps-basic', 'se'), 8);
  });

  it('are so also for one to three answers', () => {
    const cases = vectors.find(({ id }) => id === 'nps-edge')?.inputs.counts as readonly (readonly number[])[];
    const variances = cases.map(([detractors = 0, passives = 0, promoters = 0]) =>
      answerOf(netPromoterVariance({ promoters, passives, detractors })),
    );
    for (const [index, published] of list('nps-edge', 'expected', 'variance').entries()) {
      expect(variances[index]?.variance).toBeCloseTo(published, 12);
    }
  });

  it.each([
    ['no answers', { promoters: 0, passives: 0, detractors: -0 }, 'no-answers', undefined],
    ['a negative count', { promoters: 1, passives: -1, detractors: 0 }, 'negative-count', 'passives'],
    ['no number', { promoters: 1, passives: 1, detractors: Number.NaN }, 'not-a-number', 'detractors'],
    ['more than numbers reach', { promoters: 1e308, passives: 0, detractors: 1e308 }, 'too-large', undefined],
  ])('do not exist for %s', (_, counts, reason, field) => {
    expect(netPromoterScore(counts)).toEqual({ ok: false, reason, field });
    expect(netPromoterVariance(counts)).toEqual({ ok: false, reason, field });
  });

  it.each([
    ['one promoter', { promoters: 1, passives: 0, detractors: 0 }, 1, 0],
    ['one passive', { promoters: -0, passives: 1, detractors: 0 }, 0, 0],
    ['one detractor', { promoters: -0, passives: -0, detractors: 1 }, -1, 0],
    ['one of each end', { promoters: 1, passives: 0, detractors: 1 }, 0, 1],
    ['as many as numbers reach', { promoters: 0, passives: 0, detractors: 1e308 }, -1, 0],
    ['halves of answers', { promoters: 0.5, passives: 0.5, detractors: 0 }, 0.5, 0.25],
  ])('of %s are exact', (_, counts, score, variance) => {
    expect(answerOf(netPromoterScore(counts))).toBe(score);
    expect(answerOf(netPromoterVariance(counts)).variance).toBe(variance);
  });

  it('keep their digits when almost everyone answers alike', () => {
    // mpmath 1.3, 30 digits.
    const counts = { promoters: 1e15, passives: 1, detractors: 0 };
    expect(answerOf(netPromoterVariance(counts)).variance / 9.99999999999998e-16).toBeCloseTo(1, 14);
  });

  it('turn around with promoters and detractors', () => {
    fc.assert(
      fc.property(survey, ({ promoters, passives, detractors }) => {
        const there = { promoters, passives, detractors };
        const back = { promoters: detractors, passives, detractors: promoters };
        expect(answerOf(netPromoterScore(there)) + answerOf(netPromoterScore(back))).toBe(0);
        expect(answerOf(netPromoterVariance(there)).variance).toBeCloseTo(
          answerOf(netPromoterVariance(back)).variance,
          14,
        );
      }),
    );
  });

  it('are mean and variance of answers counted as 1, 0 and −1', () => {
    fc.assert(
      fc.property(survey, ({ promoters, passives, detractors }) => {
        const answers = promoters + passives + detractors;
        const mean = (promoters - detractors) / answers;
        const squares = promoters * (1 - mean) ** 2 + passives * mean ** 2 + detractors * (1 + mean) ** 2;
        const counts = { promoters, passives, detractors };
        expect(answerOf(netPromoterVariance(counts)).variance).toBeCloseTo(squares / answers, 12);
      }),
    );
  });
});

describe('the share of satisfied answers', () => {
  it.each([
    ['no answers', { satisfied: 0, answers: 0 }, 'no-answers', 'answers'],
    ['more satisfied answers than answers', { satisfied: 6, answers: 5 }, 'part-above-whole', 'satisfied'],
    ['a negative count', { satisfied: -1, answers: 5 }, 'negative-count', 'satisfied'],
    ['no number', { satisfied: 1, answers: Number.POSITIVE_INFINITY }, 'not-a-number', 'answers'],
  ])('does not exist for %s', (_, counts, reason, field) => {
    expect(satisfiedShare(counts)).toEqual({ ok: false, reason, field });
  });

  it.each([
    [{ satisfied: 65, answers: 100 }, 0.65],
    [{ satisfied: -0, answers: 5 }, 0],
    [{ satisfied: 1e308, answers: 1e308 }, 1],
  ])('of %j is %d', (counts, share) => {
    expect(answerOf(satisfiedShare(counts))).toBe(share);
  });
});
