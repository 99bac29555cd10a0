import { type Step, type Values, workOut } from '../metrics/formula.ts';
import type { QuantityName } from '../metrics/quantities.ts';
import {
  lifetimeValueToAcquisitionCost,
  lifetimeValueToAcquisitionCostFormula,
} from '../metrics/unit-economics/lifetime-value-to-acquisition-cost.ts';
import {
  paybackMonths,
  paybackMonthsFormula,
  paybackMonthsWithChurn,
  paybackMonthsWithChurnFormula,
} from '../metrics/unit-economics/payback.ts';
import { failure, type Result, success } from '../result.ts';
import type { Answer, Numbers } from './model.ts';

/** Amounts beyond this are typing errors, and no longer exact. */
const largestValue = 1e15;

type Results = Partial<Record<QuantityName, Result<number, string>>>;

/** The numbers asked for. A calculator computes nothing until all are there, so none is ever filled in here. */
export function given<Name extends QuantityName>(inputs: Numbers, names: readonly Name[]): Record<Name, number> {
  return Object.fromEntries(names.map((name) => [name, inputs[name] ?? Number.NaN])) as Record<Name, number>;
}

/** What a lifetime value means beside the cost of winning a customer. */
function besideCost(ltv: number, inputs: Numbers): { readonly results: Results; readonly steps: Step[] } {
  const { cac, churn } = inputs;
  if (cac === undefined) return { results: {}, steps: [] };
  const { arpa, grossMargin } = given(inputs, ['arpa', 'grossMargin']);
  const results: Results = { ltvToCac: lifetimeValueToAcquisitionCost({ ltv, cac }) };
  const steps: Step[] = [{ name: 'ltvToCac', formula: lifetimeValueToAcquisitionCostFormula }];
  if (inputs.arpa !== undefined) {
    results.paybackMonths = paybackMonths({ cac, arpa, grossMargin });
    steps.push({ name: 'paybackMonths', formula: paybackMonthsFormula });
  }
  if (churn !== undefined) {
    results.paybackMonthsWithChurn = paybackMonthsWithChurn({ cac, arpa, grossMargin, churn });
    // Within one payment, or without churn, the plain payback holds and the logarithms do not.
    const { paybackMonths: plain, paybackMonthsWithChurn: withChurn } = results;
    if (plain?.ok && withChurn?.ok && withChurn.value !== plain.value) {
      steps.push({ name: 'paybackMonthsWithChurn', formula: paybackMonthsWithChurnFormula });
    }
  }
  return { results, steps: steps.filter(({ name }) => results[name]?.ok) };
}

/** The answer all models give, from the lifetime value they worked out and the steps that led to it. */
export function answer(
  ltv: Result<number, string>,
  inputs: Numbers,
  { steps, values, results }: { readonly steps: readonly Step[]; readonly values: Values; readonly results: Results },
): Result<Answer, string> {
  if (!ltv.ok) return ltv;
  if (Math.abs(ltv.value) > largestValue) return failure('too-large');
  const cost = besideCost(ltv.value, inputs);
  return success({
    results: { ltv, ...results, ...cost.results },
    steps: [...steps, ...cost.steps],
    values: workOut(cost.steps, { ...inputs, ...values, ltv: ltv.value }),
  });
}
