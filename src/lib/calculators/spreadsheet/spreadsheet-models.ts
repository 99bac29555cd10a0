import { effortVersions } from '../../metrics/survey/customer-effort.ts';
import type { SpreadsheetModel } from './cell-formulas.ts';
import { counts, movements } from './churn-cells.ts';
import { discounted, expansion, simple } from './lifetime-value-cells.ts';
import { sampleSize } from './sample-size-cells.ts';
import { groups, ratings, scale } from './survey-cells.ts';

/** The models that a spreadsheet can recompute, by name. Those that stand on data are none: a sheet cannot fit. */
export const spreadsheetModels: Readonly<Record<string, SpreadsheetModel>> = {
  simple,
  discounted,
  expansion,
  counts,
  movements,
  groups,
  ratings,
  csat: scale({ points: 5, shareFrom: 4 }, 'satisfied', 'satisfiedShare'),
  'ces-agreement': scale(effortVersions.agreement, 'agreeing', 'agreementShare'),
  'ces-effort-2010': scale(effortVersions['effort-2010'], 'highEffort', 'highEffortShare'),
  'sample-size': sampleSize,
};
