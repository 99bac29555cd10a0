import * as z from 'zod/mini';
import { mostGroups } from '../../table/group-column.ts';
import type { CustomerSummary } from '../customer-summary.ts';
import { untestable } from './group-survival.ts';

/** More rows than any summary has. */
const mostRows = 200;
const longestGroupName = 100;

const count = z.int().check(z.nonnegative());
const amount = z.number().check(z.nonnegative());
const share = z.number().check(z.minimum(0), z.maximum(1));
/** Months since the year 0, or fewer longer periods; days since 1970 may lie before it. */
const period = z.int().check(z.minimum(-200_000), z.maximum(200_000));
const day = z.int().check(z.minimum(-800_000), z.maximum(3_000_000));
const rows = <Schema extends z.core.$ZodType>(schema: Schema) => z.array(schema).check(z.maxLength(mostRows));

const flow = z.strictObject({ atStart: amount, lost: amount, joined: amount, lostAgain: amount });

const calendar = z.strictObject({
  periods: rows(
    z.strictObject({
      period,
      customers: flow,
      revenue: z.exactOptional(flow),
      lower: z.exactOptional(share),
      upper: z.exactOptional(share),
    }),
  ),
  pooled: z.exactOptional(
    z.strictObject({
      atStart: count.check(z.positive()),
      lost: count,
      lower: share,
      upper: share,
      revenue: z.exactOptional(z.strictObject({ atStart: amount, lost: amount })),
      averageOfRates: share,
    }),
  ),
  cohorts: z.strictObject({
    periods: rows(period),
    customers: rows(rows(count)),
    revenue: z.exactOptional(rows(rows(amount))),
  }),
  quiet: z.exactOptional(z.strictObject({ periods: count, expected: amount })),
});

const view = z.strictObject({
  length: z.literal([1, 3, 12]),
  byAge: z.strictObject({
    ages: rows(
      z.strictObject({ age: count, atRisk: count.check(z.positive()), lost: count, lower: share, upper: share }),
    ),
    periods: count,
    lost: count,
  }),
  survivors: rows(count),
  calendar: z.exactOptional(calendar),
});

const survival = {
  customers: count,
  ended: count,
  longest: amount,
  points: rows(
    z.strictObject({
      time: amount,
      survival: share,
      lower: z.exactOptional(share),
      upper: z.exactOptional(share),
    }),
  ),
  median: z.exactOptional(amount),
  medianLower: z.exactOptional(amount),
  medianUpper: z.exactOptional(amount),
};

/** A summary of a list of customers, as files and drafts hold it. */
export const customerDataSchema: z.ZodMiniType<CustomerSummary> = z.strictObject({
  customersAtStart: count,
  customersLost: count,
  months: z.literal([1, 3, 12]),
  customers: count,
  ended: count,
  averageRevenue: z.exactOptional(amount),
  timeUnit: z.literal(['months', 'years']),
  observed: z.exactOptional(z.strictObject({ firstDay: day, lastDay: day, later: count, endLater: count })),
  views: z.array(view).check(z.minLength(1), z.maxLength(3)),
  readable: z.literal([1, 3, 12]),
  survival: z.strictObject(survival),
  groups: z.exactOptional(
    z.strictObject({
      groups: rows(
        z.strictObject({
          name: z.union([z.string().check(z.maxLength(longestGroupName)), count.check(z.maximum(mostGroups))]),
          ...survival,
          expected: z.exactOptional(amount),
          pValue: z.exactOptional(share),
        }),
      ),
      test: z.union([z.strictObject({ pValue: share }), z.strictObject({ reason: z.enum(untestable) })]),
    }),
  ),
});
