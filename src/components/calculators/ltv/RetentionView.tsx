import {
  bestCurve,
  type CurveKind,
  fitsOf,
  type RetentionData,
  type RetentionFits,
} from '../../../lib/calculators/retention/retention-data.ts';
import { whyCurvesDiffer } from '../../../lib/calculators/retention/why-curves-differ.ts';
import { retentionCurve } from '../../../lib/metrics/lifetime-value/retention-model.ts';
import { formatNumber } from '../../../lib/number/format-number.ts';
import { BarChart } from '../../charts/BarChart.tsx';
import { ChartFigure } from '../../charts/ChartFigure.tsx';
import { LineChart } from '../../charts/LineChart.tsx';
import { ShownFacts, useShownNumbers } from '../../charts/ShownNumbers.tsx';
import { withSentence } from '../shared/messages.ts';
import type { CalculatorState } from '../shared/use-calculator.ts';
import { retentionIn } from './data-use.ts';
import type { Translate } from './messages.ts';

interface Props {
  readonly state: CalculatorState;
  readonly t: Translate;
}

interface PartProps extends Props {
  readonly data: RetentionData;
  readonly fits: RetentionFits;
}

/** Curves go on for as long again as was seen, so that one sees where they part; no further than this. */
const mostPeriods = 240;
/** A hold-out error above this for every model is none of a model, but of cohorts that are not alike. */
const farOff = 0.25;

function ratio(value: number, t: Translate, digits?: number): string {
  return formatNumber(value, 'ratio', { locale: t.locale, currency: '', digits });
}

interface Line {
  readonly kind: CurveKind;
  readonly survival: readonly number[];
}

function linesOf({ comparison, observed }: RetentionFits): Line[] {
  const periods = Math.min(mostPeriods, Math.max(6, 2 * (observed.length - 1)));
  return comparison.flatMap(({ kind, fit }) => {
    const curve = fit.ok ? retentionCurve({ model: fit.value, periods }) : fit;
    return curve.ok ? [{ kind, survival: [1, ...curve.value.map(({ survival }) => survival)] }] : [];
  });
}

function FitChart({ data, fits, t }: PartProps) {
  const { monthsPerPeriod } = data;
  const { observed } = fits;
  const lines = linesOf(fits);
  const periods = (count: number) => t.count(`calc.time.${monthsPerPeriod}`, count);
  const last = observed.length - 1;
  const longest = Math.max(last, ...lines.map(({ survival }) => survival.length - 1));
  const ends = lines.map(({ survival }) => survival.at(-1) ?? 0);
  const [only] = lines;
  const seen = { seen: periods(last), observed: ratio(observed[last] ?? 0, t), later: periods(longest) };
  const caption =
    lines.length === 1 && only
      ? t('ltv.fit.caption', { ...seen, curve: t(`ltv.curve.${only.kind}`), projected: ratio(ends[0] ?? 0, t) })
      : t('ltv.fit.caption.range', {
          ...seen,
          lowest: ratio(Math.min(...ends), t),
          highest: ratio(Math.max(...ends), t),
        });
  const name = (kind: CurveKind) => t(`ltv.curve.${kind}.short`);
  return (
    <ChartFigure
      caption={caption}
      name="retention-curves"
      t={t}
      chart={
        <LineChart
          caption={caption}
          series={[
            { label: t('ltv.fit.observed'), points: observed.map((share, period) => [period, share]) },
            ...lines.map(({ kind, survival }) => ({
              label: name(kind),
              points: survival.map((share, period) => [period, share] as const),
            })),
          ]}
          yDomain={[0, 1]}
          xLabel={t(`ltv.axis.${monthsPerPeriod}`)}
          yLabel={t('ltv.fit.axis')}
          formatX={String}
          formatY={(value) => ratio(value, t, 0)}
        />
      }
      table={{
        head: [t(`ltv.axis.${monthsPerPeriod}`), t('ltv.fit.observed'), ...lines.map(({ kind }) => name(kind))],
        rows: Array.from({ length: longest + 1 }, (_, period) => [
          period,
          observed[period] ?? '',
          ...lines.map(({ survival }) => survival[period] ?? ''),
        ]),
        format: (value, column) => (column === 0 ? String(value) : ratio(value, t)),
      }}
    />
  );
}

