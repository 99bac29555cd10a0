import { headingsIn } from './lib/glossary/content-links.ts';
import { askedWords } from './lib/glossary/search/asked-words.ts';
import { type LexiconEntry, namedPages } from './lib/glossary/search/lexicon.ts';
import { makeLexicon } from './lib/glossary/search/make-lexicon.ts';
import type { AskedWords } from './lib/glossary/search/pack-asked.ts';
import { authorSections, type SectionId } from './lib/glossary/sections.ts';
import { type Locale, type Localized, locales, otherLocales } from './lib/i18n/locales.ts';
import { calculatorNames } from './lib/i18n/routes.ts';
import { messagesIn } from './messages.ts';
import { type Entry, getAsked, getGlossary } from './queries.ts';

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
function sectionsIn(body: string, locale: Locale): SectionId[] {
  const t = messagesIn(locale);
  const headings = new Set(headingsIn(body));
  return authorSections.filter((section) => headings.has(t(`section.${section}`)));
}

function withSections<Data, Text>(entries: ReadonlyMap<string, Entry<Data, Text>>) {
  return [...entries.values()].map((entry) => ({
    ...entry,
    sections: Object.fromEntries(
      locales.map((locale) => [locale, sectionsIn(entry.contents[locale].body, locale)]),
    ) as unknown as Localized<SectionId[]>,
    drawsMaps: locales.some((locale) => /\]\(journey-map:/.test(entry.contents[locale].body)),
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

/** What people ask of the pages of a language; of an entry also its definition and its keywords elsewhere. */
export async function askedOfPages(locale: Locale): Promise<AskedWords> {
  const { terms, comparisons, guides } = await getGlossary();
  const asked = new Map([...getAsked()].map(([slug, { [locale]: sections }]) => [slug, sections]));
  const phrasesIn = (section: SectionId) =>
    [...asked.values()].reduce((sum, sections) => sum + (sections[section]?.length ?? 0), 0);
  // The same places in every term and comparison, those of which most is asked first: what hardly differs hardly weighs.
  const places = authorSections.toSorted((one, other) => phrasesIn(other) - phrasesIn(one));
  const common = Object.fromEntries(places.map((section) => [section, []]));
  const entries = [...terms.values(), ...comparisons.values(), ...guides.values()].map(({ slug, texts }) => {
    const { definition = [], ...sections } = asked.get(slug) ?? {};
    const keywords = otherLocales(locale).flatMap((language) => texts[language].keywords);
    const all = [...definition, texts[locale].definition, ...keywords];
    return { slug, keywords, phrases: { definition: all, ...(!guides.has(slug) && common), ...sections } };
  });
  const others = [...calculatorNames, ...namedPages].map((slug) => ({ slug, phrases: asked.get(slug) ?? {} }));
  return askedWords(
    Object.fromEntries([...entries, ...others].map(({ slug, phrases }) => [slug, phrases])),
    entries.flatMap(({ keywords }) => keywords),
  );
}
