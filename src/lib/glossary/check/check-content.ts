import { locales } from '../../i18n/locales.ts';
import { calculatorNames } from '../../i18n/routes.ts';
import { shortCitation } from '../citation.ts';
import { type Reference, referenceSchema } from '../reference.ts';
import { namedPages } from '../search/lexicon.ts';
import { authorSections, type SectionId } from '../sections.ts';
import { checkAsked } from './check-asked.ts';
import { type AnyEntry, readComparison, readGuide, readTerm } from './check-entries.ts';
import { checkGuides } from './check-guides.ts';
import { checkMessages, isMessages } from './check-messages.ts';
import { checkNames } from './check-names.ts';
import { checkPages, type SectionTitles } from './check-pages.ts';
import {
  checkComparisons,
  checkFormerSlugs,
  checkQuestionIds,
  checkRelations,
  checkSources,
} from './check-relations.ts';
import { type Problem, parseFields } from './problem.ts';
import type { ContentSource } from './source-files.ts';

/** The headings authors write, by language. */
function sectionTitles(messages: ContentSource['messages']): SectionTitles {
  const titles = locales.map((locale) => {
    const { value } = messages[locale];
    const known = isMessages(value) ? value : {};
    return [locale, new Map<string, SectionId>(authorSections.map((id) => [known[`section.${id}`] ?? id, id]))];
  });
  return Object.fromEntries(titles) as SectionTitles;
}

/** Pictures for sharing and the search know a page by its slug alone. */
function checkSlugs(entries: readonly AnyEntry[]): Problem[] {
  const owners = new Map<string, string>([...namedPages, ...calculatorNames].map((name) => [name, 'another page']));
  return entries.flatMap(({ slug, file }): Problem[] => {
    const owner = owners.get(slug);
    owners.set(slug, owner ?? file);
    if (owner === undefined) return [];
    return [{ file, field: 'folder name', wrong: `"${slug}" is also the slug of ${owner}`, mend: 'Choose another.' }];
  });
}

/** Works whose id another work has. */
function checkReferenceIds(ids: readonly (string | undefined)[], file: string): Problem[] {
  const repeated = ids.filter((id, index) => id !== undefined && ids.indexOf(id) !== index);
  return repeated.map((id) => ({
    file,
    field: 'id',
    wrong: `"${id}" is there twice`,
    mend: 'Keep one of the works, or give it another id.',
  }));
}

/** Works that look the same where they are cited. */
function checkCitations(works: readonly Reference[], file: string): Problem[] {
  const cited = new Map<string, string>();
  return works.flatMap((work): Problem[] => {
    const citation = shortCitation(work, 'en');
    const first = cited.get(citation) ?? work.id;
    cited.set(citation, first);
    if (first === work.id) return [];
    const wrong = `"${work.id}" and "${first}" are both cited as ${citation}`;
    return [{ file, field: 'year-suffix', wrong, mend: 'Give each of them a letter.' }];
  });
}

/** Works in a script that readers of English pages do not read, without a name there. */
function checkEnglish(works: readonly Reference[], file: string): Problem[] {
  const nameless = works.filter(({ language, custom }) => language === 'ja' && !custom.english);
  return nameless.map(({ id }) => ({
    file,
    field: 'custom.english',
    wrong: `"${id}" is in Japanese and has no name on English pages`,
    mend: 'Write the family names and the title as an English reader is told of them.',
  }));
}

/** Everything that is wrong with the content, all at once. */
export function checkContent(source: ContentSource): Problem[] {
  const terms = source.terms.map(readTerm);
  const comparisons = source.comparisons.map(readComparison);
  const guides = source.guides.map(readGuide);
  const works: readonly unknown[] = Array.isArray(source.references.value) ? source.references.value : [undefined];
  const references = works.map((work) => parseFields(referenceSchema, work, source.references.file));
  const known = references.filter(({ problems }) => problems.length === 0).map(({ data }) => data as Reference);
  const readTerms = terms.map(({ entry }) => entry);
  const readComparisons = comparisons.map(({ entry }) => entry);
  const readGuides = guides.map(({ entry }) => entry);
  const entries = [...readTerms, ...readComparisons, ...readGuides];
  const slugs = new Set(readTerms.map(({ slug }) => slug));
  const titles = sectionTitles(source.messages);

  return [
    ...source.unreadable,
    ...checkMessages(source.messages),
    ...references.flatMap(({ problems }) => problems),
    ...checkReferenceIds(
      references.map(({ data }) => data.id),
      source.references.file,
    ),
    ...checkCitations(known, source.references.file),
    ...checkEnglish(known, source.references.file),
    ...[...terms, ...comparisons, ...guides].flatMap(({ problems }) => problems),
    ...checkSlugs(entries),
    ...checkNames(readTerms),
    ...checkRelations(readTerms),
    ...checkFormerSlugs(readTerms),
    ...checkFormerSlugs(readComparisons),
    ...checkFormerSlugs(readGuides),
    ...checkComparisons(readComparisons, slugs),
    ...checkGuides(readGuides),
    ...checkSources(entries, new Set(references.map(({ data }) => data.id ?? ''))),
    ...checkQuestionIds(entries),
    ...checkAsked(source.asked, entries, titles),
    ...checkPages({
      terms: readTerms,
      comparisons: readComparisons,
      guides: readGuides,
      titles,
      components: new Set(source.components),
    }),
  ];
}
