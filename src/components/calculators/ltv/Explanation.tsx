import type { Answer } from '../../../lib/calculators/model.ts';
import { type QuantityName, unitOf } from '../../../lib/metrics/quantities.ts';
import { formatNumber } from '../../../lib/number/format-number.ts';
import { ShownFacts } from '../../charts/ShownNumbers.tsx';
import type { QuantityWords } from '../../formula/FormulaView.tsx';
import type { CalculatorState } from '../shared/use-calculator.ts';
import { retentionIn } from './data-use.ts';
import type { Translate } from './messages.ts';

interface Props {
  readonly state: CalculatorState;
  /** Addresses of terms by slug. */
  readonly links: Readonly<Record<string, string>>;
  readonly words: QuantityWords;
  readonly t: Translate;
}

/** What one percentage point less churn would be worth. */
const onePoint = 0.01;
/** A gain that would be shown as 0 % is not worth a sentence. */
const leastGain = 0.001;

type Show = (name: QuantityName, value: number) => string;

interface PartProps extends Omit<Props, 'links' | 'words'> {
  readonly results: Answer['results'];
  readonly show: Show;
}

function resultOf(results: Answer['results'], name: QuantityName): number {
  const result = results[name];
  return result?.ok ? result.value : Number.NaN;
}

/** What a model with data expects, in words. */
function Expected({ state, results, show, t }: PartProps) {
  const [{ numbers }] = state.scenarios;
  const { arpa, grossMargin, horizonMonths } = numbers;
  if (state.model.name === 'orders') {
    return (
      <p>
        {t('ltv.result.orders', {
          orders: show('expectedOrders', resultOf(results, 'expectedOrders')),
          spend: show('expectedSpend', resultOf(results, 'expectedSpend')),
          months: show('horizonMonths', horizonMonths ?? 0),
        })}
      </p>
    );
  }
  if (state.model.name !== 'retention' || arpa === undefined || grossMargin === undefined) return null;
  const { monthsPerPeriod } = retentionIn(state);
  const money = (value: number) => show('arpa', value);
  const payment = arpa * monthsPerPeriod;
  const said = t('ltv.result.retention', {
    period: t(`calc.length.${monthsPerPeriod}`),
    payment: money(payment),
    margin: money(payment * grossMargin),
    payments: show('expectedPayments', resultOf(results, 'expectedPayments')),
  });
  return (
    <p>
      {said}
      <ShownFacts
        name="payments"
        caption={said}
        facts={[
          [t('ltv.result.payment'), payment, money],
          [t('ltv.result.margin'), payment * grossMargin, money],
        ]}
      />
    </p>
  );
}

/** What the ratio to the acquisition cost says, and whose rule it is measured by. */
function Ratio({ state, links, results, show, t }: PartProps & Pick<Props, 'links'>) {
  const { ltvToCac } = results;
  if (!ltvToCac?.ok) return null;
  const term = links['customer-lifetime-value'];
  return (
    <p>
      {t('ltv.result.ratio', { ratio: show('ltvToCac', ltvToCac.value) })}{' '}
      {state.scenarios[0].numbers.grossMargin === 1 && t('ltv.result.ratio.revenue')}{' '}
      {term && <a href={`${term}#mistakes`}>{t('ltv.result.ratio.more')}</a>}
    </p>
  );
}

/** What customers bring while they stay, in the model that takes nothing else into account. */
function InTheirLifetime({ state, words, show, t }: Omit<PartProps, 'results'> & Pick<Props, 'words'>) {
  const { arpa = Number.NaN, grossMargin = Number.NaN, churn = Number.NaN } = state.scenarios[0].numbers;
  if (state.model.name !== 'simple') return null;
  const margin = arpa * grossMargin;
  const lifetime = 1 / churn;
  const said = t('ltv.result.simple', { margin: show('arpa', margin), lifetime: show('expectedLifetime', lifetime) });
  return (
    <p>
      {said}
      <ShownFacts
        name="in-their-lifetime"
        caption={said}
        facts={[
          [words.labels.monthlyMargin ?? '', margin, (value) => show('arpa', value)],
          [words.labels.expectedLifetime ?? '', lifetime, (value) => show('expectedLifetime', value)],
        ]}
      />
    </p>
  );
}

/** What a little less churn would do to the lifetime value. */
function LessChurn({
  state,
  ltv,
  words,
  show,
  t,
}: Omit<PartProps, 'results'> & Pick<Props, 'words'> & { ltv: number }) {
  const { numbers } = state.scenarios[0];
  const { churn } = numbers;
  if (churn === undefined || churn <= onePoint) return null;
  const less = Number((churn - onePoint).toPrecision(12));
  const answer = state.model.compute({ ...numbers, churn: less }, undefined);
  const better = answer.ok ? answer.value.results.ltv : undefined;
  if (!better?.ok || ltv <= 0) return null;
  const gain = better.value / ltv - 1;
  if (gain < leastGain) return null;
  const said = t('ltv.result.onePoint', {
    churn: show('churn', less),
    value: show('ltv', better.value),
    gain: show('churn', gain),
  });
  return (
    <p>
      {said}
      <ShownFacts
        name="one-point-less-churn"
        caption={said}
        facts={[
          [words.labels.churn ?? '', less, (value) => show('churn', value)],
          [words.labels.ltv ?? '', better.value, (value) => show('ltv', value)],
          [t('ltv.result.gain'), gain, (value) => show('churn', value)],
        ]}
      />
    </p>
  );
}

/** What the lifetime value says, and what a little less churn would do to it. */
export function Explanation({ state, links, words, t }: Props) {
  const { entered, model } = state;
  const [{ numbers, answer }] = state.scenarios;
  const ltv = answer?.ok ? answer.value.results.ltv : undefined;
  if (!answer?.ok || !ltv?.ok) return null;
  const show: Show = (name, value) =>
    formatNumber(value, unitOf(name), { locale: t.locale, currency: entered.currency });
  const { horizonMonths } = numbers;
  return (
    <>
      <InTheirLifetime state={state} words={words} show={show} t={t} />
      {!model.needsData && horizonMonths !== undefined && (
        <p>{t('ltv.result.discounted', { months: horizonMonths })}</p>
      )}
      <Expected state={state} results={answer.value.results} show={show} t={t} />
      <LessChurn state={state} ltv={ltv.value} words={words} show={show} t={t} />
      <Ratio state={state} links={links} results={answer.value.results} show={show} t={t} />
    </>
  );
}
