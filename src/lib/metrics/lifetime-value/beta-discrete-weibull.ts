import { type Failure, failure, type Result, success } from '../../result.ts';
import { type Check, finite, firstProblem, positiveProblem } from '../checks.ts';
import { logGammaRise } from '../statistics/gamma-function.ts';
import { lowestPoint } from '../statistics/simplex-search.ts';
import {
  type CohortProblem,
  fittableRenewals,
  type NotIdentified,
  type Renewals,
  renewalLogLikelihood,
  type Survivors,
} from './cohort-renewals.ts';
import type { Fitted } from './fitted.ts';

export interface BetaDiscreteWeibullShape {
  /** Shape parameters of the beta distribution of churn in the first period. Its mean is γ ÷ (γ + δ). */
  readonly gamma: number;
  readonly delta: number;
  /** c: above 1 each customer's own risk of leaving rises with age, below 1 it falls, at 1 it stays. */
  readonly shape: number;
}

export interface BetaDiscreteWeibull extends BetaDiscreteWeibullShape {
  readonly kind: 'beta-discrete-weibull';
}

/** ln S(t) plus a constant of γ and δ: ln Γ(δ + t^c) − ln Γ(γ + δ + t^c). */
function logSurvivalPart({ gamma, delta, shape }: BetaDiscreteWeibullShape, period: number): number {
  return -logGammaRise(delta + period ** shape, gamma);
}

/** Beyond these a customer's risk is nothing for long and then certain: no shape to project. */
const smallestShape = 0.02;
const largestShape = 20;

export type ShapeProblem = 'not-a-number' | 'not-positive' | 'too-large';

/** Above this a retention would lose digits; fits stay below. */
const largestParameter = 1e6;

const betaShapeProblem: Check<ShapeProblem> = (value) =>
  positiveProblem(value) ?? (value > largestParameter ? 'too-large' : undefined);
const weibullShapeProblem: Check<ShapeProblem> = (value) =>
  positiveProblem(value) ?? (value > largestShape ? 'too-large' : undefined);

/** The first thing wrong with the parameters, if anything is. */
export function betaDiscreteWeibullProblem({
  gamma,
  delta,
  shape,
}: BetaDiscreteWeibullShape): Failure<ShapeProblem> | undefined {
  return firstProblem({ gamma, delta }, betaShapeProblem) ?? firstProblem({ shape }, weibullShapeProblem);
}

/** r(t) = S(t) ÷ S(t − 1), cheapest when asked for period after period. */
export function betaDiscreteWeibullRetention(model: BetaDiscreteWeibullShape): (period: number) => number {
  let latest = { period: 0, part: logSurvivalPart(model, 0) };
  return (period) => {
    const before = latest.period === period - 1 ? latest.part : logSurvivalPart(model, period - 1);
    latest = { period, part: logSurvivalPart(model, period) };
    return Math.exp(latest.part - before);
  };
}

/** With a larger sum of γ and δ customers are as good as alike. */
const largestSum = 1e5;

function within(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}

/** Mean churn of the first period, how alike customers are, and c, each free to take any value. */
function modelAt([logitMean = 0, logSum = 0, logShape = 0]: readonly number[]): BetaDiscreteWeibullShape {
  const sum = Math.min(Math.exp(logSum), largestSum);
  const mean = 1 / (1 + Math.exp(-logitMean));
  return { gamma: sum * mean, delta: sum * (1 - mean), shape: within(Math.exp(logShape), smallestShape, largestShape) };
}

function searchStart({ gamma, delta, shape }: BetaDiscreteWeibullShape): number[] {
  return [Math.log(gamma / delta), Math.log(gamma + delta), Math.log(shape)];
}

/** Customers very different and very alike, and more: where the search begins besides its first start. */
const otherStarts = [
  { gamma: 0.1, delta: 0.5, shape: 1.5 },
  { gamma: 5, delta: 45, shape: 1.5 },
  // Most leave at once or hardly ever, and a risk that rises steeply: a second top that the others can miss.
  { gamma: 0.01, delta: 0.015, shape: 8 },
].map(searchStart);

