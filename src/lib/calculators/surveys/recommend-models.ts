import { netPromoterInterval } from '../../metrics/survey/net-promoter-interval.ts';
import { netPromoterScore, netPromoterScoreFormula } from '../../metrics/survey/net-promoter-score.ts';
import type { RatingCounts } from '../../metrics/survey/rating-counts.ts';
import { recommendScales } from '../../metrics/survey/rating-scale.ts';
import { type Result, success } from '../../result.ts';
import type { Answer, Model } from '../model.ts';
import {
  linkedRatings,
  type RatingData,
  type RecommendRatings,
  recommendGroups,
  recommendNames,
} from './rating-data.ts';
import { atRating, responseRate } from './rating-fields.ts';

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

/** From the counts of the three groups. */
export const groupsModel: Model = {
  name: 'groups',
  headline: 'nps',
  inputs: [{ name: 'promoters' }, { name: 'passives' }, { name: 'detractors' }, { name: 'invited', isOptional: true }],
  compute: ({ promoters = Number.NaN, passives = Number.NaN, detractors = Number.NaN, invited }) =>
    netPromoterAnswer({ promoters, passives, detractors }, invited),
};

function ofRatings(ratings: RecommendRatings, invited: number | undefined): Result<Answer, string> {
  const counted = recommendGroups(ratings);
  return counted.ok
    ? netPromoterAnswer(counted.value, invited)
    : atRating(counted, recommendScales[ratings.scale].lowest);
}

/** From the counts of each rating. */
export const ratingsModel: Model = {
  name: 'ratings',
  headline: 'nps',
  inputs: [...recommendNames.map((name) => ({ name })), { name: 'invited', isOptional: true }],
  compute: (inputs) =>
    ofRatings({ scale: '0-10', counts: recommendNames.map((name) => inputs[name] ?? Number.NaN) }, inputs.invited),
};

/** From the answers of a file. */
export const answersModel: Model<RatingData> = {
  name: 'answers',
  headline: 'nps',
  needsData: true,
  linkedData: linkedRatings,
  inputs: [{ name: 'invited', isOptional: true }],
  compute: ({ invited }, data) => ofRatings(data, invited),
};