interface Forecast {
  readonly kind: CurveKind;
  readonly error: number;
}

/** Which curve the result uses, why, and whether its forecasts bear that out. */
function verdictOf({ data, fits, t }: PartProps): string[] {
  const best = bestCurve(fits);
  const used = data.curve ?? best;
  const curve = (kind: CurveKind) => t(`ltv.curve.${kind}`);
  const first =
    used === best
      ? t('ltv.fit.best', { curve: curve(used) })
      : t('ltv.fit.chosen', { curve: curve(used), best: curve(best) });
  const forecasts = fits.comparison.flatMap(({ kind, holdOutError }): Forecast[] =>
    holdOutError.ok ? [{ kind, error: holdOutError.value }] : [],
  );
  const own = forecasts.find(({ kind }) => kind === used);
  if (!own || forecasts.length < 2) return [first];
  const foremost = forecasts.reduce((one, other) => (other.error < one.error ? other : one));
  const periods = t.count(`calc.time.${data.monthsPerPeriod}`, fits.holdOutPeriods);
  const tested =
    foremost.kind === used
      ? t('ltv.fit.confirmed', { periods, error: ratio(own.error, t) })
      : t('ltv.fit.doubted', {
          periods,
          other: curve(foremost.kind),
          error: ratio(foremost.error, t),
          own: ratio(own.error, t),
        });
  return foremost.error > farOff ? [first, t('ltv.fit.heterogeneous')] : [first, tested];
}

function valuesOf({ state, data, fits }: PartProps): { readonly kind: CurveKind; readonly ltv: number }[] {
  const [{ numbers }] = state.scenarios;
  return fits.comparison.flatMap(({ kind }) => {
    const answer = state.model.compute(numbers, { ...data, curve: kind });
    const ltv = answer.ok ? answer.value.results.ltv : undefined;
    return ltv?.ok ? [{ kind, ltv: ltv.value }] : [];
  });
}

