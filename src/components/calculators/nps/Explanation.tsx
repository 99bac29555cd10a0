import type { Answer } from '../../../lib/calculators/model.ts';
import type { RatingData } from '../../../lib/calculators/surveys/rating-data.ts';
import type { QuantityName } from '../../../lib/metrics/quantities.ts';
import type { CalculatorState, ScenarioState } from '../shared/use-calculator.ts';
import { surveyFormat } from './format.ts';
import type { Translate } from './messages.ts';

interface Props {
  readonly state: CalculatorState;
  readonly data: RatingData | undefined;
  readonly t: Translate;
}

/** Results that exist, as numbers. */
function numbersIn({ results }: Answer): Readonly<Partial<Record<QuantityName, number>>> {
  const known = Object.entries(results).flatMap(([name, result]) => (result.ok ? [[name, result.value]] : []));
  return Object.fromEntries(known);
}

interface PartProps {
  readonly answer: Answer;
  readonly t: Translate;
}

function Score({ answer, data, t }: PartProps & Pick<Props, 'data'>) {
  const show = surveyFormat(t);
  const { promoterShare = 0, detractorShare = 0, answers = 0, npsLower = 0, npsUpper = 0 } = numbersIn(answer);
  return (
    <>
      <p>{t('nps.explain.score', { promoters: show.share(promoterShare), detractors: show.share(detractorShare) })}</p>
      <p>
        {t.count('nps.explain.interval', answers, {
          lower: show.points(npsLower),
          upper: show.points(npsUpper),
        })}
      </p>
      {data?.scale === '1-10' && <p>{t('nps.explain.oneToTen')}</p>}
    </>
  );
}

type ShareName = 'satisfiedShare' | 'agreementShare' | 'highEffortShare';

function Share({ answer, name, t }: PartProps & { readonly name: ShareName }) {
  const show = surveyFormat(t);
  const { [name]: share = 0, shareLower = 0, shareUpper = 0, answers = 0, ...means } = numbersIn(answer);
  const { meanRating = 0, meanLower, meanUpper } = means;
  return (
    <>
      <p>{t(`nps.explain.${name}`, { share: show.share(share) })}</p>
      <p>
        {t.count('nps.explain.shareInterval', answers, {
          lower: show.share(shareLower),
          upper: show.share(shareUpper),
        })}
        {t('calc.sentenceSpace')}
        {meanLower === undefined || meanUpper === undefined
          ? t('nps.explain.mean', { mean: show.mean(meanRating) })
          : t('nps.explain.meanInterval', {
              mean: show.mean(meanRating),
              lower: show.mean(meanLower),
              upper: show.mean(meanUpper),
            })}
      </p>
    </>
  );
}

function Plan({ answer, scenario, t }: PartProps & { readonly scenario: ScenarioState }) {
  const show = surveyFormat(t);
  const { npsMargin = 0, npsChange, responseRate = 0 } = scenario.numbers;
  const { answersNeeded = 0, invitationsNeeded = 0, answersForChange } = numbersIn(answer);
  const unsigned = (value: number) => show.count(Number((Math.abs(value) * 100).toPrecision(12)));
  return (
    <>
      <p>
        {t('nps.explain.needed', {
          answers: show.count(answersNeeded),
          margin: unsigned(npsMargin),
          rate: show.share(responseRate),
          invitations: show.count(invitationsNeeded),
        })}
      </p>
      {npsChange !== undefined && answersForChange !== undefined && (
        <p>{t('nps.explain.change', { change: show.points(npsChange), answers: show.count(answersForChange) })}</p>
      )}
      <p>{t('nps.explain.formula')}</p>
    </>
  );
}

const shareNames: readonly ShareName[] = ['satisfiedShare', 'agreementShare', 'highEffortShare'];

/** What the headline means, which way is better, and how far it can be trusted. */
export function Explanation({ state, data, t }: Props) {
  const [scenario] = state.scenarios;
  if (!scenario.answer?.ok) return null;
  const answer = scenario.answer.value;
  const { headline } = state.model;
  if (headline === 'nps') return <Score answer={answer} data={data} t={t} />;
  if (headline === 'answersNeeded') return <Plan answer={answer} scenario={scenario} t={t} />;
  const name = shareNames.find((share) => share === headline);
  return name ? <Share answer={answer} name={name} t={t} /> : null;
}
