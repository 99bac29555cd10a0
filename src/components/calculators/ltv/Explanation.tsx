import { type QuantityName, unitOf } from '../../../lib/metrics/quantities.ts';
import { formatNumber } from '../../../lib/number/format-number.ts';
import type { CalculatorState } from '../shared/use-calculator.ts';
import type { Translate } from './messages.ts';

interface Props {
  readonly state: CalculatorState;
  readonly t: Translate;
}

/** What one percentage point less churn would be worth. */
const onePoint = 0.01;
/** A gain that would be shown as 0 % is not worth a sentence. */
const leastGain = 0.001;

/** What the lifetime value says, and what a little less churn would do to it. */
export function Explanation({ state, t }: Props) {
  const { entered, model } = state;
  const [{ numbers, answer }] = state.scenarios;
  const ltv = answer?.ok ? answer.value.results.ltv : undefined;
  if (!answer?.ok || !ltv?.ok) return null;
  const show = (name: QuantityName, value: number) =>
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
      {horizonMonths !== undefined && <p>{t('ltv.result.discounted', { months: horizonMonths })}</p>}
      {less !== undefined && betterValue?.ok && gained >= leastGain && (
        <p>
          {t('ltv.result.onePoint', {
            churn: show('churn', less),
            value: show('ltv', betterValue.value),
            gain: show('churn', gained),
          })}
        </p>
      )}
    </>
  );
}
