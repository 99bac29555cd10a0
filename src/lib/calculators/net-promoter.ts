import type { QuantityName } from '../metrics/quantities.ts';
import { customerEffort, type EffortVersion } from '../metrics/survey/customer-effort.ts';
import { customerSatisfaction } from '../metrics/survey/customer-satisfaction.ts';
import { netPromoterInterval } from '../metrics/survey/net-promoter-interval.ts';
import { netPromoterScore, netPromoterScoreFormula } from '../metrics/survey/net-promoter-score.ts';
import type { RatingCounts } from '../metrics/survey/rating-counts.ts';
import { countRatings, type RecommendScale } from '../metrics/survey/rating-scale.ts';
import type { RatingSummary } from '../metrics/survey/rating-summary.ts';
import { satisfiedShareFormula } from '../metrics/survey/satisfied-share.ts';
import { type Failure, failure, type Result, success } from '../result.ts';
import type { Answer, Calculator, Model, Numbers } from './model.ts';

type RatingName = Extract<QuantityName, `rating${number}`>;

/** Names of the counts per rating, lowest first. */
function ratingNames(lowest: number, highest: number): RatingName[] {
  return Array.from({ length: highest - lowest + 1 }, (_, index) => `rating${lowest + index}` as RatingName);
}

/** A problem of the third count is a problem of the field for that rating. */
function atRating({ reason, field }: Failure<string>, lowest: number): Failure<string> {
  const [, index] = /^counts\.(\d+)$/.exec(field ?? '') ?? [];
  return failure(reason, index === undefined ? undefined : `rating${lowest + Number(index)}`);
}

/** People asked: with it comes the share who answered. */
function responseRate(answers: number, invited: number | undefined): Result<number, string> | undefined {
  if (invited === undefined) return undefined;
  if (invited <= 0) return failure('not-positive', 'invited');
  return answers > invited ? failure('more-answers-than-invited', 'invited') : success(answers / invited);
}

function netPromoterAnswer(groups: RatingCounts, invited: number | undefined): Result<Answer, string> {
  const nps = netPromoterScore(groups);
  if (!nps.ok) return nps;
  const interval = netPromoterInterval(groups);
  if (!interval.ok) return interval;
  const answers = groups.promoters + groups.passives + groups.detractors;
  const rate = responseRate(answers, invited);
  return success({
    results: {
      nps,
      npsLower: success(interval.value.lower),
      npsUpper: success(interval.value.upper),
      promoterShare: success(groups.promoters / answers),
      detractorShare: success(groups.detractors / answers),
      answers: success(answers),
      ...(rate && { responseRate: rate }),
    },
    steps: [{ name: 'nps', formula: netPromoterScoreFormula }],
    values: { ...groups, nps: nps.value },
  });
}

const groups: Model = {
  name: 'groups',
  inputs: [{ name: 'promoters' }, { name: 'passives' }, { name: 'detractors' }, { name: 'invited', isOptional: true }],
  compute: ({ promoters = Number.NaN, passives = Number.NaN, detractors = Number.NaN, invited }) =>
    netPromoterAnswer({ promoters, passives, detractors }, invited),
};

/** Answers per rating, lowest first, on one of the scales the question is asked on. */
export interface RatingData {
  readonly scale: RecommendScale;
  readonly counts: readonly number[];
}

function ofRatings({ scale, counts }: RatingData, invited: number | undefined): Result<Answer, string> {
  const counted = countRatings({ counts, scale });
  return counted.ok ? netPromoterAnswer(counted.value, invited) : atRating(counted, scale === '0-10' ? 0 : 1);
}

const recommendNames = ratingNames(0, 10);

const ratings: Model = {
  name: 'ratings',
  inputs: [...recommendNames.map((name) => ({ name })), { name: 'invited', isOptional: true }],
  compute: (inputs) =>
    ofRatings({ scale: '0-10', counts: recommendNames.map((name) => inputs[name] ?? Number.NaN) }, inputs.invited),
};

const answersModel: Model<RatingData> = {
  name: 'answers',
  needsData: true,
  inputs: [{ name: 'invited', isOptional: true }],
  compute: ({ invited }, data) => ofRatings(data, invited),
};

/** What the answers on a scale from 1 up come to: the share at its upper end, with its interval, and the mean. */
function summaryAnswer(summary: Result<RatingSummary, string>, invited: number | undefined): Result<Answer, string> {
  if (!summary.ok) return atRating(summary, 1);
  const { share, shareInterval, mean, meanInterval, answers } = summary.value;
  const rate = responseRate(answers, invited);
  return success({
    results: {
      satisfiedShare: success(share),
      shareLower: success(shareInterval.lower),
      shareUpper: success(shareInterval.upper),
      meanRating: success(mean),
      ...(meanInterval && { meanLower: success(meanInterval.lower), meanUpper: success(meanInterval.upper) }),
      answers: success(answers),
      ...(rate && { responseRate: rate }),
    },
    steps: [{ name: 'satisfiedShare', formula: satisfiedShareFormula }],
    values: { satisfied: share * answers, answers, satisfiedShare: share },
  });
}

const fivePoints = ratingNames(1, 5);
const sevenPoints = ratingNames(1, 7);

function countsOf(names: readonly RatingName[], inputs: Numbers): number[] {
  return names.map((name) => inputs[name] ?? Number.NaN);
}

const csat: Model = {
  name: 'csat',
  inputs: [...fivePoints.map((name) => ({ name })), { name: 'invited', isOptional: true }],
  compute: (inputs) => summaryAnswer(customerSatisfaction({ counts: countsOf(fivePoints, inputs) }), inputs.invited),
};

/** The two questions called customer effort score, each a model of its own: their numbers are not comparable. */
function ces(version: EffortVersion, names: readonly RatingName[]): Model {
  return {
    name: `ces-${version}`,
    inputs: [...names.map((name) => ({ name })), { name: 'invited', isOptional: true }],
    compute: (inputs) => summaryAnswer(customerEffort({ version, counts: countsOf(names, inputs) }), inputs.invited),
  };
}

function example(): Numbers {
  const perRating = [2, 1, 2, 3, 4, 8, 10, 25, 35, 50, 60];
  return {
    promoters: 110,
    passives: 60,
    detractors: 30,
    ...Object.fromEntries(recommendNames.map((name, index) => [name, perRating[index]])),
  };
}

export const netPromoterCalculator: Calculator = {
  name: 'nps',
  version: 1,
  models: [groups, ratings, answersModel, csat, ces('agreement', sevenPoints), ces('effort-2010', fivePoints)],
  results: [
    'nps',
    'npsLower',
    'npsUpper',
    'promoterShare',
    'detractorShare',
    'answers',
    'responseRate',
    'satisfiedShare',
    'shareLower',
    'shareUpper',
    'meanRating',
    'meanLower',
    'meanUpper',
  ],
  example,
};
