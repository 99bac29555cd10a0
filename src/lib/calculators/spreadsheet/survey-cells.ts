import { difference, type Formula, power, product, quotient, sum } from '../../metrics/formula.ts';
import type { QuantityName } from '../../metrics/quantities.ts';
import { netPromoterScoreFormula } from '../../metrics/survey/net-promoter-score.ts';
import { ratingNames } from '../surveys/rating-fields.ts';
import {
  above,
  atLeast,
  atMost,
  between,
  type CellFormula,
  factor,
  meanFactor,
  notNegative,
  type SpreadsheetModel,
  shareInterval,
  squareRoot,
  total,
} from './cell-formulas.ts';

const responseRate: CellFormula = {
  name: 'responseRate',
  formula: quotient('answers', 'invited'),
  where: [above('invited', 0), atMost('answers', 'invited')],
};

const promoterNames = ['promoters', 'passives', 'detractors'] as const;

/** Three answers added before the interval is worked out, as `netPromoterInterval` does: `adjusted-wald`. */
const adjusted = {
  promoters: sum('promoters', 0.75),
  passives: sum('passives', 1.5),
  detractors: sum('detractors', 0.75),
  answers: sum('answers', 3),
};
const adjustedShare = (name: (typeof promoterNames)[number]) => quotient(adjusted[name], adjusted.answers);
const adjustedScore = quotient(difference(adjusted.promoters, adjusted.detractors), adjusted.answers);
const adjustedVariance = sum(
  product(adjustedShare('passives'), sum(adjustedShare('promoters'), adjustedShare('detractors'))),
  product(4, adjustedShare('promoters'), adjustedShare('detractors')),
);
const netPromoterMargin = product(factor, squareRoot(quotient(adjustedVariance, adjusted.answers)));

const netPromoterCells: readonly CellFormula[] = [
  { name: 'answers', formula: total(promoterNames) },
  { name: 'nps', formula: netPromoterScoreFormula },
  between('npsLower', difference(adjustedScore, netPromoterMargin), -1, 1),
  between('npsUpper', sum(adjustedScore, netPromoterMargin), -1, 1),
  { name: 'promoterShare', formula: quotient('promoters', 'answers') },
  { name: 'detractorShare', formula: quotient('detractors', 'answers') },
  responseRate,
];

export const groups: SpreadsheetModel = {
  valid: [...notNegative(promoterNames), above(total(promoterNames), 0)],
  cells: netPromoterCells,
};

export const ratings: SpreadsheetModel = {
  valid: [...notNegative(ratingNames(0, 10)), above(total(ratingNames(0, 10)), 0)],
  cells: [
    { name: 'promoters', formula: total(ratingNames(9, 10)) },
    { name: 'passives', formula: total(ratingNames(7, 8)) },
    { name: 'detractors', formula: total(ratingNames(0, 6)) },
    ...netPromoterCells,
  ],
};

/** A scale from 1 up: the share at its upper end and the mean, each with its interval. */
export function scale(
  { points, shareFrom }: { readonly points: number; readonly shareFrom: number },
  part: QuantityName,
  share: QuantityName,
): SpreadsheetModel {
  const names = ratingNames(1, points);
  const [first, ...others] = names.map((name, index) => product(index + 1, name)) as [Formula, ...Formula[]];
  const [firstSquare, ...otherSquares] = names.map((name, index) =>
    product(quotient(name, 'answers'), power(difference(index + 1, 'meanRating'), 2)),
  ) as [Formula, ...Formula[]];
  const variance = otherSquares.reduce((all, square) => sum(all, square), firstSquare);
  const margin = product('studentFactor', squareRoot(quotient(variance, difference('answers', 1))));
  const hasSpread = { where: [atLeast('answers', 2)] };
  return {
    valid: [...notNegative(names), above(total(names), 0)],
    cells: [
      { name: 'answers', formula: total(names) },
      { name: part, formula: total(names.slice(shareFrom - 1)) },
      { name: share, formula: quotient(part, 'answers') },
      ...shareInterval(['shareLower', 'shareUpper'], part, 'answers'),
      {
        name: 'meanRating',
        formula: quotient(
          others.reduce((all, part) => sum(all, part), first),
          'answers',
        ),
      },
      { ...between('meanLower', difference('meanRating', margin), 1, points), ...hasSpread },
      { ...between('meanUpper', sum('meanRating', margin), 1, points), ...hasSpread },
      responseRate,
    ],
    standsFor: { studentFactor: meanFactor(difference('answers', 1)) },
  };
}
