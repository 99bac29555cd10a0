import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { IndexedPage } from '../../src/build/search-index.ts';
import type { Locale } from '../../src/lib/i18n/locales.ts';

/** Words that are changed in generated text, and the syllables of the words that take their place. */
const writing: Readonly<Record<Locale, { readonly word: RegExp; readonly syllables: readonly string[] }>> = {
  en: {
    word: /\p{Script=Latin}{5,}/gu,
    syllables: [...'bcdfglmnprstv'].flatMap((consonant) => [...'aeiou'].map((vowel) => consonant + vowel)),
  },
  ja: {
    word: /[ァ-ヶー]{3,}|\p{Script=Han}{2,}/gu,
    syllables: [...'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモラリルレロ'],
  },
};
/** Of how many words one is changed. */
const changedShare = 0.15;
/** Heaps' law: `scale * n ** exponent` different words in a text of `n`. */
const heaps = { scale: 10, exponent: 0.6 };

function inventWord(syllables: readonly string[], number: number): string {
  const least = syllables.length ** 2;
  let word = '';
  for (let rest = number + least; rest > 0; rest = Math.floor(rest / syllables.length))
    word += syllables[rest % syllables.length];
  return word;
}

/**
 * As many pages as are wanted: those of the site, then others of their paragraphs in another order, with words changed
 * so that the vocabulary grows as it does in nature. The same for the same pages.
 */
export function generatedPages(pages: readonly IndexedPage[], locale: Locale, count: number): IndexedPage[] {
  const { word, syllables } = writing[locale];
  const generator = xoroshiro128plus(20261122);
  const random = () => uniformFloat64(generator);
  const paragraph = /<p\b[^>]*>.*?<\/p>/gs;
  const paragraphs = pages.flatMap(({ content }) => content.match(paragraph) ?? []);
  const pick = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)];

  const drawn: string[] = [];
  let known = 0;
  const draw = (): string => {
    const growth = heaps.scale * heaps.exponent * (drawn.length + 1) ** (heaps.exponent - 1);
    const isNew = drawn.length === 0 || random() < growth;
    const next = (isNew ? undefined : pick(drawn)) ?? inventWord(syllables, known++);
    drawn.push(next);
    return next;
  };
  const change = (html: string) =>
    html
      .split(/(<[^>]*>)/)
      .map((part) =>
        part.startsWith('<') ? part : part.replace(word, (old) => (random() < changedShare ? draw() : old)),
      )
      .join('');

  const generated = Array.from({ length: Math.max(0, count - pages.length) }, (_, place): IndexedPage => {
    const content = pick(pages)?.content.replace(paragraph, (old) => pick(paragraphs) ?? old) ?? '';
    return { url: `/${locale}/terms/generated-${place}/`, content: change(content) };
  });
  return [...pages.slice(0, count), ...generated];
}
