import * as z from 'zod/mini';
import { curveKinds, periodLengths, type RetentionData } from './retention-data.ts';

const longestTable = 200_000;

/** A table of survivors as calculations are kept and written to files. What follows from it is worked out anew. */
export const retentionDataSchema = z.pipe(
  z.strictObject({
    survivors: z.string().check(z.maxLength(longestTable)),
    monthsPerPeriod: z.literal(periodLengths),
    curve: z.optional(z.enum(curveKinds)),
    fits: z.optional(z.unknown()),
  }),
  z.transform(
    ({ survivors, monthsPerPeriod, curve }): RetentionData => ({ survivors, monthsPerPeriod, ...(curve && { curve }) }),
  ),
);
