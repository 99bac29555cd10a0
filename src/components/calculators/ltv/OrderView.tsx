import { useMemo } from 'react';
import type { OrderData, OrderSegment } from '../../../lib/calculators/orders/order-data.ts';
import { discountOver } from '../../../lib/calculators/retention/retention-value.ts';
import { weeksPerMonth } from '../../../lib/calculators/whole-lifetime-value.ts';
import { formatNumber } from '../../../lib/number/format-number.ts';
import type { Unit } from '../../../lib/number/units.ts';
import { BarChart } from '../../charts/BarChart.tsx';
import { ChartFigure } from '../../charts/ChartFigure.tsx';
import { LineChart } from '../../charts/LineChart.tsx';
import { ShownFacts, useShownNumbers } from '../../charts/ShownNumbers.tsx';
import type { CalculatorState } from '../shared/use-calculator.ts';
import { useCalculated } from '../sure/use-calculated.ts';
import { ordersIn } from './data-use.ts';
import type { Translate } from './messages.ts';

interface Props {
  readonly state: CalculatorState;
  readonly t: Translate;
}

type Show = (value: number, unit: Unit, digits?: number) => string;

interface PartProps extends Props {
  readonly data: OrderData;
  readonly show: Show;
}

/** A correlation beyond this no longer fits a model without one. */
const noticeable = 0.2;
/** Customers differ a lot below the first shape of their rates, and hardly above the second. */
const shapes = { much: 1, little: 5 };
/** The share of customers in a wrong place from which the fit is poor. */
const poorFit = 0.1;

function frequencyWords({ r }: OrderData['model']): 'much' | 'some' | 'little' {
  if (r < shapes.much) return 'much';
  return r < shapes.little ? 'some' : 'little';
}

function togetherWords(correlation: number): 'none' | 'more' | 'less' {
  if (Math.abs(correlation) < noticeable) return 'none';
  return correlation > 0 ? 'more' : 'less';
}

function spendWords({ data, show, t }: PartProps): string {
  const { spend } = data;
  if (spend === 'no-order-amounts') return t('ltv.orders.noSpend');
  if (typeof spend === 'string') return t('ltv.orders.badSpend', { problem: t(`reason.${spend}`) });
  return t('ltv.orders.spend', { spend: show(spend.expected, 'money') });
}

function InWords(props: PartProps) {
  const { data, show, t } = props;
  const { model, customers, fitted } = data;
  const spend = typeof data.spend === 'string' ? undefined : data.spend;
  const correlation = spend?.correlation;
  const together = correlation === undefined ? undefined : togetherWords(correlation);
  const relation =
    correlation !== undefined && together
      ? t(`ltv.orders.together.${together}`, { value: show(correlation, 'count') })
      : undefined;
  const { orderShape: p, customerShape: q, spendScale: v } = spend?.model ?? {};
  const parameters = Object.entries({ r: model.r, α: model.alpha, a: model.a, b: model.b, p, q, v });
  const weeks = model.alpha / model.r;
  const gone = model.a / (model.a + model.b);
  const count = (value: number) => show(value, 'count');
  const wholeShare = (value: number) => show(value, 'ratio', 0);
  const parameter = (value: number) => show(value, 'count', 4);
  return (
    <>
      <ShownFacts
        name="orders"
        caption={t('ltv.orders.title')}
        facts={[
          [t('ltv.orders.say.weeks'), weeks, (value) => show(value, 'count', 1)],
          [t('ltv.orders.say.gone'), gone, wholeShare],
          [t('ltv.orders.segments.count'), customers, count],
          [t('ltv.orders.say.active'), data.active, wholeShare],
          [t('ltv.orders.say.spend'), spend?.expected, (value) => show(value, 'money')],
          [t('ltv.orders.say.fitted'), fitted, count],
          [t('ltv.orders.say.correlation'), correlation, count],
        ]}
      />
      <ShownFacts
        name="orders-parameters"
        caption={t('ltv.orders.parameters')}
        facts={parameters.map(([name, value]) => [name, value, parameter])}
      />
      <ul className="order-words">
        <li>
          {t('ltv.orders.rate', { weeks: show(weeks, 'count', 1) })}
          {t('calc.sentenceSpace')}
          {t(`ltv.orders.differ.${frequencyWords(model)}`)}
        </li>
        <li>{t('ltv.orders.gone', { share: wholeShare(gone) })}</li>
        <li>{t('ltv.orders.active', { customers: count(customers), share: wholeShare(data.active) })}</li>
        <li>{spendWords(props)}</li>
        {fitted < customers && <li>{t('ltv.orders.sample', { fitted: count(fitted) })}</li>}
        {relation && together === 'none' && <li>{relation}</li>}
      </ul>
      {relation && together !== 'none' && <p className="notice">{relation}</p>}
      <details>
        <summary>{t('ltv.orders.parameters')}</summary>
        <dl className="order-parameters">
          {parameters.map(
            ([name, value]) =>
              value !== undefined && (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd>{parameter(value)}</dd>
                </div>
              ),
          )}
        </dl>
      </details>
    </>
  );
}

/** Whether the model puts customers where they were seen. */
function fitWords({ frequencies, customers }: OrderData, t: Translate): string {
  const apart = frequencies.reduce((sum, { observed, expected }) => sum + Math.abs(observed - expected), 0);
  return t(apart / 2 / customers > poorFit ? 'ltv.orders.fit.bad' : 'ltv.orders.fit.good');
}

