import type { LexiconEntry } from './lexicon.ts';
import { matchNames, type NameFit, type NameMatch } from './match-names.ts';
import { matchQuestions, type QuestionIndex } from './match-questions.ts';
import { mentions, weightOf } from './mentions.ts';
import type { LexiconName, NameIndex } from './name-index.ts';
import { nameKey } from './name-key.ts';
import type { Question } from './question.ts';

/** How a page came to be suggested. */
export type Fit = NameFit | 'answer' | 'mentioned';

/** What speaks for a page: 1 when all of a query is about it. */
export interface Evidence {
  readonly entry: LexiconEntry;
  /** The name that matched. */
  readonly name: LexiconName;
  readonly fit: Fit;
  readonly score: number;
}

/** What a part of a query says of a name it fits: all of it, or less for mistakes and for words out of order. */
const fitScores: Readonly<Record<NameFit, number>> = { exact: 1, prefix: 0.95, part: 0.9, words: 0.9, near: 0.8 };
const mistakeLoss = 0.15;
/** Names that fit a part of a query, and what each loses to the one before. */
const mostOfSubject = 8;
const placeLoss = 0.1;
/** A keyword in a longer query says less than a name. */
const keywordShare = 0.8;
/** The tool before the term, when a tool is asked for; close behind it, when a calculation is. */
const toolBonus = 0.5;
const calculationBonus = -0.05;
/** A term lists the tool that is its own first. */
const furtherTool = 0.25;
/** Under this share only common words of the query are asked of a page. */
const leastShare = 0.04;

export function titleOf(entry: LexiconEntry): LexiconName {
  return { text: entry.title, source: 'name' };
}

/** Names that stand whole in the query; `share` says how much of it a weight is. */
function byMentions(index: NameIndex, query: string, share: (weight: number) => number): Evidence[] {
  const found = new Map<LexiconEntry, Evidence>();
  for (const { entry, name, weight } of mentions(index, query)) {
    const score = share(weight) * (name.source === 'keyword' ? keywordShare : 1) + (found.get(entry)?.score ?? 0);
    found.set(entry, { entry, name, fit: 'mentioned', score: Math.min(1, score) });
  }
  return [...found.values()];
}

/** Names that one of the things a query is about fits. */
function bySubject(matches: readonly NameMatch[], subject: string, share: (weight: number) => number): Evidence[] {
  const key = nameKey(subject);
  return matches.slice(0, mostOfSubject).map(({ entry, name, fit, mistakes }, place) => {
    // A word of the query that only begins or stands in a longer name says as much less.
    const held = fit === 'prefix' || fit === 'part' ? Math.sqrt(key.length / nameKey(name.text).length) : 1;
    const fitting = (fitScores[fit] - mistakeLoss * mistakes) * (name.source === 'keyword' ? keywordShare : 1);
    return { entry, name, fit, score: fitting * share(weightOf(key)) * held - placeLoss * place };
  });
}

/** Comparisons all of whose terms the query names: both together say more than each. */
function byPairs(index: NameIndex, mentioned: readonly Evidence[]): Evidence[] {
  const scores = new Map(mentioned.map(({ entry, score }) => [entry.slug, score]));
  return index.entries.flatMap(({ entry }): Evidence[] => {
    const { kind, terms = [] } = entry;
    if (kind !== 'comparison' || !terms.every((slug) => scores.has(slug))) return [];
    const score = terms.reduce((sum, slug) => sum + (scores.get(slug) ?? 0), 0);
    return [{ entry, name: titleOf(entry), fit: 'answer', score: Math.min(1, score) }];
  });
}

/** The best that speaks for each page. */
export function bestOfEach(all: readonly Evidence[]): Map<LexiconEntry, Evidence> {
  const best = new Map<LexiconEntry, Evidence>();
  for (const evidence of all) {
    if (evidence.score > (best.get(evidence.entry)?.score ?? 0)) best.set(evidence.entry, evidence);
  }
  return best;
}

/**
 * How much of what a query is about the names of each page cover, best first.
 *
 * @param direct What fits the whole query: a query that asks nothing is its own subject.
 */
export function byNames(
  index: NameIndex,
  query: string,
  { subjects }: Question,
  direct: readonly NameMatch[],
): Evidence[] {
  const key = nameKey(query);
  const matches = (subject: string) => (nameKey(subject) === key ? direct : matchNames(index, subject));
  const content = weightOf(nameKey(subjects.join(' ')));
  const share = (weight: number) => Math.min(1, weight / content);
  const mentioned = byMentions(index, query, share);
  const found = bestOfEach([
    ...byPairs(index, mentioned),
    ...mentioned,
    ...subjects.flatMap((subject) => bySubject(matches(subject), subject, share)),
  ]);
  return [...found.values()].sort((one, other) => other.score - one.score);
}

/** The tools of what a query names first, when it asks for one or for a calculation. */
export function byTools(index: NameIndex, named: readonly Evidence[], { asks }: Question): Evidence[] {
  const bonus = asks.includes('tool') ? toolBonus : asks.includes('calculation') ? calculationBonus : undefined;
  if (bonus === undefined) return [];
  const entryOf = new Map(index.entries.map(({ entry }) => [entry.slug, entry]));
  return named
    .filter(({ score }) => score >= 0.9 * (named[0]?.score ?? 0))
    .flatMap(({ entry: { tools = [] }, score }) =>
      tools.flatMap((slug, place): Evidence[] => {
        const entry = entryOf.get(slug);
        return entry
          ? [{ entry, name: titleOf(entry), fit: 'answer', score: score + bonus - furtherTool * place }]
          : [];
      }),
    );
}

export interface Asked {
  /** How much of the query is asked of the page, and how often: 0 to 1. */
  readonly share: number;
  /** How much of that is asked of each section, 0 to 1. */
  readonly sections: ReadonlyMap<string, number>;
}

/** Pages of which what the query says is asked. */
export function byQuestions(index: NameIndex, query: string, questions: QuestionIndex): Map<LexiconEntry, Asked> {
  const entryOf = new Map(index.entries.map(({ entry }) => [entry.slug, entry]));
  const found = matchQuestions(questions, query).flatMap(({ slug, share, sections }) => {
    const entry = entryOf.get(slug);
    return entry && share >= leastShare ? [[entry, { share, sections }] as const] : [];
  });
  return new Map(found);
}
