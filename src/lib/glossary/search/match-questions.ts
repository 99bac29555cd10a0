import { fillers } from './asking-words.ts';
import { englishStem } from './english-stem.ts';
import { everydayEnglish, everydayJapanese } from './everyday-words.ts';
import { plainLetters } from './name-key.ts';

/** What is asked of a page in people's own words, by the section that answers, or `definition`. */
export type AskedOfPage = Readonly<Record<string, readonly string[]>>;

interface Phrase {
  readonly slug: string;
  readonly section: string;
  readonly features: ReadonlySet<string>;
  readonly norm: number;
}

export interface QuestionIndex {
  readonly phrases: readonly Phrase[];
  /** How much a feature tells. */
  readonly weights: ReadonlyMap<string, number>;
  readonly unknown: number;
}

export interface QuestionMatch {
  readonly slug: string;
  readonly section: string;
  /** Likeness to what was asked, 0 to 1. */
  readonly score: number;
}

const kanji = /\p{Script=Han}/u;
/** Latin words, and runs of other letters. */
const runs = /[a-z0-9]+|[^\s\p{P}\p{S}a-z0-9]+/gu;
/**
 * A phrasing without what does not tell it from others: fillers gone, English words as stems, one word for those that
 * mean the same, each once. This is what a page is sent, and what a query is made to.
 */
export function phraseKey(text: string): string {
  const words = everydayJapanese(plainLetters(text).replace(fillers, ' ')).match(runs) ?? [];
  return [...new Set(words.map((word) => (/^[a-z]/.test(word) ? everydayEnglish(englishStem(word)) : word)))].join(' ');
}

/** What two keys can share: Latin words; of other scripts neighboring letters, and every kanji. */
function featuresOf(key: string): Set<string> {
  const words = key === '' ? [] : key.split(' ');
  return new Set(
    words.flatMap((word) => {
      if (/^[a-z0-9]/.test(word)) return [word];
      const letters = [...word];
      const pairs = letters.slice(1).map((letter, place) => (letters[place] ?? '') + letter);
      return [...letters.filter((letter) => kanji.test(letter)), ...pairs];
    }),
  );
}

/** What is asked of all pages, by their slugs, as keys of phrases, made ready for any number of queries. */
export function questionIndex(asked: Readonly<Record<string, AskedOfPage>>): QuestionIndex {
  const phrases = Object.entries(asked).flatMap(([slug, sections]) =>
    Object.entries(sections).flatMap(([section, texts]) =>
      (texts ?? []).map((text) => ({ slug, section, features: featuresOf(text) })),
    ),
  );
  const counts = new Map<string, number>();
  for (const { features } of phrases)
    for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const weights = new Map([...counts].map(([feature, count]) => [feature, Math.log(1 + phrases.length / count)]));
  const norm = (features: ReadonlySet<string>) =>
    Math.sqrt([...features].reduce((sum, feature) => sum + (weights.get(feature) ?? 0) ** 2, 0));
  return {
    phrases: phrases.map((phrase) => ({ ...phrase, norm: norm(phrase.features) })),
    weights,
    unknown: Math.log(1 + phrases.length),
  };
}

/** Pages of which something like the query has been asked, likest first. */
export function matchQuestions({ phrases, weights, unknown }: QuestionIndex, query: string): QuestionMatch[] {
  const wanted = [...featuresOf(phraseKey(query))].map(
    (feature) => [feature, weights.get(feature) ?? unknown] as const,
  );
  const norm = Math.sqrt(wanted.reduce((sum, [, weight]) => sum + weight ** 2, 0));
  const pages = new Map<string, { best: QuestionMatch; held: Map<string, number> }>();
  for (const { slug, section, features, norm: phraseNorm } of phrases) {
    let dot = 0;
    const known = pages.get(slug) ?? { best: { slug, section, score: 0 }, held: new Map<string, number>() };
    for (const [feature, weight] of wanted) {
      if (!features.has(feature)) continue;
      dot += weight ** 2;
      known.held.set(feature, weight ** 2);
    }
    if (dot === 0) continue;
    const score = dot / (norm * phraseNorm);
    if (score > known.best.score) known.best = { slug, section, score };
    pages.set(slug, known);
  }
  return [...pages.values()]
    .map(({ best, held }) => {
      const covered = [...held.values()].reduce((sum, weight) => sum + weight, 0) / norm ** 2;
      return { ...best, score: 0.65 * best.score + 0.35 * covered };
    })
    .sort((one, other) => other.score - one.score);
}
