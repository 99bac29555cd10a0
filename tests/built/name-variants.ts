import { toHiragana, toKatakana, toRomaji } from 'wanakana';
import type { LexiconEntry } from '../../src/lib/glossary/search/lexicon.ts';

export const variantClasses = [
  'exact',
  'reading',
  'kana swapped',
  'half width',
  'full width',
  'letter left out',
  'letters swapped',
  'letter doubled',
  'romaji',
  'first three letters',
] as const;
export type VariantClass = (typeof variantClasses)[number];

/** What somebody may type for a page. */
export interface Variant {
  readonly kind: VariantClass;
  readonly query: string;
  /** The pages of which any may come first. */
  readonly wanted: readonly LexiconEntry[];
}

const hasKana = /[ぁ-ヶ]/;
const kanaOnly = /^[ぁ-ヶー・\s]+$/;
const hiraganaOnly = /^[ぁ-ゖー・\s]+$/;

const halfWidth = new Map(
  Array.from({ length: 0xff9f - 0xff61 + 1 }, (_, index) => String.fromCharCode(0xff61 + index)).map((half) => [
    half.normalize('NFKC'),
    half,
  ]),
);
/** ガ is カ and a mark of its own in half width. */
const toHalfWidth = (text: string) =>
  [...text.normalize('NFD')].map((letter) => halfWidth.get(letter) ?? letter).join('');
const toFullWidth = (text: string) =>
  text.replace(/[!-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)).replaceAll(' ', '\u3000');

const hiragana = (text: string) => toHiragana(text, { passRomaji: true, convertLongVowelMark: false });
const katakana = (text: string) => toKatakana(text, { passRomaji: true });

/** Each place of a text, and what stands before and after it. */
function cuts(text: string): { readonly before: string; readonly letter: string; readonly after: string }[] {
  const letters = [...text];
  return letters.map((letter, index) => ({
    before: letters.slice(0, index).join(''),
    letter,
    after: letters.slice(index + 1).join(''),
  }));
}

/** Romaji of a kana text: whole, with its long vowels unmarked, and parted by a hyphen or space at any place. */
function romajiOf(text: string): string[] {
  const whole = toRomaji(text);
  const parted = cuts(text)
    .slice(1)
    .filter(({ letter }) => !/[ーァィゥェォャュョぁぃぅぇぉゃゅょ・\s]/.test(letter))
    .flatMap(({ before, letter, after }) =>
      ['-', ' '].map((joint) => `${toRomaji(before)}${joint}${toRomaji(letter + after)}`),
    );
  return [whole, whole.replaceAll('-', ''), ...parted, ...parted.map((variant) => variant.replace(/-(?=\s|$)/g, ''))];
}

function variantsOf(name: string): Partial<Record<VariantClass, string[]>> {
  const places = cuts(name);
  return {
    [hiraganaOnly.test(name) ? 'reading' : 'exact']: [name],
    'kana swapped': hasKana.test(name) ? [hiragana(name), katakana(name)] : [],
    'half width': hasKana.test(name) ? [toHalfWidth(katakana(name))] : [],
    'full width': /[!-~]/.test(name) ? [toFullWidth(name)] : [],
    'letter left out': places.map(({ before, after }) => before + after),
    'letters swapped': places.map(({ before, letter, after }) => {
      const [next = '', ...rest] = after;
      return before + next + letter + rest.join('');
    }),
    'letter doubled': places.map(({ before, letter, after }) => before + letter + letter + after),
    romaji: kanaOnly.test(name) ? romajiOf(name) : [],
    'first three letters': [...name].length > 3 ? [[...name].slice(0, 3).join('')] : [],
  };
}

/** A text without what the search overlooks in any case, told by other means than the search's own. */
function plain(text: string): string {
  return hiragana(text.normalize('NFKC').toLowerCase()).replace(/[\s\p{P}]/gu, '');
}

const isTerm = ({ kind }: LexiconEntry) => kind !== 'comparison' && kind !== 'calculator' && kind !== 'page';

/** All that people call a page, keywords aside. */
function namesOf({ title, names }: LexiconEntry): string[] {
  return [title, ...(names.alias ?? []), ...(names.reading ?? []), ...(names['other-language'] ?? [])];
}

function addTo<Key, Value>(map: Map<Key, Set<Value>>, key: Key, value: Value): void {
  map.set(key, (map.get(key) ?? new Set()).add(value));
}

/**
 * Every way of typing the names of the terms, each once a class. What is also a name of another page, or may stand for
 * several terms, is left out; of pages that begin alike any may come first.
 */
export function nameVariants(lexicon: readonly LexiconEntry[]): Variant[] {
  const named = new Map<string, Set<LexiconEntry>>();
  for (const entry of lexicon)
    for (const name of [...namesOf(entry), ...(entry.names.keyword ?? [])]) addTo(named, plain(name), entry);
  const made = lexicon
    .filter(isTerm)
    .flatMap((entry) =>
      namesOf(entry).flatMap((name) =>
        Object.entries(variantsOf(name)).flatMap(([kind, queries]) =>
          queries.map((query) => ({ kind: kind as VariantClass, query, key: plain(query), entry })),
        ),
      ),
    );
  const meant = new Map<string, Set<LexiconEntry>>();
  for (const { kind, key, entry } of made) if (kind !== 'first three letters') addTo(meant, key, entry);

  const seen = new Set<string>();
  return made.flatMap(({ kind, query, key, entry }): Variant[] => {
    if (key === '' || seen.has(`${kind} ${query}`)) return [];
    seen.add(`${kind} ${query}`);
    if (kind === 'first three letters') {
      const sharing = [...named].filter(([name]) => name.startsWith(key)).flatMap(([, entries]) => [...entries]);
      return [{ kind, query, wanted: [...new Set(sharing)] }];
    }
    const others = [...(named.get(key) ?? []), ...(meant.get(key) ?? [])].filter((other) => other !== entry);
    return others.length > 0 ? [] : [{ kind, query, wanted: [entry] }];
  });
}
