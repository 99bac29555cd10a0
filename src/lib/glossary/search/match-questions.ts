import type { LexiconEntry } from './lexicon.ts';
import type { AskedWords } from './pack-asked.ts';
import { isLatin, pairsOf, phraseKey, stemOf } from './phrase-key.ts';

interface AskedPage {
  readonly slug: string;
  /** How often each feature is asked of the page, less in a page of which much is asked. */
  readonly counts: ReadonlyMap<string, number>;
  /** What is asked of each section. */
  readonly sections: readonly (readonly [section: string, features: ReadonlySet<string>])[];
}

export interface QuestionIndex {
  readonly pages: readonly AskedPage[];
  /** How much a feature tells: more, the fewer pages have it. */
  readonly weights: ReadonlyMap<string, number>;
  /** The same of whole words, without their endings, that are asked of pages; of Latin ones also those of names. */
  readonly words: ReadonlyMap<string, number>;
  /** All names in the form in which phrases are compared. */
  readonly names: readonly string[];
  /** What a feature would tell that no page has. */
  readonly rare: number;
}

export interface QuestionMatch {
  readonly slug: string;
  /** How much of the query is asked of the page, and how often: 0 to 1. */
  readonly share: number;
  /** How much of that is asked of each section. */
  readonly sections: ReadonlyMap<string, number>;
}

/** Times asked at which a feature says half of what it can say of a page. */
const halfSaid = 4;
/** How far long lists of phrases are levelled: 1 is wholly. */
const lengthShare = 0.7;
/** Share of a rare word's weight that a word nobody asks by has: it may be mistyped, or beside the point. */
const unknownShare = 0.2;

const kanji = /\p{Script=Han}/u;

/** What words can share: Latin words; of others, neighboring letters and every kanji. */
function featuresOf(words: readonly string[]): Set<string> {
  return new Set(
    words.flatMap((word) => {
      if (isLatin(word)) return [word];
      return [...[...word].filter((letter) => kanji.test(letter)), ...pairsOf(word)];
    }),
  );
}

const sum = (numbers: Iterable<number>) => [...numbers].reduce((total, number) => total + number, 0);

interface AskedSoFar {
  readonly slug: string;
  readonly counts: Map<string, number>;
  readonly sections: readonly (readonly [section: string, features: Set<string>])[];
}

function add(features: ReadonlySet<string>, count: number, sections: readonly number[], page: AskedSoFar | undefined) {
  for (const feature of features) {
    page?.counts.set(feature, (page.counts.get(feature) ?? 0) + count);
    for (const section of sections) page?.sections[section]?.[1].add(feature);
  }
}

function namesOf({ title, names }: LexiconEntry): string[] {
  return [title, ...(names.alias ?? []), ...(names.keyword ?? [])];
}

const allNamesOf = ({ title, names }: LexiconEntry): string[] => [title, ...Object.values(names).flat()];

/** What whole words tell, given what tells a word that some number of pages has. */
function wordWeights(
  words: AskedWords['words'],
  names: readonly (readonly string[])[],
  weight: (held: number) => number,
): ReadonlyMap<string, number> {
  const weights = new Map<string, number>();
  for (const word of names.flat()) if (isLatin(word)) weights.set(word, weight(1));
  for (const { word, of } of words) {
    const stem = stemOf(word);
    // Of words with one stem the most common tells.
    weights.set(stem, Math.min(weight(of.length), weights.get(stem) ?? Number.POSITIVE_INFINITY));
  }
  return weights;
}

/** What is asked of all pages, made ready for any number of queries. The name of a page is asked of it too. */
export function questionIndex({ pages: asked, words }: AskedWords, lexicon: readonly LexiconEntry[]): QuestionIndex {
  const entryOf = new Map(lexicon.map((entry) => [entry.slug, entry]));
  const pages = asked.map(({ slug, sections }): AskedSoFar => {
    return { slug, counts: new Map(), sections: sections.map((section) => [section, new Set()]) };
  });
  for (const { word, of } of words) {
    const features = featuresOf([word]);
    for (const { page, count, sections } of of) add(features, count, sections, pages[page]);
  }
  for (const page of pages) {
    const entry = entryOf.get(page.slug);
    for (const name of entry ? namesOf(entry) : []) add(featuresOf(phraseKey(name)), 1, [], page);
  }
  const lengthOf = ({ counts }: AskedSoFar) => sum(counts.values());
  const meanLength = sum(pages.map(lengthOf)) / pages.length;
  const holders = new Map<string, number>();
  for (const { counts } of pages)
    for (const feature of counts.keys()) holders.set(feature, (holders.get(feature) ?? 0) + 1);
  const weight = (held: number) => Math.log(1 + (pages.length - held + 0.5) / (held + 0.5));
  const names = lexicon.flatMap(allNamesOf).map(phraseKey);
  return {
    pages: pages.map((page) => {
      const loss = 1 - lengthShare + (lengthShare * lengthOf(page)) / meanLength;
      return { ...page, counts: new Map([...page.counts].map(([feature, count]) => [feature, count / loss])) };
    }),
    weights: new Map([...holders].map(([feature, held]) => [feature, weight(held)])),
    words: wordWeights(words, names, weight),
    names: names.map((words) => words.join(' ')),
    rare: weight(0),
  };
}

/**
 * Pages of which what the query says is asked, best first: by the words they share, rare ones first, and by how often
 * each is asked of the page. This is Okapi BM25, as in Robertson and Zaragoza, "The Probabilistic Relevance Framework:
 * BM25 and Beyond" (2009), as a share of what a page could reach.
 */
export function matchQuestions({ pages, weights, rare }: QuestionIndex, query: string): QuestionMatch[] {
  const wanted = [...featuresOf(phraseKey(query))].map(
    (feature) => [feature, weights.get(feature) ?? unknownShare * rare] as const,
  );
  const whole = sum(wanted.map(([, weight]) => weight));
  const weighed = (said: (feature: string) => number) =>
    sum(wanted.map(([feature, weight]) => weight * said(feature))) / whole;
  return pages
    .flatMap(({ slug, counts, sections }): QuestionMatch[] => {
      const share = weighed((feature) => {
        const count = counts.get(feature) ?? 0;
        return count / (count + halfSaid);
      });
      if (!(share > 0)) return [];
      const held = weighed((feature) => (counts.has(feature) ? 1 : 0));
      const heldBy = (features: ReadonlySet<string>) => weighed((feature) => (features.has(feature) ? 1 : 0)) / held;
      return [{ slug, share, sections: new Map(sections.map(([section, all]) => [section, heldBy(all)])) }];
    })
    .sort((one, other) => other.share - one.share);
}
