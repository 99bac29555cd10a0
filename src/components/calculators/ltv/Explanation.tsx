import type { Answer } from '../../../lib/calculators/model.ts';
import { type QuantityName, unitOf } from '../../../lib/metrics/quantities.ts';
import { formatNumber } from '../../../lib/number/format-number.ts';
import type { CalculatorState } from '../shared/use-calculator.ts';
import { retentionIn } from './data-use.ts';
import type { Translate } from './messages.ts';

interface Props {
  readonly state: CalculatorState;
  /** Addresses of terms by slug. */
  readonly links: Readonly<Record<string, string>>;
  readonly t: Translate;
}

/** What one percentage point less churn would be worth. */
const onePoint = 0.01;
/** A gain that would be shown as 0 % is not worth a sentence. */
const leastGain = 0.001;

type Show = (name: QuantityName, value: number) => string;

interface PartProps extends Omit<Props, 'links'> {
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
  return (
    <p>
      {t('ltv.result.retention', {
        period: t(`calc.length.${monthsPerPeriod}`),
        payment: show('arpa', arpa * monthsPerPeriod),
        margin: show('arpa', arpa * monthsPerPeriod * grossMargin),
        payments: show('expectedPayments', resultOf(results, 'expectedPayments')),
      })}
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

/** What the lifetime value says, and what a little less churn would do to it. */
export function Explanation({ state, links, t }: Props) {
  const { entered, model } = state;
  const [{ numbers, answer }] = state.scenarios;
  const ltv = answer?.ok ? answer.value.results.ltv : undefined;
  if (!answer?.ok || !ltv?.ok) return null;
  const show: Show = (name, value) =>
    formatNumber(value, unitOf(name), { locale: t.locale, currency: entered.currency });
  const { arpa, grossMargin, churn, horizonMonths } = numbers;
  const margin = arpa !== undefined && grossMargin !== undefined ? show('arpa', arpa * grossMargin) : '';

  const less = churn !== undefined && churn > onePoint ? Number((churn - onePoint).toPrecision(12)) : undefined;
  const better = less === undefined ? undefined : model.compute({ ...numbers, churn: less }, undefined);
  const betterValue = better?.ok ? better.value.results.ltv : undefined;
  const gained = betterValue?.ok && ltv.value > 0 ? betterValue.value / ltv.value - 1 : 0;
  return (
    <>
      {model.name === 'simple' && churn !== undefined && (
        <p>{t('ltv.result.simple', { margin, lifetime: show('expectedLifetime', 1 / churn) })}</p>
      )}
      {!model.needsData && horizonMonths !== undefined && (
        <p>{t('ltv.result.discounted', { months: horizonMonths })}</p>
      )}
      <Expected state={state} results={answer.value.results} show={show} t={t} />
      {less !== undefined && betterValue?.ok && gained >= leastGain && (
        <p>
          {t('ltv.result.onePoint', {
            churn: show('churn', less),
            value: show('ltv', betterValue.value),
            gain: show('churn', gained),
          })}
        </p>
      )}
      <Ratio state={state} links={links} results={answer.value.results} show={show} t={t} />
    </>
  );
}
