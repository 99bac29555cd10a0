import type { APIContext } from 'astro';
import type { Locale } from '../../../../lib/i18n/locales.ts';
import { languagePaths } from '../../../../queries.ts';
import { termList } from '../../../../term-records.ts';

export const getStaticPaths = languagePaths;

export async function GET({ props }: APIContext<{ locale: Locale }>) {
  return Response.json(await termList(props.locale));
}
