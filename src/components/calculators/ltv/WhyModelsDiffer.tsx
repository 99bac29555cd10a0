import { numbersOf } from '../../../lib/calculators/entered.ts';
import { modelNamed } from '../../../lib/calculators/model.ts';
import { largestStep, type StepName, valueSteps } from '../../../lib/calculators/value-steps.ts';
import { type QuantityName, unitOf } from '../../../lib/metrics/quantities.ts';
import { formatNumber } from '../../../lib/number/format-number.ts';
import { BridgeChart } from '../../charts/BridgeChart.tsx';
import { ChartFigure } from '../../charts/ChartFigure.tsx';
import { ShownFacts } from '../../charts/ShownNumbers.tsx';
import { withSentence } from '../shared/messages.ts';
import { scenarioName } from '../shared/Scenarios.tsx';
import type { CalculatorState } from '../shared/use-calculator.ts';
import type { Translate } from './messages.ts';

interface Props {
  readonly state: CalculatorState;
  readonly t: Translate;
}

/** From the simple lifetime value to the one with discount, horizon and expansion, step by step, for the same numbers. */
export default function WhyModelsDiffer({ state, t }: Props) {
  const { scenarios, calculator } = state;
  const { currency } = state.entered;
  const [scenario] = scenarios;
  // The model that asks for all of the numbers.
  const numbers = numbersOf(scenario, modelNamed(calculator, 'expansion') ?? state.model);
  const steps = valueSteps(numbers);
  if (!steps.ok) {
    return <p>{t('ltv.why.steps.none', { problem: t(`reason.${withSentence(steps).reason}`) })}</p>;
  }
  const { simple, discount, horizon, expansion } = steps.value;
  const discounted = simple + discount + horizon;
  const end = discounted + expansion;
  const money = (value: number) => formatNumber(value, 'money', { locale: t.locale, currency });
  const typed = (name: QuantityName) => formatNumber(numbers[name] ?? 0, unitOf(name), { locale: t.locale, currency });
  const labels: Record<StepName, string> = {
    discount: t('ltv.why.steps.discount', { rate: typed('annualDiscountRate') }),
    horizon: t('ltv.why.steps.horizon', { months: typed('horizonMonths') }),
    expansion: t('ltv.why.steps.expansion', { rate: typed('expansion') }),
  };
  const cause = t(`ltv.why.steps.cause.${largestStep(steps.value) ?? 'none'}`);
  const caption = t('ltv.why.steps.caption', { simple: money(simple), end: money(end), cause });
  const changes = [
    { label: labels.discount, value: discount },
    { label: labels.horizon, value: horizon },
    { label: labels.expansion, value: expansion },
  ];
  const each = t('ltv.why.steps.each', {
    simple: money(simple),
    discounted: money(discounted),
    expansion: money(end),
  });
  return (
    <>
      {scenarios.length > 1 && <p>{t('ltv.why.steps.scenario', { name: scenarioName(scenario, 0, t) })}</p>}
      <ChartFigure
        caption={caption}
        name="why-models-differ"
        t={t}
        chart={
          <BridgeChart
            caption={caption}
            valueLabel={t('ltv.result.title')}
            formatValue={money}
            start={{ label: t('ltv.why.steps.start'), value: simple }}
            changes={changes}
            endLabel={t('ltv.why.steps.end')}
          />
        }
        table={{
          head: [t('ltv.why.step'), t('ltv.result.title')],
          rows: [
            [t('ltv.why.steps.start'), simple],
            ...changes.map(({ label, value }) => [label, value]),
            [t('ltv.why.steps.end'), end],
          ],
          format: money,
        }}
      />
      <p>{each}</p>
      <ShownFacts
        name="why-models-differ-each"
        caption={each}
        facts={[
          [t('ltv.model.simple'), simple, money],
          [t('ltv.model.discounted'), discounted, money],
          [t('ltv.model.expansion'), end, money],
        ]}
      />
    </>
  );
}
