import { useState } from 'react';
import { type RatingData, recommendGroups } from '../../../lib/calculators/net-promoter.ts';
import { type GroupScore, groupScores } from '../../../lib/calculators/surveys/group-scores.ts';
import {
  compareGroups,
  type GroupComparison,
  verdictOf,
  type WayToCompare,
  waysToCompare,
} from '../../../lib/calculators/surveys/survey-difference.ts';
import {
  type PeriodLength,
  periodLengths,
  periodName,
  suitablePeriod,
} from '../../../lib/calculators/surveys/survey-periods.ts';
import { surveyTrend, type TrendPoint } from '../../../lib/calculators/surveys/survey-trend.ts';
import { netPromoterDifference } from '../../../lib/metrics/survey/net-promoter-difference.ts';
import { netPromoterScore } from '../../../lib/metrics/survey/net-promoter-score.ts';
import { ChartFigure } from '../../charts/ChartFigure.tsx';
import { IntervalChart } from '../../charts/IntervalChart.tsx';
import { IntervalTrend } from '../../charts/IntervalTrend.tsx';
import { surveyFormat } from './format.ts';
import type { Translate } from './messages.ts';
import { Verdict } from './Verdict.tsx';

interface Props {
  readonly data: RatingData;
  readonly t: Translate;
}

function overallScore(data: RatingData): number | undefined {
  const groups = recommendGroups(data);
  const score = groups.ok ? netPromoterScore(groups.value) : groups;
  return score.ok ? score.value : undefined;
}

function level(data: RatingData, t: Translate) {
  const value = overallScore(data);
  if (value === undefined) return undefined;
  return { value, label: t('nps.all', { score: surveyFormat(t).points(value) }) };
}

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

interface TrendProps extends Props {
  readonly length: PeriodLength;
  readonly choose: (length: PeriodLength) => void;
}

