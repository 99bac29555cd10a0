import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import {
  comparisonSchema,
  comparisonTextSchema,
  conceptSchema,
  termTextSchema,
} from '../../src/lib/glossary/concept.ts';
import { selfCheckSchema } from '../../src/lib/glossary/self-check.ts';
import { locales } from '../../src/lib/i18n/locales.ts';

interface JsonSchema {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
  readonly additionalProperties?: unknown;
}

const schemas: readonly (readonly [string, z.ZodMiniType])[] = [
  ['concept.yaml', conceptSchema],
  ['comparison.yaml', comparisonSchema],
  ['check.yaml', selfCheckSchema],
  ...locales.flatMap((locale) => [
    [`${locale}.mdx of a term`, termTextSchema(locale)] as const,
    [`${locale}.mdx of a comparison`, comparisonTextSchema(locale)] as const,
  ]),
];

/** Named parts whose name says it all. */
const plain = new Set<string>([...locales, 'page', 'chapter', 'section', 'table', 'figure', 'equation']);

function fieldsOf(schema: JsonSchema, path = ''): [path: string, schema: JsonSchema][] {
  const own = Object.entries(schema.properties ?? {}).flatMap(([name, field]) => [
    [`${path}${name}`, field] as [string, JsonSchema],
    ...fieldsOf(field, `${path}${name}.`),
  ]);
  return [...own, ...(schema.items ? fieldsOf(schema.items, path) : [])];
}

describe.each(schemas)('the schema of %s', (_, schema) => {
  const json = z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' }) as JsonSchema;

  it('describes every field that authors fill in, each in its own words', () => {
    const fields = fieldsOf(json).filter(([path]) => !plain.has(path.split('.').at(-1) ?? ''));
    expect(fields.length).toBeGreaterThan(1);
    expect(fields.filter(([, { description }]) => !description).map(([path]) => path)).toEqual([]);
    const descriptions = fields.map(([, { description }]) => description);
    expect(new Set(descriptions).size).toBe(descriptions.length);
  });

  it('takes no field it does not know', () => {
    expect(json.additionalProperties).toBe(false);
  });
});
