import type { APIContext } from 'astro';
import { jsonSchema, publishedSchemas, type SchemaName } from '../../../lib/exports/published-schemas.ts';
import { schemaAddress } from '../../../term-records.ts';

export function getStaticPaths() {
  return (Object.keys(publishedSchemas) as SchemaName[]).map((name) => ({ params: { name }, props: { name } }));
}

export function GET({ props: { name } }: APIContext<{ name: SchemaName }>) {
  return Response.json(jsonSchema(name, schemaAddress(name)));
}
