import type { ReactNode } from 'react';
import type { Answer } from '../../../lib/calculators/model.ts';
import { problemSentence } from '../../../lib/i18n/problem-sentence.ts';
import { type QuantityName, unitOf } from '../../../lib/metrics/quantities.ts';
import { formatNumber } from '../../../lib/number/format-number.ts';
import type { QuantityWords } from '../../formula/FormulaView.tsx';
import { differenceText } from './difference-text.ts';
import { type Translate, withSentence } from './messages.ts';
import { prefixOf, scenarioName } from './Scenarios.tsx';
import type { CalculatorState, ScenarioState } from './use-calculator.ts';

interface Props {
  readonly state: CalculatorState;
  readonly words: QuantityWords;
  readonly t: Translate;
}

type Show = (name: QuantityName, value: number) => string;

function showIn({ entered }: CalculatorState, t: Translate): Show {
  return (name, value) => formatNumber(value, unitOf(name), { locale: t.locale, currency: entered.currency });
}

/** The name of a result on the page and in links: a promise. */
function outputName(name: QuantityName, index: number, { calculator }: CalculatorState): string {
  return prefixOf(index) + (calculator.outputNames?.[name] ?? name);
}

/** A result as `<output>`, or why it does not exist. */
function Output(props: {
  readonly name: QuantityName;
  readonly index: number;
  readonly result: Answer['results'][QuantityName];
  readonly state: CalculatorState;
  readonly className?: string;
  readonly t: Translate;
}) {
  const { name, index, result, state, className, t } = props;
  if (!result) return null;
  const formName = outputName(name, index, state);
  if (!result.ok) {
    return (
      <output name={formName} className="no-value">
        {t(`reason.${withSentence(result).reason}`)}
      </output>
    );
  }
  return (
    <output name={formName} className={className} data-value={result.value}>
      {showIn(state, t)(name, result.value)}
    </output>
  );
}

/** All results any scenario has, in the order the model gives them. */
function resultNames(scenarios: readonly ScenarioState[]): QuantityName[] {
  const names = scenarios.flatMap(({ answer }) => (answer?.ok ? Object.keys(answer.value.results) : []));
  return [...new Set(names)] as QuantityName[];
}

/** What a result is called, linked to the term that explains it. */
function ResultName({ name, words }: Pick<Props, 'words'> & { readonly name: QuantityName }) {
  const { [name]: href } = words.links;
  return href ? <a href={href}>{words.labels[name]}</a> : words.labels[name];
}

/** What keeps a scenario from having an answer. */
function whyNone(scenario: ScenarioState, { state, words, t }: Props): string {
  const { answer } = scenario;
  if (state.model.needsData && !state.entered.data[state.model.name]) return t('calc.needsData');
  if (!answer || answer.ok) return t('calc.incomplete');
  return problemSentence(withSentence(answer), (field) => words.labels[field as QuantityName], t);
}

function Single({ state, words, t, explanation }: Props & { readonly explanation: ReactNode }) {
  const [scenario] = state.scenarios;
  const { answer } = scenario;
  const { headline } = state.model;
  if (!answer?.ok) {
    return (
      <output name={outputName(headline, 0, state)} className="no-number">
        {whyNone(scenario, { state, words, t })}
      </output>
    );
  }
  const others = resultNames([scenario]).filter((name) => name !== headline);
  const { results } = answer.value;
  const value = results[headline];
  const isLong = value?.ok === true && showIn(state, t)(headline, value.value).length > 9;
  return (
    <>
      <Output
        name={headline}
        index={0}
        result={value}
        state={state}
        className={isLong ? 'number long' : 'number'}
        t={t}
      />
      {explanation}
      {others.length > 0 && (
        <dl className="results" data-pagefind-ignore>
          {others.map((name) => (
            <div key={name}>
              <dt>
                <ResultName name={name} words={words} />
              </dt>
              <dd>
                <Output name={name} index={0} result={results[name]} state={state} t={t} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}

function Comparison({ state, words, t }: Props) {
  const { scenarios, entered } = state;
  const names = resultNames(scenarios);
  const [first] = scenarios;
  return (
    <>
      <div className="scroll">
        <table className="comparison">
          <caption className="visually-hidden">{t('calc.comparison')}</caption>
          <thead>
            <tr>
              <td />
              {scenarios.map((scenario, index) => (
                <th key={scenario.id} scope="col">
                  {scenarioName(scenario, index, t)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {names.map((name) => (
              <tr key={name}>
                <th scope="row">
                  <ResultName name={name} words={words} />
                </th>
                {scenarios.map((scenario, index) => {
                  const result = scenario.answer?.ok ? scenario.answer.value.results[name] : undefined;
                  const base = first.answer?.ok ? first.answer.value.results[name] : undefined;
                  return (
                    <td key={scenario.id}>
                      <Output name={name} index={index} result={result} state={state} t={t} />
                      {index > 0 && result?.ok && base?.ok && (
                        <span className="hint">
                          {differenceText(name, base.value, result.value, entered.currency, t)}
                        </span>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {scenarios.map(
        (scenario, index) =>
          !scenario.answer?.ok && (
            <p key={scenario.id} className="notice">
              {t('calc.scenario.problem', {
                name: scenarioName(scenario, index, t),
                problem: whyNone(scenario, { state, words, t }),
              })}
            </p>
          ),
      )}
    </>
  );
}

/** The numbers: one scenario large and in words, several in a table with their differences from the first. */
export function Results({ title, ...props }: Props & { readonly title: string; readonly explanation: ReactNode }) {
  return (
    <section className="result" aria-labelledby="result-title">
      <h2 id="result-title">{title}</h2>
      {props.state.scenarios.length === 1 ? <Single {...props} /> : <Comparison {...props} />}
    </section>
  );
}
