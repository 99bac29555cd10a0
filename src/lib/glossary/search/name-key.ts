import { englishSpelling } from './english-spelling.ts';

/** Distance from a katakana letter to the same hiragana letter in Unicode. */
const kanaOffset = 0x60;

const voicedV: Readonly<Record<string, string>> = { ぁ: 'ば', ぃ: 'び', ぇ: 'べ', ぉ: 'ぼ', ゅ: 'びゅ' };
const fullSize: Readonly<Record<string, string>> = Object.fromEntries(
  ['ぁあ', 'ぃい', 'ぅう', 'ぇえ', 'ぉお', 'っつ', 'ゃや', 'ゅゆ', 'ょよ', 'ゎわ', 'ゕか', 'ゖけ', 'ぢじ', 'づず'].map(
    ([small = '', full = '']) => [small, full],
  ),
);

/** Width, case, accents and kana folded: all that is left is small Latin letters, hiragana, kanji, digits and signs. */
export function plainLetters(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .replace(/[ァ-ヶ]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - kanaOffset));
}

/** Kana as one hears them: no long vowels (nor the kanji 一 and dashes typed for them), no small letters, ヴァ as バ. */
function plainKana(text: string): string {
  return text
    .replace(/(?<=[ぁ-ゖ])(?:[ー\-‐-―−〜~]|一(?=[ぁ-ゖ]|$))/g, '')
    .replace(/ー/g, '')
    .replace(/ゔ([ぁぃぇぉゅ]?)/g, (_, vowel: string) => voicedV[vowel] ?? 'ぶ')
    .replace(/[ぁぃぅぇぉっゃゅょゎゕゖぢづ]/g, (letter) => fullSize[letter] ?? letter);
}

/**
 * The words of a name or query in the form in which they are compared: width, case, kana, long vowels, small letters,
 * plural and British spelling folded. What is neither letter nor digit only parts words.
 */
export function keyWords(text: string): string[] {
  return plainKana(plainLetters(text).replace(/['’]/g, ''))
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map(englishSpelling);
}

/** A name as one run of letters: two spellings of one name have the same key. */
export function nameKey(text: string): string {
  return keyWords(text).join('');
}
