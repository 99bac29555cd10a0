import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import type { QuantityWords } from '../../formula/FormulaView.tsx';
import type { Translate } from '../shared/messages.ts';
import type { CalculatorState } from '../shared/use-calculator.ts';

export interface HowSureProps {
  readonly state: CalculatorState;
  readonly words: QuantityWords;
  readonly t: Translate;
}

function NotLoaded({ t }: HowSureProps) {
  return <p role="alert">{t('calc.notLoaded')}</p>;
}

const Uncertainty = lazy(() => import('./Uncertainty.tsx').catch(() => ({ default: NotLoaded })));

/** How sure a result is, and what it depends on. Loaded, and worked out, only for who opens it. */
export function HowSure(props: HowSureProps) {
  const { state, t } = props;
  const [isOpen, setOpen] = useState(false);
  const details = useRef<HTMLDetailsElement>(null);
  // Opened before the script was there.
  useEffect(() => setOpen(details.current?.open ?? false), []);
  if (state.model.inputs.length === 0) return null;
  return (
    <details ref={details} className="sure" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <h2>{t('sure.title')}</h2>
      </summary>
      {isOpen && (
        <Suspense fallback={<p>{t('calc.loading')}</p>}>
          <Uncertainty {...props} />
        </Suspense>
      )}
    </details>
  );
}
