import { finite, positiveProblem, shareProblem } from '../metrics/checks.ts';
import { quotient, type Step, workOut } from '../metrics/formula.ts';
import { intervalFactor } from '../metrics/statistics/normal-distribution.ts';
import { customerEffort, type EffortVersion } from '../metrics/survey/customer-effort.ts';
import { customerSatisfaction } from '../metrics/survey/customer-satisfaction.ts';
import { netPromoterInterval } from '../metrics/survey/net-promoter-interval.ts';
import {
  answerVarianceFormula,
  type ExpectedShares,
  netPromoterSampleSize,
  netPromoterSampleSizeForChange,
  netPromoterSampleSizeFormula,
} from '../metrics/survey/net-promoter-sample-size.ts';
import { netPromoterScore, netPromoterScoreFormula } from '../metrics/survey/net-promoter-score.ts';
import type { RatingCounts } from '../metrics/survey/rating-counts.ts';
import { countRatings, type RecommendScale, recommendScales } from '../metrics/survey/rating-scale.ts';
import type { RatingSummary } from '../metrics/survey/rating-summary.ts';
import { type Failure, failure, type Result, success } from '../result.ts';
import type { Answer, Calculator, LinkedData, Model, Numbers } from './model.ts';
import type { RatingName } from './surveys/pasted-counts.ts';

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
  headline: 'nps',
  inputs: [{ name: 'promoters' }, { name: 'passives' }, { name: 'detractors' }, { name: 'invited', isOptional: true }],
  compute: ({ promoters = Number.NaN, passives = Number.NaN, detractors = Number.NaN, invited }) =>
    netPromoterAnswer({ promoters, passives, detractors }, invited),
};

/** Answers per rating, from 0 to 10, on one of the scales the question is asked on. */
interface RecommendRatings {
  readonly scale: RecommendScale;
  readonly counts: readonly number[];
}

/** The three groups of the answers. On a scale from 1 the first count is none of it. */
export function recommendGroups({ scale, counts }: RecommendRatings): Result<RatingCounts, string> {
  return countRatings({ scale, counts: counts.slice(recommendScales[scale].lowest) });
}

function ofRatings(ratings: RecommendRatings, invited: number | undefined): Result<Answer, string> {
  const counted = recommendGroups(ratings);
  return counted.ok
    ? netPromoterAnswer(counted.value, invited)
    : atRating(counted, recommendScales[ratings.scale].lowest);
}

export const recommendNames = ratingNames(0, 10);

const ratings: Model = {
  name: 'ratings',
  headline: 'nps',
  inputs: [...recommendNames.map((name) => ({ name })), { name: 'invited', isOptional: true }],
  compute: (inputs) =>
    ofRatings({ scale: '0-10', counts: recommendNames.map((name) => inputs[name] ?? Number.NaN) }, inputs.invited),
};

/** Some of the answers of a file: those of a segment, or of a month. */
export interface CountedRatings {
  readonly counts: readonly number[];
}

/** What a file of answers comes to. */
export interface RatingData extends RecommendRatings {
  /** In order of appearance; '' for answers without one. Empty when the file has no segments. */
  readonly segments: readonly (CountedRatings & { readonly name: string })[];
  /** Months since January 1970 that have answers, in order. Empty when the file has no dates. */
  readonly months: readonly (CountedRatings & { readonly month: number })[];
}

const longestCount = 9;

/** Scores that were pasted are short enough for a link: their counts, and the scale if it is not the usual one. */
const linkedRatings: LinkedData<RatingData> = {
  parameters: ['counts', 'scale'],
  write: ({ counts, scale, segments, months }) =>
    segments.length > 0 || months.length > 0
      ? undefined
      : { counts: counts.join(), ...(scale !== '0-10' && { scale }) },
  read: ({ counts: text = '', scale = '0-10' }) => {
    const counts = text
      .split(',')
      .map((count) => (/^\d+$/.test(count) && count.length <= longestCount ? Number(count) : -1));
    const isScale = scale === '0-10' || (scale === '1-10' && counts[0] === 0);
    const rows = counts.reduce((sum, count) => sum + count, 0);
    if (!isScale || counts.length !== recommendNames.length || counts.includes(-1) || rows === 0) return undefined;
    return { value: { scale, counts, segments: [], months: [] }, rows };
  },
};

const answersModel: Model<RatingData> = {
  name: 'answers',
  headline: 'nps',
  needsData: true,
  linkedData: linkedRatings,
  inputs: [{ name: 'invited', isOptional: true }],
  compute: ({ invited }, data) => ofRatings(data, invited),
};

/** The share that a scale from 1 up is read by, and the answers counted for it. */
interface ShareNames {
  readonly share: 'satisfiedShare' | 'agreementShare' | 'highEffortShare';
  readonly part: 'satisfied' | 'agreeing' | 'highEffort';
}

/** What the answers on a scale from 1 up come to: the share at its upper end, with its interval, and the mean. */
function summaryAnswer(
  summary: Result<RatingSummary, string>,
  names: ShareNames,
  invited: number | undefined,
): Result<Answer, string> {
  if (!summary.ok) return atRating(summary, 1);
  const { share, shareInterval, mean, meanInterval, answers } = summary.value;
  const rate = responseRate(answers, invited);
  return success({
    results: {
      [names.share]: success(share),
      shareLower: success(shareInterval.lower),
      shareUpper: success(shareInterval.upper),
      meanRating: success(mean),
      ...(meanInterval && { meanLower: success(meanInterval.lower), meanUpper: success(meanInterval.upper) }),
      answers: success(answers),
      ...(rate && { responseRate: rate }),
    },
    steps: [{ name: names.share, formula: quotient(names.part, 'answers') }],
    values: { [names.part]: share * answers, answers, [names.share]: share },
  });
}

