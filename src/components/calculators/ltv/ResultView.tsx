import { Fragment, type ReactNode } from 'react';
import { problemSentence } from '../../../lib/i18n/problem-sentence.ts';
import { type LifetimeValueAnswer, lifetimeValue } from '../../../lib/metrics/lifetime-value/lifetime-value-models.ts';
import { formatNumber } from '../../../lib/number/format-number.ts';
import type { Unit } from '../../../lib/number/units.ts';
import type { QuantityWords } from '../../formula/FormulaView.tsx';
import type { Translate } from './messages.ts';
import { isInputName, type LifetimeValueCalculator } from './use-lifetime-value.ts';
import { ValueChart } from './ValueChart.tsx';

interface Props {
  readonly calculator: LifetimeValueCalculator;
  readonly t: Translate;
}

type Show = (value: number, unit: Unit) => string;

/** What one percentage point less churn would be worth. */
const onePoint = 0.01;
/** A gain that would be shown as 0 % is not worth a sentence. */
const leastGain = 0.001;

function Sensitivity({
  calculator,
  answer,
  show,
  t,
}: Props & { readonly answer: LifetimeValueAnswer; readonly show: Show }) {
  const { inputs, model } = calculator;
  if (!inputs || inputs.churn <= onePoint) return null;
  const churn = Number((inputs.churn - onePoint).toPrecision(12));
  const better = lifetimeValue(model, { ...inputs, churn });
  if (!better.ok || !(answer.ltv > 0)) return null;
  const gained = better.value.ltv / answer.ltv - 1;
  if (gained < leastGain) return null;
  const gain = show(gained, 'ratio');
  return (
    <p>{t('ltv.result.onePoint', { churn: show(churn, 'ratio'), value: show(better.value.ltv, 'money'), gain })}</p>
  );
}

/** A message with elements in its placeholders. */
function Sentence({ message, ...parts }: { readonly message: string } & Readonly<Record<string, ReactNode>>) {
  const pieces = message.split(/\{(\w+)\}/);
  return (
    <p>{pieces.map((piece, index) => (index % 2 === 0 ? piece : <Fragment key={piece}>{parts[piece]}</Fragment>))}</p>
  );
}

function Explanation({
  calculator,
  answer,
  show,
  t,
}: Props & { readonly answer: LifetimeValueAnswer; readonly show: Show }) {
  const { inputs, model } = calculator;
  const { perpetuity, expectedLifetime } = answer;
  if (!inputs) return null;
  if (model === 'simple') {
    const margin = show(inputs.arpa * inputs.grossMargin, 'money');
    const lifetime = (
      <output name="expectedLifetime" data-value={expectedLifetime}>
        {show(expectedLifetime ?? 0, 'months')}
      </output>
    );
    return <Sentence message={t('ltv.result.simple', { margin })} lifetime={lifetime} />;
  }
  return (
    <>
      <p>{t('ltv.result.discounted', { months: inputs.horizonMonths })}</p>
      {perpetuity?.ok === true && (
        <Sentence
          message={t('ltv.result.perpetuity')}
          value={
            <output name="ltvWithoutHorizon" data-value={perpetuity.value}>
              {show(perpetuity.value, 'money')}
            </output>
          }
        />
      )}
      {perpetuity?.ok === false && <p className="notice">{t(`reason.${perpetuity.reason}`)}</p>}
    </>
  );
}

/** The number, what it means in words, and how it builds up. */
export function ResultView({ calculator, words, t }: Props & { readonly words: QuantityWords }) {
  const { answer, currency } = calculator;
  const show: Show = (value, unit) => formatNumber(value, unit, { locale: t.locale, currency });
  const labelOf = (input: string) => (isInputName(input) ? words.labels[input] : undefined);
  if (!answer?.ok) {
    return (
      <section className="result" aria-labelledby="ltv-result">
        <h2 id="ltv-result">{t('ltv.result.title')}</h2>
        <output name="ltv" className="no-number">
          {answer ? problemSentence(answer, labelOf, t) : t('ltv.result.incomplete')}
        </output>
      </section>
    );
  }
  const { value } = answer;
  const amount = show(value.ltv, 'money');
  return (
    <>
      <section className="result" aria-labelledby="ltv-result">
        <h2 id="ltv-result">{t('ltv.result.title')}</h2>
        <output name="ltv" className={amount.length > 9 ? 'number long' : 'number'} data-value={value.ltv}>
          {amount}
        </output>
        <Explanation calculator={calculator} answer={value} show={show} t={t} />
        <Sensitivity calculator={calculator} answer={value} show={show} t={t} />
      </section>
      <ValueChart calculator={calculator} answer={value} t={t} />
    </>
  );
}
