/**
 * The measures, one line each. What a measure means, its equation, units, edge cases and source stand in its file, with
 * an example that is run by the tests. All take named numbers (rates as ratios from 0 to 1) and give a `Result`: the
 * value, or the reason why there is none and the field it is about. Nothing here needs a browser.
 *
 * Pages import the files they need, so that heavier models load when they are chosen; this list is for reading, for
 * trying a measure from a terminal, and for the tests.
 */
// biome-ignore-all assist/source/organizeImports: in the order of their subjects, as one would look for them.

// Lifetime value
export { simpleLifetimeValue } from './lifetime-value/simple-lifetime-value.ts';
export {
  discountedLifetimeValue,
  monthlyDiscountRate,
  perpetualLifetimeValue,
} from './lifetime-value/discounted-lifetime-value.ts';

// Lifetime value from cohorts under contract
export { fitConstantChurn } from './lifetime-value/constant-churn.ts';
export {
  fitShiftedBetaGeometric,
  shiftedBetaGeometricLogLikelihood,
  shiftedBetaGeometricRetention,
} from './lifetime-value/shifted-beta-geometric.ts';
export { betaDiscreteWeibullLogLikelihood, fitBetaDiscreteWeibull } from './lifetime-value/beta-discrete-weibull.ts';
export { compareRetentionModels } from './lifetime-value/compare-retention-models.ts';
export { retentionUncertainty } from './lifetime-value/retention-uncertainty.ts';
export { projectionError, retentionCurve } from './lifetime-value/retention-model.ts';
export {
  discountedExpectedLifetime,
  discountedExpectedResidualLifetime,
} from './lifetime-value/discounted-expected-lifetime.ts';

// Lifetime value from orders without a contract
export { betaGeometricNbdLogLikelihood, fitBetaGeometricNbd } from './lifetime-value/beta-geometric-nbd-fit.ts';
export {
  expectedFutureOrders,
  expectedRepeatOrders,
  probabilityAlive,
  repeatOrderShare,
} from './lifetime-value/beta-geometric-nbd.ts';
export { fitGammaGamma, gammaGammaLogLikelihood } from './lifetime-value/gamma-gamma-fit.ts';
export { expectedSpendPerOrder } from './lifetime-value/gamma-gamma.ts';
export { orderLifetimeValue } from './lifetime-value/order-lifetime-value.ts';

// Churn and retention
export { customerChurnRate } from './churn/customer-churn-rate.ts';
export { averageCustomerChurnRate } from './churn/average-customer-churn-rate.ts';
export { dailyMeanCustomerChurnRate } from './churn/daily-mean-customer-churn-rate.ts';
export { customerRetentionRate } from './churn/customer-retention-rate.ts';
export {
  annualChurnRate,
  churnForPeriod,
  churnHalfLife,
  expectedLifetime,
  monthlyChurnRate,
  survivalShare,
} from './churn/churn-periods.ts';
export { revenueAtEnd } from './churn/revenue-movements.ts';
export { grossRevenueChurn, grossRevenueRetention } from './churn/gross-revenue-retention.ts';
export { netRevenueChurn, netRevenueRetention } from './churn/net-revenue-retention.ts';
export { quickRatio } from './churn/quick-ratio.ts';
export { cohortTable } from './churn/cohort-table.ts';
export { kaplanMeier } from './churn/kaplan-meier.ts';
export { logRankTest } from './churn/log-rank-test.ts';
export { proportionInterval } from './statistics/proportion-interval.ts';
export { proportionDifference } from './statistics/proportion-difference.ts';
export { chiSquareTest } from './statistics/chi-square-test.ts';
export { holmAdjustment } from './statistics/holm-adjustment.ts';

// Surveys: NPS, CSAT, CES
export { classifyRating, countRatings, tallyRatings } from './survey/rating-scale.ts';
export { netPromoterScore, netPromoterVariance } from './survey/net-promoter-score.ts';
export { netPromoterInterval } from './survey/net-promoter-interval.ts';
export { netPromoterDifference } from './survey/net-promoter-difference.ts';
export { netPromoterTrend } from './survey/net-promoter-trend.ts';
export { netPromoterSampleSize, netPromoterSampleSizeForChange } from './survey/net-promoter-sample-size.ts';
export { satisfiedShare } from './survey/satisfied-share.ts';
export { customerSatisfaction } from './survey/customer-satisfaction.ts';
export { customerEffort } from './survey/customer-effort.ts';

// Use and service
export { adoptionRate } from './usage/adoption-rate.ts';
export { repeatPurchaseRate } from './usage/repeat-purchase-rate.ts';
export { firstResponseTime } from './service/first-response-time.ts';

// Unit economics
export { lifetimeValueToAcquisitionCost } from './unit-economics/lifetime-value-to-acquisition-cost.ts';
export { paybackMonths, paybackMonthsWithChurn } from './unit-economics/payback.ts';
export { churnForLifetimeValueRatio } from './unit-economics/churn-for-lifetime-value-ratio.ts';
export { priceForPayback } from './unit-economics/price-for-payback.ts';
export { breakEven } from './unit-economics/break-even.ts';

// Uncertainty and sensitivity
export { simulate } from './uncertainty/simulation.ts';
export { swingRanges, tornado } from './uncertainty/tornado.ts';
export { elasticity } from './uncertainty/elasticity.ts';
export { whatIfTable } from './uncertainty/what-if-table.ts';
