import type { APIContext } from 'astro';
import type { Locale } from '../../../../../lib/i18n/locales.ts';
import { entryPaths, getGlossary, type Term } from '../../../../../queries.ts';
import { termRecord } from '../../../../../term-records.ts';

export async function getStaticPaths() {
  const { terms } = await getGlossary();
  return entryPaths(terms);
}

export async function GET({ props }: APIContext<{ locale: Locale; item: Term }>) {
  return Response.json(await termRecord(props.item, props.locale));
}
