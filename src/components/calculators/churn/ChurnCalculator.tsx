import { lazy, Suspense, useMemo } from 'react';
import { churnCalculator } from '../../../lib/calculators/churn.ts';
import type { CustomerSummary } from '../../../lib/calculators/customer-summary.ts';
import { customerListWarnings } from '../../../lib/calculators/customers/customer-warnings.ts';
import { churnWarnings } from '../../../lib/calculators/warnings.ts';
import { translator } from '../../../lib/i18n/translate.ts';
import { CalculatorFrame } from '../shared/CalculatorFrame.tsx';
import type { CalculatorProps } from '../shared/calculator-props.ts';
import { useCalculator } from '../shared/use-calculator.ts';
import { CountsView } from './CountsView.tsx';
import { Explanation } from './Explanation.tsx';
import type { CalculatorMessages, Translate } from './messages.ts';
import { SendToLifetimeValue } from './SendToLifetimeValue.tsx';

// The first result stands on counts: the rest is loaded when it is chosen.
const CustomerSource = lazy(() => import('./CustomerSource.tsx'));
const MovementsView = lazy(() => import('./MovementsView.tsx'));
const CustomerViews = lazy(() => import('./CustomerViews.tsx'));

interface Props extends CalculatorProps<CalculatorMessages> {
  /** Address of the lifetime-value calculator. */
  readonly lifetimeValueAddress: string;
}

function modelWords(name: string, t: Translate) {
  const model = name as 'counts';
  return { label: t(`churn.model.${model}`), text: t(`churn.model.${model}.text`) };
}

/** Churn and retention from counts, from revenue or from a list of customers, worked out as you type. */
export function ChurnCalculator(props: Props) {
  const { locale, currency, messages, words, links, lifetimeValueAddress, dataFolder } = props;
  const t = useMemo(() => translator(locale, messages), [locale, messages]);
  const state = useCalculator(churnCalculator, currency, locale);
  const { model, entered } = state;
  const isList = model.name === 'customers';
  const summary = isList ? (entered.data.customers?.value as CustomerSummary | undefined) : undefined;
  const loading = <p role="status">{t('churn.list.loading')}</p>;
  return (
    <CalculatorFrame
      state={state}
      words={words}
      links={links}
      t={t}
      modelWords={(name) => modelWords(name, t)}
      hintOf={() => undefined}
      resultTitle={words.labels[state.model.headline] ?? t('churn.result.title')}
      warningsOf={(scenarios) => (summary ? customerListWarnings(summary) : churnWarnings(scenarios))}
      explanation={<Explanation state={state} summary={summary} t={t} />}
      hasMoney={summary?.views.some(({ calendar }) => calendar?.pooled?.revenue) ?? false}
      source={
        isList && (
          <Suspense fallback={loading}>
            <CustomerSource state={state} summary={summary} dataFolder={dataFolder} t={t} />
          </Suspense>
        )
      }
      charts={
        <>
          {/* Outside: within, React may leave it to a script to show what the page comes with. */}
          {model.name === 'counts' && <CountsView state={state} links={links} t={t} />}
          <Suspense fallback={loading}>
            {model.name === 'movements' && <MovementsView state={state} words={words} t={t} />}
            {summary && (
              <CustomerViews
                key={entered.data.customers?.fingerprint}
                state={state}
                summary={summary}
                links={links}
                t={t}
              />
            )}
          </Suspense>
        </>
      }
    >
      <SendToLifetimeValue state={state} summary={summary} address={lifetimeValueAddress} t={t} />
    </CalculatorFrame>
  );
}
