import { memo } from 'react';
import type { TornadoAsked } from '../../../lib/calculators/uncertainty.ts';
import type { QuantityName } from '../../../lib/metrics/quantities.ts';
import type { Tornado, TornadoBar } from '../../../lib/metrics/uncertainty/tornado.ts';
import { ChartFigure } from '../../charts/ChartFigure.tsx';
import { TornadoChart } from '../../charts/TornadoChart.tsx';
import type { Translate } from '../shared/messages.ts';
import type { Show } from './show.ts';

interface Props {
  readonly asked: TornadoAsked;
  readonly tornado: Tornado<string, string>;
  readonly show: Show;
  readonly t: Translate;
}

type Bar = TornadoBar<string, string>;

/** Which number matters most, in a sentence. */
function sentence({ input, low, high, atLow, atHigh }: Bar, { result }: TornadoAsked, show: Show, t: Translate) {
  const name = input as QuantityName;
  if (!atLow.ok || !atHigh.ok) return t('sure.tornado.oneEnd', { input: show.name(name) });
  return t('sure.tornado.caption', {
    input: show.name(name),
    low: show.input(name, low),
    high: show.input(name, high),
    atLow: show.value(result, atLow.value),
    atHigh: show.value(result, atHigh.value),
  });
}

/** How far each number alone moves the result. */
export const TornadoView = memo(function TornadoView({ asked, tornado: { base, bars }, show, t }: Props) {
  const { result } = asked;
  const moving = bars.filter(({ width }) => width !== 0);
  const idle = bars.filter(({ width }) => width === 0).map(({ input }) => show.name(input as QuantityName));
  const [first] = moving;
  if (!first) return <p>{t('sure.tornado.idle')}</p>;
  const caption = sentence(first, asked, show, t);
  const reached = (at: Bar['atLow']) => (at.ok ? at.value : undefined);
  return (
    <>
      <ChartFigure
        caption={caption}
        name={`tornado-${result}`}
        t={t}
        chart={
          <TornadoChart
            caption={caption}
            base={{ label: t('sure.tornado.base'), value: base }}
            rows={moving.map(({ input, low, high, atLow, atHigh }) => {
              const name = input as QuantityName;
              return {
                label: show.name(name),
                low: { tried: show.input(name, low), value: reached(atLow) },
                high: { tried: show.input(name, high), value: reached(atHigh) },
              };
            })}
            formatValue={(value) => show.value(result, value)}
          />
        }
        table={{
          head: [t('sure.number'), t('sure.field.low'), t('sure.atLow'), t('sure.field.high'), t('sure.atHigh')],
          rows: moving.map(({ input, low, high, atLow, atHigh }) => [
            show.name(input as QuantityName),
            low,
            reached(atLow) ?? '',
            high,
            reached(atHigh) ?? '',
          ]),
          format: (value, column, row) =>
            column === 1 || column === 3
              ? show.input(moving[row]?.input as QuantityName, value)
              : show.value(result, value),
        }}
      />
      {idle.length > 0 && (
        <p className="hint">{t('sure.tornado.without', { names: idle.join(t('calc.separator')) })}</p>
      )}
    </>
  );
});
