import { failure, type Result } from '../../result.ts';
import { finite, firstProblem, rateProblem, type WholePeriodsProblem, wholePeriodsProblem } from '../checks.ts';
import { betaAverage } from '../statistics/beta-average.ts';
import type { BetaDiscreteWeibull } from './beta-discrete-weibull.ts';
import { type ModelProblem, modelProblem, type RetentionModel, retentionOf } from './retention-model.ts';

/** The sum stops when all that is left to come is this small a part of it. */
const negligible = 1e-13;
/** Periods after which a sum that still has not come to rest is given up. */
const mostTerms = 1_000_000;

/** Payments from now on under constant churn, a geometric sum. Equation: (1 + d) ÷ (d + churn). */
function underConstantChurn(churn: number, discount: number): Result<number, 'endless-lifetime' | 'too-large'> {
  return discount + churn > 0 ? finite((1 + discount) / (discount + churn)) : failure('endless-lifetime', 'discount');
}

/**
 * Payments from now on of a customer whose churn is one of a beta distribution: the mean of what each churn gives.
 * Without discount that is (α + β − 1) ÷ (α − 1), and without end for α ≤ 1.
 */
function overCustomers(
  alpha: number,
  beta: number,
  discount: number,
): Result<number, 'endless-lifetime' | 'too-large'> {
  if (discount > 0) {
    return finite(betaAverage({ a: alpha, b: beta, of: (churn) => (1 + discount) / (discount + churn) }));
  }
  return alpha > 1 ? finite((alpha + beta - 1) / (alpha - 1)) : failure('endless-lifetime', 'discount');
}

/**
 * Payments from now on where each customer's risk changes with age, added up one by one: 1 + r(n + 1)·z +
 * r(n + 1)·r(n + 2)·z² + … with z = 1 ÷ (1 + d), until what is still to come cannot matter. Survival falls like
 * t^(−γc): without discount the sum ends only if γc is above 1.
 */
function addedUp(
  model: BetaDiscreteWeibull,
  discount: number,
  renewals: number,
): Result<number, 'endless-lifetime' | 'discount-too-small' | 'too-large'> {
  const decline = model.gamma * model.shape;
  if (discount === 0 && decline <= 1) return failure('endless-lifetime', 'discount');
  const retentionAt = retentionOf(model);
  const kept = 1 / (1 + discount);
  let term = 1;
  let sum = 1;
  for (let period = renewals + 1; period < renewals + mostTerms; period += 1) {
    term *= retentionAt(period) * kept;
    sum += term;
    const byDiscount = 1 / (1 - kept);
    const byDecline = decline > 1 ? period / (decline - 1) : Number.POSITIVE_INFINITY;
    if (term * Math.min(byDiscount, byDecline) <= negligible * sum) return finite(sum);
  }
  return failure('discount-too-small', 'discount');
}

export type DiscountedLifetimeProblem =
  | ModelProblem
  | 'rate-below-minus-one'
  | 'negative-discount'
  | 'discount-too-small'
  | 'endless-lifetime'
  | 'too-large';

/** Payments expected of a customer who has just made one after some renewals, that payment included. */
function fromNowOn(
  model: RetentionModel,
  discount: number,
  renewals: number,
): Result<number, DiscountedLifetimeProblem> {
  const problem = modelProblem(model) ?? firstProblem({ discount }, rateProblem);
  if (problem) return problem;
  if (discount < 0) return failure('negative-discount', 'discount');
  switch (model.kind) {
    case 'constant-churn':
      return underConstantChurn(model.churn, discount);
    case 'shifted-beta-geometric':
      // Those who stayed n times are again such customers, with α and β + n.
      return overCustomers(model.alpha, model.beta + renewals, discount);
    case 'beta-discrete-weibull':
      return addedUp(model, discount, renewals);
    default:
      return model satisfies never;
  }
}

/**
 * Discounted expected lifetime (DEL) of a customer just won: how many payments of today's worth to expect, the first
 * one, made at once, included. Times the margin of a payment it is the lifetime value.
 *
 * Equation: Σ S(t) ÷ (1 + d)^t from t = 0 on. Without discount, constant churn gives 1 ÷ churn and the
 * shifted-beta-geometric model (α + β − 1) ÷ (α − 1), infinite for α ≤ 1 (`endless-lifetime`).
 *
 * Source: P. Fader and B. Hardie, "Customer-Base Valuation in a Contractual Setting: The Perils of Ignoring
 * Heterogeneity", Marketing Science 29(1), 2010.
 *
 * @example discountedExpectedLifetime({ model: { kind: 'shifted-beta-geometric', alpha: 1, beta: 1 }, discount: 0.1 }) // { ok: true, value: 2.63768480008 }
 */
export function discountedExpectedLifetime({
  model,
  discount,
}: {
  readonly model: RetentionModel;
  /** What a payment loses in value per period of waiting. */
  readonly discount: number;
}): Result<number, DiscountedLifetimeProblem> {
  return fromNowOn(model, discount, 0);
}

/** Just before a renewal is decided, its payment still to come; or just after it was paid, that payment not counted. */
export type RenewalMoment = 'before-renewal' | 'after-renewal';

/**
 * Discounted expected residual lifetime (DERL): how many payments of today's worth to expect of a customer around a
 * renewal. The longer a customer has been there, the more.
 *
 * Equation: before renewal n, Σ S(t) ÷ S(n − 1) ÷ (1 + d)^(t − n) from t = n on; after it, Σ S(t) ÷ S(n) ÷ (1 + d)^(t − n)
 * from t = n + 1 on.
 *
 * Source: Fader and Hardie, "Customer-Base Valuation in a Contractual Setting", 2010, table 3.
 *
 * @example discountedExpectedResidualLifetime({ model: { kind: 'shifted-beta-geometric', alpha: 3.8, beta: 15.2 }, discount: 0.1, renewal: 1, moment: 'before-renewal' }) // { ok: true, value: 3.30981842 }
 */
export function discountedExpectedResidualLifetime({
  model,
  discount,
  renewal,
  moment,
}: {
  readonly model: RetentionModel;
  /** What a payment loses in value per period of waiting. */
  readonly discount: number;
  /** n: 1 for the first renewal. */
  readonly renewal: number;
  readonly moment: RenewalMoment;
}): Result<number, DiscountedLifetimeProblem | WholePeriodsProblem> {
  const problem = firstProblem({ renewal }, wholePeriodsProblem);
  if (problem) return problem;
  if (moment === 'before-renewal') {
    // Those who renew have just made a payment; the others bring nothing.
    const renewed = fromNowOn(model, discount, renewal);
    return renewed.ok ? finite(retentionOf(model)(renewal) * renewed.value) : renewed;
  }
  const withPayment = fromNowOn(model, discount, renewal);
  return withPayment.ok ? finite(withPayment.value - 1) : withPayment;
}
