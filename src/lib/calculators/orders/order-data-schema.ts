import * as z from 'zod/mini';
import { type OrderData, spendProblems } from './order-data.ts';

const positive = z.number().check(z.positive());
const notNegative = z.number().check(z.nonnegative());
const share = z.number().check(z.minimum(0), z.maximum(1));
const count = z.int().check(z.nonnegative());

const historySchema = z
  .strictObject({ repeatOrders: count, lastOrder: notNegative, age: notNegative })
  .check(
    z.refine(
      ({ repeatOrders, lastOrder, age }) => lastOrder <= age && (repeatOrders === 0 ? lastOrder === 0 : lastOrder > 0),
    ),
  );

const spendSchema = z.strictObject({
  model: z.strictObject({ orderShape: positive, customerShape: positive, spendScale: positive }),
  expected: positive,
  correlation: z.optional(z.number().check(z.minimum(-1), z.maximum(1))),
});

const segmentSchema = z.strictObject({
  fewest: count,
  most: z.optional(count),
  customers: z.int().check(z.positive()),
  active: share,
  spend: z.optional(notNegative),
  typical: z.array(historySchema).check(z.minLength(1), z.maxLength(20)),
});

/** What a list of orders comes to, as calculations are kept and written to files. */
export const orderDataSchema = z.strictObject({
  model: z.strictObject({ r: positive, alpha: positive, a: positive, b: positive }),
  spend: z.union([spendSchema, z.enum(spendProblems)]),
  customers: z.int().check(z.positive()),
  fitted: z.int().check(z.positive()),
  repeatCustomers: count,
  repeatOrders: count,
  weeks: notNegative,
  active: share,
  frequencies: z
    .array(z.strictObject({ repeatOrders: count, observed: count, expected: notNegative }))
    .check(z.minLength(2), z.maxLength(20)),
  segments: z.array(segmentSchema).check(z.minLength(1), z.maxLength(20)),
}) satisfies z.ZodMiniType<OrderData>;
