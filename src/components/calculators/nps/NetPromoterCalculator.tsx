import { lazy, Suspense, useMemo } from 'react';
import { netPromoterCalculator } from '../../../lib/calculators/net-promoter.ts';
import type { RatingData } from '../../../lib/calculators/surveys/rating-data.ts';
import { netPromoterWarnings } from '../../../lib/calculators/surveys/survey-warnings.ts';
import { translator } from '../../../lib/i18n/translate.ts';
import type { QuantityName } from '../../../lib/metrics/quantities.ts';
import { CalculatorFrame, type ModelFamily } from '../shared/CalculatorFrame.tsx';
import type { CalculatorProps } from '../shared/calculator-props.ts';
import { useCalculator } from '../shared/use-calculator.ts';
import { Explanation } from './Explanation.tsx';
import type { CalculatorMessages, Translate } from './messages.ts';
import { SurveyCharts } from './SurveyCharts.tsx';

const AnswersSource = lazy(() => import('./AnswersSource.tsx'));
const AnswersViews = lazy(() => import('./AnswersViews.tsx'));
const SampleSizeChart = lazy(() => import('./SampleSizeChart.tsx'));
const SurveysCompared = lazy(() => import('./SurveysCompared.tsx'));

const families = [
  { name: 'nps', models: ['groups', 'ratings', 'answers'] },
  { name: 'csat', models: ['csat'] },
  { name: 'ces', models: ['ces-agreement', 'ces-effort-2010'] },
  { name: 'sample', models: ['sample-size'] },
] as const;

function familiesIn(t: Translate): ModelFamily[] {
  return families.map(({ name, models }) => ({ label: t(`nps.family.${name}`), models }));
}

function modelWords(name: string, t: Translate) {
  const model = name as 'groups';
  return { label: t(`nps.model.${model}`), text: t(`nps.model.${model}.text`) };
}

const hinted = [
  'promoters',
  'passives',
  'detractors',
  'invited',
  'promoterShare',
  'npsMargin',
  'npsChange',
  'responseRate',
  'reachable',
] as const;

function hintOf(name: QuantityName, t: Translate): string | undefined {
  const known = hinted.find((hint) => hint === name);
  return known && t(`nps.hint.${known}`);
}

/** Scores from the answers to a survey, with their uncertainty, worked out as you type. */
export function NetPromoterCalculator({
  locale,
  currency,
  messages,
  words,
  links,
  dataFolder,
}: CalculatorProps<CalculatorMessages>) {
  const t = useMemo(() => translator(locale, messages), [locale, messages]);
  const state = useCalculator(netPromoterCalculator, currency, locale);
  const { model, entered } = state;
  const data = model.needsData ? (entered.data[model.name]?.value as RatingData | undefined) : undefined;
  const loading = <p className="hint">{t('calc.loading')}</p>;
  return (
    <CalculatorFrame
      state={state}
      words={words}
      links={links}
      t={t}
      modelWords={(name) => modelWords(name, t)}
      families={familiesIn(t)}
      hintOf={(name) => hintOf(name, t)}
      resultTitle={t('nps.result.title')}
      warningsOf={(scenarios) => netPromoterWarnings(scenarios, data)}
      explanation={<Explanation state={state} data={data} t={t} />}
      source={
        model.needsData && (
          <Suspense fallback={loading}>
            <AnswersSource state={state} data={data} dataFolder={dataFolder} t={t} />
          </Suspense>
        )
      }
      charts={
        <>
          <Suspense fallback={loading}>
            {state.scenarios.length > 1 && <SurveysCompared state={state} t={t} />}
            {model.name === 'sample-size' && <SampleSizeChart state={state} t={t} />}
          </Suspense>
          {/* Outside: within, React may leave it to a script to show what the page comes with. */}
          <SurveyCharts state={state} data={data} words={words} t={t} />
          <Suspense fallback={loading}>{data && <AnswersViews data={data} t={t} />}</Suspense>
        </>
      }
    />
  );
}
