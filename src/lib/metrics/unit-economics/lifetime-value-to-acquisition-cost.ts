import { failure, type Result } from '../../result.ts';
import { amountProblem, finite, firstProblem, numberProblem } from '../checks.ts';
import { quotient } from '../formula.ts';

/**
 * LTV to CAC ratio: how many times over a customer brings back what it cost to win it. A plain number, the same in
 * every currency; negative where serving a customer costs more than it brings.
 *
 * Equation: LTV ÷ CAC, both per customer and in one currency. Without a cost there is no ratio (`no-acquisition-cost`).
 *
 * Source: the measure made popular for software subscriptions by D. Skok, "SaaS Metrics 2.0", with 3 as a rule of thumb.
 *
 * @example lifetimeValueToAcquisitionCost({ ltv: 3600, cac: 1200 }) // { ok: true, value: 3 }
 */
export function lifetimeValueToAcquisitionCost({
  ltv,
  cac,
}: {
  /** Lifetime value of a customer, in money. */
  readonly ltv: number;
  /** Cost of winning a customer, in money. */
  readonly cac: number;
}): Result<number, 'not-a-number' | 'negative-amount' | 'no-acquisition-cost' | 'too-large'> {
  const problem = firstProblem({ ltv }, numberProblem) ?? firstProblem({ cac }, amountProblem);
  if (problem) return problem;
  return cac === 0 ? failure('no-acquisition-cost', 'cac') : finite(ltv / cac);
}

export const lifetimeValueToAcquisitionCostFormula = quotient('ltv', 'cac');
