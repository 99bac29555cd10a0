import { comparisonsOf } from './comparisons-of.ts';
import { type Asked, bestOfEach, byNames, byQuestions, byTools, type Evidence, type Fit, titleOf } from './evidence.ts';
import { knownShare } from './known-share.ts';
import type { LexiconEntry } from './lexicon.ts';
import { matchNames, type NameMatch } from './match-names.ts';
import type { QuestionIndex } from './match-questions.ts';
import type { LexiconName, NameIndex } from './name-index.ts';
import { nameKey } from './name-key.ts';
import { answeringSections, type Question, readQuestion } from './question.ts';

export interface Suggestion {
  readonly entry: LexiconEntry;
  /** The name that matched: told to the reader when it is not the title. */
  readonly name: LexiconName;
  readonly fit: Fit;
  /** The part of the page that answers what was asked. */
  readonly section?: string;
}

export interface Suggestions {
  readonly hits: readonly Suggestion[];
  /** Whether the first of them can be trusted; otherwise a text that holds the words may answer better. */
  readonly isSure: boolean;
  /** Whether the query names something, or so much of it is known here that it is hardly about something else. */
  readonly isKnown: boolean;
}

/** What a name in a query says for its page when it is all of it; half of a query says a quarter as much. */
const nameWeight = 2;
/** What a query says for a page of which all of it is asked, often. */
const askedWeight = 3.5;
/** What is added to a tool's score when one is asked for. */
const askedTool = 0.5;
/** What a metric gains, of its score, when it is asked how it is worked out. */
const askedCalculation = 0.3;
/** What is added for the page of a word when only its meaning is asked. */
const askedMeaning = 0.3;
/** From this share of what is asked of the page on, a section is trusted to answer. */
const sureShare = 0.7;
/** What is added to that share of a section of the kind that is asked for. */
const askedSection = 0.3;
/** From this score on, the first page is trusted. */
const sureScore = 0.35;
/** What a query says of which less is known here, and less asked of the best page, is about something else. */
const elsewhere = { known: 0.4, asked: 0.3 };
/** From this share on that is known of a query, a link may follow its answer. */
const sureKnown = 0.5;
/** What scores less than this share of the first is no answer. */
const leastShare = 0.2;
const mostHits = 30;

/** Whether a query is all of a name, or the beginning of it, with one mistake at most. */
function isWhole({ fit, mistakes }: NameMatch): boolean {
  return fit === 'exact' || fit === 'prefix' || (fit === 'near' && mistakes === 1);
}

/** Each page once, by its first suggestion. */
function once(hits: readonly Suggestion[]): Suggestion[] {
  const seen = new Set<LexiconEntry>();
  return hits.filter(({ entry }) => !seen.has(entry) && seen.add(entry));
}

function sectionFor({ entry, fit }: Evidence, asked: Asked | undefined, { asks }: Question): string | undefined {
  const answering = asks
    .flatMap((intent) => answeringSections[intent] ?? [])
    .find((section) => entry.sections?.includes(section));
  // A meaning is answered by the page as a whole.
  if (answering === undefined && asks.includes('meaning')) return undefined;
  const [best] = [...(asked?.sections ?? [])]
    .filter(([section]) => section !== 'definition')
    .map(([section, share]) => ({ section, share: share + (section === answering ? askedSection : 0) }))
    .sort((one, other) => other.share - one.share);
  if (best && best.share >= sureShare) return best.section;
  return fit === 'near' ? undefined : answering;
}

/** What is added for what is asked: how a number is worked out, a tool that does it, what a word means. */
function bonusFor({ entry: { kind }, name, fit }: Evidence, score: number, { asks }: Question): number {
  const isTool = kind === 'calculator' || kind === 'page';
  if (isTool && asks.includes('tool')) return askedTool;
  if (kind === 'metric' && asks.includes('calculation')) return askedCalculation * score;
  const isNamed = (fit === 'exact' || fit === 'mentioned') && name.source !== 'keyword';
  return isNamed && asks.join() === 'meaning' ? askedMeaning : 0;
}

/** Pages by all that speaks for them together: names in the query, tools for them, what is asked of them. */
function weighed(
  index: NameIndex,
  query: string,
  question: Question,
  direct: readonly NameMatch[],
  asked: ReadonlyMap<LexiconEntry, Asked>,
) {
  const named = byNames(index, query, question, direct);
  const best = bestOfEach([...named, ...byTools(index, named, question)]);
  for (const entry of asked.keys()) {
    if (!best.has(entry)) best.set(entry, { entry, name: titleOf(entry), fit: 'answer', score: 0 });
  }
  return [...best.values()]
    .map((evidence) => {
      const { entry, name, fit } = evidence;
      const said = asked.get(entry);
      const section = sectionFor(evidence, said, question);
      const about = nameWeight * evidence.score ** 2 + askedWeight * (said?.share ?? 0);
      const score = about + bonusFor(evidence, about, question);
      return { entry, name, fit, ...(section && { section }), score };
    })
    .sort((one, other) => other.score - one.score);
}

/** Whether a query is a name or the beginning of one, and no mere keyword: who writes a name means it. */
export function isName(index: NameIndex, query: string): boolean {
  const [best] = matchNames(index, query);
  return best?.name.source !== 'keyword' && (best?.fit === 'exact' || best?.fit === 'prefix');
}

/** Letters of a query that are read: no question is longer, and a pasted page must not stop the one who pastes it. */
const longestQuery = 200;

/**
 * Pages for a query, best first: those of exactly this name or beginning with it; the comparison of what is compared;
 * then, by how much of the query they account for, pages whose names stand in it and pages of which the same has been
 * asked in other words, with the section that answers.
 *
 * @param questions What people ask of the pages; without it only names count.
 */
export function suggest(index: NameIndex, typed: string, questions?: QuestionIndex): Suggestions {
  const query = typed.slice(0, longestQuery);
  if (nameKey(query) === '') return { hits: [], isSure: true, isKnown: true };
  const question = readQuestion(query);
  // Of a question only a name of which it is all is meant, mistakes and all; what asks nothing may be part of a name.
  const asksNothing = question.asks.length === 0;
  const direct = matchNames(index, query);
  const meant = direct.filter((match) => asksNothing || isWhole(match));
  const asksForDifference = question.asks.includes('comparison');
  // Two names in one breath ask for their difference, unless something else is asked of them.
  const compared = asksForDifference || asksNothing ? comparisonsOf(index, query, asksForDifference) : [];
  // Without what is asked there are only names, and they are known.
  const known = questions ? knownShare(questions, query) : 1;
  const asked = questions ? byQuestions(index, query, questions) : new Map<LexiconEntry, Asked>();
  const mostAsked = Math.max(0, ...[...asked.values()].map(({ share }) => share));
  const isElsewhere = known < elsewhere.known && mostAsked < elsewhere.asked;
  const others = weighed(index, query, question, direct, isElsewhere ? new Map() : asked);
  const best = others[0]?.score ?? 0;
  const isNamed = meant.length > 0 || compared.length > 0;
  return {
    hits: once([...meant, ...compared, ...others.filter(({ score }) => score >= leastShare * best)]).slice(0, mostHits),
    isSure: isNamed || best >= sureScore,
    isKnown: isNamed || known >= sureKnown,
  };
}
