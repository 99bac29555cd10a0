import { useId } from 'react';
import type { CustomerSummary, PeriodView } from '../../../lib/calculators/customer-summary.ts';
import { churnForPeriod } from '../../../lib/metrics/churn/churn-periods.ts';
import { ShownFacts } from '../../charts/ShownNumbers.tsx';
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

/** The lengths of periods that say enough. Customers pay once a period there: only the reader knows how often they do. */
function survivorsToSend({ views }: CustomerSummary): PeriodView[] {
  return views.filter(({ survivors }) => survivors.length >= leastSurvivors);
}

/** What customers pay, to the digits that an average deserves. */
function averageToSend({ averageRevenue }: CustomerSummary): number | undefined {
  return averageRevenue === undefined ? undefined : Number(averageRevenue.toPrecision(6));
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
  const { share, number, money } = wording(t, entered.currency);
  const isList = model.name === 'customers';
  const pooled = summary && pooledMonthlyChurn(summary);
  const churns = isList ? (pooled === undefined ? [] : [['churn', pooled] as const]) : scenarioChurns(state);
  if (churns.length === 0) return null;
  const list = isList ? summary : undefined;
  const sent = list ? survivorsToSend(list) : [];
  const revenue = list && averageToSend(list);
  const linkTo = (parameters: readonly string[]) => {
    const all = ['v=1', ...parameters, ...(revenue === undefined ? [] : [`arpa=${revenue}`])];
    return `${address}#${all.join('&')}&currency=${encodeURIComponent(entered.currency)}`;
  };
  return (
    <section className="send-to-ltv no-print" aria-labelledby={id}>
      <h2 id={id}>{t('churn.ltv.title')}</h2>
      {list && (
        <ShownFacts
          name="sent-to-lifetime-value"
          caption={t('churn.ltv.title')}
          facts={[
            [t('churn.ltv.pooled'), pooled, (churn) => share(churn, 2)],
            [t('churn.ltv.average'), revenue, money],
          ]}
        />
      )}
      <ul>
        <li>
          <a href={linkTo(['model=simple', ...churns.map(([name, churn]) => `${name}=${churn}`)])}>
            {t('churn.ltv.churn', { churn: churns.map(([, churn]) => share(churn, 2)).join(t('calc.separator')) })}
          </a>
          {isList && <span className="hint">{t('churn.ltv.churn.hint')}</span>}
        </li>
        {sent.map(({ length, survivors }) => (
          <li key={length}>
            <a href={linkTo(['model=retention', `survivors=${survivors.join(',')}`, `period=${length}`])}>
              {t(`churn.ltv.survivors.${length}`)}
            </a>
            <span className="hint">
              {t('churn.ltv.survivors.hint', {
                customers: number(survivors[0] ?? 0),
                time: t.count(`calc.time.${length}`, survivors.length - 1),
              })}
            </span>
          </li>
        ))}
      </ul>
      {sent.length > 0 && <p className="hint">{t('churn.ltv.survivors.why')}</p>}
      {revenue !== undefined && <p className="hint">{t('churn.ltv.revenue', { revenue: money(revenue) })}</p>}
      <p className="hint">{t('churn.ltv.keeps')}</p>
    </section>
  );
}
