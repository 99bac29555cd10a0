import { monthlyDiscountRate } from '../../../lib/metrics/lifetime-value/discounted-lifetime-value.ts';
import { type ValueAtMonth, valueOverTime } from '../../../lib/metrics/lifetime-value/value-over-time.ts';
import { formatNumber } from '../../../lib/number/format-number.ts';
import { ChartFigure } from '../../charts/ChartFigure.tsx';
import { LineChart } from '../../charts/LineChart.tsx';
import { scenarioName } from '../shared/Scenarios.tsx';
import type { CalculatorState, ScenarioState } from '../shared/use-calculator.ts';
import type { Translate } from './messages.ts';

interface Props {
  readonly state: CalculatorState;
  readonly t: Translate;
}

interface Line {
  readonly label: string;
  readonly ltv: number;
  readonly rows: readonly ValueAtMonth[];
}

/** Rows of the table: few enough to read, the last month always among them. */
const mostRows = 12;

/** How many months the picture of the simple model shows: until little is left to come, within reason. */
function monthsToShow(churn: number): number {
  const fewLeft = Math.log(0.05) / Math.log(1 - churn);
  return Math.min(120, Math.max(12, Math.ceil(fewLeft / 12) * 12 || 12));
}

/** How the value of a scenario builds up; undefined for models that say nothing of single months. */
function lineOf({ numbers, answer }: ScenarioState, label: string, months: number): Line | undefined {
  const { arpa, grossMargin, churn, expansion = 0, annualDiscountRate, horizonMonths } = numbers;
  const ltv = answer?.ok ? answer.value.results.ltv : undefined;
  if (!ltv?.ok || arpa === undefined || grossMargin === undefined || churn === undefined) return undefined;
  const monthly = monthlyDiscountRate({ annualDiscountRate: annualDiscountRate ?? 0 });
  if (!monthly.ok) return undefined;
  const input = { arpa, grossMargin, churn, expansion, discount: monthly.value };
  return { label, ltv: ltv.value, rows: valueOverTime(input, horizonMonths ?? months) };
}

/** How the value builds up over time, a line for each scenario. */
export function ValueChart({ state, t }: Props) {
  const { scenarios, entered } = state;
  const months = Math.max(...scenarios.map(({ numbers }) => monthsToShow(numbers.churn ?? 1)));
  const isSingle = scenarios.length === 1;
  const lines = scenarios.flatMap((scenario, index) => {
    const label = isSingle ? t('figure.value.line') : scenarioName(scenario, index, t);
    return lineOf(scenario, label, months) ?? [];
  });
  const [first] = lines;
  const last = first?.rows.at(-1);
  if (!first || !last) return null;

  const { currency } = entered;
  /** Amounts of a few units need their cents, or the axis repeats itself. */
  const digits = Math.abs(first.ltv) < 20 ? undefined : 0;
  const money = (value: number) => formatNumber(value, 'money', { locale: t.locale, currency, digits });
  const exact = (value: number) => formatNumber(value, 'money', { locale: t.locale, currency });
  const hasHorizon = scenarios[0].numbers.horizonMonths !== undefined;
  const share = first.ltv === 0 ? 1 : last.total / first.ltv;
  const single = hasHorizon
    ? t('figure.value.caption.horizon', { months: last.month, total: money(first.ltv) })
    : t('figure.value.caption', {
        months: last.month,
        reached: money(last.total),
        share: formatNumber(share, 'ratio', { locale: t.locale, currency, digits: 0 }),
        total: money(first.ltv),
      });
  const best = lines.reduce((one, other) => (other.ltv > one.ltv ? other : one));
  const caption = isSingle ? single : t('ltv.chart.compared', { best: best.label, value: money(best.ltv) });
  const longest = Math.max(...lines.map(({ rows }) => rows.length));
  const every = Math.max(1, Math.ceil(longest / mostRows));
  const shown = Array.from({ length: longest }, (_, index) => index + 1).filter(
    (month) => month === 1 || month % every === 0 || month === longest,
  );
  return (
    <ChartFigure
      caption={caption}
      name="lifetime-value"
      t={t}
      chart={
        <LineChart
          caption={caption}
          series={lines.map(({ label, rows }) => ({
            label,
            points: [[0, 0], ...rows.map(({ month, total }) => [month, total] as const)],
          }))}
          level={
            isSingle && !hasHorizon
              ? { value: first.ltv, label: t('figure.value.level', { total: money(first.ltv) }) }
              : undefined
          }
          xLabel={t('figure.months')}
          yLabel={t('figure.value.axis')}
          formatX={String}
          formatY={money}
        />
      }
      table={{
        head: [t('figure.months'), ...lines.map(({ label }) => label)],
        rows: shown.map((month) => [month, ...lines.map(({ rows }) => rows[month - 1]?.total ?? '')]),
        format: (value, column) => (column === 0 ? String(value) : exact(value)),
      }}
    />
  );
}
