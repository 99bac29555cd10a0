import type { LexiconEntry, LexiconName } from './lib/glossary/lexicon.ts';
import { type Locale, otherLocales } from './lib/i18n/locales.ts';
import { calculatorNames } from './lib/i18n/routes.ts';
import { messagesIn } from './messages.ts';
import { type ComparisonPage, getGlossary, type Term } from './queries.ts';
import { href } from './site.ts';

function named(source: LexiconName['source'], texts: readonly (string | undefined)[]): LexiconName[] {
  return texts.filter((text) => text !== undefined).map((text) => ({ text, source }));
}

/** Names of a term in one language: its own, its aliases, how both are read, and what else people call it. */
function termEntry({ slug, data, texts }: Term, locale: Locale): LexiconEntry {
  const { term, reading, aliases, keywords } = texts[locale];
  const others = otherLocales(locale).map((language) => texts[language]);
  return {
    title: term,
    otherTitle: others.map((text) => text.term).join(' / '),
    kind: data.kind,
    slug,
    href: href(locale, { page: 'term', slug }),
    names: [
      ...named('name', [term]),
      ...named(
        'alias',
        aliases.map(({ name }) => name),
      ),
      ...named('reading', [reading, ...aliases.map((alias) => alias.reading)]),
      ...named(
        'other-language',
        others.flatMap((text) => [
          text.term,
          text.reading,
          ...text.aliases.flatMap(({ name, reading }) => [name, reading]),
        ]),
      ),
      ...named('keyword', keywords),
    ],
  };
}

function comparisonEntry({ slug, texts }: ComparisonPage, locale: Locale): LexiconEntry {
  const { title, keywords } = texts[locale];
  const others = otherLocales(locale).map((language) => texts[language]);
  return {
    title,
    otherTitle: others.map((text) => text.title).join(' / '),
    kind: 'comparison',
    slug,
    href: href(locale, { page: 'comparison', slug }),
    names: [
      ...named('name', [title]),
      ...named(
        'other-language',
        others.flatMap((text) => [text.title, ...text.keywords]),
      ),
      ...named('keyword', keywords),
    ],
  };
}

/** Every page of a language that can be found by name. */
export async function lexicon(locale: Locale): Promise<LexiconEntry[]> {
  const { terms, comparisons } = await getGlossary();
  const calculators = calculatorNames.map((name): LexiconEntry => {
    const [title, ...others] = [locale, ...otherLocales(locale)].map((language) =>
      messagesIn(language)(`calculator.${name}.title`),
    );
    return {
      title: title ?? name,
      otherTitle: others.join(' / '),
      kind: 'calculator',
      slug: name,
      href: href(locale, { page: 'calculator', name }),
      names: [...named('name', [title]), ...named('other-language', others)],
    };
  });
  return [
    ...[...terms.values()].map((term) => termEntry(term, locale)),
    ...[...comparisons.values()].map((comparison) => comparisonEntry(comparison, locale)),
    ...calculators,
  ];
}
