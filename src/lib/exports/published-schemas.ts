import * as z from 'zod/mini';
import { calculationSchema } from '../calculators/document.ts';
import { journeyMapSchema } from '../journey-map/schema.ts';
import { termListSchema, termRecordSchema } from './term-record.ts';

/** The published formats, by the name in their address `/schemas/{name}/v1.json`. */
export const publishedSchemas = {
  terms: termListSchema,
  term: termRecordSchema,
  calculation: calculationSchema,
  'journey-map': journeyMapSchema,
} as const;
export type SchemaName = keyof typeof publishedSchemas;

/** A published format as JSON Schema (2020-12). */
export function jsonSchema(name: SchemaName, id: string): object {
  return { $id: id, ...z.toJSONSchema(publishedSchemas[name]) };
}
