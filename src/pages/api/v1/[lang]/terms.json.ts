import type { APIContext } from 'astro';
import type { Locale } from '../../../../lib/i18n/locales.ts';
import { languageFilePaths } from '../../../../queries.ts';
import { termList } from '../../../../term-records.ts';

export const getStaticPaths = languageFilePaths;

export async function GET({ props }: APIContext<{ locale: Locale }>) {
  return Response.json(await termList(props.locale));
}
