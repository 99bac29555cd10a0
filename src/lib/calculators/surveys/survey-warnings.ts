import { looksLikeOneToTen, type RecommendScale } from '../../metrics/survey/rating-scale.ts';
import { type Answered, count, once, ratio, resultOf, type Warning, warning } from '../warnings.ts';
import { expectedMargin } from './expected-margin.ts';
import { type RatingData, recommendNames } from './rating-data.ts';
import { surveyDifference, verdictOf } from './survey-difference.ts';

/** Below this the interval spans more than the whole range most companies lie in. */
const fewAnswers = 30;
/** Below this, those who did not answer decide. */
const lowResponse = 0.2;

const points = (value: number) => ({ value, unit: 'points' as const });

/** Scores are explained by the term of the score; shares of satisfied and of little effort by that of satisfaction. */
function surveyTerm({ answer }: Answered): Warning['term'] {
  return answer.results.nps || answer.results.answersNeeded ? 'net-promoter-score' : 'customer-satisfaction';
}

function noise([first, ...others]: readonly Answered[]): Warning | undefined {
  if (!first) return undefined;
  for (const other of others) {
    const found = surveyDifference(first.answer, other.answer);
    if (found?.ok && verdictOf(found.value.difference, found.value.pValue) === 'chance') {
      return warning('difference-in-noise', surveyTerm(first), { change: points(found.value.difference) });
    }
  }
  return undefined;
}

/** What one person who answers the other way changes, in points: a score by two answers, a share by one. */
function stepOfOne({ answer }: Answered, answers: number): number {
  return Math.round(((answer.results.nps ? 2 : 1) * 100) / answers);
}

function ofSurvey(scenario: Answered): (Warning | undefined)[] {
  const answers = resultOf(scenario, 'answers');
  const response = resultOf(scenario, 'responseRate');
  return [
    answers !== undefined && answers > 0 && answers < fewAnswers
      ? warning('few-answers', surveyTerm(scenario), {
          answers: count(answers),
          step: count(stepOfOne(scenario, answers)),
        })
      : undefined,
    response !== undefined && response < lowResponse
      ? warning('low-response', surveyTerm(scenario), { silent: ratio(1 - response) })
      : undefined,
  ];
}

/** From this many times the margin asked for, the formula was too far off. */
const tooWide = 1.1;

function ofPlan(scenario: Answered): (Warning | undefined)[] {
  const { promoterShare, detractorShare, npsMargin, responseRate, reachable } = scenario.numbers;
  const answers = resultOf(scenario, 'answersNeeded');
  const invitations = resultOf(scenario, 'invitationsNeeded');
  if (promoterShare === undefined || detractorShare === undefined || answers === undefined) return [];
  const expected = { promoterShare, detractorShare };
  const margin = expectedMargin(expected, answers);
  const most = reachable === undefined || responseRate === undefined ? undefined : reachable * responseRate;
  const best = most === undefined ? undefined : expectedMargin(expected, most);
  const inPoints = (value: number) => count(Math.round(value * 100));
  return [
    margin !== undefined && npsMargin !== undefined && margin > tooWide * npsMargin
      ? warning('one-sided-shares', 'net-promoter-score', { answers: count(answers), margin: inPoints(margin) })
      : undefined,
    best !== undefined && reachable !== undefined && invitations !== undefined && invitations > reachable
      ? warning('beyond-reach', 'net-promoter-score', {
          reachable: count(reachable),
          needed: count(invitations),
          answers: count(Math.round(most ?? 0)),
          margin: inPoints(best),
        })
      : undefined,
  ];
}

/** `scale` is the one a file of answers is taken to be on; typed counts are from 0 to 10. */
function withoutZero(counts: readonly number[] | undefined, scale: RecommendScale): Warning | undefined {
  return counts && scale === '0-10' && looksLikeOneToTen(counts)
    ? warning('scale-without-zero', 'net-promoter-score')
    : undefined;
}

/** The eleven counts of a scenario that has them. */
function typedRatings({ numbers }: Answered): number[] | undefined {
  const counts = recommendNames.flatMap((name) => numbers[name] ?? []);
  return counts.length === recommendNames.length ? counts : undefined;
}

/** `data` are those of a model that stands on a file of answers. */
export function netPromoterWarnings(scenarios: readonly Answered[], data?: RatingData): Warning[] {
  return once([
    withoutZero(data?.counts, data?.scale ?? '0-10'),
    ...scenarios.flatMap((scenario) => [
      withoutZero(typedRatings(scenario), '0-10'),
      ...ofSurvey(scenario),
      ...ofPlan(scenario),
    ]),
    noise(scenarios),
  ]);
}
