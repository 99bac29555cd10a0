const katakana = /[ァ-ヶ]/g;
/** Distance from a katakana letter to the same hiragana letter in Unicode. */
const kanaOffset = 0x60;

/**
 * A text reduced to what matters for finding it: width, case and kana are folded, spaces, hyphens and middle dots
 * dropped. Two spellings of one name fold to the same text.
 */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(katakana, (letter) => String.fromCharCode(letter.charCodeAt(0) - kanaOffset))
    .replace(/[\s\-‐‑–—・.'’_]+/g, '');
}