const fivePoints = ratingNames(1, 5);
const sevenPoints = ratingNames(1, 7);

function countsOf(names: readonly RatingName[], inputs: Numbers): number[] {
  return names.map((name) => inputs[name] ?? Number.NaN);
}

const csat: Model = {
  name: 'csat',
  headline: 'satisfiedShare',
  inputs: [...fivePoints.map((name) => ({ name })), { name: 'invited', isOptional: true }],
  compute: (inputs) =>
    summaryAnswer(
      customerSatisfaction({ counts: countsOf(fivePoints, inputs) }),
      { share: 'satisfiedShare', part: 'satisfied' },
      inputs.invited,
    ),
};

/** The two questions called customer effort score, each a model of its own: their numbers are not comparable. */
function ces(version: EffortVersion, ratings: readonly RatingName[], names: ShareNames): Model {
  return {
    name: `ces-${version}`,
    headline: names.share,
    inputs: [...ratings.map((name) => ({ name })), { name: 'invited', isOptional: true }],
    compute: (inputs) =>
      summaryAnswer(customerEffort({ version, counts: countsOf(ratings, inputs) }), names, inputs.invited),
  };
}

/** Shares that ought to add up to 1 do so again. */
const withoutRounding = (share: number) => Number(share.toPrecision(12));

/**
 * The shares after a change of the score, half of it more promoters and half fewer detractors; where one of the two has
 * no more to give, the other changes by the rest.
 */
function sharesAfter({ promoterShare, detractorShare }: ExpectedShares, change: number): ExpectedShares {
  const detractors = Math.max(0, detractorShare - change / 2);
  const promoters = promoterShare + change - (detractorShare - detractors);
  return promoters < 0
    ? { promoterShare: 0, detractorShare: withoutRounding(detractorShare - promoterShare - change) }
    : { promoterShare: withoutRounding(promoters), detractorShare: withoutRounding(detractors) };
}

/** Answers needed to notice a change of the score. */
function answersForChange(before: ExpectedShares, change: number): Result<number, string> {
  const needed = netPromoterSampleSizeForChange({ before, after: sharesAfter(before, change) });
  return needed.ok || needed.reason === 'no-change' ? needed : failure('change-beyond-scale', 'npsChange');
}

/** How many to ask for so many answers. */
function invitationsFor(answers: Result<number, string>, rate: number): Result<number, string> {
  return answers.ok ? finite(Math.ceil(answers.value / rate)) : answers;
}

const sampleSize: Model = {
  name: 'sample-size',
  headline: 'answersNeeded',
  inputs: [
    { name: 'promoterShare' },
    { name: 'detractorShare' },
    { name: 'npsMargin' },
    { name: 'npsChange', isOptional: true },
    { name: 'responseRate' },
    { name: 'reachable', isOptional: true },
  ],
  compute: ({
    promoterShare = Number.NaN,
    detractorShare = Number.NaN,
    npsMargin = Number.NaN,
    npsChange,
    responseRate: rate = Number.NaN,
  }) => {
    const expected = { promoterShare, detractorShare };
    const needed = netPromoterSampleSize({ ...expected, margin: npsMargin });
    if (!needed.ok) return needed.field === 'margin' ? { ...needed, field: 'npsMargin' } : needed;
    const rateProblem = positiveProblem(rate) ?? shareProblem(rate);
    if (rateProblem) return failure(rateProblem, 'responseRate');
    const forChange = npsChange === undefined ? undefined : answersForChange(expected, npsChange);
    const steps: Step[] = [
      { name: 'answerVariance', formula: answerVarianceFormula },
      { name: 'answersUnrounded', formula: netPromoterSampleSizeFormula },
    ];
    return success({
      results: {
        answersNeeded: needed,
        invitationsNeeded: invitationsFor(needed, rate),
        ...(forChange && { answersForChange: forChange, invitationsForChange: invitationsFor(forChange, rate) }),
      },
      steps,
      values: workOut(steps, { ...expected, npsMargin, normalFactor: intervalFactor(0.95) }),
    });
  },
};

function example(): Numbers {
  const perRating = [6, 3, 6, 9, 12, 24, 30, 75, 105, 150, 180];
  return {
    promoters: 110,
    passives: 60,
    detractors: 30,
    ...Object.fromEntries(recommendNames.map((name, index) => [name, perRating[index]])),
    promoterShare: 0.5,
    detractorShare: 0.2,
    npsMargin: 0.1,
    npsChange: 0.1,
    responseRate: 0.2,
  };
}

export const netPromoterCalculator: Calculator = {
  name: 'nps',
  version: 1,
  models: [
    groups,
    ratings,
    answersModel,
    csat,
    ces('agreement', sevenPoints, { share: 'agreementShare', part: 'agreeing' }),
    ces('effort-2010', fivePoints, { share: 'highEffortShare', part: 'highEffort' }),
    sampleSize,
  ],
  results: [
    'nps',
    'npsLower',
    'npsUpper',
    'promoterShare',
    'detractorShare',
    'answers',
    'responseRate',
    'satisfiedShare',
    'agreementShare',
    'highEffortShare',
    'shareLower',
    'shareUpper',
    'meanRating',
    'meanLower',
    'meanUpper',
    'answersNeeded',
    'invitationsNeeded',
    'answersForChange',
    'invitationsForChange',
  ],
  example,
};
