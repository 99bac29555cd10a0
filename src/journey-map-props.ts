import type { FieldHelpTexts } from './components/journey-map/FieldHelp.tsx';
import type { Template } from './components/journey-map/templates.ts';
import type { Locale } from './lib/i18n/locales.ts';
import { explainingTerms } from './lib/journey-map/explaining-terms.ts';
import { templateNames } from './lib/journey-map/template-names.ts';
import { messagesIn } from './messages.ts';
import { getGlossary } from './queries.ts';
import { asset, href } from './site.ts';

/** The maps to begin with, as the list of maps offers them. */
export function journeyMapTemplates(locale: Locale): readonly Template[] {
  const t = messagesIn(locale);
  return templateNames.map((name) => ({
    name,
    title: t(`journey.template.${name}`),
    text: t(`journey.template.${name}.text`),
    address: asset(`${locale}/journey-map/${name}.json`),
  }));
}

/** What the glossary says of the parts of a map. */
export async function journeyMapHelp(locale: Locale): Promise<FieldHelpTexts> {
  const { terms } = await getGlossary();
  const explanations = Object.entries(explainingTerms).map(([part, slug]) => {
    const text = terms.get(slug)?.texts[locale];
    if (!text) throw new Error(`"${slug}" explains a part of journey maps and is not in the glossary.`);
    const { term, definition } = text;
    return [part, { term, definition, href: href(locale, { page: 'term', slug }) }];
  });
  return Object.fromEntries(explanations) as FieldHelpTexts;
}
