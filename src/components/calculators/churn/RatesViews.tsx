import type { CalendarView, PeriodChurn } from '../../../lib/calculators/customers/customer-flows.ts';
import { ChartFigure } from '../../charts/ChartFigure.tsx';
import { IntervalTrend } from '../../charts/IntervalTrend.tsx';
import { LineChart } from '../../charts/LineChart.tsx';
import { ShownFacts } from '../../charts/ShownNumbers.tsx';
import { type ViewProps, ViewSection } from './view-parts.tsx';

/** More points stand too close to be told apart; the table has them all. */
const mostPoints = 36;
/** Ages that fewer customers have reached say little. */
const leastAtRisk = 10;

const rateOf = ({ customers }: PeriodChurn) => customers.lost / customers.atStart;

/** Periods that began with customers. */
function begun({ periods }: CalendarView): PeriodChurn[] {
  return periods.filter(({ customers }) => customers.atStart > 0);
}

/** Churn period by period, with intervals. */
export function RatesView({ view, wording, t }: ViewProps) {
  const { length, calendar } = view;
  const { share, number, period } = wording;
  const periods = calendar ? begun(calendar) : [];
  const { pooled } = calendar ?? {};
  const [first] = periods;
  if (!first || !pooled) return null;
  const worst = periods.reduce((one, other) => (rateOf(other) > rateOf(one) ? other : one));
  const all = share(pooled.lost / pooled.atStart);
  const caption = t('churn.rates.caption', {
    length: t(`calc.length.${length}`),
    pooled: all,
    worst: period(worst.period, length),
    rate: share(rateOf(worst)),
  });
  return (
    <ViewSection title={t('churn.rates.title')}>
      <ChartFigure
        caption={caption}
        name="churn-over-time"
        t={t}
        chart={
          <IntervalTrend
            caption={caption}
            intervals={periods.slice(-mostPoints).map((each) => ({
              label: period(each.period, length),
              value: rateOf(each),
              lower: each.lower,
              upper: each.upper,
            }))}
            xLabel={t(`calc.length.${length}`)}
            yLabel={t(`churn.per.${length}`)}
            formatY={(value) => share(value)}
            level={{ value: pooled.lost / pooled.atStart, label: t('churn.rates.level', { pooled: all }) }}
          />
        }
        table={{
          head: [
            t(`calc.length.${length}`),
            t('churn.head.atStart'),
            t('churn.head.lost'),
            t('churn.head.joined'),
            t('churn.head.lostAgain'),
            t('churn.head.churn'),
            t('churn.head.lower'),
            t('churn.head.upper'),
          ],
          rows: periods.map((each) => [
            period(each.period, length),
            each.customers.atStart,
            each.customers.lost,
            each.customers.joined,
            each.customers.lostAgain,
            rateOf(each),
            each.lower ?? 0,
            each.upper ?? 1,
          ]),
          format: (value, column) => (column < 5 ? number(value) : share(value)),
        }}
      />
    </ViewSection>
  );
}

