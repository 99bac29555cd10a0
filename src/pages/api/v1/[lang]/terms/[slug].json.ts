import type { APIContext } from 'astro';
import type { Locale } from '../../../../../lib/i18n/locales.ts';
import { entryPaths, type Term } from '../../../../../queries.ts';
import { termRecord } from '../../../../../term-records.ts';

export const getStaticPaths = () => entryPaths('terms');

export async function GET({ props }: APIContext<{ locale: Locale; item: Term }>) {
  return Response.json(await termRecord(props.item, props.locale));
}
