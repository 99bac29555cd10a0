import { type PeriodLength, periodLengths, periodName } from '../../../lib/calculators/surveys/survey-periods.ts';
import { surveyTrend, type TrendPoint } from '../../../lib/calculators/surveys/survey-trend.ts';
import { ChartFigure } from '../../charts/ChartFigure.tsx';
import { IntervalTrend } from '../../charts/IntervalTrend.tsx';
import { type AnswersProps, Choice, overallLevel } from './answers-parts.tsx';
import { surveyFormat } from './format.ts';
import type { Translate } from './messages.ts';

/** What the changes of a trend come to, in one sentence. */
function trendCaption(points: readonly TrendPoint[], nameOf: (point: TrendPoint) => string, t: Translate): string {
  const show = surveyFormat(t);
  const scored = points.filter(({ score }) => score !== undefined);
  const changes = points.filter(({ change }) => change !== undefined);
  const real = changes.filter(({ change }) => change?.verdict === 'beyond-chance');
  const [first, last] = [scored[0], scored.at(-1)];
  if (!first?.score || !last?.score) return '';
  if (first === last) return t('nps.trend.one', { period: nameOf(first), score: show.points(first.score.score) });
  const span = t('nps.trend.span', {
    first: nameOf(first),
    last: nameOf(last),
    from: show.points(first.score.score),
    to: show.points(last.score.score),
  });
  const found =
    real.length === 0
      ? t('nps.trend.noChange', { count: changes.length })
      : t('nps.trend.changes', { periods: real.map(nameOf).join(t('calc.separator')) });
  return span + t('calc.sentenceSpace') + found;
}

interface Props extends AnswersProps {
  readonly length: PeriodLength;
  readonly choose: (length: PeriodLength) => void;
}

/** The score of each period, and which changes are more than chance. */
export function TrendView({ data, length, choose, t }: Props) {
  const show = surveyFormat(t);
  const points = surveyTrend(data, length);
  const nameOf = ({ period }: TrendPoint) => periodName(period, length, t.locale);
  const caption = trendCaption(points, nameOf, t);
  return (
    <section className="data-view" aria-labelledby="survey-trend-title">
      <h2 id="survey-trend-title">{t('nps.trend.title')}</h2>
      <Choice
        name="period"
        label={t('nps.trend.length')}
        options={periodLengths.map((value) => ({ value, label: t(`nps.period.${value}`) }))}
        chosen={length}
        choose={choose}
      />
      <ChartFigure
        caption={caption}
        name="nps-over-time"
        t={t}
        chart={
          <IntervalTrend
            caption={caption}
            intervals={points.map((point) => ({
              label: nameOf(point),
              value: point.score?.score ?? Number.NaN,
              lower: point.score?.lower,
              upper: point.score?.upper,
            }))}
            xLabel={t(`nps.period.${length}`)}
            yLabel={t('nps.score')}
            formatY={show.points}
            level={overallLevel({ data, t })}
          />
        }
        table={{
          head: [
            t(`nps.period.${length}`),
            t('nps.answers'),
            t('nps.score'),
            t('nps.lower'),
            t('nps.upper'),
            t('nps.trend.change'),
            t('nps.pValue.adjusted'),
            t('nps.verdict'),
          ],
          rows: points.map((point) => [
            nameOf(point),
            point.answers,
            point.score?.score ?? '',
            point.score?.lower ?? '',
            point.score?.upper ?? '',
            point.change?.difference ?? '',
            point.change?.pValue ?? '',
            point.change ? t(`nps.verdict.short.${point.change.verdict}`) : '',
          ]),
          format: (value, column) => {
            if (column === 1) return show.count(value);
            return column === 6 ? show.chance(value) : show.points(value);
          },
        }}
      />
      <p className="hint">{t('nps.trend.note')}</p>
    </section>
  );
}
