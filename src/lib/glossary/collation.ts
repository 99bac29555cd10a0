import type { Locale } from '../i18n/locales.ts';
import { localeFacts } from '../i18n/locales.ts';
import { fold } from './fold.ts';

/** The rows of the Japanese syllabary: the heading of each and the letters filed under it. */
const kanaRows: readonly (readonly [heading: string, letters: string])[] = [
  ['あ', 'ぁあぃいぅうぇえぉおゔ'],
  ['か', 'かがきぎくぐけげこごゕゖ'],
  ['さ', 'さざしじすずせぜそぞ'],
  ['た', 'ただちぢっつづてでとど'],
  ['な', 'なにぬねの'],
  ['は', 'はばぱひびぴふぶぷへべぺほぼぽ'],
  ['ま', 'まみむめも'],
  ['や', 'ゃやゅゆょよ'],
  ['ら', 'らりるれろ'],
  ['わ', 'ゎわゐゑをん'],
];

const otherHeading = '#';

function headingOf(name: string, locale: Locale): string {
  const first = fold(name)[0] ?? '';
  if (localeFacts[locale].hasReadings)
    return kanaRows.find(([, letters]) => letters.includes(first))?.[0] ?? otherHeading;
  return /[a-z]/.test(first) ? first.toUpperCase() : otherHeading;
}

/** The headings of an index in order: A–Z, or the rows of 五十音. */
export function indexHeadings(locale: Locale): string[] {
  const letters = localeFacts[locale].hasReadings
    ? kanaRows.map(([heading]) => heading)
    : [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  return [...letters, otherHeading];
}

export interface IndexGroup<Entry> {
  readonly heading: string;
  readonly entries: readonly Entry[];
}

/** Entries sorted and grouped as the language's readers expect. `sortName` is the reading where there is one. */
export function groupForIndex<Entry>(
  entries: readonly Entry[],
  locale: Locale,
  sortName: (entry: Entry) => string,
): IndexGroup<Entry>[] {
  const collator = new Intl.Collator(localeFacts[locale].format);
  const sorted = [...entries].sort((a, b) => collator.compare(sortName(a), sortName(b)));
  return indexHeadings(locale)
    .map((heading) => ({ heading, entries: sorted.filter((entry) => headingOf(sortName(entry), locale) === heading) }))
    .filter((group) => group.entries.length > 0);
}
