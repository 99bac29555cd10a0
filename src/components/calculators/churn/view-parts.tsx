import { type ReactNode, useId } from 'react';
import type { CustomerSummary, PeriodView } from '../../../lib/calculators/customer-summary.ts';
import type { Translate } from './messages.ts';
import type { Wording } from './wording.ts';

/** What every view of a list of customers is made from. */
export interface ViewProps {
  readonly summary: CustomerSummary;
  /** Periods of the length that was chosen. */
  readonly view: PeriodView;
  readonly wording: Wording;
  readonly t: Translate;
}

interface SectionProps {
  readonly title: string;
  /** Its chart stands beside its words (`.data-view-words`), where there is room. */
  readonly isBroad?: boolean;
  readonly children: ReactNode;
}

/** A view with its title. */
export function ViewSection({ title, isBroad = false, children }: SectionProps) {
  const id = useId();
  return (
    <section className={isBroad ? 'data-view data-view-broad' : 'data-view'} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}
