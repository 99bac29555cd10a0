import { useMemo } from 'react';
import { churnCalculator } from '../../../lib/calculators/churn.ts';
import { churnWarnings } from '../../../lib/calculators/warnings.ts';
import type { Locale } from '../../../lib/i18n/locales.ts';
import { translator } from '../../../lib/i18n/translate.ts';
import type { QuantityWords } from '../../formula/FormulaView.tsx';
import { CalculatorFrame } from '../shared/CalculatorFrame.tsx';
import { useCalculator } from '../shared/use-calculator.ts';
import type { CalculatorMessages, Translate } from './messages.ts';

interface Props {
  readonly locale: Locale;
  /** Currency to begin with. */
  readonly currency: string;
  readonly messages: CalculatorMessages;
  readonly words: QuantityWords;
  /** Addresses of terms by slug. */
  readonly links: Readonly<Record<string, string>>;
}

function modelWords(name: string, t: Translate) {
  const model = name as 'counts';
  return { label: t(`churn.model.${model}`), text: t(`churn.model.${model}.text`) };
}

/** Churn and retention from counts, from revenue or from a list of customers, worked out as you type. */
export function ChurnCalculator({ locale, currency, messages, words, links }: Props) {
  const t = useMemo(() => translator(locale, messages), [locale, messages]);
  const state = useCalculator(churnCalculator, currency, locale);
  return (
    <CalculatorFrame
      state={state}
      words={words}
      links={links}
      t={t}
      modelWords={(name) => modelWords(name, t)}
      hintOf={() => undefined}
      resultTitle={t('churn.result.title')}
      warningsOf={churnWarnings}
    />
  );
}
