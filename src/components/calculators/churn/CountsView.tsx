import { churnForPeriod, survivalShare } from '../../../lib/metrics/churn/churn-periods.ts';
import { proportionInterval } from '../../../lib/metrics/statistics/proportion-interval.ts';
import { ChartFigure } from '../../charts/ChartFigure.tsx';
import { LineChart } from '../../charts/LineChart.tsx';
import { scenarioName } from '../shared/Scenarios.tsx';
import type { CalculatorState, ScenarioState } from '../shared/use-calculator.ts';
import { LengthsTable } from './LengthsTable.tsx';
import type { Translate } from './messages.ts';
import { wording } from './wording.ts';

interface Props {
  readonly state: CalculatorState;
  /** Addresses of terms by slug. */
  readonly links: Readonly<Record<string, string>>;
  readonly t: Translate;
}

/** Churn per month: as counted, and both ends of its interval. */
interface MonthlyChurn {
  readonly label: string;
  readonly churn: number;
  readonly lower: number;
  readonly upper: number;
}

const lengths = [1, 3, 12] as const;

function monthlyChurn({ numbers, answer }: ScenarioState, label: string): MonthlyChurn[] {
  const { customersAtStart, customersLost, months } = numbers;
  const churn = answer?.ok ? answer.value.results.churn : undefined;
  if (!churn?.ok || customersAtStart === undefined || customersLost === undefined || months === undefined) return [];
  const interval = proportionInterval({ successes: customersLost, trials: customersAtStart });
  if (!interval.ok) return [];
  const ends = [interval.value.lower, interval.value.upper].map((end) =>
    churnForPeriod({ churn: end, fromMonths: months, toMonths: 1 }),
  );
  const [lower, upper] = ends.map((end) => (end.ok ? end.value : churn.value));
  return [{ label, churn: churn.value, lower: lower ?? churn.value, upper: upper ?? churn.value }];
}

/** Until few are left, but no less than a year and no more than ten. */
function monthsToShow(churn: number): number {
  const fewLeft = Math.log(0.1) / Math.log(1 - churn);
  return Math.min(120, Math.max(12, Math.ceil(fewLeft / 12) * 12 || 12));
}

function stillThere(churn: number, periods: number): number {
  const share = survivalShare({ churn, periods });
  return share.ok ? share.value : 0;
}

/** What counts say about other lengths of time: churn per month, quarter and year, and who is still there when. */
export function CountsView({ state, links, t }: Props) {
  const { scenarios, entered } = state;
  const { share, number, time, interval } = wording(t, entered.currency);
  const isSingle = scenarios.length === 1;
  const all = scenarios.flatMap((scenario, index) =>
    monthlyChurn(scenario, isSingle ? t('churn.survival.line') : scenarioName(scenario, index, t)),
  );
  const [first] = all;
  if (!first) return null;

  const longest = Math.max(...all.map(({ churn }) => monthsToShow(churn)));
  const months = Array.from({ length: longest + 1 }, (_, month) => month);
  const best = all.reduce((one, other) => (other.churn < one.churn ? other : one));
  const shown = isSingle ? first : best;
  const after = share(stillThere(shown.churn, 12));
  const caption = isSingle
    ? t('churn.survival.caption', {
        churn: share(first.churn, 2),
        share: after,
        interval: interval(stillThere(first.upper, 12), stillThere(first.lower, 12)),
        months: time(12, 'months'),
      })
    : t('churn.survival.caption.compared', { best: shown.label, share: after, months: time(12, 'months') });
  const every = Math.max(1, longest / 12);
  const rows = months
    .filter((month) => month % every === 0)
    .map((month) => [
      number(month),
      ...all.flatMap(({ churn, lower, upper }) => [churn, upper, lower].map((each) => stillThere(each, month))),
    ]);
  const endsOf = (label: string) => [label, t('churn.head.lower'), t('churn.head.upper')];
  const head = isSingle
    ? [t('churn.head.month'), ...endsOf(t('churn.head.kept'))]
    : [
        t('churn.head.month'),
        ...all.flatMap(({ label }) => endsOf(label).map((end, place) => (place ? `${label}: ${end}` : end))),
      ];
  return (
    <>
      {isSingle && (
        <LengthsTable
          title={t('churn.lengths.title')}
          note={t('churn.lengths.note')}
          rows={lengths.map((length) => {
            const over = (churn: number) => 1 - stillThere(churn, length);
            return { length, churn: over(first.churn), lower: over(first.lower), upper: over(first.upper) };
          })}
          links={links}
          wording={wording(t, entered.currency)}
          t={t}
        />
      )}
      <ChartFigure
        caption={caption}
        name="customers-still-there"
        t={t}
        chart={
          <LineChart
            caption={caption}
            series={all.map(({ label, churn, lower, upper }) => ({
              label,
              points: months.map((month) => [month, stillThere(churn, month)] as const),
              band: isSingle
                ? months.map((month) => [month, stillThere(upper, month), stillThere(lower, month)] as const)
                : undefined,
            }))}
            xLabel={t('churn.head.month')}
            yLabel={t('churn.survival.share')}
            formatX={(month) => number(month)}
            formatY={(value) => share(value, 0)}
            yDomain={[0, 1]}
          />
        }
        table={{ head, rows, format: (value) => share(value) }}
      />
    </>
  );
}
