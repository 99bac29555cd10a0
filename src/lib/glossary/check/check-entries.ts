import type * as z from 'zod/mini';
import { type Locale, locales } from '../../i18n/locales.ts';
import {
  type Comparison,
  type ComparisonText,
  type Concept,
  comparisonSchema,
  comparisonTextSchema,
  conceptSchema,
  type TermText,
  termTextSchema,
} from '../concept.ts';
import { slugPattern } from '../fields.ts';
import { type Guide, type GuideText, guideSchema, guideTextSchema } from '../guide.ts';
import { type SelfCheck, selfCheckSchema } from '../self-check.ts';
import { type Problem, parseFields } from './problem.ts';
import type { EntrySource, PageSource } from './source-files.ts';

/** An entry as far as it could be read; what broke its schema is left out and already reported. */
export interface ReadEntry<Data, Text> {
  readonly slug: string;
  readonly file: string;
  readonly data: Partial<Data>;
  readonly texts: Partial<Record<Locale, Partial<Text>>>;
  readonly pages: Partial<Record<Locale, PageSource>>;
  readonly selfCheck: Partial<SelfCheck>;
}

export type ReadTerm = ReadEntry<Concept, TermText>;
export type ReadComparison = ReadEntry<Comparison, ComparisonText>;
export type ReadGuide = ReadEntry<Guide, GuideText>;
export type AnyEntry = ReadTerm | ReadComparison | ReadGuide;

function folderProblems(entry: EntrySource, dataName: string): Problem[] {
  const problems: Problem[] = [];
  if (!slugPattern.test(entry.slug)) {
    problems.push({
      file: entry.folder,
      field: 'folder name',
      wrong: 'is not a slug',
      mend: 'Use lower-case letters, digits and single hyphens.',
    });
  }
  if (!entry.data) {
    problems.push({
      file: `${entry.folder}/${dataName}`,
      field: 'file',
      wrong: 'is missing',
      mend: 'Add it; CONTRIBUTING.md shows one.',
    });
  }
  for (const locale of locales) {
    if (entry.pages[locale]) continue;
    const file = `${entry.folder}/${locale}.mdx`;
    problems.push({
      file,
      field: 'file',
      wrong: 'is missing: every page exists in every language',
      mend: 'Write the translation.',
    });
  }
  for (const file of entry.strayFiles) {
    problems.push({
      file,
      field: 'file',
      wrong: 'does not belong here',
      mend: `A folder holds ${dataName}, one .mdx per language and check.yaml.`,
    });
  }
  return problems;
}

/** A question keeps its id when its page is renamed: it begins with one of the slugs the page has or had. */
function readSelfCheck(entry: EntrySource, slugs: readonly string[], problems: Problem[]): Partial<SelfCheck> {
  if (!entry.selfCheck) return {};
  const { file, value } = entry.selfCheck;
  const parsed = parseFields(selfCheckSchema, value, file);
  problems.push(...parsed.problems);
  for (const { id } of parsed.data.questions ?? []) {
    if (slugs.some((slug) => id.startsWith(`${slug}-`))) continue;
    problems.push({
      file,
      field: 'questions.id',
      wrong: `"${id}" does not begin with "${entry.slug}-"`,
      mend: 'Ids are stable and tell where a question belongs.',
    });
  }
  return parsed.data;
}

/** Reads an entry with the schemas of its kind. */
function readEntry<Data extends { readonly formerSlugs: readonly string[] }, Text extends object>(
  entry: EntrySource,
  dataName: string,
  dataSchema: z.ZodMiniType<Data>,
  textSchema: (locale: Locale) => z.ZodMiniType<Text>,
): { readonly entry: ReadEntry<Data, Text>; readonly problems: Problem[] } {
  const problems = folderProblems(entry, dataName);
  // An empty file says nothing; one that could not be read is reported already.
  const { data, problems: broken } =
    entry.data?.value === undefined
      ? { data: {}, problems: [] }
      : parseFields(dataSchema, entry.data.value ?? {}, entry.data.file);
  problems.push(...broken);
  const texts: Partial<Record<Locale, Partial<Text>>> = {};
  for (const locale of locales) {
    const page = entry.pages[locale];
    if (!page) continue;
    const parsed = parseFields(textSchema(locale), page.frontmatter, page.file);
    problems.push(...parsed.problems);
    texts[locale] = parsed.data;
  }
  const selfCheck = readSelfCheck(entry, [entry.slug, ...(data.formerSlugs ?? [])], problems);
  const file = entry.data?.file ?? entry.folder;
  return { entry: { slug: entry.slug, file, data, texts, pages: entry.pages, selfCheck }, problems };
}

export function readTerm(source: EntrySource): { readonly entry: ReadTerm; readonly problems: Problem[] } {
  return readEntry<Concept, TermText>(source, 'concept.yaml', conceptSchema, termTextSchema);
}

export function readComparison(source: EntrySource): { readonly entry: ReadComparison; readonly problems: Problem[] } {
  return readEntry<Comparison, ComparisonText>(source, 'comparison.yaml', comparisonSchema, comparisonTextSchema);
}

export function readGuide(source: EntrySource): { readonly entry: ReadGuide; readonly problems: Problem[] } {
  return readEntry<Guide, GuideText>(source, 'guide.yaml', guideSchema, guideTextSchema);
}
