import { lazy, type ReactNode, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import { lifetimeValueCalculator } from '../../../lib/calculators/lifetime-value.ts';
import { lifetimeValueWarnings } from '../../../lib/calculators/warnings.ts';
import { translator } from '../../../lib/i18n/translate.ts';
import { CalculatorFrame } from '../shared/CalculatorFrame.tsx';
import type { CalculatorProps } from '../shared/calculator-props.ts';
import { type CalculatorState, useCalculator } from '../shared/use-calculator.ts';
import { Explanation } from './Explanation.tsx';
import { ModelAdvice } from './ModelAdvice.tsx';
import type { CalculatorMessages, Translate } from './messages.ts';
import { ValueChart } from './ValueChart.tsx';

const hinted = [
  'arpa',
  'grossMargin',
  'churn',
  'expansion',
  'averageOrder',
  'annualDiscountRate',
  'horizonMonths',
  'cac',
] as const;
/** What means something else under a model with data. */
const hintedByModel = ['arpa.retention', 'horizonMonths.retention', 'horizonMonths.orders'] as const;

function hintOf(name: string, model: string, t: Translate): string | undefined {
  const special = hintedByModel.find((hint) => hint === `${name}.${model}`);
  const known = special ?? hinted.find((hint) => hint === name);
  return known && t(`ltv.hint.${known}`);
}

function modelWords(name: string, t: Translate) {
  const model = name as 'simple';
  return { label: t(`ltv.model.${model}`), text: t(`ltv.model.${model}.text`) };
}

interface PartProps {
  readonly state: CalculatorState;
  readonly dataFolder: string;
  readonly t: Translate;
}

function NotLoaded({ t }: PartProps) {
  return <p role="alert">{t('calc.notLoaded')}</p>;
}

/** A part that only some need: loaded when it is wanted. */
function part(load: () => Promise<{ readonly default: (props: PartProps) => ReactNode }>) {
  return lazy(() => load().catch(() => ({ default: NotLoaded })));
}

const RetentionSource = part(() => import('./RetentionSource.tsx'));
const RetentionView = part(() => import('./RetentionView.tsx'));
const OrderSource = part(() => import('./OrderSource.tsx'));
const OrderView = part(() => import('./OrderView.tsx'));
const WhyModelsDiffer = part(() => import('./WhyModelsDiffer.tsx'));

/** Where a model with data takes them from. */
function Source(props: PartProps) {
  const { state, t } = props;
  return (
    <>
      <ModelAdvice state={state} t={t} />
      <Suspense fallback={<p>{t('calc.loading')}</p>}>
        {state.model.name === 'retention' && <RetentionSource {...props} />}
        {state.model.name === 'orders' && <OrderSource {...props} />}
      </Suspense>
    </>
  );
}

function Charts(props: PartProps) {
  const { state, t } = props;
  // Not within Suspense: there React may leave it to a script to show what the page comes with.
  if (!state.model.needsData) return <ValueChart state={state} t={t} />;
  return (
    <Suspense fallback={<p>{t('calc.loading')}</p>}>
      {state.entered.data.retention && state.model.name === 'retention' && <RetentionView {...props} />}
      {state.entered.data.orders && state.model.name === 'orders' && <OrderView {...props} />}
    </Suspense>
  );
}

/** Why the models that need only numbers differ; those with data say so themselves. */
function Differences(props: PartProps) {
  const [isOpen, setOpen] = useState(false);
  const box = useRef<HTMLDetailsElement>(null);
  // It may have been opened before there was a script to hear of it.
  useEffect(() => setOpen(box.current?.open ?? false), []);
  const { state, t } = props;
  if (state.model.needsData) return null;
  return (
    <details ref={box} className="why-models" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <h2>{t('ltv.why.title')}</h2>
      </summary>
      {isOpen && (
        <Suspense fallback={<p>{t('calc.loading')}</p>}>
          <WhyModelsDiffer {...props} />
        </Suspense>
      )}
    </details>
  );
}

async function loadWhole() {
  return (await import('../../../lib/calculators/whole-lifetime-value.ts')).wholeLifetimeValueCalculator;
}

/** Customer lifetime value under several models, worked out as you type. */
export function LifetimeValueCalculator(props: CalculatorProps<CalculatorMessages>) {
  const { locale, currency, messages, words, links, dataFolder } = props;
  const t = useMemo(() => translator(locale, messages), [locale, messages]);
  const state = useCalculator(lifetimeValueCalculator, currency, locale, loadWhole);
  const parts = { state, dataFolder, t };
  return (
    <CalculatorFrame
      state={state}
      words={words}
      links={links}
      t={t}
      modelWords={(name) => modelWords(name, t)}
      hintOf={(name) => hintOf(name, state.model.name, t)}
      resultTitle={t('ltv.result.title')}
      warningsOf={lifetimeValueWarnings}
      explanation={<Explanation state={state} links={links} words={words} t={t} />}
      source={<Source {...parts} />}
      charts={<Charts {...parts} />}
    >
      <Differences {...parts} />
    </CalculatorFrame>
  );
}
