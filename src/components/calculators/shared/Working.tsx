import { type QuantityWords, WorkedSteps } from '../../formula/FormulaView.tsx';
import type { Translate } from './messages.ts';
import { scenarioName } from './Scenarios.tsx';
import type { CalculatorState } from './use-calculator.ts';

interface Props {
  readonly state: CalculatorState;
  readonly words: QuantityWords;
  readonly t: Translate;
}

/** The formulas in words, and with the reader's numbers put in, for every scenario. */
export function Working({ state, words, t }: Props) {
  const { scenarios, entered } = state;
  const format = { locale: t.locale, currency: entered.currency };
  const worked = scenarios.flatMap((scenario, index) =>
    scenario.answer?.ok && scenario.answer.value.steps.length > 0
      ? [{ id: scenario.id, name: scenarioName(scenario, index, t), ...scenario.answer.value }]
      : [],
  );
  if (worked.length === 0) return null;
  return (
    <section className="working" aria-labelledby="working-title">
      <h2 id="working-title">{t('calc.working')}</h2>
      {worked.map(({ id, name, steps, values }, index) =>
        scenarios.length === 1 ? (
          <WorkedSteps key={id} steps={steps} words={words} values={values} format={format} />
        ) : (
          <details key={id} open={index === 0}>
            <summary>{name}</summary>
            <WorkedSteps steps={steps} words={words} values={values} format={format} />
          </details>
        ),
      )}
    </section>
  );
}
