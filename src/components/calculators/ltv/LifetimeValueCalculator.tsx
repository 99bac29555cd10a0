import { useMemo } from 'react';
import { lifetimeValueCalculator } from '../../../lib/calculators/lifetime-value.ts';
import { lifetimeValueWarnings } from '../../../lib/calculators/warnings.ts';
import type { Locale } from '../../../lib/i18n/locales.ts';
import { translator } from '../../../lib/i18n/translate.ts';
import type { QuantityWords } from '../../formula/FormulaView.tsx';
import { CalculatorFrame } from '../shared/CalculatorFrame.tsx';
import { useCalculator } from '../shared/use-calculator.ts';
import { Explanation } from './Explanation.tsx';
import type { CalculatorMessages, Translate } from './messages.ts';
import { ValueChart } from './ValueChart.tsx';

export interface LifetimeValueCalculatorProps {
  readonly locale: Locale;
  /** Currency to begin with. */
  readonly currency: string;
  readonly messages: CalculatorMessages;
  readonly words: QuantityWords;
  /** Addresses of terms by slug. */
  readonly links: Readonly<Record<string, string>>;
}

const hinted = ['arpa', 'grossMargin', 'churn', 'expansion', 'annualDiscountRate', 'horizonMonths', 'cac'] as const;

function hintOf(name: string, t: Translate): string | undefined {
  const known = hinted.find((hint) => hint === name);
  return known && t(`ltv.hint.${known}`);
}

function modelWords(name: string, t: Translate) {
  const model = name as 'simple';
  return { label: t(`ltv.model.${model}`), text: t(`ltv.model.${model}.text`) };
}

/** Customer lifetime value under several models, worked out as you type. */
export function LifetimeValueCalculator({ locale, currency, messages, words, links }: LifetimeValueCalculatorProps) {
  const t = useMemo(() => translator(locale, messages), [locale, messages]);
  const state = useCalculator(lifetimeValueCalculator, currency, locale);
  return (
    <CalculatorFrame
      state={state}
      words={words}
      links={links}
      t={t}
      modelWords={(name) => modelWords(name, t)}
      hintOf={(name) => hintOf(name, t)}
      resultTitle={t('ltv.result.title')}
      warningsOf={lifetimeValueWarnings}
      explanation={<Explanation state={state} t={t} />}
      charts={<ValueChart state={state} t={t} />}
    />
  );
}
