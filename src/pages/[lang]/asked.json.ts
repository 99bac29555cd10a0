import type { APIContext } from 'astro';
import { askedOfPages } from '../../lexicon.ts';
import { packAsked } from '../../lib/glossary/search/pack-asked.ts';
import type { Locale } from '../../lib/i18n/locales.ts';
import { askedFilePaths } from '../../queries.ts';

export const getStaticPaths = askedFilePaths;

/** What people ask of each page in their own words. */
export async function GET({ props }: APIContext<{ locale: Locale }>) {
  return Response.json(packAsked(await askedOfPages(props.locale)));
}
