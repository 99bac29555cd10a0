import type { APIContext } from 'astro';
import type { Locale } from '../../../lib/i18n/locales.ts';
import { type TemplateName, templateNames } from '../../../lib/journey-map/template-names.ts';
import { writeJourneyMap } from '../../../lib/journey-map/text.ts';
import { getJourneyMap, inEveryLanguage } from '../../../queries.ts';
import { schemaAddress } from '../../../term-records.ts';

export const getStaticPaths = () => inEveryLanguage(templateNames, (name) => ({ name }));

/** A map to begin with, as a file that the builder and other programs open. */
export async function GET({ props: { locale, item } }: APIContext<{ locale: Locale; item: TemplateName }>) {
  return new Response(writeJourneyMap(await getJourneyMap(item, locale), schemaAddress('journey-map')));
}
