import { failure, type Result } from '../../result.ts';
import { finite, firstProblem, rateProblem } from '../checks.ts';
import { type ModelProblem, modelProblem, type RetentionModel, retentionOf } from './retention-model.ts';

/** The sum stops when all that is left to come is this small a part of it. */
const negligible = 1e-13;
/** Periods after which a sum that still has not come to rest is given up. */
const mostTerms = 1_000_000;

/**
 * Σ of the expected payments, each share of customers times what waiting leaves of a payment.
 * Equation: first + first·r(n)·z + first·r(n)·r(n+1)·z² + … with z = 1 ÷ (1 + discount).
 */
function discountedSum(
  model: RetentionModel,
  { discount, renewal, first }: { readonly discount: number; readonly renewal: number; readonly first: number },
): Result<number, 'discount-too-small' | 'too-large'> {
  const retentionAt = retentionOf(model);
  const kept = 1 / (1 + discount);
  let term = first;
  let sum = first;
  for (let step = 0; step < mostTerms; step += 1) {
    term *= retentionAt(renewal + step) * kept;
    sum += term;
    // What is still to come is less than a payment at this level for ever.
    if (term <= negligible * (1 - kept) * sum) return finite(sum);
  }
  return failure('discount-too-small', 'discount');
}

/** The number of payments when waiting costs nothing, where it is known in closed form. */
function undiscounted(
  model: RetentionModel,
  renewal: number,
): Result<number, 'endless-lifetime' | 'discount-too-small' | 'too-large'> {
  if (model.kind === 'constant-churn')
    return model.churn > 0 ? finite(1 / model.churn) : failure('endless-lifetime', 'discount');
  if (model.kind === 'beta-discrete-weibull') return failure('discount-too-small', 'discount');
  // After renewal n a cohort is again shifted-beta-geometric, with α and β + n.
  const { alpha, beta } = model;
  return alpha > 1 ? finite((alpha + beta + renewal - 1) / (alpha - 1)) : failure('endless-lifetime', 'discount');
}

export type DiscountedLifetimeProblem =
  | ModelProblem
  | 'rate-below-minus-one'
  | 'negative-discount'
  | 'discount-too-small'
  | 'endless-lifetime'
  | 'too-large';

/** Payments expected of a customer who has just made one and made `renewals` renewals, that payment included. */
function fromNowOn(
  model: RetentionModel,
  discount: number,
  renewals: number,
): Result<number, DiscountedLifetimeProblem> {
  const problem = modelProblem(model) ?? firstProblem({ discount }, rateProblem);
  if (problem) return problem;
  if (discount < 0) return failure('negative-discount', 'discount');
  if (discount === 0) return undiscounted(model, renewals);
  return discountedSum(model, { discount, renewal: renewals + 1, first: 1 });
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
}): Result<number, DiscountedLifetimeProblem | 'horizon-not-positive' | 'horizon-not-whole'> {
  if (!(renewal >= 1 && Number.isFinite(renewal))) return failure('horizon-not-positive', 'renewal');
  if (!Number.isInteger(renewal)) return failure('horizon-not-whole', 'renewal');
  if (moment === 'before-renewal') {
    // Those who renew have just made a payment; the others bring nothing.
    const renewed = fromNowOn(model, discount, renewal);
    return renewed.ok ? finite(retentionOf(model)(renewal) * renewed.value) : renewed;
  }
  const withPayment = fromNowOn(model, discount, renewal);
  return withPayment.ok ? finite(withPayment.value - 1) : withPayment;
}
