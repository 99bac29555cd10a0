import { type Locale, type Localized, otherLocales } from '../../i18n/locales.ts';
import { calculatorNames } from '../../i18n/routes.ts';
import type { Comparison, ComparisonText, Concept, TermText } from '../concept.ts';
import type { GuideText } from '../guide.ts';
import type { SectionId } from '../sections.ts';
import { type LexiconEntry, type NameSource, namedPages } from './lexicon.ts';
import { nameKey } from './name-key.ts';

interface Source<Data, Text> {
  readonly slug: string;
  readonly data: Data;
  readonly texts: Localized<Text>;
  readonly sections: Localized<readonly SectionId[]>;
  /** Whether the page leads to the journey-map builder. */
  readonly drawsMaps: boolean;
}

export type TermSource = Source<Pick<Concept, 'kind' | 'disambiguates' | 'calculators'>, TermText>;
export type ComparisonSource = Source<Pick<Comparison, 'terms'>, ComparisonText>;

/** Title and keywords of a page that is no term. */
export interface PageNames {
  readonly title: string;
  readonly keywords: readonly string[];
}

export interface LexiconSources {
  readonly terms: readonly TermSource[];
  readonly comparisons: readonly ComparisonSource[];
  readonly guides: readonly { readonly slug: string; readonly texts: Localized<GuideText> }[];
  readonly calculators: (name: (typeof calculatorNames)[number], locale: Locale) => PageNames;
  readonly pages: (name: (typeof namedPages)[number], locale: Locale) => PageNames;
}

type Names = Record<Exclude<NameSource, 'name'>, readonly (string | undefined)[]>;

/** Every name once, under the best of its sources: a reading that is found by its katakana name is left out. */
function listed(title: string, names: Partial<Names>): LexiconEntry['names'] {
  const seen = new Set([nameKey(title)]);
  const isNew = (text: string | undefined): text is string => {
    const key = nameKey(text ?? '');
    if (key === '' || seen.has(key)) return false;
    seen.add(key);
    return true;
  };
  const sources = Object.entries(names).map(([source, texts]) => [source, texts.filter(isNew)] as const);
  return Object.fromEntries(sources.filter(([, texts]) => texts.length > 0));
}

function termEntry({ slug, data, texts, sections, drawsMaps }: TermSource, locale: Locale): LexiconEntry {
  const { term, reading, aliases, keywords } = texts[locale];
  const others = otherLocales(locale).map((language) => texts[language]);
  const tools = [...data.calculators, ...(drawsMaps ? ['journey-map'] : [])];
  return {
    title: term,
    otherTitle: others.map((text) => text.term).join(' / '),
    kind: data.kind,
    slug,
    names: listed(term, {
      alias: aliases.map(({ name }) => name),
      reading: [reading, ...aliases.map((alias) => alias.reading)],
      'other-language': others.flatMap((text) => [
        text.term,
        text.reading,
        ...text.aliases.flatMap(({ name, reading }) => [name, reading]),
      ]),
      keyword: keywords,
    }),
    sections: sections[locale],
    ...(data.disambiguates.length > 0 && { terms: data.disambiguates }),
    ...(tools.length > 0 && { tools }),
  };
}

function comparisonEntry({ slug, data, texts, sections }: ComparisonSource, locale: Locale): LexiconEntry {
  const { title, keywords } = texts[locale];
  const others = otherLocales(locale).map((language) => texts[language].title);
  return {
    title,
    otherTitle: others.join(' / '),
    kind: 'comparison',
    slug,
    names: listed(title, { 'other-language': others, keyword: keywords }),
    sections: sections[locale],
    terms: data.terms,
  };
}

function pageEntry(
  kind: 'guide' | 'calculator' | 'page',
  slug: string,
  { title, keywords }: PageNames,
  others: readonly PageNames[],
): LexiconEntry {
  const otherTitles = others.map((names) => names.title);
  return {
    title,
    otherTitle: otherTitles.join(' / '),
    kind,
    slug,
    names: listed(title, { 'other-language': otherTitles, keyword: keywords }),
  };
}

/** Every page of a language that can be found by name. */
export function makeLexicon(sources: LexiconSources, locale: Locale): LexiconEntry[] {
  const others = otherLocales(locale);
  return [
    ...sources.terms.map((term) => termEntry(term, locale)),
    ...sources.comparisons.map((comparison) => comparisonEntry(comparison, locale)),
    ...sources.guides.map(({ slug, texts }) =>
      pageEntry(
        'guide',
        slug,
        texts[locale],
        others.map((other) => texts[other]),
      ),
    ),
    ...calculatorNames.map((name) =>
      pageEntry(
        'calculator',
        name,
        sources.calculators(name, locale),
        others.map((other) => sources.calculators(name, other)),
      ),
    ),
    ...namedPages.map((name) =>
      pageEntry(
        'page',
        name,
        sources.pages(name, locale),
        others.map((other) => sources.pages(name, other)),
      ),
    ),
  ];
}
