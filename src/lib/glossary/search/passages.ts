import type { SectionId } from '../sections.ts';
import { plainLetters } from './name-key.ts';
import type { QueryWord } from './query-words.ts';

/** A page as the index gives it back. */
export interface IndexedText {
  readonly content: string;
  /** The same with Japanese cut by zero-width spaces, by which anchors are placed. */
  readonly raw_content?: string;
  readonly anchors: readonly {
    readonly element: string;
    readonly id: string;
    readonly text: string;
    readonly location: number;
  }[];
}

/** What the index holds for the search alone stands between these signs, which no author writes. */
export const hidden = { open: '⟦', close: '⟧' } as const;

/** A section of a page, or what stands above its first heading. */
export interface Passage {
  readonly anchor: string | undefined;
  readonly heading: string;
  /** As readers see it, without its heading. */
  readonly text: string;
  /** Folded, with its heading. */
  readonly letters: string;
}

export interface WeighedWord extends QueryWord {
  /** How much it tells: rare words more. */
  readonly weight: number;
}

const cut = '\u200b';
const headingTag = /^h[1-6]$/;

/** Words as one text. The index ends every block with a full stop, which no Japanese block has. */
function joined(pieces: readonly string[], isCut: boolean): string {
  const text = isCut ? pieces.join('').replace(/\.(?=\s|$)/g, ' ') : pieces.join(' ');
  return text.replace(/\s+/g, ' ').trim();
}

/** A text without the title or heading it begins with, however often. */
function withoutHeading(text: string, heading: string): string {
  let rest = text;
  while (heading !== '' && rest.startsWith(heading)) rest = rest.slice(heading.length).replace(/^[.。:：\s]+/, '');
  return rest;
}

/** A page's text by its headings. */
export function passagesOf({ content, raw_content: raw = content, anchors }: IndexedText, title: string): Passage[] {
  const isCut = raw.includes(cut);
  const words = isCut ? raw.split(cut) : raw.split(/\s+/);
  const headings = anchors.filter(({ element, id }) => headingTag.test(element) && id !== '');
  const starts = [{ id: undefined, text: title, location: 0 }, ...headings];
  return starts.map(({ id, text: heading, location }, place) => {
    const all = joined(words.slice(location, starts[place + 1]?.location), isCut);
    // Above the first heading, the kind and title of the page stand before what is hidden.
    const shown = all.slice(all.indexOf(hidden.close) + 1).trim();
    return {
      anchor: id,
      heading: id === undefined ? '' : heading,
      text: withoutHeading(shown, heading),
      letters: plainLetters(`${heading} ${shown}`),
    };
  });
}

/** Where a stem stands in folded text: a Latin one at the beginning of a word. */
function placeOf(letters: string, stem: string): number {
  if (!/^[a-z0-9]/.test(stem)) return letters.indexOf(stem);
  for (let at = letters.indexOf(stem); at !== -1; at = letters.indexOf(stem, at + 1)) {
    if (at === 0 || !/[a-z0-9]/.test(letters[at - 1] ?? '')) return at;
  }
  return -1;
}

export function holds(letters: string, { stem }: QueryWord): boolean {
  return placeOf(letters, stem) !== -1;
}

export interface PassageScore {
  readonly passage: Passage;
  readonly score: number;
  /** Words of the query that the passage does not hold. */
  readonly missing: readonly QueryWord[];
}

/** Characters about as many as a section's; a longer one holds words by chance. */
const usualLength = 900;

export function scorePassage(
  passage: Passage,
  words: readonly WeighedWord[],
  preferred: readonly SectionId[],
): PassageScore {
  const held = words.filter((word) => holds(passage.letters, word));
  const weight = held.reduce((sum, word) => sum + word.weight, 0);
  const length = 1 / (1 + 0.25 * Math.max(0, passage.letters.length / usualLength - 1));
  const isAskedFor = preferred.some((section) => section === passage.anchor);
  return {
    passage,
    score: weight * (length + (isAskedFor ? 0.2 : 0)),
    missing: words.filter((word) => !held.includes(word)),
  };
}
