import { netPromoterSampleSize } from '../../../lib/metrics/survey/net-promoter-sample-size.ts';
import { ChartFigure } from '../../charts/ChartFigure.tsx';
import { LineChart } from '../../charts/LineChart.tsx';
import { scenarioName } from '../shared/Scenarios.tsx';
import type { CalculatorState } from '../shared/use-calculator.ts';
import { surveyFormat } from './format.ts';
import type { Translate } from './messages.ts';

interface Props {
  readonly state: CalculatorState;
  readonly t: Translate;
}

/** Margins a survey is planned for, in points. */
const margins = [4, 5, 6, 7, 8, 9, 10, 12, 14, 16, 18, 20];

/** What a smaller margin costs: answers needed by margin, a line for each scenario. */
export default function SampleSizeChart({ state, t }: Props) {
  const show = surveyFormat(t);
  const series = state.scenarios.flatMap((scenario, index) => {
    const { promoterShare, detractorShare } = scenario.numbers;
    if (promoterShare === undefined || detractorShare === undefined) return [];
    const points = margins.flatMap((margin) => {
      const needed = netPromoterSampleSize({ promoterShare, detractorShare, margin: margin / 100 });
      return needed.ok ? [[margin, needed.value] as const] : [];
    });
    const label = state.scenarios.length === 1 ? t('nps.sample.line') : scenarioName(scenario, index, t);
    return points.length === margins.length ? [{ label, points }] : [];
  });
  const [first] = series;
  if (!first) return null;
  const answersAt = (margin: number) => show.count(first.points.find(([at]) => at === margin)?.[1] ?? 0);
  const caption = t('nps.sample.caption', { ten: answersAt(10), five: answersAt(5) });
  return (
    <ChartFigure
      caption={caption}
      name="answers-needed"
      t={t}
      chart={
        <LineChart
          caption={caption}
          series={series}
          xLabel={t('nps.sample.margin')}
          yLabel={t('nps.answers')}
          formatX={(margin) => `±${show.count(margin)}`}
          formatY={show.count}
        />
      }
      table={{
        head: [t('nps.sample.margin'), ...series.map(({ label }) => label)],
        rows: margins.map((margin, index) => [`±${margin}`, ...series.map(({ points }) => points[index]?.[1] ?? '')]),
        format: show.count,
      }}
    />
  );
}
