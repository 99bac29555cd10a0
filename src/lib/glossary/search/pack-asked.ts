/** How much a word is asked of a page. */
export interface AskedOf {
  /** The place of the page among all pages. */
  readonly page: number;
  /** In how many phrases the word stands. */
  readonly count: number;
  /** The places of the sections it is asked of among those of the page. */
  readonly sections: readonly number[];
}

/** What is asked of all pages, word by word. */
export interface AskedWords {
  /** Every page with the sections of which something may be asked, `definition` among them. */
  readonly pages: readonly { readonly slug: string; readonly sections: readonly string[] }[];
  /** The pages of each word are in their order. */
  readonly words: readonly { readonly word: string; readonly of: readonly AskedOf[] }[];
}

/**
 * The same as it is sent, in a third of what the phrases weigh: numbers as letters, those of one kind together, so that a
 * compressor finds the frequent ones.
 */
export interface PackedWords {
  /** The sections of each page, by its slug. */
  readonly pages: Readonly<Record<string, readonly string[]>>;
  /** All words, with a space between. */
  readonly words: string;
  /** For each page of each word how far it is from the one before; nought ends a word. */
  readonly steps: string;
  /** For each of those pages in how many phrases the word stands beyond one a section. */
  readonly counts: string;
  /** For each of those pages its sections, a bit each. */
  readonly sections: string;
}

/** The first letter a number is written as: a space and quotes lie before it. */
const firstLetter = 35;

/** As many bits make a letter that is none of a pair. */
const mostSections = 15;
const allBits = Array.from({ length: mostSections }, (_, place) => place);

const letters = (numbers: readonly number[]) => numbers.map((n) => String.fromCodePoint(n + firstLetter)).join('');
const numbers = (text: string) => [...text].map((letter) => (letter.codePointAt(0) ?? firstLetter) - firstLetter);

/** @throws if a page has more sections than fit into a letter. */
export function packAsked({ pages, words }: AskedWords): PackedWords {
  const large = pages.find(({ sections }) => sections.length > mostSections);
  if (large) throw new Error(`"${large.slug}" has more than ${mostSections} sections of which something may be asked.`);
  const all = words.flatMap(({ of }) => of);
  const steps = words.flatMap(({ of }) => [...of.map(({ page }, place) => page - (of[place - 1]?.page ?? -1)), 0]);
  return {
    pages: Object.fromEntries(pages.map(({ slug, sections }) => [slug, sections])),
    words: words.map(({ word }) => word).join(' '),
    steps: letters(steps),
    counts: letters(all.map(({ count, sections }) => count - sections.length)),
    sections: letters(all.map(({ sections }) => sections.reduce((bits, place) => bits | (1 << place), 0))),
  };
}

export function unpackAsked(packed: PackedWords): AskedWords {
  const steps = numbers(packed.steps).values();
  const counts = numbers(packed.counts).values();
  const bits = numbers(packed.sections).values();
  const next = (all: Iterator<number>): number => all.next().value ?? 0;
  const words = (packed.words.match(/\S+/g) ?? []).map((word) => {
    const of: AskedOf[] = [];
    let page = -1;
    for (let step = next(steps); step > 0; step = next(steps)) {
      page += step;
      const held = next(bits);
      const sections = allBits.filter((place) => held & (1 << place));
      of.push({ page, count: next(counts) + sections.length, sections });
    }
    return { word, of };
  });
  return { pages: Object.entries(packed.pages).map(([slug, sections]) => ({ slug, sections })), words };
}
