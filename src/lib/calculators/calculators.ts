import type { CalculatorName } from '../i18n/routes.ts';
import { churnCalculator } from './churn.ts';
import type { Calculator } from './model.ts';
import { netPromoterCalculator } from './net-promoter.ts';
import { wholeLifetimeValueCalculator } from './whole-lifetime-value.ts';

/** The calculators by name. Pages import their own; this is for what has to know all of them. */
export const calculators: Readonly<Record<CalculatorName, Calculator>> = {
  ltv: wholeLifetimeValueCalculator,
  churn: churnCalculator,
  nps: netPromoterCalculator,
};
