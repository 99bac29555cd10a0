import { finite, positiveProblem, shareProblem } from '../../metrics/checks.ts';
import { type Step, workOut } from '../../metrics/formula.ts';
import { intervalFactor } from '../../metrics/statistics/normal-distribution.ts';
import {
  answerVarianceFormula,
  type ExpectedShares,
  netPromoterSampleSize,
  netPromoterSampleSizeForChange,
  netPromoterSampleSizeFormula,
} from '../../metrics/survey/net-promoter-sample-size.ts';
import { failure, type Result, success } from '../../result.ts';
import type { Model } from '../model.ts';

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
function answersForChange(before: ExpectedShares, after: ExpectedShares): Result<number, string> {
  const needed = netPromoterSampleSizeForChange({ before, after });
  return needed.ok || needed.reason === 'no-change' ? needed : failure('change-beyond-scale', 'npsChange');
}

/** How many to ask for so many answers. */
function invitationsFor(answers: Result<number, string>, rate: number): Result<number, string> {
  return answers.ok ? finite(Math.ceil(answers.value / rate)) : answers;
}

/** How many answers are needed, and how many people to ask for them. */
export const sampleSizeModel: Model = {
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
    const after = npsChange === undefined ? undefined : sharesAfter(expected, npsChange);
    const forChange = after && answersForChange(expected, after);
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
      values: {
        ...workOut(steps, { ...expected, npsMargin, normalFactor: intervalFactor(0.95) }),
        ...(after && { promoterShareAfter: after.promoterShare, detractorShareAfter: after.detractorShare }),
      },
    });
  },
};
