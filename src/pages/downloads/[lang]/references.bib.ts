import type { APIContext } from 'astro';
import { bibtex } from '../../../build/bibtex.ts';
import type { Locale } from '../../../lib/i18n/locales.ts';
import { citedReferences, languagePaths } from '../../../queries.ts';

export const getStaticPaths = languagePaths;

export async function GET({ props }: APIContext<{ locale: Locale }>) {
  return new Response(bibtex(await citedReferences(props.locale), props.locale));
}
