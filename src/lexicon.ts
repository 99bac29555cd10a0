import { headingsIn } from './lib/glossary/content-links.ts';
import { type LexiconEntry, namedPages } from './lib/glossary/search/lexicon.ts';
import { makeLexicon } from './lib/glossary/search/make-lexicon.ts';
import { type AskedOfPage, phraseKey } from './lib/glossary/search/match-questions.ts';
import { authorSections, type SectionId } from './lib/glossary/sections.ts';
import { type Locale, type Localized, locales, otherLocales } from './lib/i18n/locales.ts';
import { calculatorNames } from './lib/i18n/routes.ts';
import { messagesIn } from './messages.ts';
import { type Entry, getGlossary } from './queries.ts';

const pageTitles = {
  'journey-map': 'journey.title',
  map: 'map.title',
  terms: 'terms.title',
  guides: 'guides.title',
  calculators: 'nav.calculators',
  references: 'nav.references',
  trainers: 'nav.trainers',
} as const;

/** The sections an author wrote, told by their headings. */
function sectionsIn(body: string | undefined, locale: Locale): SectionId[] {
  const t = messagesIn(locale);
  const headings = new Set(headingsIn(body ?? ''));
  return authorSections.filter((section) => headings.has(t(`section.${section}`)));
}

function withSections<Data, Text, Content extends { readonly body?: string }>(
  entries: ReadonlyMap<string, Entry<Data, Text, Content>>,
) {
  return [...entries.values()].map((entry) => ({
    ...entry,
    sections: Object.fromEntries(
      locales.map((locale) => [locale, sectionsIn(entry.contents[locale].body, locale)]),
    ) as unknown as Localized<SectionId[]>,
    drawsMaps: locales.some((locale) => /\]\(journey-map:/.test(entry.contents[locale].body ?? '')),
  }));
}

const keywords = (text: string) => text.split(/[,、]\s*/);

/** Every page of a language that can be found by name. */
export async function lexicon(locale: Locale): Promise<LexiconEntry[]> {
  const { terms, comparisons, guides } = await getGlossary();
  return makeLexicon(
    {
      terms: withSections(terms),
      comparisons: withSections(comparisons),
      guides: [...guides.values()],
      calculators: (name, language) => {
        const t = messagesIn(language);
        return { title: t(`calculator.${name}.title`), keywords: keywords(t(`search.keywords.${name}`)) };
      },
      pages: (name, language) => {
        const t = messagesIn(language);
        return { title: t(pageTitles[name]), keywords: keywords(t(`search.keywords.${name}`)) };
      },
    },
    locale,
  );
}

function keysOf(asked: AskedOfPage): AskedOfPage {
  const keys = Object.entries(asked).map(([section, phrases]) => [section, [...new Set(phrases.map(phraseKey))]]);
  return Object.fromEntries(keys);
}

/**
 * What people ask of the pages of a language, by slug, as keys of phrases; of an entry also its definition and its
 * keywords in the other languages.
 */
export async function askedOfPages(locale: Locale): Promise<Record<string, AskedOfPage>> {
  const { terms, comparisons, guides } = await getGlossary();
  const t = messagesIn(locale);
  const entries = [...terms.values(), ...comparisons.values(), ...guides.values()].map(({ slug, texts }) => {
    const { asked, definition } = texts[locale];
    const abroad = otherLocales(locale).flatMap((language) => texts[language].keywords);
    return [slug, keysOf({ ...asked, definition: [...(asked.definition ?? []), definition, ...abroad] })] as const;
  });
  const pages = [...calculatorNames, ...namedPages].map(
    (name) => [name, keysOf({ definition: t(`search.asked.${name}`).split(' | ') })] as const,
  );
  return Object.fromEntries([...entries, ...pages]);
}
