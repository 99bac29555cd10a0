import { useMemo } from 'react';
import { currencies, type Locale, localeFacts } from '../../../lib/i18n/locales.ts';
import { translator } from '../../../lib/i18n/translate.ts';
import type { LifetimeValueState } from '../../../lib/metrics/lifetime-value/lifetime-value-link.ts';
import { lifetimeValueModels } from '../../../lib/metrics/lifetime-value/lifetime-value-models.ts';
import { unitOf } from '../../../lib/metrics/quantities.ts';
import { formatNumber } from '../../../lib/number/format-number.ts';
import { NumberField } from '../../fields/NumberField.tsx';
import type { QuantityWords } from '../../formula/FormulaView.tsx';
import type { CalculatorMessages, Translate } from './messages.ts';
import { ResultView } from './ResultView.tsx';
import { ShareBar } from './ShareBar.tsx';
import {
  type LifetimeValueCalculator as Calculator,
  fieldsOf,
  type InputName,
  useLifetimeValue,
} from './use-lifetime-value.ts';
import { Working } from './Working.tsx';

export interface LifetimeValueCalculatorProps {
  readonly locale: Locale;
  readonly messages: CalculatorMessages;
  readonly words: QuantityWords;
  readonly initial: LifetimeValueState;
}

function unitSign(name: InputName, calculator: Calculator, t: Translate): string {
  const unit = unitOf(name);
  if (unit === 'ratio') return '%';
  if (unit === 'months') return t('ltv.unit.months');
  const parts = new Intl.NumberFormat(localeFacts[t.locale].format, {
    style: 'currency',
    currency: calculator.currency,
    currencyDisplay: 'narrowSymbol',
  });
  return (
    parts
      .formatToParts(0)
      .find(({ type }) => type === 'currency')
      ?.value.replace('￥', '¥') ?? calculator.currency
  );
}

/** Below this monthly churn, a bare number is more often a ratio than a percentage. */
const smallChurn = 0.005;

/** `0.05` in the churn field is 0.05 %; whoever writes ratios means 5 %. The ratio meant, where that is likely. */
function percentMeant(name: InputName, text: string, value: number): number | undefined {
  const isDoubtful = name === 'churn' && value > 0 && value < smallChurn && !/[%％]/.test(text);
  return isDoubtful ? Number((value * 100).toPrecision(12)) : undefined;
}

interface FieldProps {
  readonly name: InputName;
  readonly calculator: Calculator;
  readonly words: QuantityWords;
  readonly t: Translate;
}

function CalculatorField({ name, calculator, words, t }: FieldProps) {
  const field = calculator.fields[name];
  const label = words.labels[name] ?? name;
  const href = words.links[name];
  const { parsed } = field;
  const domainProblem = calculator.problemOf(name);
  const problem = parsed.ok ? domainProblem && t(`reason.${domainProblem}`) : t(`number.${parsed.reason}`);
  const meant = parsed.ok ? percentMeant(name, field.text, parsed.value) : undefined;
  const readings = parsed.ok ? [meant].filter((value) => value !== undefined) : parsed.readings;
  const format = { locale: t.locale, currency: calculator.currency, digits: 6 };
  return (
    <NumberField
      field={field}
      name={name}
      label={label}
      link={href === undefined ? undefined : { href, label: t('ltv.what', { name: label }) }}
      hint={t(`ltv.hint.${name}`)}
      unit={unitSign(name, calculator, t)}
      problem={problem}
      doubt={
        meant === undefined ? undefined : t('ltv.smallChurn', { shown: formatNumber(meant / 100, 'ratio', format) })
      }
      readings={readings.map((value) => ({
        label: formatNumber(value, unitOf(name) === 'money' ? 'count' : unitOf(name), format),
        choose: () => field.set(value),
      }))}
    />
  );
}

/** Customer lifetime value under two models, worked out as you type. */
export function LifetimeValueCalculator({ locale, messages, words, initial }: LifetimeValueCalculatorProps) {
  const t = useMemo(() => translator(locale, messages), [locale, messages]);
  const calculator = useLifetimeValue(initial, locale);
  return (
    <div className="calculator">
      <div className="calculator-inputs no-print">
        <fieldset disabled={!calculator.isReady}>
          <legend className="visually-hidden">{t('ltv.inputs')}</legend>
          <div className="models" role="radiogroup" aria-label={t('ltv.model')}>
            {lifetimeValueModels.map((model) => (
              <label key={model}>
                <input
                  type="radio"
                  name="model"
                  value={model}
                  checked={calculator.model === model}
                  onChange={() => calculator.chooseModel(model)}
                />
                <span>
                  <b>{t(`ltv.model.${model}`)}</b>
                  <span className="hint">{t(`ltv.model.${model}.text`)}</span>
                </span>
              </label>
            ))}
          </div>
          {fieldsOf[calculator.model].map((name) => (
            <CalculatorField key={name} name={name} calculator={calculator} words={words} t={t} />
          ))}
          <label className="currency">
            {t('ltv.currency')}{' '}
            <select
              name="currency"
              value={calculator.currency}
              onChange={({ target }) => {
                const chosen = currencies.find((known) => known === target.value);
                if (chosen) calculator.chooseCurrency(chosen);
              }}
            >
              {currencies.map((currency) => (
                <option key={currency}>{currency}</option>
              ))}
            </select>
          </label>
          <ShareBar calculator={calculator} t={t} />
        </fieldset>
      </div>
      <div className="calculator-results">
        {calculator.ignored.length > 0 && (
          <p className="notice" role="status">
            {t('ltv.ignored', { parts: calculator.ignored.join(t('ltv.separator')) })}
          </p>
        )}
        <ResultView calculator={calculator} words={words} t={t} />
        <Working calculator={calculator} words={words} t={t} />
      </div>
    </div>
  );
}
