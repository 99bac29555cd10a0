import type { LifetimeValueAnswer } from '../../../lib/metrics/lifetime-value/lifetime-value-models.ts';
import { formatNumber } from '../../../lib/number/format-number.ts';
import { LineChart } from '../../charts/LineChart.tsx';
import type { Translate } from './messages.ts';
import type { LifetimeValueCalculator } from './use-lifetime-value.ts';

interface Props {
  readonly calculator: LifetimeValueCalculator;
  readonly answer: LifetimeValueAnswer;
  readonly t: Translate;
}

/** Rows of the table: few enough to read, the last month always among them. */
const mostRows = 12;

/** How the value builds up over time: a line, a sentence and a table. */
export function ValueChart({ calculator, answer, t }: Props) {
  const { overTime, ltv } = answer;
  const { model, currency } = calculator;
  /** Amounts of a few units need their cents, or the axis repeats itself. */
  const digits = Math.abs(ltv) < 20 ? undefined : 0;
  const money = (value: number) => formatNumber(value, 'money', { locale: t.locale, currency, digits });
  const exact = (value: number) => formatNumber(value, 'money', { locale: t.locale, currency });
  const last = overTime.at(-1);
  if (!last) return null;

  const share = ltv === 0 ? 1 : last.total / ltv;
  const caption =
    model === 'simple'
      ? t('figure.value.caption', {
          months: last.month,
          reached: money(last.total),
          share: formatNumber(share, 'ratio', { locale: t.locale, currency, digits: 0 }),
          total: money(ltv),
        })
      : t('figure.value.caption.horizon', { months: last.month, total: money(ltv) });
  const every = Math.max(1, Math.ceil(overTime.length / mostRows));
  const rows = overTime.filter(({ month }) => month === 1 || month % every === 0 || month === last.month);
  const points = overTime.map(({ month, total }) => [month, total] as const);

  return (
    <figure>
      <LineChart
        caption={caption}
        series={[{ label: t('figure.value.line'), points: [[0, 0], ...points] }]}
        level={model === 'simple' ? { value: ltv, label: t('figure.value.level', { total: money(ltv) }) } : undefined}
        xLabel={t('figure.months')}
        yLabel={t('figure.value.axis')}
        formatX={String}
        formatY={money}
      />
      <figcaption>
        <p>{caption}</p>
        <details>
          <summary>{t('figure.table')}</summary>
          <div className="scroll">
            <table>
              <thead>
                <tr>
                  <th scope="col">{t('figure.months')}</th>
                  <th scope="col">{t('figure.value.month')}</th>
                  <th scope="col">{t('figure.value.axis')}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map(({ month, margin, total }) => (
                  <tr key={month}>
                    <th scope="row">{month}</th>
                    <td>{exact(margin)}</td>
                    <td>{exact(total)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </details>
      </figcaption>
    </figure>
  );
}
