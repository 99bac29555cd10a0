import { type Failure, failure, type Result, success } from '../../result.ts';
import {
  type Check,
  finite,
  firstProblem,
  type PeriodsProblem,
  periodsProblem,
  positiveProblem,
  shareProblem,
} from '../checks.ts';
import { mean } from '../statistics/mean.ts';
import {
  type BetaDiscreteWeibull,
  betaDiscreteWeibullProblem,
  betaDiscreteWeibullRetention,
} from './beta-discrete-weibull.ts';
import { type CohortProblem, cohortsProblem, type Survivors } from './cohort-renewals.ts';
import type { ConstantChurn } from './constant-churn.ts';
import { type ShiftedBetaGeometric, shiftedBetaGeometricRetentionAt } from './shifted-beta-geometric.ts';

/** A way retention can go on, with its parameters: plain data, as the fits give it. */
export type RetentionModel = ConstantChurn | ShiftedBetaGeometric | BetaDiscreteWeibull;

export type ModelProblem = 'not-a-number' | 'not-a-share' | 'not-positive' | 'too-large';

/** Above this α + β would not stay a number. */
const largestParameter = 1e100;

const betaShapeProblem: Check<ModelProblem> = (value) =>
  positiveProblem(value) ?? (value > largestParameter ? 'too-large' : undefined);

/** The first thing wrong with the parameters of a model, if anything is. */
export function modelProblem(model: RetentionModel): Failure<ModelProblem> | undefined {
  switch (model.kind) {
    case 'constant-churn':
      return firstProblem({ churn: model.churn }, shareProblem);
    case 'shifted-beta-geometric':
      return firstProblem({ alpha: model.alpha, beta: model.beta }, betaShapeProblem);
    case 'beta-discrete-weibull':
      return betaDiscreteWeibullProblem(model);
    default:
      return model satisfies never;
  }
}

/** Retention rate r(t) of a model without a problem, by period from 1 on. */
export function retentionOf(model: RetentionModel): (period: number) => number {
  switch (model.kind) {
    case 'constant-churn':
      return () => 1 - model.churn;
    case 'shifted-beta-geometric':
      return (period) => shiftedBetaGeometricRetentionAt(model, period);
    case 'beta-discrete-weibull':
      return betaDiscreteWeibullRetention(model);
    default:
      return model satisfies never;
  }
}

/** One period of a retention curve. */
export interface RetentionAtPeriod {
  readonly period: number;
  /** r(t): share of those still there before the renewal who stay. */
  readonly retention: number;
  /** S(t): share of all who began still there after it. */
  readonly survival: number;
  /** P(t): share of all who began who leave at it. */
  readonly loss: number;
}

/** The curve of a model without a problem. */
function curveOf(model: RetentionModel, periods: number): RetentionAtPeriod[] {
  const retentionAt = retentionOf(model);
  let survival = 1;
  return Array.from({ length: periods }, (_, index) => {
    const retention = retentionAt(index + 1);
    const before = survival;
    survival *= retention;
    return { period: index + 1, retention, survival, loss: before * (1 - retention) };
  });
}

/**
 * Retention, survival and loss of a model, period by period.
 *
 * Equation: S(0) = 1, S(t) = S(t − 1)·r(t), P(t) = S(t − 1) − S(t).
 *
 * @example retentionCurve({ model: { kind: 'shifted-beta-geometric', alpha: 1, beta: 1 }, periods: 1 }) // { ok: true, value: [{ period: 1, retention: 0.5, survival: 0.5, loss: 0.5 }] }
 */
export function retentionCurve({
  model,
  periods,
}: {
  readonly model: RetentionModel;
  readonly periods: number;
}): Result<RetentionAtPeriod[], ModelProblem | PeriodsProblem> {
  const problem = modelProblem(model) ?? firstProblem({ periods }, periodsProblem);
  if (problem) return problem;
  return success(curveOf(model, periods));
}

export type ProjectionProblem = ModelProblem | CohortProblem | PeriodsProblem | 'nothing-to-compare';

/**
 * How far the survivors a model projects are from those observed: the mean of |projected − observed| ÷ observed, a
 * ratio, over the last periods of each cohort in which anyone was left. Each cohort is projected from the number it
 * began with.
 *
 * @example projectionError({ model: { kind: 'constant-churn', churn: 0.2 }, cohorts: [[100, 80, 60]], lastPeriods: 1 }) // { ok: true, value: 0.0666667 }
 */
export function projectionError({
  model,
  cohorts,
  lastPeriods,
}: {
  readonly model: RetentionModel;
  readonly cohorts: readonly Survivors[];
  /** Periods compared; those a fit did not see show how well it forecasts. At least 1. */
  readonly lastPeriods: number;
}): Result<number, ProjectionProblem> {
  const problem = modelProblem(model) ?? cohortsProblem(cohorts) ?? firstProblem({ lastPeriods }, periodsProblem);
  if (problem) return problem;
  const longest = cohorts.reduce((most, survivors) => Math.max(most, survivors.length - 1), 0);
  const curve = curveOf(model, longest);
  const errors = cohorts.flatMap(([customers = 0, ...observed]) =>
    observed.flatMap((actual, index) => {
      if (index < observed.length - lastPeriods || actual === 0) return [];
      const projected = customers * (curve[index]?.survival ?? 0);
      return [Math.abs(projected - actual) / actual];
    }),
  );
  if (errors.length === 0) return failure('nothing-to-compare', 'cohorts');
  return finite(mean(errors));
}
