import { quantitiesIn } from '../metrics/formula.ts';
import { measures } from '../metrics/measures.ts';
import { termOf } from '../metrics/quantities.ts';
import type { Concept } from './concept.ts';

/** How a term stands to another, seen from the first. */
export const relationKinds = [
  'broader',
  'narrower',
  'contrastsWith',
  'calculatedFrom',
  'usedIn',
  'meaning',
  'abbreviated',
  'related',
] as const;
export type RelationKind = (typeof relationKinds)[number];

export interface Neighbour {
  readonly slug: string;
  readonly relation: RelationKind;
}

/** Every term's neighbours. Each relation is written once in the content and seen from both ends here. */
export type TermGraph = ReadonlyMap<string, readonly Neighbour[]>;

const inverse: Readonly<Record<RelationKind, RelationKind>> = {
  broader: 'narrower',
  narrower: 'broader',
  contrastsWith: 'contrastsWith',
  calculatedFrom: 'usedIn',
  usedIn: 'calculatedFrom',
  meaning: 'abbreviated',
  abbreviated: 'meaning',
  related: 'related',
};

/** Terms that a term's formula is worked out from, in the order of the formula. */
function termsInFormula(slug: string, concept: Concept): string[] {
  if (!concept.measure) return [];
  const names = measures[concept.measure].steps.flatMap((step) => quantitiesIn(step.formula));
  return [...new Set(names.map(termOf))].filter((term) => term !== undefined && term !== slug) as string[];
}

/** Relations as written in one concept, the strongest first. */
function writtenRelations(slug: string, concept: Concept): Neighbour[] {
  const { broader, contrastsWith, related } = concept.relations;
  const named = (slugs: readonly string[], relation: RelationKind) =>
    slugs.map((target) => ({ slug: target, relation }));
  return [
    ...named(concept.disambiguates, 'meaning'),
    ...named(broader, 'broader'),
    ...named(contrastsWith, 'contrastsWith'),
    ...named(termsInFormula(slug, concept), 'calculatedFrom'),
    ...named(related, 'related'),
  ];
}

/**
 * Builds the graph from the relations that exist between the given concepts. Two terms are joined once: by the
 * strongest relation in the order of `relationKinds`.
 */
export function termGraph(concepts: ReadonlyMap<string, Concept>): TermGraph {
  const edges = new Map<string, Map<string, RelationKind>>([...concepts.keys()].map((slug) => [slug, new Map()]));
  const strength = (relation: RelationKind) => relationKinds.indexOf(relation);
  const join = (from: string, to: string, relation: RelationKind) => {
    const known = edges.get(from)?.get(to);
    if (known === undefined || strength(relation) < strength(known)) edges.get(from)?.set(to, relation);
  };
  for (const [slug, concept] of concepts) {
    for (const neighbour of writtenRelations(slug, concept)) {
      if (!concepts.has(neighbour.slug)) continue;
      join(slug, neighbour.slug, neighbour.relation);
      join(neighbour.slug, slug, inverse[neighbour.relation]);
    }
  }
  return new Map(
    [...edges].map(([slug, targets]) => [
      slug,
      [...targets]
        .map(([target, relation]) => ({ slug: target, relation }))
        .sort((a, b) => strength(a.relation) - strength(b.relation) || a.slug.localeCompare(b.slug)),
    ]),
  );
}