function Trend({ data, length, choose, t }: TrendProps) {
  const show = surveyFormat(t);
  const points = surveyTrend(data, length);
  const nameOf = ({ period }: TrendPoint) => periodName(period, length, t.locale);
  const caption = trendCaption(points, nameOf, t);
  return (
    <section aria-labelledby="survey-trend-title">
      <h2 id="survey-trend-title">{t('nps.trend.title')}</h2>
      <label className="choice no-print">
        {t('nps.trend.length')}{' '}
        <select name="period" value={length} onChange={({ target }) => choose(target.value as PeriodLength)}>
          {periodLengths.map((option) => (
            <option key={option} value={option}>
              {t(`nps.period.${option}`)}
            </option>
          ))}
        </select>
      </label>
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
            level={level(data, t)}
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

/** Segments beyond these are only in the table; of so many, each pair is compared. */
const mostSegmentsDrawn = 15;
const mostPaired = 10;

function segmentName(name: string, t: Translate): string {
  return name || t('nps.segment.none');
}

function segmentsCaption(compared: readonly GroupComparison[], way: WayToCompare, t: Translate): string {
  const show = surveyFormat(t);
  const real = compared.filter(({ verdict }) => verdict === 'beyond-chance');
  if (real.length === 0) return t(`nps.segments.none.${way}`, { count: compared.length });
  const named = real.map(({ name, other, difference }) =>
    t(other === undefined ? 'nps.segments.one' : 'nps.segments.pair', {
      name: segmentName(name, t),
      other: segmentName(other ?? '', t),
      difference: show.points(difference),
    }),
  );
  return t(`nps.segments.some.${way}`, { count: compared.length, segments: named.join(t('calc.separator')) });
}

function ComparisonTable({ compared, t }: { readonly compared: readonly GroupComparison[]; readonly t: Translate }) {
  const show = surveyFormat(t);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard too
    <div className="scroll" tabIndex={0}>
      <table className="comparison">
        <caption className="visually-hidden">{t('nps.segments.table')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('nps.segment')}</th>
            <th scope="col">{t('nps.difference')}</th>
            <th scope="col">{t('nps.difference.interval')}</th>
            <th scope="col">{t('nps.pValue.adjusted')}</th>
            <th scope="col">{t('nps.verdict')}</th>
          </tr>
        </thead>
        <tbody>
          {compared.map(({ name, other, difference, lower, upper, pValue, verdict }) => (
            <tr key={`${name} ${other}`}>
              <th scope="row">
                {other === undefined
                  ? segmentName(name, t)
                  : t('nps.compared.pair', { first: segmentName(other, t), second: segmentName(name, t) })}
              </th>
              <td>{show.points(difference)}</td>
              <td>{t('calc.fromTo', { lower: show.points(lower), upper: show.points(upper) })}</td>
              <td>{show.chance(pValue)}</td>
              <td>{t(`nps.verdict.short.${verdict}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Segments({ data, t }: Props) {
  const show = surveyFormat(t);
  const [way, setWay] = useState<WayToCompare>('rest');
  const scores = groupScores(data.segments, data.scale);
  const largest = [...scores].sort((one, other) => other.answers - one.answers);
  const paired = way === 'pairs' ? new Set(largest.slice(0, mostPaired)) : undefined;
  const found = compareGroups(paired ? scores.filter((score) => paired.has(score)) : scores, way);
  const compared = found.ok ? found.value : [];
  const drawn = new Set(largest.slice(0, mostSegmentsDrawn));
  const caption = segmentsCaption(compared, way, t);
  return (
    <section aria-labelledby="survey-segments-title">
      <h2 id="survey-segments-title">{t('nps.segments.title')}</h2>
      <label className="choice no-print">
        {t('nps.segments.way')}{' '}
        <select name="way" value={way} onChange={({ target }) => setWay(target.value as WayToCompare)}>
          {waysToCompare.map((option) => (
            <option key={option} value={option}>
              {t(`nps.segments.way.${option}`)}
            </option>
          ))}
        </select>
      </label>
      <ChartFigure
        caption={caption}
        name="nps-by-segment"
        t={t}
        chart={
          <IntervalChart
            caption={caption}
            intervals={scores
              .filter((score) => drawn.has(score))
              .map(({ name, answers, interval: { score, lower, upper } }) => ({
                label: segmentName(name, t),
                value: score,
                lower,
                upper,
                note: t('nps.n', { answers: show.count(answers) }),
              }))}
            valueLabel={t('nps.score')}
            formatValue={show.points}
            level={level(data, t)}
          />
        }
        table={{
          head: [t('nps.segment'), t('nps.answers'), t('nps.score'), t('nps.lower'), t('nps.upper')],
          rows: scores.map(({ name, answers, interval: { score, lower, upper } }) => [
            segmentName(name, t),
            answers,
            score,
            lower,
            upper,
          ]),
          format: (value, column) => (column === 1 ? show.count(value) : show.points(value)),
        }}
      />
      {compared.length > 0 && <ComparisonTable compared={compared} t={t} />}
      <p className="hint">
        {compared.length > 1 && t('nps.compared.adjusted', { count: compared.length })}
        {t('calc.sentenceSpace')}
        {scores.length > mostSegmentsDrawn && t('nps.segments.most', { count: mostSegmentsDrawn })}
        {t('calc.sentenceSpace')}
        {paired && scores.length > mostPaired && t('nps.segments.mostPaired', { count: mostPaired })}
      </p>
    </section>
  );
}

interface Choice {
  readonly name: string;
  readonly score: GroupScore;
}

/** Two parts of the same file, chosen by the reader. */
function TwoCompared({
  choices,
  label,
  t,
}: {
  readonly choices: readonly Choice[];
  readonly label: string;
  readonly t: Translate;
}) {
  const [places, setPlaces] = useState({ first: 0, second: choices.length - 1 });
  const at = (place: number) => choices[Math.min(place, choices.length - 1)];
  const [first, second] = [at(places.first), at(places.second)];
  if (!first || !second) return null;
  const found = netPromoterDifference({ before: first.score.counts, after: second.score.counts });
  return (
    <div className="two-compared">
      {(['first', 'second'] as const).map((which) => (
        <label key={which} className="choice no-print">
          {t(`nps.two.${which}`, { label })}{' '}
          <select
            name={which}
            value={Math.min(places[which], choices.length - 1)}
            onChange={({ target }) => setPlaces({ ...places, [which]: Number(target.value) })}
          >
            {choices.map(({ name }, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: segments keep their places
              <option key={place} value={place}>
                {name}
              </option>
            ))}
          </select>
        </label>
      ))}
      {first === second || !found.ok ? (
        <p className="hint">{t('nps.two.same')}</p>
      ) : (
        <div aria-live="polite">
          <p>
            {t('nps.two.scores', {
              first: first.name,
              second: second.name,
              from: surveyFormat(t).points(first.score.interval.score),
              to: surveyFormat(t).points(second.score.interval.score),
            })}
          </p>
          <Verdict
            {...found.value}
            prefix="two."
            verdict={verdictOf(found.value.difference, found.value.pValue)}
            t={t}
          />
        </div>
      )}
    </div>
  );
}

const parts = ['segments', 'periods'] as const;
type Part = (typeof parts)[number];

function TwoParts({ data, length, t }: Props & { readonly length: PeriodLength }) {
  const [wanted, setPart] = useState<Part>();
  const segments = groupScores(data.segments, data.scale).map((score) => ({ name: segmentName(score.name, t), score }));
  const periods = surveyTrend(data, length).flatMap(({ period, counts }) =>
    groupScores([{ name: periodName(period, length, t.locale), counts }], data.scale).map((score) => ({
      name: score.name,
      score,
    })),
  );
  const choices = { segments, periods };
  const possible = parts.filter((part) => choices[part].length > 1);
  const part = possible.find((option) => option === wanted) ?? possible.at(-1);
  if (!part) return null;
  return (
    <section aria-labelledby="survey-two-title">
      <h2 id="survey-two-title">{t('nps.two.title')}</h2>
      {possible.length > 1 && (
        <label className="choice no-print">
          {t('nps.two.what')}{' '}
          <select name="part" value={part} onChange={({ target }) => setPart(target.value as Part)}>
            {possible.map((option) => (
              <option key={option} value={option}>
                {t(`nps.two.${option}`)}
              </option>
            ))}
          </select>
        </label>
      )}
      <TwoCompared key={part} choices={choices[part]} label={t(`nps.two.${part}.label`)} t={t} />
      <p className="hint">{t('nps.compared.note')}</p>
    </section>
  );
}

/** What a file of answers shows beyond its score: over time, by segment, and any two parts of it compared. */
export default function AnswersViews({ data, t }: Props) {
  const [chosen, setLength] = useState<PeriodLength>();
  const length = chosen ?? suitablePeriod(data.months);
  return (
    <>
      {data.months.length > 0 && <Trend data={data} length={length} choose={setLength} t={t} />}
      {data.segments.length > 1 && <Segments data={data} t={t} />}
      <TwoParts data={data} length={length} t={t} />
    </>
  );
}
