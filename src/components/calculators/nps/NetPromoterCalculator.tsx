import { useMemo } from 'react';
import { netPromoterCalculator } from '../../../lib/calculators/net-promoter.ts';
import { netPromoterWarnings } from '../../../lib/calculators/warnings.ts';
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
  const model = name as 'groups';
  return { label: t(`nps.model.${model}`), text: t(`nps.model.${model}.text`) };
}

/** Scores from the answers to a survey, with their uncertainty, worked out as you type. */
export function NetPromoterCalculator({ locale, currency, messages, words, links }: Props) {
  const t = useMemo(() => translator(locale, messages), [locale, messages]);
  const state = useCalculator(netPromoterCalculator, currency, locale);
  return (
    <CalculatorFrame
      state={state}
      words={words}
      links={links}
      t={t}
      modelWords={(name) => modelWords(name, t)}
      hintOf={() => undefined}
      resultTitle={t('nps.result.title')}
      warningsOf={netPromoterWarnings}
    />
  );
}
