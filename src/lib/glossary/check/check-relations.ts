import { type Locale, locales } from '../../i18n/locales.ts';
import type { ComparisonText, Source } from '../concept.ts';
import { comparisonSections, templateSections } from '../sections.ts';
import type { AnyEntry, ReadComparison, ReadTerm } from './check-entries.ts';
import type { Problem } from './problem.ts';

const noSuchTerm = 'Check the slug, or write that term first.';

interface Relation {
  readonly from: string;
  readonly to: string;
  readonly file: string;
  readonly field: string;
}

function relationsOf({ slug, file, data }: ReadTerm): Relation[] {
  const lists = { ...data.relations, disambiguates: data.disambiguates ?? [] };
  return Object.entries(lists).flatMap(([list, targets]) => {
    const field = list === 'disambiguates' ? list : `relations.${list}`;
    return targets.map((to) => ({ from: slug, to, file, field }));
  });
}

/** Relations to terms that do not exist, to the term itself, and relations written twice. */
export function checkRelations(terms: readonly ReadTerm[]): Problem[] {
  const known = new Set(terms.map(({ slug }) => slug));
  const written = new Map<string, string>();
  return terms.flatMap(relationsOf).flatMap(({ from, to, file, field }): Problem[] => {
    if (to === from) return [{ file, field, wrong: 'names the term itself', mend: 'Delete it.' }];
    if (!known.has(to)) return [{ file, field, wrong: `names "${to}", which is no term`, mend: noSuchTerm }];
    const pair = [from, to].sort().join(' ');
    const first = written.get(pair);
    written.set(pair, first ?? `${file}, ${field}`);
    if (first === undefined) return [];
    const wrong = `"${to}" is already joined with this term (${first})`;
    return [{ file, field, wrong, mend: 'Keep the stronger of the two: a relation is written once.' }];
  });
}

/** Sources that are not in the bibliography, or listed twice on one page. */
export function checkSources(entries: readonly AnyEntry[], references: ReadonlySet<string>): Problem[] {
  return entries.flatMap(({ file, data }) => {
    const sources: readonly Source[] = data.sources ?? [];
    return sources.flatMap(({ reference }, index): Problem[] => {
      const field = `sources[${index + 1}].reference`;
      if (!references.has(reference)) {
        const wrong = `"${reference}" is not in references.json`;
        return [{ file, field, wrong, mend: 'Check the id, or add the work with what was verified about it.' }];
      }
      const isRepeated = sources.findIndex((source) => source.reference === reference) !== index;
      return isRepeated ? [{ file, field, wrong: `"${reference}" is listed twice`, mend: 'Delete one.' }] : [];
    });
  });
}

const sectionAnchors = new Set<string>([...comparisonSections, ...templateSections]);

function checkRows(file: string, { rows = [] }: Partial<ComparisonText>, width: number): Problem[] {
  return rows.flatMap(({ id, cells }, index): Problem[] => {
    const field = `rows[${index + 1}]`;
    const count = `has ${cells.length} cells for ${width} terms`;
    const taken = `"${id}" is the anchor of a section`;
    return [
      ...(cells.length === width
        ? []
        : [{ file, field: `${field}.cells`, wrong: count, mend: 'Give one cell per term, in the order of `terms`.' }]),
      ...(sectionAnchors.has(id) ? [{ file, field: `${field}.id`, wrong: taken, mend: 'Choose another id.' }] : []),
    ];
  });
}

function checkComparison({ file, data, texts, pages }: ReadComparison, terms: ReadonlySet<string>): Problem[] {
  const unknown = (data.terms ?? []).filter((slug) => !terms.has(slug));
  const idsIn = (locale: Locale) => texts[locale]?.rows?.map(({ id }) => id).join(', ');
  const expected = locales.map(idsIn).find((ids) => ids !== undefined);
  return [
    ...unknown.map((slug) => ({ file, field: 'terms', wrong: `names "${slug}", which is no term`, mend: noSuchTerm })),
    ...locales.flatMap((locale) => {
      const text = texts[locale];
      const page = pages[locale]?.file ?? file;
      if (!text?.rows || !data.terms) return [];
      const wrong = `has the rows ${idsIn(locale)}; another language has ${expected}`;
      const mend = 'Give every language the same rows in the same order.';
      const differs = idsIn(locale) === expected ? [] : [{ file: page, field: 'rows', wrong, mend }];
      return [...checkRows(page, text, data.terms.length), ...differs];
    }),
  ];
}

/** Comparisons: known terms, a full table, the same rows in every language. */
export function checkComparisons(comparisons: readonly ReadComparison[], terms: ReadonlySet<string>): Problem[] {
  return comparisons.flatMap((comparison) => checkComparison(comparison, terms));
}

/** Former slugs that are an address of today, or that several pages of one kind had. */
export function checkFormerSlugs(entries: readonly AnyEntry[]): Problem[] {
  const owners = new Map(entries.map(({ slug, file }) => [slug, file]));
  return entries.flatMap(({ file, data }) =>
    (data.formerSlugs ?? []).flatMap((slug): Problem[] => {
      const owner = owners.get(slug);
      owners.set(slug, owner ?? file);
      if (owner === undefined) return [];
      const wrong = `"${slug}" already leads to the page of ${owner}`;
      return [{ file, field: 'formerSlugs', wrong, mend: 'An address leads to one page: delete it here or there.' }];
    }),
  );
}

/** Question ids used twice anywhere: learners' results refer to them. */
export function checkQuestionIds(entries: readonly AnyEntry[]): Problem[] {
  const seen = new Map<string, string>();
  return entries.flatMap(({ file, selfCheck }) =>
    (selfCheck.questions ?? []).flatMap(({ id }): Problem[] => {
      const first = seen.get(id);
      seen.set(id, first ?? file);
      if (first === undefined) return [];
      return [
        { file, field: 'questions.id', wrong: `"${id}" is also used beside ${first}`, mend: 'Choose another id.' },
      ];
    }),
  );
}
