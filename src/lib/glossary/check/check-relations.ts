import type { Source } from '../concept.ts';
import type { ReadComparison, ReadTerm } from './check-entries.ts';
import type { Problem } from './problem.ts';

/** Relations to terms that do not exist, to the term itself, and relations written twice. */
export function checkRelations(terms: readonly ReadTerm[]): Problem[] {
  const known = new Set(terms.map(({ slug }) => slug));
  const written = new Map<string, string>();
  return terms.flatMap(({ slug, file, data }) => {
    if (!data) return [];
    const lists = { ...data.relations, disambiguates: data.disambiguates };
    return Object.entries(lists).flatMap(([list, targets]) =>
      targets.flatMap((target): Problem[] => {
        const field = list === 'disambiguates' ? list : `relations.${list}`;
        if (target === slug) return [{ file, field, wrong: 'names the term itself', mend: 'Delete it.' }];
        if (!known.has(target)) {
          return [{ file, field, wrong: `names "${target}", which is no term`, mend: 'Check the slug, or write that term first.' }];
        }
        const pair = [slug, target].sort().join(' ');
        const first = written.get(pair);
        if (first !== undefined) {
          return [{ file, field, wrong: `"${target}" is already joined with this term (${first})`, mend: 'Keep the stronger of the two: a relation is written once.' }];
        }
        written.set(pair, `${file}, ${field}`);
        return [];
      }),
    );
  });
}

export function checkSources(entries: readonly (ReadTerm | ReadComparison)[], references: ReadonlySet<string>): Problem[] {
  return entries.flatMap(({ file, data }) => {
    const sources: readonly Source[] = data?.sources ?? [];
    return sources.flatMap(({ reference }, index): Problem[] => {
      const field = `sources[${index + 1}].reference`;
      if (!references.has(reference)) {
        return [{ file, field, wrong: `"${reference}" is not in references.json`, mend: 'Check the id, or add the work with what was verified about it.' }];
      }
      if (sources.findIndex((source) => source.reference === reference) !== index) {
        return [{ file, field, wrong: `"${reference}" is listed twice`, mend: 'Delete one.' }];
      }
      return [];
    });
  });
}

/** Comparisons: known terms, a full table, the same rows in every language. */
export function checkComparisons(comparisons: readonly ReadComparison[], terms: ReadonlySet<string>): Problem[] {
  return comparisons.flatMap(({ file, data, texts, pages }) => {
    const problems: Problem[] = [];
    for (const slug of data?.terms ?? []) {
      if (!terms.has(slug)) problems.push({ file, field: 'terms', wrong: `names "${slug}", which is no term`, mend: 'Check the slug, or write that term first.' });
    }
    const width = data?.terms.length;
    const languages = Object.entries(texts);
    const expected = languages[0]?.[1]?.rows.map(({ id }) => id).join(', ');
    for (const [locale, text] of languages) {
      const page = pages[locale as keyof typeof pages]?.file ?? file;
      for (const [index, row] of text.rows.entries()) {
        if (width === undefined || row.cells.length === width) continue;
        problems.push({ file: page, field: `rows[${index + 1}].cells`, wrong: `has ${row.cells.length} cells for ${width} terms`, mend: 'Give one cell per term, in the order of `terms`.' });
      }
      const ids = text.rows.map(({ id }) => id).join(', ');
      if (ids !== expected) {
        problems.push({ file: page, field: 'rows', wrong: `has the rows ${ids}; the other language has ${expected}`, mend: 'Give both languages the same rows in the same order.' });
      }
    }
    return problems;
  });
}

/** Question ids used twice anywhere: learners' results refer to them. */
export function checkQuestionIds(entries: readonly (ReadTerm | ReadComparison)[]): Problem[] {
  const seen = new Map<string, string>();
  return entries.flatMap(({ file, selfCheck }) =>
    (selfCheck?.questions ?? []).flatMap(({ id }): Problem[] => {
      const first = seen.get(id);
      seen.set(id, first ?? file);
      return first === undefined ? [] : [{ file, field: 'questions.id', wrong: `"${id}" is also used beside ${first}`, mend: 'Choose another id.' }];
    }),
  );
}
