import type { AskedOfPage } from './match-questions.ts';
import { isLatin, phraseKey } from './phrase-key.ts';

const segmenter = new Intl.Segmenter('ja', { granularity: 'word' });
const katakana = /([ァ-ヺー]{2,})/;
/** Particles and endings: they stand in every phrase. */
const shortKana = /^[ぁ-ゖー]{1,2}$/;

/** Words of a phrase. Katakana are told before they are folded: as hiragana they would be cut to pieces. */
function wordsOf(phrase: string): string[] {
  return phrase
    .normalize('NFKC')
    .split(katakana)
    .flatMap((part) =>
      phraseKey(part).flatMap((run) => {
        if (isLatin(run) || katakana.test(part)) return [run];
        return [...segmenter.segment(run)].map(({ segment }) => segment).filter((word) => !shortKana.test(word));
      }),
    );
}

type Phrases = Readonly<Record<string, readonly string[]>>;

/** In how many phrases each word stands. */
function countsIn(phrases: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const phrase of new Set(phrases))
    for (const word of new Set(wordsOf(phrase))) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** Words by how often they stand: first those that stand once, then those that stand twice, and so on. */
function byCount(counts: readonly (readonly [word: string, count: number])[]): string[] {
  const most = Math.max(0, ...counts.map(([, count]) => count));
  const withCount = (wanted: number) => counts.filter(([, count]) => count === wanted).map(([word]) => word);
  return Array.from({ length: most }, (_, index) =>
    withCount(index + 1)
      .sort()
      .join(' '),
  );
}

/**
 * What is asked of all pages, as it is sent to readers: words, which are half of what the phrases weigh. A word that
 * stands in no second phrase stood there by chance, unless it is among the chosen ones.
 */
export function askedWords(
  asked: Readonly<Record<string, Phrases>>,
  chosen: readonly string[],
): Record<string, AskedOfPage> {
  const pages = Object.entries(asked).map(([slug, sections]) => {
    const counted = Object.entries(sections).map(([section, phrases]) => [section, [...countsIn(phrases)]] as const);
    return [slug, counted] as const;
  });
  const totals = new Map<string, number>();
  for (const [word, count] of pages.flatMap(([, sections]) => sections.flatMap(([, counts]) => counts)))
    totals.set(word, (totals.get(word) ?? 0) + count);
  const kept = new Set(chosen.flatMap(wordsOf));
  const lasting = ([word]: readonly [string, number]) => kept.has(word) || (totals.get(word) ?? 0) > 1;
  return Object.fromEntries(
    pages.map(([slug, sections]) => [
      slug,
      Object.fromEntries(sections.map(([section, counts]) => [section, byCount(counts.filter(lasting))])),
    ]),
  );
}
