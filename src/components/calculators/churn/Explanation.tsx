import type { CustomerSummary } from '../../../lib/calculators/customer-summary.ts';
import { ShownFacts } from '../../charts/ShownNumbers.tsx';
import type { CalculatorState } from '../shared/use-calculator.ts';
import type { Translate } from './messages.ts';
import { wording } from './wording.ts';

interface Props {
  readonly state: CalculatorState;
  /** What the list of customers comes to, when there is one. */
  readonly summary: CustomerSummary | undefined;
  readonly t: Translate;
}

/** The last period and all of them together; without dates, what the rate is of. */
function customersWords(summary: CustomerSummary, t: Translate): string {
  const { number, share, interval, period } = wording(t, '');
  const lost = number(summary.customersLost);
  const start = number(summary.customersAtStart);
  const dated = summary.views.find(({ calendar }) => calendar?.pooled);
  const last = dated?.calendar?.periods.at(-1);
  const pooled = dated?.calendar?.pooled;
  if (!dated || !last || !pooled) {
    return t(`churn.customers.words.${summary.months === 12 ? 12 : 1}`, { lost, start });
  }
  return t('churn.customers.words', {
    period: period(last.period, dated.length),
    lost,
    start,
    pooled: share(pooled.lost / pooled.atStart),
    per: t(`churn.per.${dated.length}`),
    interval: interval(pooled.lower, pooled.upper),
  });
}

/** What the headline says, in words. */
export function Explanation({ state, summary, t }: Props) {
  const { entered, model } = state;
  const [{ numbers, answer }] = state.scenarios;
  if (!answer?.ok) return null;
  const { number, share, time, money } = wording(t, entered.currency);
  const { results } = answer.value;
  if (model.name === 'customers') return summary ? <p>{customersWords(summary, t)}</p> : null;
  if (model.name === 'counts') {
    const { customersAtStart = 0, customersLost = 0, months = 0 } = numbers;
    const { churnLower, churnUpper } = results;
    if (!churnLower?.ok || !churnUpper?.ok) return null;
    return (
      <p>
        {t('churn.counts.words', {
          lost: number(customersLost),
          start: number(customersAtStart),
          months: time(months, 'months'),
          lower: share(churnLower.value),
          upper: share(churnUpper.value),
        })}
      </p>
    );
  }
  const { grossRevenueRetention: gross, netRevenueRetention: net } = results;
  const { revenueAtStart = 0 } = numbers;
  if (!gross?.ok || !net?.ok) return null;
  const [keptGross, keptNet] = [revenueAtStart * gross.value, revenueAtStart * net.value];
  const said = t('churn.movements.words', {
    start: money(revenueAtStart),
    gross: money(keptGross),
    net: money(keptNet),
  });
  return (
    <p>
      {said}
      <ShownFacts
        name="revenue-kept-of-start"
        caption={said}
        facts={[
          [t('churn.movements.gross'), keptGross, money],
          [t('churn.movements.net'), keptNet, money],
        ]}
      />
    </p>
  );
}
