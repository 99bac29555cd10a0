import { useId, useState } from 'react';
import { adviseModel, type BusinessFacts, type Question } from '../../../lib/calculators/model-advice.ts';
import type { CalculatorState } from '../shared/use-calculator.ts';
import type { Translate } from './messages.ts';

interface Props {
  readonly state: CalculatorState;
  readonly t: Translate;
}

const answers = ['yes', 'no'] as const;

/** A few questions that lead to a model and say why. Stays out of the way of who knows. */
export function ModelAdvice({ state, t }: Props) {
  const [facts, setFacts] = useState<BusinessFacts>({});
  const id = useId();
  const { questions, model } = adviseModel(facts);
  const answer = (question: Question, fact: boolean) => setFacts({ ...facts, [question]: fact });
  return (
    <details className="model-advice">
      <summary>{t('ltv.advice.title')}</summary>
      {questions.map((question) => (
        <div key={question} role="radiogroup" aria-labelledby={`${id}-${question}`} className="advice-question">
          <p id={`${id}-${question}`}>{t(`ltv.advice.${question}`)}</p>
          {answers.map((value) => (
            <label key={value}>
              <input
                type="radio"
                name={`${id}-${question}`}
                checked={facts[question] === (value === 'yes')}
                onChange={() => answer(question, value === 'yes')}
              />
              {t(`ltv.advice.${question}.${value}`)}
            </label>
          ))}
        </div>
      ))}
      <div role="status">
        {model && <p>{t(`ltv.advice.because.${model}`, { model: t(`ltv.model.${model}`) })}</p>}
        {model && state.model.name === model && <p className="hint">{t('ltv.advice.inUse')}</p>}
      </div>
      {model && state.model.name !== model && (
        <button type="button" onClick={() => state.chooseModel(model)}>
          {t('ltv.advice.use')}
        </button>
      )}
    </details>
  );
}
