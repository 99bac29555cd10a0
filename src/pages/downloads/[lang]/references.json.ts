import type { APIContext } from 'astro';
import { cslJson } from '../../../lib/glossary/reference.ts';
import type { Locale } from '../../../lib/i18n/locales.ts';
import { citedReferences, languageFilePaths } from '../../../queries.ts';

export const getStaticPaths = languageFilePaths;

/** The works the pages of a language cite, as CSL-JSON for a reference manager. */
export async function GET({ props }: APIContext<{ locale: Locale }>) {
  const works = await citedReferences(props.locale);
  return Response.json(works.map((work) => cslJson(work, props.locale)));
}
