import type { APIContext } from 'astro';
import type { Locale } from '../../../lib/i18n/locales.ts';
import { citedReferences, languageFilePaths } from '../../../queries.ts';

export const getStaticPaths = languageFilePaths;

export async function GET({ props }: APIContext<{ locale: Locale }>) {
  // Loaded only here: a kept file needs no library.
  const { bibtex } = await import('../../../build/bibtex.ts');
  return new Response(bibtex(await citedReferences(props.locale), props.locale));
}
