import { useId } from 'react';
import type { CustomerSummary, PeriodView } from '../../../lib/calculators/customer-summary.ts';
import { churnForPeriod } from '../../../lib/metrics/churn/churn-periods.ts';
import { prefixOf } from '../shared/Scenarios.tsx';
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

/** Churn per month of each scenario, under the names it has in links. */
function scenarioChurns({ scenarios }: CalculatorState): (readonly [name: string, churn: number])[] {
  return scenarios.flatMap(({ answer }, index) => {
    const churn = answer?.ok ? answer.value.results.churn : undefined;
    return churn?.ok ? [[`${prefixOf(index)}churn`, churn.value] as const] : [];
  });
}

/** Links that open the lifetime-value calculator with what was found here. */
export function SendToLifetimeValue({ state, summary, address, t }: Props) {
  const id = useId();
  const { entered, model } = state;
  const { share, number } = wording(t, entered.currency);
  const isList = model.name === 'customers';
  const pooled = summary && pooledMonthlyChurn(summary);
  const churns = isList ? (pooled === undefined ? [] : [['churn', pooled] as const]) : scenarioChurns(state);
  if (churns.length === 0) return null;
  const sent = isList && summary ? survivorsToSend(summary) : undefined;
  const linkTo = (parameters: string) =>
    `${address}#v=1&${parameters}&currency=${encodeURIComponent(entered.currency)}`;
  return (
    <section className="send-to-ltv no-print" aria-labelledby={id}>
      <h2 id={id}>{t('churn.ltv.title')}</h2>
      <ul>
        <li>
          <a href={linkTo(['model=simple', ...churns.map(([name, churn]) => `${name}=${churn}`)].join('&'))}>
            {t('churn.ltv.churn', { churn: churns.map(([, churn]) => share(churn, 2)).join(t('calc.separator')) })}
          </a>
          {isList && <span className="hint">{t('churn.ltv.churn.hint')}</span>}
        </li>
        {sent && (
          <li>
            <a href={linkTo(`model=retention&survivors=${sent.survivors.join(',')}&period=${sent.length}`)}>
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
