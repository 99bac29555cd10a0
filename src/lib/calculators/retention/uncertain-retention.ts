import { retentionUncertainty } from '../../metrics/lifetime-value/retention-uncertainty.ts';
import { type Result, success } from '../../result.ts';
import type { UncertainData } from '../model.ts';
import { chosenCurve, type RetentionData } from './retention-data.ts';
import { readSurvivors } from './survivor-table.ts';

/** A table of survivors as chance could have let it turn out: with a curve drawn in the place of the fitted one. */
export function uncertainRetention(data: RetentionData): Result<UncertainData<RetentionData>, string> {
  const model = chosenCurve(data);
  if (!model.ok) return model;
  // While a changed table is worked out, the curve is still that of the table before.
  const cohorts = readSurvivors(data.fits?.of ?? data.survivors);
  if (!cohorts.ok) return cohorts;
  const uncertain = retentionUncertainty({ model: model.value, cohorts: cohorts.value });
  if (!uncertain.ok) return uncertain;
  const { distributions, modelAt } = uncertain.value;
  return success({ distributions, dataAt: (drawn) => ({ ...data, drawn: modelAt(drawn) }) });
}
