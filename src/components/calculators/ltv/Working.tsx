import { type QuantityWords, WorkedSteps } from '../../formula/FormulaView.tsx';
import type { Translate } from './messages.ts';
import type { LifetimeValueCalculator } from './use-lifetime-value.ts';

interface Props {
  readonly calculator: LifetimeValueCalculator;
  readonly words: QuantityWords;
  readonly t: Translate;
}

/** The formula in words, and with the reader's numbers put in. */
export function Working({ calculator, words, t }: Props) {
  const { answer, currency } = calculator;
  if (!answer?.ok) return null;
  const { steps, values } = answer.value;
  return (
    <section className="working" aria-labelledby="ltv-working">
      <h2 id="ltv-working">{t('ltv.working')}</h2>
      <WorkedSteps steps={steps} words={words} values={values} format={{ locale: t.locale, currency }} />
    </section>
  );
}
