import { useId } from 'react';
import type { CustomerSummary, PeriodView } from '../../../lib/calculators/customer-summary.ts';
import { churnForPeriod } from '../../../lib/metrics/churn/churn-periods.ts';
import type { CalculatorState } from '../shared/use-calculator.ts';
import type { Translate } from './messages.ts';
import { wording } from './wording.ts';

interface Props {
  readonly state: CalculatorState;
  readonly summary: CustomerSummary | undefined;
  /** Address of the lifetime-value calculator. */
  readonly address: string;
  readonly t: Translate;
}

/** Three renewals are the fewest that show a pattern. */
const leastSurvivors = 4;

/** Churn per month of all periods together, which is steadier than that of the last. */
function pooledMonthlyChurn({ views, customersAtStart, customersLost, months }: CustomerSummary): number | undefined {
  const dated = views.find(({ calendar }) => calendar?.pooled);
  const { atStart, lost } = dated?.calendar?.pooled ?? { atStart: customersAtStart, lost: customersLost };
  const churn = churnForPeriod({ churn: lost / atStart, fromMonths: dated?.length ?? months, toMonths: 1 });
  return churn.ok ? churn.value : undefined;
}

/** The longest look back at customers that can be told in few enough numbers. */
function survivorsToSend({ views }: CustomerSummary): PeriodView | undefined {
  const enough = views.filter(({ survivors }) => survivors.length >= leastSurvivors);
  return enough.find(({ survivors }) => survivors.length <= 25) ?? enough.at(-1);
}

/** Links that open the lifetime-value calculator with what was found here. */
export function SendToLifetimeValue({ state, summary, address, t }: Props) {
  const id = useId();
  const { entered, model, scenarios } = state;
  const { share, number } = wording(t, entered.currency);
  const [{ answer }] = scenarios;
  const monthly = answer?.ok ? answer.value.results.churn : undefined;
  const isList = model.name === 'customers';
  const churn = isList && summary ? pooledMonthlyChurn(summary) : monthly?.ok ? monthly.value : undefined;
  if (churn === undefined) return null;
  const sent = isList && summary ? survivorsToSend(summary) : undefined;
  const currency = encodeURIComponent(entered.currency);
  return (
    <section className="send-to-ltv no-print" aria-labelledby={id}>
      <h2 id={id}>{t('churn.ltv.title')}</h2>
      <ul>
        <li>
          <a href={`${address}#v=1&model=simple&churn=${churn}&currency=${currency}`}>
            {t('churn.ltv.churn', { churn: share(churn, 2) })}
          </a>
          {isList && <span className="hint">{t('churn.ltv.churn.hint')}</span>}
        </li>
        {sent && (
          <li>
            <a
              href={`${address}#v=1&model=retention&survivors=${sent.survivors.join(',')}&period=${sent.length}&currency=${currency}`}
            >
              {t('churn.ltv.survivors')}
            </a>
            <span className="hint">
              {t('churn.ltv.survivors.hint', {
                customers: number(sent.survivors[0] ?? 0),
                time: t.count(`churn.time.${sent.length}`, sent.survivors.length - 1),
              })}
            </span>
          </li>
        )}
      </ul>
      <p className="hint">{t('churn.ltv.keeps')}</p>
    </section>
  );
}
