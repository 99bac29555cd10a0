import type * as z from 'zod/mini';
import { customerDataSchema } from './customers/customer-data-schema.ts';
import { orderDataSchema } from './orders/order-data-schema.ts';
import { retentionDataSchema } from './retention/retention-data-schema.ts';
import { ratingDataSchema } from './surveys/rating-data-schema.ts';

/** What the models with data stand on, by the name of the model, as files and drafts hold it. */
export const dataSchemas: Readonly<Record<string, z.ZodMiniType>> = {
  retention: retentionDataSchema,
  orders: orderDataSchema,
  customers: customerDataSchema,
  answers: ratingDataSchema,
};
