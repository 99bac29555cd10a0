import { useEffect, useId, useMemo, useState } from 'react';
import type { DataUsed } from '../../../lib/calculators/entered.ts';
import {
  type PeriodLength,
  periodLengths,
  type RetentionData,
} from '../../../lib/calculators/retention/retention-data.ts';
import { readSurvivors, writeSurvivors } from '../../../lib/calculators/retention/survivor-table.ts';
import { problemSentence } from '../../../lib/i18n/problem-sentence.ts';
import type { CalculatorState } from '../shared/use-calculator.ts';
import { useCalculated } from '../sure/use-calculated.ts';
import { tableExamples } from '../table/examples.ts';
import { TableReader } from '../table/TableReader.tsx';
import { retentionIn } from './data-use.ts';
import type { Translate } from './messages.ts';

interface Props {
  readonly state: CalculatorState;
  /** Address of the folder of example tables. */
  readonly dataFolder: string;
  readonly t: Translate;
}

/** Fader and Hardie 2007, table 1, "high-end": customers left of 1,000 after 0 to 12 years. */
const example = '1000 869 743 653 593 551 517 491 468 445 427 409 394';

/** Where a table comes from that was typed. */
const typed = { name: '', rejected: 0 };

function rowsIn(survivors: string): number {
  return survivors.split('\n').filter((line) => line.trim() !== '').length;
}

/** The table of survivors: typed, pasted or read from a file. What follows from it is worked out in a worker. */
export default function RetentionSource({ state, dataFolder, t }: Props) {
  const id = useId();
  const [isReading, setReading] = useState(false);
  const data = retentionIn(state);
  const used = state.entered.data.retention;
  const { survivors, fits } = data;
  const cohorts = useMemo(() => readSurvivors(survivors), [survivors]);
  const isKnown = !cohorts.ok || fits?.of === survivors;
  const asked = useMemo(() => (isKnown ? undefined : { survivors }), [isKnown, survivors]);
  const { last } = useCalculated('fitRetention', asked);

  const change = (part: Partial<RetentionData>, from: Omit<DataUsed, 'value' | 'rows'> = used ?? typed) => {
    const value = { ...data, ...part };
    state.use('retention', { ...from, rows: rowsIn(value.survivors), value });
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for every answer
  useEffect(() => {
    // Not from the data as they were drawn: a curve may have been chosen since.
    const fits: RetentionData['fits'] = last && { of: last.asked.survivors, result: last.answer };
    if (last && last.asked === asked) state.changeData('retention', { fits });
  }, [last]);

  const problem = cohorts.ok || survivors.trim() === '' ? undefined : cohorts;
  return (
    <section className="data-source" aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>{t('ltv.retention.title')}</h3>
      <label htmlFor={`${id}-text`}>{t('ltv.retention.label')}</label>
      <textarea
        id={`${id}-text`}
        name="survivors"
        rows={Math.min(10, Math.max(3, rowsIn(survivors) + 1))}
        spellCheck={false}
        autoComplete="off"
        value={survivors}
        placeholder="1000 869 743 653"
        aria-describedby={`${id}-what ${id}-problem`}
        aria-invalid={problem ? true : undefined}
        onChange={({ target }) => change({ survivors: target.value }, typed)}
      />
      <div className="problem" id={`${id}-problem`} aria-live="polite">
        {problem &&
          problemSentence(problem, (field) => (field === 'cohorts' ? t('ltv.retention.cohort') : undefined), t)}
      </div>
      <p className="hint" id={`${id}-what`}>
        {t('ltv.retention.what')}
      </p>
      {used && used.name !== '' && (
        <p className="hint">{t.count('ltv.retention.used', used.rows, { name: used.name })}</p>
      )}
      <label>
        {t('ltv.retention.period')}{' '}
        <select
          name="period"
          value={data.monthsPerPeriod}
          onChange={({ target }) => change({ monthsPerPeriod: Number(target.value) as PeriodLength })}
        >
          {periodLengths.map((months) => (
            <option key={months} value={months}>
              {t(`ltv.retention.period.${months}`)}
            </option>
          ))}
        </select>
      </label>
      {survivors.trim() === '' && (
        <p>
          <button type="button" onClick={() => change({ survivors: example, monthsPerPeriod: 12 }, typed)}>
            {t('ltv.retention.try')}
          </button>
        </p>
      )}
      {survivors === example && <p className="hint">{t('ltv.retention.example')}</p>}
      <details onToggle={({ currentTarget }) => setReading(currentTarget.open)}>
        <summary>{t('ltv.retention.file')}</summary>
        {isReading && (
          <TableReader
            kind="cohorts"
            t={t}
            examples={tableExamples('cohorts', dataFolder, t)}
            onRead={(table, { name, rejected, fingerprint }) =>
              change(
                { survivors: writeSurvivors(table.cohorts) },
                { name, rejected, ...(fingerprint !== undefined && { fingerprint }) },
              )
            }
          />
        )}
      </details>
    </section>
  );
}
