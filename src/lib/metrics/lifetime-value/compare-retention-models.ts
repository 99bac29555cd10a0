import { failure, type Result, success } from '../../result.ts';
import { firstProblem, type WholePeriodsProblem, wholePeriodsProblem } from '../checks.ts';
import { type BetaDiscreteWeibullProblem, fitBetaDiscreteWeibull } from './beta-discrete-weibull.ts';
import type { CohortProblem, Survivors } from './cohort-renewals.ts';
import { fitConstantChurn } from './constant-churn.ts';
import type { Fitted } from './fitted.ts';
import { type ProjectionProblem, projectionError, type RetentionModel } from './retention-model.ts';
import { fitShiftedBetaGeometric, type ShiftedBetaGeometricProblem } from './shifted-beta-geometric.ts';

type FitProblem = CohortProblem | ShiftedBetaGeometricProblem | BetaDiscreteWeibullProblem | 'too-large';

/** The models, from the one with the fewest parameters to the one with the most. */
const models = [
  { kind: 'constant-churn', parameters: 1, fitTo: fitConstantChurn },
  { kind: 'shifted-beta-geometric', parameters: 2, fitTo: fitShiftedBetaGeometric },
  { kind: 'beta-discrete-weibull', parameters: 3, fitTo: fitBetaDiscreteWeibull },
] as const satisfies {
  readonly kind: RetentionModel['kind'];
  readonly parameters: number;
  readonly fitTo: (input: { readonly cohorts: readonly Survivors[] }) => Result<Fitted<RetentionModel>, FitProblem>;
}[];

export interface ModelComparison {
  readonly kind: RetentionModel['kind'];
  /** The model fitted to all that is known, if it can be. */
  readonly fit: Result<Fitted<RetentionModel>, FitProblem>;
  /** Akaike's information criterion, 2·parameters − 2·log-likelihood: the lowest model is the best for its size. */
  readonly aic: Result<number, FitProblem>;
  /** Mean error of the survivors projected by a fit that did not see the last periods, a ratio. */
  readonly holdOutError: Result<number, FitProblem | ProjectionProblem>;
}

/** Cohorts as they looked some periods ago. */
function without(cohorts: readonly Survivors[], periods: number): Survivors[] {
  return cohorts.map((survivors) => survivors.slice(0, -periods)).filter((survivors) => survivors.length > 1);
}

/**
 * Constant churn, the shifted-beta-geometric and the beta-discrete-Weibull model on the same cohorts: how well each
 * fits for the parameters it needs, and how well it would have foretold the last periods of each cohort.
 *
 * Source of the criterion: H. Akaike, "A New Look at the Statistical Model Identification", IEEE Transactions on
 * Automatic Control 19(6), 1974.
 *
 * @example compareRetentionModels({ cohorts: [[1000, 869, 743, 653, 593, 551, 517, 491]], holdOutPeriods: 3 }).value.map(({ kind }) => kind) // ['constant-churn', 'shifted-beta-geometric', 'beta-discrete-weibull']
 */
export function compareRetentionModels({
  cohorts,
  holdOutPeriods,
}: {
  readonly cohorts: readonly Survivors[];
  /** Last periods of each cohort that the fits behind `holdOutError` do not see. */
  readonly holdOutPeriods: number;
}): Result<ModelComparison[], CohortProblem | WholePeriodsProblem | 'too-few-periods' | 'too-large'> {
  const problem = firstProblem({ holdOutPeriods }, wholePeriodsProblem);
  if (problem) return problem;
  const simplest = fitConstantChurn({ cohorts });
  if (!simplest.ok) return simplest;
  const known = without(cohorts, holdOutPeriods);
  if (known.length === 0) return failure('too-few-periods', 'holdOutPeriods');
  return success(
    models.map(({ kind, parameters, fitTo }) => {
      const fitted = fitTo({ cohorts });
      const earlier = fitTo({ cohorts: known });
      return {
        kind,
        fit: fitted,
        aic: fitted.ok ? success(2 * parameters - 2 * fitted.value.logLikelihood) : fitted,
        holdOutError: earlier.ok
          ? projectionError({ model: earlier.value, cohorts, lastPeriods: holdOutPeriods })
          : earlier,
      };
    }),
  );
}
