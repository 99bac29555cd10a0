import type { APIContext } from 'astro';
import { lexicon } from '../../lexicon.ts';
import type { Locale } from '../../lib/i18n/locales.ts';
import { languagePaths } from '../../queries.ts';

export const getStaticPaths = languagePaths;

export async function GET({ props }: APIContext<{ locale: Locale }>) {
  return Response.json(await lexicon(props.locale));
}