function likelihood(renewals: readonly Renewals[], model: BetaDiscreteWeibullShape): number {
  return renewalLogLikelihood(renewals, betaDiscreteWeibullRetention(model));
}

/**
 * Log-likelihood of cohorts for given γ, δ and c. With c = 1 that of the shifted-beta-geometric model.
 *
 * @example betaDiscreteWeibullLogLikelihood({ cohorts: [[1000, 869, 743, 653, 593, 551, 517, 491]], gamma: 1, delta: 1, shape: 1 }) // { ok: true, value: -2115.546 }
 */
export function betaDiscreteWeibullLogLikelihood({
  cohorts,
  ...model
}: BetaDiscreteWeibullShape & { readonly cohorts: readonly Survivors[] }): Result<
  number,
  CohortProblem | NotIdentified | ShapeProblem
> {
  const problem = betaDiscreteWeibullProblem(model);
  if (problem) return problem;
  const renewals = fittableRenewals(cohorts);
  return renewals.ok ? finite(likelihood(renewals.value, model)) : renewals;
}

export interface FittedBetaDiscreteWeibull extends Fitted<BetaDiscreteWeibull> {
  /** Customers do not seem to differ: only γ ÷ (γ + δ) and c mean something, not how large γ and δ are. */
  readonly customersAlike: boolean;
}

export type BetaDiscreteWeibullProblem =
  | CohortProblem
  | NotIdentified
  | ShapeProblem
  | 'fit-at-edge'
  | 'did-not-converge';

/**
 * The beta-discrete-Weibull model that fits cohorts of one or several ages best (maximum likelihood). As in the
 * shifted-beta-geometric model customers differ; unlike there, each customer's own risk may change with age. For use
 * where that model does not fit.
 *
 * Equation: S(t) = B(γ, δ + t^c) ÷ B(γ, δ); with c = 1 it is the shifted-beta-geometric model.
 *
 * Has no answer when the cohorts do not show its parameters (as there), or when nobody leaves for long and then
 * almost everybody does (`fit-at-edge`).
 *
 * Source: P. Fader, B. Hardie, Y. Liu, J. Davin and T. Steenburgh, "'How to Project Customer Retention' Revisited: The
 * Role of Duration Dependence", Journal of Interactive Marketing 43, 2018.
 *
 * @example fitBetaDiscreteWeibull({ cohorts: [[1000, 869, 743, 653, 593]] }) // { ok: true, value: { gamma: 0.2593, delta: 1.7226, shape: 1.5844 } }
 */
export function fitBetaDiscreteWeibull({
  cohorts,
  start = { gamma: 1, delta: 1, shape: 1 },
}: {
  readonly cohorts: readonly Survivors[];
  /** Where the search begins. The answer does not depend on it. */
  readonly start?: BetaDiscreteWeibullShape;
}): Result<FittedBetaDiscreteWeibull, BetaDiscreteWeibullProblem> {
  const badStart = betaDiscreteWeibullProblem(start);
  if (badStart) return failure(badStart.reason, `start.${badStart.field}`);
  const renewals = fittableRenewals(cohorts);
  if (!renewals.ok) return renewals;
  const found = lowestPoint({
    objective: (point) => -likelihood(renewals.value, modelAt(point)),
    starts: [searchStart(start), ...otherStarts],
  });
  if (!found.converged) return failure('did-not-converge', 'cohorts');
  const model = modelAt(found.point);
  if (model.shape === smallestShape || model.shape === largestShape) return failure('fit-at-edge', 'cohorts');
  return success({
    kind: 'beta-discrete-weibull',
    ...model,
    logLikelihood: -found.value,
    customersAlike: model.gamma + model.delta > 0.99 * largestSum,
  });
}