/** Revenue kept beside customers kept, where the list says what each customer pays. */
export function RevenueView({ view, wording, t }: ViewProps) {
  const { length, calendar } = view;
  const { share, money, period } = wording;
  const periods = calendar ? begun(calendar).filter(({ revenue }) => revenue && revenue.atStart > 0) : [];
  const { pooled } = calendar ?? {};
  const [first] = periods;
  const last = periods.at(-1);
  if (!first || !last || !pooled?.revenue || periods.length < 2) return null;
  const kept = {
    customers: 1 - pooled.lost / pooled.atStart,
    revenue: 1 - pooled.revenue.lost / pooled.revenue.atStart,
  };
  const revenueKept = ({ revenue }: PeriodChurn) => 1 - (revenue?.lost ?? 0) / (revenue?.atStart ?? 1);
  const isSame = share(kept.customers) === share(kept.revenue);
  const compared = kept.revenue > kept.customers ? 'less' : 'more';
  const caption = t(`churn.money.caption.${isSame ? 'same' : compared}`, {
    length: t(`calc.length.${length}`),
    revenue: share(kept.revenue),
    customers: share(kept.customers),
  });
  const shown = periods.slice(-mostPoints);
  const line = (label: string, valueOfPeriod: (each: PeriodChurn) => number) => ({
    label,
    points: shown.map((each, index) => [index, valueOfPeriod(each)] as const),
  });
  const lowest = Math.min(...shown.map((each) => Math.min(revenueKept(each), 1 - rateOf(each))));
  return (
    <ViewSection title={t('churn.money.title')}>
      <ShownFacts
        name="revenue-kept-together"
        caption={caption}
        facts={[
          [t('churn.money.revenue'), kept.revenue, share],
          [t('churn.money.customers'), kept.customers, share],
        ]}
      />
      <ChartFigure
        caption={caption}
        name="revenue-kept"
        t={t}
        chart={
          <LineChart
            caption={caption}
            series={[
              line(t('churn.money.revenue'), revenueKept),
              line(t('churn.money.customers'), (each) => 1 - rateOf(each)),
            ]}
            xLabel={t(`calc.length.${length}`)}
            yLabel={t('churn.money.kept')}
            formatX={(index) => (Number.isInteger(index) ? period((shown[index] ?? last).period, length) : '')}
            formatY={(value) => share(value)}
            yDomain={[Math.max(0, lowest - (1 - lowest) / 4), 1]}
          />
        }
        table={{
          head: [
            t(`calc.length.${length}`),
            t('churn.head.revenueAtStart'),
            t('churn.head.revenueLost'),
            t('churn.money.revenue'),
            t('churn.money.customers'),
          ],
          rows: periods.map((each) => [
            period(each.period, length),
            each.revenue?.atStart ?? 0,
            each.revenue?.lost ?? 0,
            revenueKept(each),
            1 - rateOf(each),
          ]),
          format: (value, column) => (column < 3 ? money(value) : share(value)),
        }}
      />
      <p className="hint">{t('churn.money.note')}</p>
    </ViewSection>
  );
}

/** Churn in each period of a customer's life. */
export function AgesView({ view, wording, t }: ViewProps) {
  const { length } = view;
  const { share, number } = wording;
  const ages = view.byAge.ages.filter(({ atRisk }) => atRisk >= leastAtRisk);
  const [first] = ages;
  // At the highest ages few customers are left to tell.
  const later = ages[Math.floor(ages.length / 2)];
  if (!first || !later || first === later) return null;
  const isFalling = first.lower > later.upper;
  const caption = [
    t('churn.ages.caption', {
      length: t(`calc.length.${length}`),
      first: share(first.lost / first.atRisk),
      age: number(later.age),
      later: share(later.lost / later.atRisk),
    }),
    ...(isFalling ? [t('churn.ages.falling')] : []),
  ].join(t('calc.sentenceSpace'));
  return (
    <ViewSection title={t('churn.ages.title')}>
      <ChartFigure
        caption={caption}
        name="churn-by-age"
        t={t}
        chart={
          <IntervalTrend
            caption={caption}
            intervals={ages.slice(0, mostPoints).map(({ age, atRisk, lost, lower, upper }) => ({
              label: number(age),
              value: lost / atRisk,
              lower,
              upper,
            }))}
            xLabel={t(`churn.ages.age.${length}`)}
            yLabel={t('churn.ages.churn')}
            formatY={(value) => share(value)}
          />
        }
        table={{
          head: [
            t(`churn.ages.age.${length}`),
            t('churn.head.atRisk'),
            t('churn.head.lost'),
            t('churn.head.churn'),
            t('churn.head.lower'),
            t('churn.head.upper'),
          ],
          rows: view.byAge.ages.map(({ age, atRisk, lost, lower, upper }) => [
            number(age),
            atRisk,
            lost,
            lost / atRisk,
            lower,
            upper,
          ]),
          format: (value, column) => (column < 3 ? number(value) : share(value)),
        }}
      />
    </ViewSection>
  );
}