function ComparisonTable(props: PartProps) {
  const { state, data, fits, t } = props;
  const { currency } = state.entered;
  const values = new Map(valuesOf(props).map(({ kind, ltv }) => [kind, ltv]));
  const choose = (curve: CurveKind | undefined) => state.changeData('retention', { curve });
  const { locale } = t;
  const money = (value: number) => formatNumber(value, 'money', { locale, currency });
  const score = (value: number) => formatNumber(value, 'count', { locale, currency, digits: 1 });
  useShownNumbers({
    name: 'curves-compared',
    caption: verdictOf(props).join(t('calc.sentenceSpace')),
    table: {
      head: [t('ltv.fit.model'), t('ltv.fit.aic'), t('ltv.fit.holdOut'), t('ltv.result.title')],
      rows: fits.comparison.map(({ kind, aic, holdOutError }) => [
        t(`ltv.curve.${kind}`),
        aic.ok ? aic.value : '–',
        holdOutError.ok ? holdOutError.value : '–',
        values.get(kind) ?? '–',
      ]),
      format: (value, column) => (column === 1 ? score(value) : column === 2 ? ratio(value, t) : money(value)),
    },
  });
  const choice = (curve: CurveKind | undefined, label: string) => (
    <label className="curve-choice">
      <input type="radio" name="curve" checked={data.curve === curve} onChange={() => choose(curve)} />
      {label}
    </label>
  );
  return (
    <>
      <div className="scroll">
        <table className="curve-table">
          <caption className="visually-hidden">{t('ltv.fit.table')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('ltv.fit.use')}</th>
              <th scope="col">{t('ltv.fit.aic')}</th>
              <th scope="col">{t('ltv.fit.holdOut')}</th>
              <th scope="col">{t('ltv.result.title')}</th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">{choice(undefined, t('ltv.fit.use.best'))}</th>
              <td />
              <td />
              <td />
            </tr>
            {fits.comparison.map(({ kind, fit, aic, holdOutError }) => {
              const value = values.get(kind);
              return (
                <tr key={kind}>
                  <th scope="row">
                    {choice(kind, t(`ltv.curve.${kind}`))}
                    <span className="hint">
                      {fit.ok ? t(`ltv.curve.${kind}.text`) : t(`reason.${withSentence(fit).reason}`)}
                    </span>
                  </th>
                  <td>{aic.ok ? score(aic.value) : '–'}</td>
                  <td>{holdOutError.ok ? ratio(holdOutError.value, t) : '–'}</td>
                  <td>{value === undefined ? '–' : money(value)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <p className="hint">
        {t('ltv.fit.explained', { periods: t.count(`calc.time.${data.monthsPerPeriod}`, fits.holdOutPeriods) })}
      </p>
    </>
  );
}

function WhyTheyDiffer(props: PartProps) {
  const { state, fits, t } = props;
  const { currency } = state.entered;
  const values = valuesOf(props);
  const bestKind = bestCurve(fits);
  const best = fits.comparison.find(({ kind }) => kind === bestKind)?.fit;
  const underBest = values.find(({ kind }) => kind === bestKind)?.ltv;
  const underConstant = values.find(({ kind }) => kind === 'constant-churn')?.ltv;
  if (!best?.ok || underBest === undefined || underConstant === undefined) return null;
  const cause = whyCurvesDiffer({ best: best.value, periods: fits.observed.length - 1, underBest, underConstant });
  const missed = Math.abs(1 - underConstant / underBest);
  const share = (value: number) => ratio(value, t, 0);
  const why = t(`ltv.why.retention.${cause}`, { share: share(missed) });
  const money = (value: number) => formatNumber(value, 'money', { locale: t.locale, currency });
  const each = values.map(({ kind, ltv }) =>
    t('ltv.why.retention.value', { curve: t(`ltv.curve.${kind}.short`), value: money(ltv) }),
  );
  const caption = t('ltv.why.retention.caption', { values: each.join(t('calc.separator')) });
  return (
    <section className="data-view data-view-broad" aria-labelledby="why-models-differ">
      <h2 id="why-models-differ">{t('ltv.why.title')}</h2>
      <p className="data-view-words">{why}</p>
      <ShownFacts name="why-models-differ" caption={why} facts={[[t('ltv.why.share'), missed, share]]} />
      <ChartFigure
        caption={caption}
        name="lifetime-value-by-model"
        t={t}
        chart={
          <BarChart
            caption={caption}
            bars={values.map(({ kind, ltv }) => ({ label: t(`ltv.curve.${kind}.short`), value: ltv }))}
            xLabel=""
            yLabel={t('ltv.result.title')}
            formatY={money}
          />
        }
        table={{
          head: [t('ltv.fit.model'), t('ltv.result.title')],
          rows: values.map(({ kind, ltv }) => [t(`ltv.curve.${kind}`), ltv]),
          format: money,
        }}
      />
    </section>
  );
}

/** How the curves fit the table, which one the result uses and why, and what each would make of the same numbers. */
export default function RetentionView({ state, t }: Props) {
  const data = retentionIn(state);
  const fits = fitsOf(data);
  if (!fits.ok) return null;
  const part = { state, data, fits: fits.value, t };
  return (
    <>
      <section className="data-view data-view-broad" aria-labelledby="retention-fit">
        <h2 id="retention-fit">{t('ltv.fit.title')}</h2>
        <FitChart {...part} />
        <div className="data-view-words">
          <p>{verdictOf(part).join(t('calc.sentenceSpace'))}</p>
          <ComparisonTable {...part} />
        </div>
      </section>
      <WhyTheyDiffer {...part} />
    </>
  );
}
