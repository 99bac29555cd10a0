import type { APIContext } from 'astro';
import { ordersTable, subscriptionsTable, surveyTable } from '../../build/synthetic-tables.ts';

const tables = {
  'synthetic-subscriptions': subscriptionsTable,
  'synthetic-orders': ordersTable,
  'synthetic-survey': surveyTable,
} as const;
type TableName = keyof typeof tables;

/** Made again only if the code has changed: a table has no other source. */
export function getStaticPaths() {
  return (Object.keys(tables) as TableName[]).map((name) => ({ params: { name }, props: { name }, cacheKey: name }));
}

export function GET({ props }: APIContext<{ name: TableName }>) {
  return new Response(tables[props.name]());
}
