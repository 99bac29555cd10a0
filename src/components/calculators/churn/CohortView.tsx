import { useId, useState } from 'react';
import type { CohortTriangle } from '../../../lib/calculators/customers/customer-flows.ts';
import { localeFacts } from '../../../lib/i18n/locales.ts';
import { ChartFigure } from '../../charts/ChartFigure.tsx';
import { HeatMap } from '../../charts/HeatMap.tsx';
import { ShownFacts } from '../../charts/ShownNumbers.tsx';
import { type ViewProps, ViewSection } from './view-parts.tsx';

type Shown = 'share' | 'count' | 'revenueShare' | 'revenue';

function rowsShown({ customers, revenue = [] }: CohortTriangle, shown: Shown): readonly (readonly number[])[] {
  const amounts = shown === 'share' || shown === 'count' ? customers : revenue;
  const isShare = shown === 'share' || shown === 'revenueShare';
  return isShare ? amounts.map((row) => row.map((value) => (row[0] ? value / row[0] : 0))) : amounts;
}

/** What was still there at an age, of all cohorts that have reached it together; and the age half of them have. */
function keptTogether({ customers }: CohortTriangle) {
  const lengths = customers.map((row) => row.length - 1).sort((one, other) => one - other);
  const age = lengths[Math.floor(lengths.length / 2)] ?? 0;
  const old = customers.filter((row) => row.length > age);
  const total = (place: number) => old.reduce((sum, row) => sum + (row[place] ?? 0), 0);
  return { age, began: total(0), share: total(age) / total(0) };
}

/** Who began together, and how many of them were still there period by period. */
export function CohortView({ view, wording, t }: ViewProps) {
  const [shown, setShown] = useState<Shown>('share');
  const name = useId();
  const { length, calendar } = view;
  const { share, number, money, period } = wording;
  const cohorts = calendar?.cohorts;
  if (!cohorts || cohorts.periods.length < 2) return null;
  const choices: Shown[] = cohorts.revenue ? ['share', 'count', 'revenueShare', 'revenue'] : ['share', 'count'];
  const isShare = shown === 'share' || shown === 'revenueShare';
  const cells = rowsShown(cohorts, shown);
  const columns = Array.from({ length: Math.max(...cells.map((row) => row.length)) }, (_, age) => age);
  const compact = new Intl.NumberFormat(localeFacts[t.locale].format, {
    notation: 'compact',
    maximumFractionDigits: 1,
  });
  const exact = (value: number) => (shown === 'revenue' ? money(value) : number(value));
  /** Cells are narrow: what the numbers are is said by the choice above. */
  const formatCell = (value: number) => (isShare ? number(value * 100, 0) : compact.format(value));
  const kept = keptTogether(cohorts);
  const caption = t('churn.cohorts.caption', {
    time: t.count(`calc.time.${length}`, kept.age),
    share: share(kept.share),
  });
  return (
    <ViewSection title={t('churn.cohorts.title')}>
      <p>{t('churn.cohorts.what', { length: t(`calc.length.${length}`) })}</p>
      <div className="churn-choice no-print" role="radiogroup" aria-label={t('churn.cohorts.show')}>
        <span aria-hidden="true">{t('churn.cohorts.show')}</span>
        {choices.map((choice) => (
          <label key={choice}>
            <input type="radio" name={name} checked={choice === shown} onChange={() => setShown(choice)} />
            {t(`churn.cohorts.${choice}`)}
          </label>
        ))}
      </div>
      <ShownFacts
        name="cohorts-together"
        caption={caption}
        facts={[
          [t('churn.cohorts.began.all'), kept.began, number],
          [t('churn.head.kept'), kept.share, share],
        ]}
      />
      <ChartFigure
        caption={caption}
        name={`cohorts-${shown}`}
        t={t}
        chart={
          <HeatMap
            caption={caption}
            rows={cohorts.periods.map((place) => period(place, length))}
            columns={columns.map(String)}
            rowsLabel={t('churn.cohorts.began')}
            columnsLabel={t(`churn.cohorts.later.${length}`)}
            cells={cells}
            formatCell={formatCell}
            {...(isShare && { domain: [0, 1] as const })}
          />
        }
        table={{
          head: [t('churn.cohorts.began'), ...columns.map(String)],
          rows: cells.map((row, place) => [period(cohorts.periods[place] ?? 0, length), ...row]),
          format: (value) => (isShare ? share(value) : exact(value)),
        }}
      />
    </ViewSection>
  );
}
