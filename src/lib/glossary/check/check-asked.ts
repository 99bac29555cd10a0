import { locales } from '../../i18n/locales.ts';
import { calculatorNames } from '../../i18n/routes.ts';
import { askedSchema } from '../asked.ts';
import { namedPages } from '../search/lexicon.ts';
import type { AnyEntry } from './check-entries.ts';
import { type SectionTitles, sectionsOf } from './check-pages.ts';
import { type Problem, parseFields } from './problem.ts';
import type { AskedSource } from './source-files.ts';

const otherPages: readonly string[] = [...calculatorNames, ...namedPages];

/** What is asked of pages: of every page something, every file is about a page, and every section stands on it. */
export function checkAsked(
  sources: readonly AskedSource[],
  entries: readonly AnyEntry[],
  titles: SectionTitles,
): Problem[] {
  const entryOf = new Map(entries.map((entry) => [entry.slug, entry]));
  const told = new Set(sources.map(({ slug }) => slug));
  const missing = [...entryOf.keys(), ...otherPages]
    .filter((slug) => !told.has(slug))
    .map((slug) => ({
      file: `src/content/asked/${slug}.yaml`,
      field: 'file',
      wrong: 'is missing: nobody finds the page in words of their own',
      mend: 'Write what people type who look for it; CONTRIBUTING.md shows one.',
    }));
  const wrong = sources.flatMap(({ file, slug, value }) => {
    const { data, problems } = parseFields(askedSchema, value, file);
    const entry = entryOf.get(slug);
    if (!entry && !otherPages.includes(slug))
      return [{ file, field: 'file name', wrong: `"${slug}" is no page`, mend: 'Name it like the slug of the page.' }];
    const unknown = locales.flatMap((locale) => {
      const page = entry?.pages[locale];
      if (entry && !page) return [];
      const known = ['definition', ...(entry && page ? sectionsOf(entry, page, titles[locale]) : [])];
      return Object.keys(data[locale] ?? {})
        .filter((section) => !known.includes(section))
        .map((section) => ({
          file,
          field: `${locale}.${section}`,
          wrong: 'is no section of this page',
          mend: `Use one of: ${known.join(', ')}.`,
        }));
    });
    return [...problems, ...unknown];
  });
  return [...missing, ...wrong];
}
