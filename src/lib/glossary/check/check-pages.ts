import { calculators } from '../../calculators/calculators.ts';
import { exampleEntered } from '../../calculators/entered.ts';
import { readLink } from '../../calculators/link.ts';
import { type Locale, locales } from '../../i18n/locales.ts';
import type { Route } from '../../i18n/routes.ts';
import { parseContentLink } from '../content-links.ts';
import { comparisonSections, type SectionId, templateSections, termSections } from '../sections.ts';
import type { AnyEntry, ReadComparison, ReadGuide, ReadTerm } from './check-entries.ts';
import type { Problem } from './problem.ts';
import type { PageSource } from './source-files.ts';

export type SectionTitles = Readonly<Record<Locale, ReadonlyMap<string, SectionId>>>;

export interface PageContext {
  readonly terms: readonly ReadTerm[];
  readonly comparisons: readonly ReadComparison[];
  readonly guides: readonly ReadGuide[];
  readonly titles: SectionTitles;
  readonly components: ReadonlySet<string>;
}

/** The sections of a page, by their stable ids; headings that are none are left out. A guide names its own. */
export function sectionsOf({ data }: AnyEntry, page: PageSource, titles: ReadonlyMap<string, SectionId>): string[] {
  if ('sections' in data) return data.sections ?? [];
  return page.headings.map(({ text }) => titles.get(text)).filter((id) => id !== undefined);
}

function checkHeadings(
  page: PageSource,
  locale: Locale,
  allowed: readonly SectionId[],
  context: PageContext,
): Problem[] {
  const titles = context.titles[locale];
  const problems: Problem[] = [];
  let previous = -1;
  for (const { depth, text } of page.headings) {
    const id = titles.get(text);
    const position = id === undefined ? -1 : allowed.indexOf(id);
    const field = `heading "${text}"`;
    if (depth !== 2)
      problems.push({
        file: page.file,
        field,
        wrong: `is a heading of level ${depth}`,
        mend: 'Use level 2 (##) only.',
      });
    else if (position < 0) {
      const known = [...titles].filter(([, section]) => allowed.includes(section)).map(([title]) => title);
      problems.push({
        file: page.file,
        field,
        wrong: 'is not a section of this kind of page',
        mend: `Use one of: ${known.join(', ')}.`,
      });
    } else if (position <= previous)
      problems.push({
        file: page.file,
        field,
        wrong: 'is out of order or there twice',
        mend: 'Follow the order of sections in CONTRIBUTING.md.',
      });
    previous = Math.max(previous, position);
  }
  return problems;
}

function checkSameSections(entry: AnyEntry, context: PageContext): Problem[] {
  const pages = locales.flatMap((locale) => {
    const page = entry.pages[locale];
    return page ? [{ page, ids: sectionsOf(entry, page, context.titles[locale]) }] : [];
  });
  const all = new Set(pages.flatMap(({ ids }) => ids));
  return pages.flatMap(({ page, ids }) =>
    [...all]
      .filter((id) => !ids.includes(id))
      .map((id) => ({
        file: page.file,
        field: `section "${id}"`,
        wrong: 'is missing here and there in the other language',
        mend: 'Write it, or leave it out in both.',
      })),
  );
}

function anchorsOf(target: AnyEntry, locale: Locale, { titles }: PageContext): string[] {
  const page = target.pages[locale];
  const ofTemplate = templateSections.filter((id) => id !== 'related' || !('sections' in target.data));
  return [...(page ? sectionsOf(target, page, titles[locale]) : []), ...ofTemplate];
}

/** An address written out instead of a link of the content. */
const crossLanguage = new RegExp(`^(?:\\.{0,2}/)?(?:${locales.join('|')})/`);

interface FoundLink {
  readonly href: string;
  readonly text: string;
  readonly entry: AnyEntry;
  readonly page: PageSource;
  readonly locale: Locale;
}

