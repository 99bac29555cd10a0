import { useId, useMemo } from 'react';
import { mostScenarios } from '../../../lib/calculators/entered.ts';
import { ratingOf } from '../../../lib/calculators/surveys/pasted-counts.ts';
import type { QuantityName } from '../../../lib/metrics/quantities.ts';
import type { QuantityWords } from '../../formula/FormulaView.tsx';
import { CalculatorField } from './CalculatorField.tsx';
import type { Translate } from './messages.ts';
import { RatingFields } from './RatingFields.tsx';
import type { CalculatorState, ScenarioState } from './use-calculator.ts';

/** Prefix of a scenario's names in the form, in links and of its results: none for the first. */
export function prefixOf(index: number): string {
  return index === 0 ? '' : `${index + 1}.`;
}

/** What a scenario is called: its name, or its place. */
export function scenarioName({ name }: { readonly name: string }, index: number, t: Translate): string {
  return name.trim() || t('calc.scenario', { number: index + 1 });
}

interface ScenarioProps {
  readonly state: CalculatorState;
  readonly scenario: ScenarioState;
  readonly index: number;
  readonly hintOf: (name: QuantityName) => string | undefined;
  readonly words: QuantityWords;
  readonly t: Translate;
}

function ScenarioHead({ state, scenario, index, t }: Omit<ScenarioProps, 'words' | 'hintOf'>) {
  const { scenarios } = state;
  const name = scenarioName(scenario, index, t);
  const id = useId();
  return (
    <div className="scenario-head">
      <label className="visually-hidden" htmlFor={id}>
        {t('calc.scenario.name', { name })}
      </label>
      <input
        id={id}
        name={`${prefixOf(index)}name`}
        value={scenario.name}
        placeholder={name}
        maxLength={60}
        autoComplete="off"
        onChange={({ target }) => state.rename(scenario.id, target.value)}
      />
      <div className="scenario-tools">
        <button
          type="button"
          aria-label={t('calc.scenario.left', { name })}
          disabled={index === 0}
          onClick={() => state.move(scenario.id, -1)}
        >
          ←
        </button>
        <button
          type="button"
          aria-label={t('calc.scenario.right', { name })}
          disabled={index === scenarios.length - 1}
          onClick={() => state.move(scenario.id, 1)}
        >
          →
        </button>
        <button
          type="button"
          aria-label={t('calc.scenario.copy', { name })}
          disabled={scenarios.length >= mostScenarios}
          onClick={() => state.duplicate(scenario.id)}
        >
          <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true" className="icon">
            <path d="M5.5 5.5v-3h8v8h-3M2.5 5.5h8v8h-8z" />
          </svg>
        </button>
        <button
          type="button"
          aria-label={t('calc.scenario.remove', { name })}
          disabled={scenarios.length === 1}
          onClick={() => state.remove(scenario.id)}
        >
          ×
        </button>
      </div>
    </div>
  );
}

/** The fields of every scenario, side by side. */
export function Scenarios({ state, hintOf, words, t }: Omit<ScenarioProps, 'scenario' | 'index'>) {
  const { scenarios, model } = state;
  const isSingle = scenarios.length === 1;
  const last = scenarios.at(-1) ?? scenarios[0];
  const ratings = useMemo(() => model.inputs.flatMap(({ name }) => ratingOf(name) ?? []), [model]);
  const others = model.inputs.filter(({ name }) => ratingOf(name) === undefined);
  return (
    <>
      <div className={`scenarios scenarios-${scenarios.length}`}>
        {scenarios.map((scenario, index) => (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot take part in a grid's rows
          <div key={scenario.id} className="scenario" role="group" aria-label={scenarioName(scenario, index, t)}>
            {!isSingle && <ScenarioHead state={state} scenario={scenario} index={index} t={t} />}
            {ratings.length > 0 && (
              <RatingFields
                scenario={scenario}
                prefix={prefixOf(index)}
                ratings={ratings}
                hint={index === 0 ? t('calc.ratings.paste') : undefined}
                words={words}
                t={t}
              />
            )}
            {others.map(({ name, isOptional = false }) => (
              <CalculatorField
                key={name}
                calculator={state.calculator}
                currency={state.entered.currency}
                scenario={scenario}
                name={prefixOf(index) + name}
                quantity={name}
                isOptional={isOptional}
                hint={index === 0 ? hintOf(name) : undefined}
                words={words}
                t={t}
              />
            ))}
          </div>
        ))}
      </div>
      {model.inputs.length > 0 && scenarios.length < mostScenarios && (
        <button type="button" className="add-scenario" onClick={() => state.duplicate(last.id)}>
          {t('calc.scenario.add')}
        </button>
      )}
    </>
  );
}
