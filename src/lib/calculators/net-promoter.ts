import type { Calculator, Numbers } from './model.ts';
import { recommendNames } from './surveys/rating-data.ts';
import { answersModel, groupsModel, ratingsModel } from './surveys/recommend-models.ts';
import { sampleSizeModel } from './surveys/sample-size-model.ts';
import { effortModels, satisfactionModel } from './surveys/scale-models.ts';

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
  version: 2,
  models: [groupsModel, ratingsModel, answersModel, satisfactionModel, ...effortModels, sampleSizeModel],
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
