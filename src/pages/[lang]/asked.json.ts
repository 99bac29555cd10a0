import { getCollection } from 'astro:content';
import type { APIContext } from 'astro';
import { digestOf } from '../../build/kept.ts';
import { askedOfPages } from '../../lexicon.ts';
import type { Locale } from '../../lib/i18n/locales.ts';
import { languageFilePaths } from '../../queries.ts';

/** Made again only if what is asked, or a page, has changed. */
export async function getStaticPaths() {
  const asked = (await getCollection('asked')).map(({ id, data }) => [id, data]);
  const paths = await languageFilePaths();
  return paths.map((path) => ({ ...path, cacheKey: digestOf(path.cacheKey, JSON.stringify(asked)) }));
}

/** What people ask of each page in their own words, by its slug. */
export async function GET({ props }: APIContext<{ locale: Locale }>) {
  return Response.json(await askedOfPages(props.locale));
}
