import { useState } from 'react';
import { groupScores } from '../../../lib/calculators/surveys/group-scores.ts';
import {
  compareGroups,
  type GroupComparison,
  type WayToCompare,
  waysToCompare,
} from '../../../lib/calculators/surveys/survey-difference.ts';
import { ChartFigure } from '../../charts/ChartFigure.tsx';
import { IntervalChart } from '../../charts/IntervalChart.tsx';
import { useShownNumbers } from '../../charts/ShownNumbers.tsx';
import { type AnswersProps, Choice, overallLevel, segmentName } from './answers-parts.tsx';
import { surveyFormat } from './format.ts';
import type { Translate } from './messages.ts';

/** Segments beyond these are only in the table; of so many, each pair is compared. */
const mostSegmentsDrawn = 15;
const mostPaired = 10;

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
  const pairName = ({ name, other }: GroupComparison) =>
    other === undefined
      ? segmentName(name, t)
      : t('nps.compared.pair', { first: segmentName(other, t), second: segmentName(name, t) });
  useShownNumbers({
    name: 'segment-differences',
    caption: t('nps.segments.table'),
    table: {
      head: [
        t('nps.segment'),
        t('nps.difference'),
        t('nps.lower'),
        t('nps.upper'),
        t('nps.pValue.adjusted'),
        t('nps.verdict'),
      ],
      rows: compared.map((pair) => [
        pairName(pair),
        pair.difference,
        pair.lower,
        pair.upper,
        pair.pValue,
        t(`nps.verdict.short.${pair.verdict}`),
      ]),
      format: (value, column) => (column === 4 ? show.chance(value) : show.points(value)),
    },
  });
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
          {compared.map((pair) => (
            <tr key={pairName(pair)}>
              <th scope="row">{pairName(pair)}</th>
              <td>{show.points(pair.difference)}</td>
              <td>{t('calc.fromTo', { lower: show.points(pair.lower), upper: show.points(pair.upper) })}</td>
              <td>{show.chance(pair.pValue)}</td>
              <td>{t(`nps.verdict.short.${pair.verdict}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The score of each segment, and which segments differ by more than chance. */
export function SegmentsView({ data, t }: AnswersProps) {
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
    <section className="data-view data-view-broad" aria-labelledby="survey-segments-title">
      <h2 id="survey-segments-title">{t('nps.segments.title')}</h2>
      <Choice
        name="way"
        label={t('nps.segments.way')}
        options={waysToCompare.map((value) => ({ value, label: t(`nps.segments.way.${value}`) }))}
        chosen={way}
        choose={setWay}
      />
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
                note: t.count('nps.n', answers),
              }))}
            valueLabel={t('nps.score')}
            formatValue={show.points}
            level={overallLevel({ data, t })}
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
      <div className="data-view-words">
        {compared.length > 0 && <ComparisonTable compared={compared} t={t} />}
        <p className="hint">
          {compared.length > 1 && t('nps.compared.adjusted', { count: compared.length })}
          {t('calc.sentenceSpace')}
          {scores.length > mostSegmentsDrawn && t('nps.segments.most', { count: mostSegmentsDrawn })}
          {t('calc.sentenceSpace')}
          {paired && scores.length > mostPaired && t('nps.segments.mostPaired', { count: mostPaired })}
        </p>
      </div>
    </section>
  );
}
