import { useEffect, useId, useRef, useState } from 'react';
import { calculate } from '../../../browser/calculation.ts';
import { problemSentence } from '../../../lib/i18n/problem-sentence.ts';
import { formatNumber } from '../../../lib/number/format-number.ts';
import type { Failure } from '../../../lib/result.ts';
import type { OrderHistoryTable } from '../../../lib/table/table-data.ts';
import { withSentence } from '../shared/messages.ts';
import type { CalculatorState } from '../shared/use-calculator.ts';
import { tableExamples } from '../table/examples.ts';
import { type ReadInfo, TableReader } from '../table/TableReader.tsx';
import { ordersIn } from './data-use.ts';
import type { Translate } from './messages.ts';

interface Props {
  readonly state: CalculatorState;
  /** Address of the folder of example tables. */
  readonly dataFolder: string;
  readonly t: Translate;
}

const kinds = ['orders', 'orderHistories'] as const;

type Stage =
  | { readonly step: 'waiting' }
  | { readonly step: 'fitting'; readonly stop: AbortController }
  | { readonly step: 'failed'; readonly failure: Failure<string> };

function Used({ state, t }: Omit<Props, 'dataFolder'>) {
  const used = ordersIn(state);
  if (!used) return null;
  const count = (value: number, digits?: number) =>
    formatNumber(value, 'count', { locale: t.locale, currency: '', digits });
  return (
    <p>
      {t('ltv.orders.used', {
        name: used.name,
        customers: count(used.value.customers),
        repeat: count(used.value.repeatCustomers),
        weeks: count(used.value.weeks, 0),
      })}
    </p>
  );
}

/** Orders, as a list or summed up by customer: read here, worked out in a worker, kept as a small summary. */
export default function OrderSource({ state, dataFolder, t }: Props) {
  const id = useId();
  const [kind, setKind] = useState<(typeof kinds)[number]>('orders');
  const [stage, setStage] = useState<Stage>({ step: 'waiting' });
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);

  const workOut = async (table: OrderHistoryTable, { name, rows, rejected, fingerprint }: ReadInfo) => {
    running.current?.abort();
    const stop = new AbortController();
    running.current = stop;
    setStage({ step: 'fitting', stop });
    const answer = await calculate('fitOrders', table, { signal: stop.signal });
    if (stop.signal.aborted) return;
    if (!answer.ok) return setStage({ step: 'failed', failure: answer });
    setStage({ step: 'waiting' });
    const mark = fingerprint === undefined ? {} : { fingerprint };
    state.use('orders', { name, rows, rejected, ...mark, value: answer.value });
  };
  const cancel = (stop: AbortController) => {
    stop.abort();
    setStage({ step: 'waiting' });
  };
  return (
    <div className="data-source">
      <Used state={state} t={t} />
      <div role="radiogroup" aria-labelledby={`${id}-kind`} className="advice-question">
        <p id={`${id}-kind`}>{t('ltv.orders.kind')}</p>
        {kinds.map((each) => (
          <label key={each}>
            <input type="radio" name={`${id}-kind`} checked={kind === each} onChange={() => setKind(each)} />
            <span>
              {t(`ltv.orders.kind.${each}`)} <span className="hint">{t(`ltv.orders.kind.${each}.text`)}</span>
            </span>
          </label>
        ))}
      </div>
      <TableReader
        key={kind}
        kind={kind}
        t={t}
        examples={tableExamples(kind, dataFolder, t)}
        onRead={(table, info) => void workOut(table, info)}
      />

      <div role="status">
        {stage.step === 'fitting' && (
          <>
            <p>{t('ltv.orders.fitting')}</p> <progress aria-label={t('ltv.orders.fitting')} />
          </>
        )}
      </div>
      {stage.step === 'fitting' && (
        <button type="button" onClick={() => cancel(stage.stop)}>
          {t('ltv.orders.cancel')}
        </button>
      )}
      {stage.step === 'failed' && (
        <p className="notice" role="alert">
          {t('ltv.orders.failed', { problem: problemSentence(withSentence(stage.failure), () => undefined, t) })}{' '}
          {ordersIn(state) && t('ltv.orders.kept')}
        </p>
      )}
    </div>
  );
}
