import { type Locale, locales } from '../../i18n/locales.ts';
import { fold } from '../fold.ts';
import type { ReadTerm } from './check-entries.ts';
import type { Problem } from './problem.ts';

interface Claim {
  readonly term: ReadTerm;
  readonly file: string;
  readonly field: string;
  readonly name: string;
}

function claimsOf(term: ReadTerm, locale: Locale): Claim[] {
  const text = term.texts[locale];
  const file = term.pages[locale]?.file;
  if (!text || !file) return [];
  return [
    ...(text.term === undefined ? [] : [{ term, file, field: 'term', name: text.term }]),
    ...(text.aliases ?? []).map(({ name }, index) => ({ term, file, field: `aliases[${index + 1}]`, name })),
  ];
}

/** A name shared by several terms is fine only when a disambiguation of that name lists them all. */
function isDisambiguated(claims: readonly Claim[]): boolean {
  const disambiguation = claims.find(({ term }) => term.data.kind === 'disambiguation')?.term;
  const meanings = disambiguation?.data.disambiguates ?? [];
  return claims.every(({ term }) => term === disambiguation || meanings.includes(term.slug));
}

/** Names and aliases that two terms of one language claim, and aliases that only repeat a name of the same term. */
export function checkNames(terms: readonly ReadTerm[]): Problem[] {
  return locales.flatMap((locale) => {
    const claims = Map.groupBy(
      terms.flatMap((term) => claimsOf(term, locale)),
      ({ name }) => fold(name),
    );
    return [...claims.values()].flatMap((same): Problem[] => {
      const slugs = [...new Set(same.map(({ term }) => term.slug))];
      if (slugs.length === 1) {
        // Spelling variants of one name are fine; the same spelling twice is a slip.
        const repeated = same.filter(({ name }, index) => same.findIndex((claim) => claim.name === name) !== index);
        return repeated.map(({ file, field, name }) => ({
          file,
          field,
          wrong: `"${name}" stands already among the names of this term`,
          mend: 'Delete it.',
        }));
      }
      if (isDisambiguated(same)) return [];
      return same.map(({ file, field, name, term }) => ({
        file,
        field,
        wrong: `"${name}" also names ${slugs.filter((slug) => slug !== term.slug).join(', ')}`,
        mend: 'Drop it from one of them, or write a disambiguation entry of that name that lists both.',
      }));
    });
  });
}
