import { plainLetters } from './name-key.ts';

const vowels = ['a', 'i', 'u', 'e', 'o'];
/** Rows of the syllabary by consonant, each in the order a i u e o. */
const rows: readonly (readonly [consonant: string, kana: string])[] = [
  ['', 'あいうえお'],
  ['k', 'かきくけこ'],
  ['g', 'がぎぐげご'],
  ['s', 'さしすせそ'],
  ['z', 'ざじずぜぞ'],
  ['t', 'たちつてと'],
  ['d', 'だぢづでど'],
  ['n', 'なにぬねの'],
  ['h', 'はひふへほ'],
  ['b', 'ばびぶべぼ'],
  ['p', 'ぱぴぷぺぽ'],
  ['m', 'まみむめも'],
  ['y', 'や ゆ よ'],
  ['r', 'らりるれろ'],
  ['w', 'わゐ ゑを'],
];
const syllables = new Map([
  ...rows.flatMap(([consonant, kana]) =>
    [...kana].map((letter, index): [string, string] => [letter, consonant + vowels[index]]),
  ),
  ['ん', 'n'] as const,
  ['ゔ', 'bu'] as const,
]);
const smallVowels = 'ぁぃぅぇぉ';
const smallY: Readonly<Record<string, string>> = { ゃ: 'ya', ゅ: 'yu', ょ: 'yo' };

function withSmall(syllable: string, small: string): string {
  const glide = smallY[small];
  if (glide) return syllable.slice(0, -1) + glide;
  const vowel = vowels[smallVowels.indexOf(small)] ?? '';
  if (syllable === 'u') return `w${vowel}`;
  if (syllable === 'i') return `i${vowel}`;
  // ちぇ and じぇ keep the glide that is in their consonant; てぃ and ふぁ have none.
  return syllable.slice(0, -1) + (/^[szt]i$/.test(syllable) ? 'y' : '') + vowel;
}

/** Ways of writing one sound, led to the shortest. In order: later rules read what earlier ones wrote. */
const variants: readonly (readonly [RegExp, string])[] = [
  [/[^a-z]/g, ''],
  [/[lx]tu|x(?=y|[aiueo])|l(?=y)/g, ''],
  [/sh/g, 'sy'],
  [/t?ch|cy/g, 'ty'],
  [/j/g, 'zy'],
  [/ts(?=u)/g, 't'],
  [/f/g, 'h'],
  [/(?<=[td])h(?=[iuy])/g, ''],
  [/dz/g, 'z'],
  [/v/g, 'b'],
  [/l/g, 'r'],
  [/m(?=[bp])/g, 'n'],
  [/yy+/g, 'y'],
  [/(?<=[a-z])yi/g, 'i'],
  [/(?<=[hb])(?:y(?=e)|u(?=[ao]))/g, ''],
  [/di/g, 'zi'],
  [/du/g, 'zu'],
  [/wo/g, 'o'],
  [/ou+/g, 'o'],
  [/(.)\1+/g, '$1'],
  // What stands before the last vowel is typed: ch and ts begin as ち and つ do.
  [/(?<=[a-z])y$/g, ''],
  [/(?<=t)s$/g, ''],
  [/c$/g, 't'],
];

/** What small letters stand for when each is read alone, as most romanisations do where the sound is foreign. */
const foreignSounds = /(?<=[てでとどうくぐつすず])[ぃぅぇぉぁ]|(?<=[てで])[ゅょゃ]/g;
const fullSize = (letter: string) => String.fromCharCode(letter.charCodeAt(0) + 1);

/** Letters that are Latin or kana, nothing for other scripts. */
function soundLetters(text: string): string | undefined {
  const plain = plainLetters(text).replace(/[^\p{L}\p{N}]|ー/gu, '');
  return /^[a-zぁ-ゖ]+$/.test(plain) ? plain : undefined;
}

function latinOf(plain: string): string {
  let latin = '';
  let last = '';
  for (const letter of plain) {
    const syllable = syllables.get(letter);
    if (letter === 'っ') continue;
    if (syllable !== undefined || letter === 'ゎ') last = syllable ?? 'wa';
    else if (/[ぁぃぅぇぉゃゅょ]/.test(letter) && last !== '') {
      latin = latin.slice(0, -last.length);
      last = withSmall(last, letter);
    } else last = letter;
    latin += last;
  }
  return variants.reduce((spelled, [from, to]) => spelled.replace(from, to), latin);
}

/**
 * Kana, Latin letters or both (かいy, as it stands while one types) as romaji, however it is romanised: Hepburn,
 * Kunrei, as typed for a converter, with long vowels marked, doubled or left out. Nothing for other scripts.
 */
export function romajiKey(text: string): string | undefined {
  const plain = soundLetters(text);
  return plain === undefined ? undefined : latinOf(plain);
}

/** The romaji a name in kana may be typed in: ディ is di, and dei where its letters are written one by one. */
export function romajiKeys(text: string): string[] {
  const plain = soundLetters(text);
  if (plain === undefined) return [];
  return [...new Set([plain, plain.replace(foreignSounds, fullSize)].map(latinOf))].filter((latin) => latin !== '');
}