function FitChart({ data, show, t }: PartProps) {
  const { frequencies, customers } = data;
  const count = (value: number) => show(value, 'count', 0);
  const most = frequencies.length - 1;
  const label = (orders: number) => (orders === most ? t('ltv.orders.more', { count: orders }) : String(orders));
  const [none] = frequencies;
  const caption = t('ltv.orders.fit.caption', {
    customers: count(customers),
    observed: count(none?.observed ?? 0),
    expected: count(none?.expected ?? 0),
  });
  const line = (part: 'observed' | 'expected') => ({
    label: t(`ltv.orders.fit.${part}`),
    points: frequencies.map((row) => [row.repeatOrders, row[part]] as const),
  });
  return (
    <ChartFigure
      caption={caption}
      name="repeat-orders"
      t={t}
      chart={
        <LineChart
          caption={caption}
          series={[line('observed'), line('expected')]}
          xLabel={t('ltv.orders.fit.axis')}
          yLabel={t('ltv.orders.fit.customers')}
          formatX={String}
          formatY={count}
        />
      }
      table={{
        head: [t('ltv.orders.fit.axis'), t('ltv.orders.fit.observed'), t('ltv.orders.fit.expected')],
        rows: frequencies.map(({ repeatOrders, observed, expected }) => [label(repeatOrders), observed, expected]),
        format: count,
      }}
    />
  );
}

/** 0, 1, 2–3, 8 or more. */
function segmentName({ fewest, most }: OrderSegment, t: Translate): string {
  if (most === undefined) return t('ltv.orders.more', { count: fewest });
  return most === fewest ? String(fewest) : t('ltv.orders.between', { from: fewest, to: most });
}

/** What is asked of the worker for the numbers entered; undefined while one is missing. */
function useSegmentQuestion({ state, data }: PartProps) {
  const [{ numbers, answer }] = state.scenarios;
  const { grossMargin, annualDiscountRate, horizonMonths, averageOrder } = numbers;
  const isAnswered = answer?.ok === true;
  return useMemo(() => {
    if (!isAnswered || grossMargin === undefined || annualDiscountRate === undefined || horizonMonths === undefined)
      return undefined;
    const discount = discountOver(1 / weeksPerMonth, annualDiscountRate);
    if (!discount.ok) return undefined;
    const periods = Math.round(horizonMonths * weeksPerMonth);
    return { data, grossMargin, discount: discount.value, periods, averageOrder };
  }, [isAnswered, data, grossMargin, annualDiscountRate, horizonMonths, averageOrder]);
}

function Segments(props: PartProps) {
  const { state, data, show, t } = props;
  const { last, isWorking } = useCalculated('segmentValues', useSegmentQuestion(props));
  useShownNumbers(isWorking ? 'pending' : undefined);
  const values = last?.answer.ok && last.asked.data === data ? last.answer.value : undefined;
  const months = show(state.scenarios[0].numbers.horizonMonths ?? 0, 'months');
  const rows = data.segments.map((segment, place) => ({
    ...segment,
    name: segmentName(segment, t),
    ...values?.[place],
  }));
  const [none] = rows;
  const money = (value: number) => show(value, 'money');
  if (!values || !none) return isWorking ? <p>{t('ltv.orders.segments.working')}</p> : null;
  const best = rows.reduce((one, other) => ((other.value ?? 0) > (one.value ?? 0) ? other : one));
  const caption = t('ltv.orders.segments.caption', {
    months,
    orders: best.name,
    value: money(best.value ?? 0),
    none: money(none.value ?? 0),
  });
  return (
    <ChartFigure
      caption={caption}
      name="value-by-repeat-orders"
      t={t}
      chart={
        <BarChart
          caption={caption}
          bars={rows.map(({ name, value = 0 }) => ({ label: name, value }))}
          xLabel={t('ltv.orders.segments.axis')}
          yLabel={t('ltv.orders.segments.per')}
          formatY={money}
        />
      }
      table={{
        head: [
          t('ltv.orders.segments.axis'),
          t('ltv.orders.segments.count'),
          t('ltv.orders.segments.active'),
          t('ltv.orders.segments.orders'),
          t('ltv.orders.segments.value'),
        ],
        rows: rows.map(({ name, customers, active, orders = '', value = '' }) => [
          name,
          customers,
          active,
          orders,
          value,
        ]),
        format: (value, column) =>
          show(value, (['count', 'count', 'ratio', 'count', 'money'] as const)[column] ?? 'count'),
      }}
    />
  );
}

/** What the orders say, how well the model fits them, and what present customers are still worth. */
export default function OrderView({ state, t }: Props) {
  const used = ordersIn(state);
  if (!used) return null;
  const show: Show = (value, unit, digits) =>
    formatNumber(value, unit, { locale: t.locale, currency: state.entered.currency, digits });
  const part = { state, data: used.value, show, t };
  return (
    <>
      <section className="data-view" aria-labelledby="orders-say">
        <h2 id="orders-say">{t('ltv.orders.title')}</h2>
        <div className="data-view-words">
          <InWords {...part} />
          <p>{fitWords(part.data, t)}</p>
        </div>
        <FitChart {...part} />
      </section>
      <section className="data-view" aria-labelledby="orders-worth">
        <h2 id="orders-worth">{t('ltv.orders.segments')}</h2>
        <Segments {...part} />
      </section>
    </>
  );
}
