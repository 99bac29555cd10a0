import { type Result, success } from '../../result.ts';
import { likelihoodSpread } from '../statistics/likelihood-spread.ts';
import type { InputDistribution } from '../uncertainty/input-distribution.ts';
import { betaDiscreteWeibullLogLikelihood } from './beta-discrete-weibull.ts';
import { type CohortProblem, cohortsProblem, renewalsByAge, type Survivors } from './cohort-renewals.ts';
import { type ModelProblem, modelProblem, type RetentionModel } from './retention-model.ts';
import { shiftedBetaGeometricLogLikelihood } from './shifted-beta-geometric.ts';

/** A retention model that is known from cohorts only, as something to draw. */
export interface UncertainRetention {
  /** What is drawn, each independently of the others. */
  readonly distributions: readonly InputDistribution[];
  /** The model that values drawn from them make. */
  readonly modelAt: (drawn: readonly number[]) => RetentionModel;
}

/** One churn for all is a share seen in counts: of all who could leave, at any renewal, those who did. */
function uncertainChurn(cohorts: readonly Survivors[]): UncertainRetention {
  const renewals = renewalsByAge(cohorts);
  const events = renewals.reduce((sum, { left }) => sum + left, 0);
  const nonEvents = renewals.reduce((sum, { stayed }) => sum + stayed, 0);
  return {
    distributions: [{ kind: 'beta', events, nonEvents }],
    modelAt: ([churn = Number.NaN]) => ({ kind: 'constant-churn', churn }),
  };
}

/** A model drawn by the logarithms of its parameters, all above 0. */
function uncertainParameters<Name extends string>(
  fitted: Readonly<Record<Name, number>>,
  toModel: (parameters: Record<Name, number>) => RetentionModel,
  logLikelihood: (parameters: Record<Name, number>) => Result<number, string>,
): Result<UncertainRetention, 'spread-unknown'> {
  const names = Object.keys(fitted) as Name[];
  const parametersAt = (logs: readonly number[]) =>
    Object.fromEntries(names.map((name, axis) => [name, Math.exp(logs[axis] ?? Number.NaN)])) as Record<Name, number>;
  const spread = likelihoodSpread({
    logLikelihood: (logs) => {
      const likelihood = logLikelihood(parametersAt(logs));
      return likelihood.ok ? likelihood.value : Number.NaN;
    },
    top: names.map((name) => Math.log(fitted[name])),
  });
  if (!spread.ok) return spread;
  return success({
    distributions: names.map(() => ({ kind: 'standard-normal' })),
    modelAt: (drawn) => toModel(parametersAt(spread.value(drawn))),
  });
}

/**
 * How sure a retention model is that was fitted to cohorts: parameters to draw as other cohorts like these could have
 * given them. Constant churn is drawn as a share seen in counts, the parameters of the other models as normally
 * distributed logarithms around the fit, as closely as the likelihood holds them there (`likelihoodSpread`).
 *
 * Takes the model for the true one: that another model could be right, or that the future could differ from the past, is
 * not in it. Has no answer where the cohorts hardly show a parameter (`spread-unknown`), as where customers do not differ.
 *
 * @example retentionUncertainty({ model: { kind: 'constant-churn', churn: 0.2 }, cohorts: [[100, 80, 64]] }).value.distributions // [{ kind: 'beta', events: 36, nonEvents: 144 }]
 */
export function retentionUncertainty({
  model,
  cohorts,
}: {
  /** As fitted to the cohorts. */
  readonly model: RetentionModel;
  readonly cohorts: readonly Survivors[];
}): Result<UncertainRetention, ModelProblem | CohortProblem | 'spread-unknown'> {
  const problem = modelProblem(model) ?? cohortsProblem(cohorts);
  if (problem) return problem;
  switch (model.kind) {
    case 'constant-churn':
      return success(uncertainChurn(cohorts));
    case 'shifted-beta-geometric': {
      const { kind, alpha, beta } = model;
      return uncertainParameters(
        { alpha, beta },
        (shape) => ({ kind, ...shape }),
        (shape) => shiftedBetaGeometricLogLikelihood({ cohorts, ...shape }),
      );
    }
    case 'beta-discrete-weibull': {
      const { kind, gamma, delta, shape } = model;
      return uncertainParameters(
        { gamma, delta, shape },
        (parameters) => ({ kind, ...parameters }),
        (parameters) => betaDiscreteWeibullLogLikelihood({ cohorts, ...parameters }),
      );
    }
    default:
      return model satisfies never;
  }
}
