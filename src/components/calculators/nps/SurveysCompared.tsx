import {
  type SurveyDifference,
  surveyDifference,
  verdictOf,
} from '../../../lib/calculators/surveys/survey-difference.ts';
import { holmAdjustment } from '../../../lib/metrics/statistics/holm-adjustment.ts';
import { prefixOf, scenarioName } from '../shared/Scenarios.tsx';
import type { CalculatorState } from '../shared/use-calculator.ts';
import type { Translate } from './messages.ts';
import { Verdict } from './Verdict.tsx';

interface Props {
  readonly state: CalculatorState;
  readonly t: Translate;
}

interface Compared {
  readonly index: number;
  readonly found: SurveyDifference;
}

/** Every further survey against the first, as far as both have answers. */
function comparisons({ scenarios }: CalculatorState): Compared[] {
  const [{ answer: first }] = scenarios;
  return scenarios.flatMap(({ answer }, index) => {
    if (index === 0 || !first?.ok || !answer?.ok) return [];
    const found = surveyDifference(first.value, answer.value);
    return found?.ok ? [{ index, found: found.value }] : [];
  });
}

/** Whether the surveys of several scenarios differ from the first by more than chance alone would give. */
export default function SurveysCompared({ state, t }: Props) {
  const compared = comparisons(state);
  if (compared.length === 0) return null;
  const tested = compared.flatMap(({ index, found: { pValue } }) => (pValue === undefined ? [] : [{ index, pValue }]));
  const adjusted = holmAdjustment({ pValues: tested.map(({ pValue }) => pValue) });
  const pValueOf = (index: number) =>
    adjusted.ok ? adjusted.value[tested.findIndex((each) => each.index === index)] : undefined;
  const nameOf = (index: number) => scenarioName(state.scenarios[index] ?? state.scenarios[0], index, t);
  return (
    <section className="data-view" aria-labelledby="surveys-compared-title">
      <h2 id="surveys-compared-title">{t('nps.compared.title')}</h2>
      {compared.map(({ index, found }) => {
        const pValue = pValueOf(index);
        const title = t('nps.compared.pair', { first: nameOf(0), second: nameOf(index) });
        return (
          <div key={index} className="comparison-verdict">
            <h3>{title}</h3>
            <Verdict
              {...found}
              prefix={prefixOf(index)}
              title={title}
              pValue={pValue}
              verdict={verdictOf(found.difference, pValue)}
              t={t}
            />
          </div>
        );
      })}
      <p className="hint">
        {t('nps.compared.note')}
        {t('calc.sentenceSpace')}
        {tested.length > 1 && t('nps.compared.adjusted', { count: tested.length })}
      </p>
    </section>
  );
}
