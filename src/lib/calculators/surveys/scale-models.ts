import { quotient } from '../../metrics/formula.ts';
import { customerEffort, type EffortVersion } from '../../metrics/survey/customer-effort.ts';
import { customerSatisfaction } from '../../metrics/survey/customer-satisfaction.ts';
import type { RatingSummary } from '../../metrics/survey/rating-summary.ts';
import { type Result, success } from '../../result.ts';
import type { Answer, Model, Numbers } from '../model.ts';
import type { RatingName } from './pasted-counts.ts';
import { atRating, ratingNames, responseRate } from './rating-fields.ts';

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

export const satisfactionModel: Model = {
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

/** One of the questions called customer effort score. */
function effortModel(version: EffortVersion, ratings: readonly RatingName[], names: ShareNames): Model {
  return {
    name: `ces-${version}`,
    headline: names.share,
    inputs: [...ratings.map((name) => ({ name })), { name: 'invited', isOptional: true }],
    compute: (inputs) =>
      summaryAnswer(customerEffort({ version, counts: countsOf(ratings, inputs) }), names, inputs.invited),
  };
}

/** Two questions are called customer effort score. Each is a model of its own: their numbers are not comparable. */
export const effortModels = [
  effortModel('agreement', sevenPoints, { share: 'agreementShare', part: 'agreeing' }),
  effortModel('effort-2010', fivePoints, { share: 'highEffortShare', part: 'highEffort' }),
] as const;
