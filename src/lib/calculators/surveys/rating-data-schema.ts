import * as z from 'zod/mini';
import type { RatingData } from './rating-data.ts';

/** Years 1 to 9999, in months since January 1970. */
const firstMonth = -1969 * 12;
const lastMonth = 8030 * 12 - 1;
const mostSegments = 201;

const counts = z.array(z.int().check(z.nonnegative())).check(
  z.length(11),
  z.refine((list) => list.some((count) => count > 0)),
);

/** What a file of answers comes to, as calculations are kept and written to files. */
export const ratingDataSchema = z
  .strictObject({
    scale: z.enum(['0-10', '1-10']),
    counts,
    segments: z.array(z.strictObject({ name: z.string(), counts })).check(z.maxLength(mostSegments)),
    months: z.array(z.strictObject({ month: z.int().check(z.minimum(firstMonth), z.maximum(lastMonth)), counts })),
  })
  .check(z.refine(({ scale, counts }) => scale === '0-10' || counts[0] === 0)) satisfies z.ZodMiniType<RatingData>;
