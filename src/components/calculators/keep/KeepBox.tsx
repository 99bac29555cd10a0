import { lazy } from 'react';
import type { QuantityWords } from '../../formula/FormulaView.tsx';
import type { Translate } from '../shared/messages.ts';
import type { CalculatorState } from '../shared/use-calculator.ts';
import { LazyDetails } from './LazyDetails.tsx';

export interface KeepProps {
  readonly state: CalculatorState;
  readonly words: QuantityWords;
  /** What a model is called. */
  readonly modelWords: (name: string) => { readonly label: string };
  readonly t: Translate;
}

function NotLoaded({ t }: KeepProps) {
  return <p role="alert">{t('calc.notLoaded')}</p>;
}

const KeepPanel = lazy(() => import('./KeepPanel.tsx').catch(() => ({ default: NotLoaded })));
const AuditCardView = lazy(() => import('./AuditCardView.tsx').catch(() => ({ default: NotLoaded })));

/** Saved calculations and files. */
export function KeepBox(props: KeepProps) {
  return (
    <LazyDetails title={props.t('keep.title')} className="keep" t={props.t}>
      <KeepPanel {...props} />
    </LazyDetails>
  );
}

/** Every number and where it comes from. */
export function AuditBox(props: KeepProps) {
  return (
    <LazyDetails title={<h2>{props.t('keep.audit')}</h2>} className="audit" t={props.t}>
      <AuditCardView {...props} />
    </LazyDetails>
  );
}
