import { difference, power, product, quotient, sum } from '../../metrics/formula.ts';
import type { QuantityName } from '../../metrics/quantities.ts';
import { normalQuantile } from '../../metrics/statistics/normal-distribution.ts';
import { answerVarianceFormula, netPromoterSampleSizeFormula } from '../../metrics/survey/net-promoter-sample-size.ts';
import {
  above,
  atMost,
  below,
  type CellFormula,
  constant,
  factor,
  nearlyNothing,
  notNegative,
  type Part,
  type SpreadsheetModel,
} from './cell-formulas.ts';

/** The next whole number of people, one at least. */
function people(name: QuantityName, formula: CellFormula['formula'], where: CellFormula['where'] = []): CellFormula {
  return { name, formula, where, instead: [{ when: [below(formula, 1)], formula: constant(1) }], roundsUp: true };
}

/** A change is noticed in 80 of 100 pairs of surveys, as `netPromoterSampleSizeForChange` has it. */
const changeFactor = factor + normalQuantile(0.8);

const halfOfChange = quotient('npsChange', 2);
const varianceOf = (promoters: Part, detractors: Part) =>
  difference(sum(promoters, detractors), power(difference(promoters, detractors), 2));

export const sampleSize: SpreadsheetModel = {
  valid: [
    ...notNegative(['promoterShare', 'detractorShare']),
    atMost(sum('promoterShare', 'detractorShare'), 1),
    above('npsMargin', 0),
    above('responseRate', 0),
    atMost('responseRate', 1),
  ],
  standsFor: { normalFactor: factor },
  cells: [
    { name: 'answerVariance', formula: answerVarianceFormula },
    { name: 'answersUnrounded', formula: netPromoterSampleSizeFormula },
    people('answersNeeded', netPromoterSampleSizeFormula),
    people('invitationsNeeded', quotient('answersNeeded', 'responseRate')),
    {
      name: 'detractorShareAfter',
      formula: difference('detractorShare', halfOfChange),
      instead: [
        { when: [below(difference('detractorShare', halfOfChange), 0)], formula: constant(0) },
        {
          when: [below(sum('promoterShare', halfOfChange), 0)],
          formula: difference(difference('detractorShare', 'promoterShare'), 'npsChange'),
        },
      ],
    },
    {
      name: 'promoterShareAfter',
      formula: difference(sum('promoterShare', 'npsChange'), difference('detractorShare', 'detractorShareAfter')),
    },
    people(
      'answersForChange',
      quotient(
        product(changeFactor ** 2, sum('answerVariance', varianceOf('promoterShareAfter', 'detractorShareAfter'))),
        power('npsChange', 2),
      ),
      [above(power('npsChange', 2), 0), atMost(sum('promoterShareAfter', 'detractorShareAfter'), 1 + nearlyNothing)],
    ),
    people('invitationsForChange', quotient('answersForChange', 'responseRate')),
  ],
};
