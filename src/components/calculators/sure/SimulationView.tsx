import { memo } from 'react';
import type { SimulationAsked } from '../../../lib/calculators/uncertainty.ts';
import type { Simulation } from '../../../lib/metrics/uncertainty/simulation.ts';
import { binsOf } from '../../charts/bins.ts';
import { ChartFigure } from '../../charts/ChartFigure.tsx';
import { Histogram } from '../../charts/Histogram.tsx';
import { ShownFacts } from '../../charts/ShownNumbers.tsx';
import type { Translate } from '../shared/messages.ts';
import type { Show } from './show.ts';

interface Props {
  readonly asked: SimulationAsked;
  readonly simulation: Simulation;
  readonly isLessBetter: boolean;
  readonly show: Show;
  readonly t: Translate;
}

function percentileOf({ percentiles }: Simulation, share: number): number {
  return percentiles.find((each) => each.share === share)?.value ?? Number.NaN;
}

/** How the draws came out, in numbers, in a sentence and in a picture. */
export const SimulationView = memo(function SimulationView({ asked, simulation, isLessBetter, show, t }: Props) {
  const { result, target } = asked;
  const { median, mean, withoutAnswer, values } = simulation;
  const low = percentileOf(simulation, 0.1);
  const high = percentileOf(simulation, 0.9);
  const shown = (value: number) => show.value(result, value);
  const chance = isLessBetter ? simulation.probabilityBelowTarget : simulation.probabilityOfTarget;
  const side = isLessBetter ? 'most' : 'least';
  const sentences = [
    t('sure.sentence', { result: show.name(result), median: shown(median), low: shown(low), high: shown(high) }),
    chance !== undefined && target !== undefined
      ? t(`sure.sentence.${side}`, { chance: show.share(chance), target: shown(target) })
      : [],
  ].flat();
  const { bins, below, above } = binsOf(values);
  const beyond = below + above;
  const caption = [...sentences, beyond > 0 ? t.count('sure.beyond', beyond) : []].flat().join(t('calc.sentenceSpace'));
  // The sentence below is what is announced; the numbers would be said once more.
  const quiet = { 'aria-live': 'off' } as const;
  return (
    <>
      <ShownFacts
        name={`outcome-${result}`}
        caption={t('sure.simulation')}
        facts={[
          [t('sure.median'), median, shown],
          [t('sure.p10'), low, shown],
          [t('sure.p90'), high, shown],
          [t('sure.mean'), mean, shown],
          ...(target === undefined
            ? []
            : [[t(`sure.chance.${side}`, { target: shown(target) }), chance, show.share] as const]),
          [t('sure.missing'), withoutAnswer, show.count],
        ]}
      />
      <dl className="results">
        <div>
          <dt>{t('sure.median')}</dt>
          <dd>
            <output name="median" data-value={median} {...quiet}>
              {shown(median)}
            </output>
          </dd>
        </div>
        <div>
          <dt>{t('sure.middle')}</dt>
          <dd>
            <output name="p10" data-value={low} {...quiet}>
              {shown(low)}
            </output>
            {t('sure.until')}
            <output name="p90" data-value={high} {...quiet}>
              {shown(high)}
            </output>
          </dd>
        </div>
        <div>
          <dt>{t('sure.mean')}</dt>
          <dd>
            <output name="mean" data-value={mean} {...quiet}>
              {shown(mean)}
            </output>
          </dd>
        </div>
        {chance !== undefined && target !== undefined && (
          <div>
            <dt>{t(`sure.chance.${side}`, { target: shown(target) })}</dt>
            <dd>
              <output name="chance" data-value={chance} {...quiet}>
                {show.share(chance)}
              </output>
            </dd>
          </div>
        )}
      </dl>
      {withoutAnswer > 0 && <p className="notice">{t.count('sure.withoutAnswer', withoutAnswer)}</p>}
      <p role="status" className="visually-hidden">
        {sentences.join(t('calc.sentenceSpace'))}
      </p>
      <ChartFigure
        caption={caption}
        name={`simulation-${result}`}
        t={t}
        chart={
          <Histogram
            caption={caption}
            bins={bins}
            xLabel={show.name(result)}
            yLabel={t('sure.draws')}
            formatX={shown}
            formatY={show.count}
            mark={{ value: median, label: `${t('sure.median')} ${shown(median)}` }}
            range={{ from: low, to: high, label: t('sure.middle.short') }}
          />
        }
        table={{
          head: [t('sure.from'), t('sure.to'), t('sure.draws')],
          rows: bins.map(({ from, to, count }) => [from, to, count]),
          format: (value, column) => (column === 2 ? show.count(value) : shown(value)),
        }}
      />
    </>
  );
});
