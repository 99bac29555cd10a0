import { startTransition, useEffect, useId, useRef, useState } from 'react';
import { calculate } from '../../../browser/calculation.ts';
import type { CustomerSummary } from '../../../lib/calculators/customer-summary.ts';
import type { CustomerTable } from '../../../lib/table/table-data.ts';
import { ShownFacts } from '../../charts/ShownNumbers.tsx';
import { withSentence } from '../shared/messages.ts';
import type { CalculatorState } from '../shared/use-calculator.ts';
import { tableExamples } from '../table/examples.ts';
import { type ReadInfo, TableReader } from '../table/TableReader.tsx';
import type { Translate } from './messages.ts';
import { wording } from './wording.ts';

interface Props {
  readonly state: CalculatorState;
  readonly summary: CustomerSummary | undefined;
  /** Address of the example tables. */
  readonly dataFolder: string;
  readonly t: Translate;
}

/** A list as it was read. Its rows are only here, and gone with the page. */
interface ListRead {
  readonly table: CustomerTable;
  readonly info: ReadInfo;
}

const millisecondsPerDay = 86_400_000;

function today(): number {
  const now = new Date();
  return Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / millisecondsPerDay;
}

const isoDate = (day: number) => new Date(day * millisecondsPerDay).toISOString().slice(0, 10);

/** Summarizes lists in the worker and gives what they come to to the calculator. The last one asked for counts. */
function useSummary(state: CalculatorState) {
  const [isWorking, setIsWorking] = useState(false);
  const [problem, setProblem] = useState<string>();
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);
  const summarize = async ({ table, info }: ListRead, completeUntil?: number) => {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    setIsWorking(true);
    setProblem(undefined);
    // Handing over a million rows takes a while: first the page shows that they were read.
    await new Promise((resolve) => setTimeout(resolve));
    if (running.current !== controller) return;
    const input = { table, today: today(), ...(completeUntil !== undefined && { completeUntil }) };
    const summary = await calculate('summarizeCustomers', input, { signal: controller.signal });
    if (running.current !== controller) return;
    // All views at once take a while to draw: the page answers meanwhile.
    startTransition(() => {
      setIsWorking(false);
      if (!summary.ok) {
        setProblem(summary.reason);
        return;
      }
      const { name, rows, rejected, fingerprint } = info;
      state.use('customers', { name, rows, rejected, ...(fingerprint && { fingerprint }), value: summary.value });
    });
  };
  return { isWorking, problem, summarize };
}

interface UsedProps {
  readonly summary: CustomerSummary;
  readonly state: CalculatorState;
  readonly t: Translate;
}

/** What of the list was looked at. */
function ListUsed({ summary, state, t }: UsedProps) {
  const { number, date } = wording(t, '');
  const { observed, customers, ended } = summary;
  const name = state.entered.data.customers?.name || t('churn.list.unnamed');
  const used = t('churn.list.used', { name, customers: number(customers), ended: number(ended) });
  return (
    <p>
      {used}{' '}
      <ShownFacts
        name="customer-list"
        caption={used}
        facts={[
          [t('churn.groups.customers'), customers, number],
          [t('churn.head.lost'), ended, number],
        ]}
      />
      {observed && t('churn.list.observed', { first: date(observed.firstDay), last: date(observed.lastDay) })}{' '}
      {observed && observed.later > 0 && t.count('churn.list.later', observed.later)}{' '}
      {observed && observed.endLater > 0 && t.count('churn.list.endLater', observed.endLater)}
    </p>
  );
}

interface UntilProps {
  readonly lastDay: number;
  readonly choose: (day: number) => void;
  readonly t: Translate;
}

/** Up to which day the list is complete: only the reader knows. */
function CompleteUntil({ lastDay, choose, t }: UntilProps) {
  const id = useId();
  return (
    <p className="churn-until">
      <label htmlFor={id}>{t('churn.list.until')}</label>
      <input
        id={id}
        name="completeUntil"
        type="date"
        max={isoDate(today())}
        defaultValue={isoDate(lastDay)}
        aria-describedby={`${id}-hint`}
        onChange={({ target }) => {
          const day = Date.parse(target.value) / millisecondsPerDay;
          if (Number.isInteger(day) && target.validity.valid) choose(day);
        }}
      />
      <span id={`${id}-hint`} className="hint">
        {t('churn.list.until.hint')}
      </span>
    </p>
  );
}

/** Where the list of customers comes from, and what of it is looked at. */
export default function CustomerSource({ state, summary, dataFolder, t }: Props) {
  const [read, setRead] = useState<ListRead>();
  const { isWorking, problem, summarize } = useSummary(state);
  return (
    <div className="churn-source">
      <TableReader
        kind="customers"
        t={t}
        examples={tableExamples('customers', dataFolder, t)}
        onRead={(table, info) => {
          const list = { table, info };
          setRead(list);
          void summarize(list);
        }}
      />
      <p role="status">
        {isWorking && t('churn.list.working')}
        {problem !== undefined && t(`reason.${withSentence({ ok: false, reason: problem, field: undefined }).reason}`)}
      </p>
      {summary && <ListUsed summary={summary} state={state} t={t} />}
      {read?.table.form === 'dates' && summary?.observed && (
        <CompleteUntil
          key={read.info.name}
          lastDay={summary.observed.lastDay}
          choose={(day) => void summarize(read, day)}
          t={t}
        />
      )}
    </div>
  );
}
