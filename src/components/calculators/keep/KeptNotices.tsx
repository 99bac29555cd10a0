import { useState } from 'react';
import { isSame } from '../../../lib/calculators/entered.ts';
import type { Translate } from '../shared/messages.ts';
import type { CalculatorState } from '../shared/use-calculator.ts';

interface Props {
  readonly state: CalculatorState;
  readonly t: Translate;
}

/** What a link has not overwritten, and why nothing is kept, where that is so. */
export function KeptNotices({ state, t }: Props) {
  const { before, storageProblem, calculator, entered } = state;
  const [isRead, setRead] = useState(false);
  const hasBefore = before !== undefined && !isSame(before.entered, entered, calculator);
  return (
    <div role="status" className="kept-notices no-print">
      {storageProblem && !isRead && (
        <p className="notice">
          {t(`keep.problem.${storageProblem}`)}{' '}
          <button type="button" aria-label={t('keep.dismiss')} title={t('keep.dismiss')} onClick={() => setRead(true)}>
            ×
          </button>
        </p>
      )}
      {hasBefore && (
        <p className="notice">
          {t('keep.before')}{' '}
          <button type="button" onClick={() => state.load(before.entered, 'loaded', before.savedAs)}>
            {t('keep.before.open')}
          </button>
        </p>
      )}
    </div>
  );
}
