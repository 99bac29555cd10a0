import { defineCollection } from 'astro/content/config';
import { file, glob, type Loader, type LoaderContext } from 'astro/loaders';
import * as z from 'zod/mini';
import { comparisonSchema, comparisonTextSchema, conceptSchema, termTextSchema } from './lib/glossary/concept.ts';
import { day } from './lib/glossary/fields.ts';
import { guideSchema, guideTextSchema } from './lib/glossary/guide.ts';
import { referenceSchema } from './lib/glossary/reference.ts';
import { selfCheckSchema } from './lib/glossary/self-check.ts';
import { locales } from './lib/i18n/locales.ts';
import { journeyMapSchema } from './lib/journey-map/schema.ts';

const [first, ...others] = locales;

/** Entries are named by their folder (`churn-rate`), texts by folder and language (`churn-rate/ja`). */
const byFolder = ({ entry }: { entry: string }) => entry.split('/')[0] ?? entry;
const byFolderAndLanguage = ({ entry }: { entry: string }) => entry.replace(/\.mdx$/, '');

const texts = `*/{${locales.join(',')}}.mdx`;

/** What Astro hands to its own loader: how the files of each extension are read. It is in no public type. */
type FileContext = LoaderContext & { readonly entryTypes: ReadonlyMap<string, object> };

/**
 * What stands above the texts. Astro would make a module of each text, and bundling hundreds of modules would be the
 * longest part of a build; but these import nothing. `queries.ts` reads a text, and `components/mdx/Text.astro` makes a
 * component of it, where it is shown.
 */
function textFiles(base: string): Loader {
  const files = glob({ base, pattern: texts, generateId: byFolderAndLanguage, retainBody: false });
  return {
    ...files,
    load(context) {
      const { entryTypes } = context as FileContext;
      const { contentModuleTypes: _, ...mdx } = entryTypes.get('.mdx') as { contentModuleTypes?: string };
      const asData: FileContext = { ...context, entryTypes: new Map([['.mdx', mdx]]) };
      return files.load(asData);
    },
  };
}

export const collections = {
  terms: defineCollection({
    loader: glob({ base: 'src/content/terms', pattern: '*/concept.yaml', generateId: byFolder }),
    schema: conceptSchema,
  }),
  termTexts: defineCollection({
    loader: textFiles('src/content/terms'),
    schema: z.union([termTextSchema(first), ...others.map(termTextSchema)]),
  }),
  termChecks: defineCollection({
    loader: glob({ base: 'src/content/terms', pattern: '*/check.yaml', generateId: byFolder }),
    schema: selfCheckSchema,
  }),
  comparisons: defineCollection({
    loader: glob({ base: 'src/content/comparisons', pattern: '*/comparison.yaml', generateId: byFolder }),
    schema: comparisonSchema,
  }),
  comparisonTexts: defineCollection({
    loader: textFiles('src/content/comparisons'),
    schema: z.union([comparisonTextSchema(first), ...others.map(comparisonTextSchema)]),
  }),
  comparisonChecks: defineCollection({
    loader: glob({ base: 'src/content/comparisons', pattern: '*/check.yaml', generateId: byFolder }),
    schema: selfCheckSchema,
  }),
  guides: defineCollection({
    loader: glob({ base: 'src/content/guides', pattern: '*/guide.yaml', generateId: byFolder }),
    schema: guideSchema,
  }),
  guideTexts: defineCollection({
    loader: textFiles('src/content/guides'),
    schema: z.union([guideTextSchema(first), ...others.map(guideTextSchema)]),
  }),
  guideChecks: defineCollection({
    loader: glob({ base: 'src/content/guides', pattern: '*/check.yaml', generateId: byFolder }),
    schema: selfCheckSchema,
  }),
  /** Pages that are only text, such as the one for trainers. */
  pages: defineCollection({
    loader: textFiles('src/content/pages'),
    schema: z.strictObject({ reviewed: day }),
  }),
  /** Maps to begin with: the same stages, lanes and cards in every language. */
  journeyMaps: defineCollection({
    loader: glob({
      base: 'src/content/journey-maps',
      pattern: `*/{${locales.join(',')}}.json`,
      generateId: ({ entry }) => entry.replace(/\.json$/, ''),
    }),
    schema: journeyMapSchema,
  }),
  references: defineCollection({ loader: file('src/content/references.json'), schema: referenceSchema }),
};