type Report = (wrong: string, mend: string) => Problem[];

function checkCitation(id: string, { entry, locale }: FoundLink, report: Report): Problem[] {
  if (!entry.data.sources) return [];
  const source = entry.data.sources.find(({ reference }) => reference === id);
  if (!source) return report(`cites "${id}", which is not among the sources of this page`, 'Add it to `sources`.');
  if (!source.languages || source.languages.includes(locale)) return [];
  return report(`cites "${id}", which is listed for another language`, `Add "${locale}" to its \`languages\`.`);
}

function checkTarget(route: Route, anchor: string, link: FoundLink, context: PageContext, report: Report): Problem[] {
  if (route.page === 'calculator') {
    const calculator = calculators[route.name];
    const { ignored } = readLink(anchor, calculator, exampleEntered(calculator, 'USD', 'en'), 'en');
    if (ignored.length === 0) return [];
    return report(
      `fills in "${ignored.join(', ')}", which the calculator does not know`,
      'Check the names and values of its parameters.',
    );
  }
  if (route.page !== 'term' && route.page !== 'comparison' && route.page !== 'guide') return [];
  const pool: readonly AnyEntry[] = context[`${route.page}s`];
  const target = pool.find(({ slug }) => slug === route.slug);
  if (!target) return report(`goes to "${route.slug}", which is no ${route.page}`, 'Check the slug.');
  if (anchor === '') return target === link.entry ? report('goes to its own page', 'Take the link off.') : [];
  const known = anchorsOf(target, link.locale, context);
  if (known.includes(anchor)) return [];
  const mend = `Use a section of the page: ${known.join(', ')}.`;
  return report(`goes to "#${anchor}", which that page does not have`, mend);
}

function checkLink(found: FoundLink, context: PageContext): Problem[] {
  const { href, text, page } = found;
  const report: Report = (wrong, mend) => [{ file: page.file, field: `link "${text || href}"`, wrong, mend }];
  if (crossLanguage.test(href)) {
    const mend = 'Write term:<slug>, compare:<slug> or guide:<slug>: the link stays in the language of the page.';
    return report(`goes to a page by its address (${href}), which crosses languages`, mend);
  }
  const link = parseContentLink(href);
  if (!link) {
    const forms =
      'term:<slug>, compare:<slug>, guide:<slug>, calculator:<name>?…, journey-map:<template> or ref:<reference id>';
    return report(`goes to "${href}"`, `Write ${forms}; other works belong in references.json.`);
  }
  if (link.to === 'reference') return checkCitation(link.id, found, report);
  return checkTarget(link.route, link.fragment, found, context, report);
}

/** Headings, links, anchors and components of every page. */
export function checkPages(context: PageContext): Problem[] {
  const checkSections = (entry: ReadTerm | ReadComparison, allowed: readonly SectionId[]): Problem[] => [
    ...checkSameSections(entry, context),
    ...locales.flatMap((locale) => {
      const page = entry.pages[locale];
      return page ? checkHeadings(page, locale, allowed, context) : [];
    }),
  ];
  const checkText = (entry: AnyEntry): Problem[] =>
    locales.flatMap((locale) => {
      const page = entry.pages[locale];
      if (!page) return [];
      return [
        ...page.links.flatMap(({ href, text }) => checkLink({ href, text, entry, page, locale }, context)),
        ...page.components
          .filter((name) => !context.components.has(name))
          .map((name) => ({
            file: page.file,
            field: `<${name}>`,
            wrong: 'is not a component of the site',
            mend: `Use one of: ${[...context.components].join(', ')}.`,
          })),
      ];
    });
  return [
    ...context.terms.flatMap((entry) => [...checkSections(entry, termSections), ...checkText(entry)]),
    ...context.comparisons.flatMap((entry) => [...checkSections(entry, comparisonSections), ...checkText(entry)]),
    ...context.guides.flatMap(checkText),
  ];
}
