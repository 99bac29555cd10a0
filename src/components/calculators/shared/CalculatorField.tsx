import { memo } from 'react';
import type { Calculator } from '../../../lib/calculators/model.ts';
import { sliderOf } from '../../../lib/calculators/sliders.ts';
import { type QuantityName, unitOf } from '../../../lib/metrics/quantities.ts';
import { currencySign, formatNumber } from '../../../lib/number/format-number.ts';
import type { Unit } from '../../../lib/number/units.ts';
import { NumberField } from '../../fields/NumberField.tsx';
import type { QuantityWords } from '../../formula/FormulaView.tsx';
import { type Translate, withSentence } from './messages.ts';
import type { ScenarioState } from './use-calculator.ts';

interface Props {
  readonly calculator: Calculator;
  readonly currency: string;
  readonly scenario: ScenarioState;
  /** Of the field in the form: `churn` in the first scenario, `2.churn` in the second. */
  readonly name: string;
  readonly quantity: QuantityName;
  readonly isOptional: boolean;
  readonly hint: string | undefined;
  readonly words: QuantityWords;
  readonly t: Translate;
}

/** Below this monthly churn, a bare number is more often a ratio than a percentage. */
const smallChurn = 0.005;

/** `0.05` in the churn field is 0.05 %; whoever writes ratios means 5 %. The ratio meant, where that is likely. */
function percentMeant(quantity: QuantityName, text: string, value: number): number | undefined {
  const isDoubtful = quantity === 'churn' && value > 0 && value < smallChurn && !/[%％]/.test(text);
  return isDoubtful ? Number((value * 100).toPrecision(12)) : undefined;
}

/** The unit as it stands with a field. */
export function unitSign(unit: Unit, currency: string, t: Translate): string {
  if (unit === 'money') return currencySign(currency, t.locale);
  const signs = { ratio: '%', months: t('calc.unit.months'), points: t('calc.unit.points'), count: '' };
  return signs[unit];
}

/** What is wrong with the number in a field, in a sentence. */
export function fieldProblem(
  { answer, field }: ScenarioState,
  quantity: QuantityName,
  isOptional: boolean,
  t: Translate,
): string | undefined {
  if (answer?.ok === false && answer.field === quantity) return t(`reason.${withSentence(answer).reason}`);
  const { parsed, text } = field(quantity);
  return parsed.ok || (isOptional && text.trim() === '') ? undefined : t(`number.${parsed.reason}`);
}

/**
 * One number of one scenario: a field, and a slider that agrees with it. It is drawn again only when its scenario is
 * another: to set the attributes of dozens of inputs anew takes a browser longer than to work everything out.
 */
export const CalculatorField = memo(function CalculatorField(props: Props) {
  const { calculator, currency, scenario, name, quantity, isOptional, hint, words, t } = props;
  const field = scenario.field(quantity);
  const { parsed } = field;
  const unit = unitOf(quantity);
  const problem = fieldProblem(scenario, quantity, isOptional, t);
  const meant = parsed.ok ? percentMeant(quantity, field.text, parsed.value) : undefined;
  const readings = parsed.ok ? [meant].filter((value) => value !== undefined) : parsed.readings;
  const format = { locale: t.locale, currency, digits: 6 };
  const href = words.links[quantity];
  const label = words.labels[quantity] ?? quantity;
  return (
    <NumberField
      field={field}
      name={name}
      label={isOptional ? t('calc.optional', { name: label }) : label}
      link={href === undefined ? undefined : { href, label: t('calc.what', { name: label }) }}
      hint={hint}
      unit={unitSign(unit, currency, t)}
      slider={sliderOf(calculator, quantity, currency)}
      problem={problem}
      doubt={
        meant === undefined ? undefined : t('calc.smallChurn', { shown: formatNumber(meant / 100, 'ratio', format) })
      }
      readings={readings.map((value) => ({
        label: formatNumber(value, unit === 'money' ? 'count' : unit, format),
        choose: () => field.set(value),
      }))}
    />
  );
});
