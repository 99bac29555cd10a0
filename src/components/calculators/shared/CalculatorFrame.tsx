import { type ReactNode, useState } from 'react';
import type { Answered, Warning } from '../../../lib/calculators/warnings.ts';
import { currencies } from '../../../lib/i18n/locales.ts';
import { type QuantityName, unitOf } from '../../../lib/metrics/quantities.ts';
import { ShownNumbers } from '../../charts/ShownNumbers.tsx';
import type { QuantityWords } from '../../formula/FormulaView.tsx';
import { AuditBox, KeepBox } from '../keep/KeepBox.tsx';
import { KeptNotices } from '../keep/KeptNotices.tsx';
import { PrintedInputs } from '../keep/PrintedInputs.tsx';
import { HowSure } from '../sure/HowSure.tsx';
import type { Translate } from './messages.ts';
import { Results } from './Results.tsx';
import { Scenarios } from './Scenarios.tsx';
import { ShareBar } from './ShareBar.tsx';
import type { CalculatorState } from './use-calculator.ts';
import { Warnings } from './Warnings.tsx';
import { Working } from './Working.tsx';

/** Models that answer the same question. */
export interface ModelFamily {
  readonly label: string;
  readonly models: readonly [string, ...string[]];
}

interface Props {
  readonly state: CalculatorState;
  readonly words: QuantityWords;
  /** Addresses of terms by slug. */
  readonly links: Readonly<Record<string, string>>;
  readonly t: Translate;
  /** What a model is called, and when to choose it. */
  readonly modelWords: (name: string) => { readonly label: string; readonly text: string };
  /** Every model in one of them; without, all models stand in one list. */
  readonly families?: readonly ModelFamily[] | undefined;
  readonly hintOf: (name: QuantityName) => string | undefined;
  readonly resultTitle: string;
  readonly warningsOf: (scenarios: readonly Answered[]) => readonly Warning[];
  /** What the headline means in words, for a single scenario. */
  readonly explanation?: ReactNode;
  /** Where the data of a model come from. */
  readonly source?: ReactNode;
  /** Whether the data hold amounts of money. */
  readonly hasMoney?: boolean;
  readonly charts?: ReactNode;
  /** What a calculator has of its own below the working. */
  readonly children?: ReactNode;
}

/** Which kind of model, where there are too many for one list. */
function FamilyChooser({
  state,
  families,
  t,
}: Pick<Props, 'state' | 't'> & { readonly families: readonly ModelFamily[] }) {
  return (
    <div className="families" role="radiogroup" aria-label={t('calc.family')}>
      {families.map(({ label, models }) => (
        <label key={label}>
          <input
            type="radio"
            name="family"
            className="visually-hidden"
            checked={models.includes(state.model.name)}
            onChange={() => state.chooseModel(models[0])}
          />
          <span>{label}</span>
        </label>
      ))}
    </div>
  );
}

function ModelChooser({ state, modelWords, families, t }: Pick<Props, 'state' | 'modelWords' | 'families' | 't'>) {
  const chosen = families?.find(({ models }) => models.includes(state.model.name));
  const shown = state.calculator.models.filter(({ name }) => !chosen || chosen.models.includes(name));
  return (
    <>
      {families && <FamilyChooser state={state} families={families} t={t} />}
      {shown.length === 1 && <p className="hint">{modelWords(state.model.name).text}</p>}
      {shown.length > 1 && (
        <div className="models" role="radiogroup" aria-label={t('calc.model')}>
          {shown.map(({ name }) => {
            const { label, text } = modelWords(name);
            return (
              <label key={name}>
                <input
                  type="radio"
                  name="model"
                  value={name}
                  checked={state.model.name === name}
                  onChange={() => state.chooseModel(name)}
                />
                <span>
                  <b>{label}</b>
                  <span className="hint">{text}</span>
                </span>
              </label>
            );
          })}
        </div>
      )}
    </>
  );
}

function CurrencyChooser({ state, t }: Pick<Props, 'state' | 't'>) {
  const { currency } = state.entered;
  const isFree = !currencies.some((known) => known === currency);
  const [isWriting, setWriting] = useState(false);
  const own = isFree || isWriting;
  return (
    <div className="currency">
      <label>
        {t('calc.currency')}{' '}
        <select
          name="currency"
          value={own ? '' : currency}
          onChange={({ target }) => {
            setWriting(target.value === '');
            if (target.value !== '') state.chooseCurrency(target.value);
          }}
        >
          {currencies.map((known) => (
            <option key={known}>{known}</option>
          ))}
          <option value="">{t('calc.currency.own')}</option>
        </select>
      </label>
      {own && (
        <label>
          {t('calc.currency.sign')}{' '}
          <input
            name="currencySign"
            value={isFree ? currency : ''}
            maxLength={5}
            size={5}
            autoComplete="off"
            onChange={({ target }) => state.chooseCurrency(target.value.trim() || '¤')}
          />
        </label>
      )}
    </div>
  );
}

/** What every calculator looks like: the numbers on one side, what follows from them on the other. */
export function CalculatorFrame(props: Props) {
  const { state, words, links, t, modelWords, hintOf, resultTitle, warningsOf, explanation, source, charts } = props;
  const { scenarios, entered, model } = state;
  const usesMoney = props.hasMoney || model.inputs.some(({ name }) => unitOf(name) === 'money');
  const answered = scenarios.flatMap(({ numbers, answer }) => (answer?.ok ? [{ numbers, answer: answer.value }] : []));
  const kept = { state, words, modelWords, t };
  return (
    <ShownNumbers>
      <div className={scenarios.length > 1 ? 'calculator calculator-wide' : 'calculator'}>
        <div className="calculator-inputs no-print">
          <fieldset disabled={!state.isReady}>
            <legend className="visually-hidden">
              <h2>{t('calc.inputs')}</h2>
            </legend>
            <ModelChooser state={state} modelWords={modelWords} families={props.families} t={t} />
            {source}
            <Scenarios state={state} hintOf={hintOf} words={words} t={t} />
            {usesMoney && <CurrencyChooser state={state} t={t} />}
            <ShareBar state={state} t={t} />
            <KeepBox {...kept} />
          </fieldset>
        </div>
        <div className="calculator-results">
          <KeptNotices state={state} t={t} />
          {state.hasNewerLink && (
            <p className="notice no-print" role="status">
              {t('calc.newerLink')}
            </p>
          )}
          {state.ignored.length > 0 && (
            <p className="notice" role="status">
              {t('calc.ignored', { parts: state.ignored.join(t('calc.separator')) })}
            </p>
          )}
          <Results state={state} words={words} t={t} title={resultTitle} explanation={explanation} />
          <PrintedInputs {...kept} />
          <Warnings warnings={warningsOf(answered)} links={links} currency={entered.currency} t={t} />
          {charts}
          <Working state={state} words={words} t={t} />
          <HowSure state={state} words={words} t={t} />
          {props.children}
          <AuditBox {...kept} />
        </div>
      </div>
    </ShownNumbers>
  );
}
