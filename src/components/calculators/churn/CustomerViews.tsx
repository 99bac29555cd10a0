import { useId, useState } from 'react';
import { type CustomerSummary, type PeriodLength, periodLengths } from '../../../lib/calculators/customer-summary.ts';
import type { CalculatorState } from '../shared/use-calculator.ts';
import { CohortView } from './CohortView.tsx';
import { LengthsTable } from './LengthsTable.tsx';
import type { Translate } from './messages.ts';
import { AgesView, RatesView, RevenueView } from './RatesViews.tsx';
import { GroupsView, StayView } from './StayViews.tsx';
import { wording } from './wording.ts';

export interface CustomerViewsProps {
  readonly state: CalculatorState;
  readonly summary: CustomerSummary;
  /** Addresses of terms by slug. */
  readonly links: Readonly<Record<string, string>>;
  readonly t: Translate;
}

interface ChoiceProps {
  readonly lengths: readonly PeriodLength[];
  readonly chosen: PeriodLength;
  readonly choose: (length: PeriodLength) => void;
  readonly t: Translate;
}

function LengthChoice({ lengths, chosen, choose, t }: ChoiceProps) {
  const name = useId();
  if (lengths.length < 2) return null;
  return (
    <div className="churn-choice no-print" role="radiogroup" aria-label={t('churn.length')}>
      <span aria-hidden="true">{t('churn.length')}</span>
      {lengths.map((length) => (
        <label key={length}>
          <input type="radio" name={name} checked={length === chosen} onChange={() => choose(length)} />
          {t(`churn.length.${length}`)}
        </label>
      ))}
    </div>
  );
}

/** Everything a list of customers shows. */
export default function CustomerViews({ state, summary, links, t }: CustomerViewsProps) {
  const [length, setLength] = useState<PeriodLength>(summary.readable);
  const words = wording(t, state.entered.currency);
  const { views } = summary;
  const view = views.find((each) => each.length === length) ?? views[0];
  if (!view) return null;
  const measured = views.flatMap(({ length: each, calendar }) =>
    calendar?.pooled
      ? [{ length: each, churn: calendar.pooled.lost / calendar.pooled.atStart, ...calendar.pooled }]
      : [],
  );
  const parts = { summary, view, wording: words, t };
  return (
    <>
      {measured.length > 0 && (
        <LengthsTable
          title={t('churn.measured.title')}
          note={t('churn.measured.note')}
          rows={measured}
          links={links}
          wording={words}
          t={t}
        />
      )}
      <LengthChoice
        lengths={periodLengths.filter((each) => views.some((known) => known.length === each))}
        chosen={view.length}
        choose={setLength}
        t={t}
      />
      <RatesView {...parts} />
      <RevenueView {...parts} />
      <CohortView {...parts} />
      <AgesView {...parts} />
      <StayView {...parts} />
      <GroupsView {...parts} />
    </>
  );
}
