/** A piece of a name: kanji or Latin letters with how they are read, or kana, which need no reading. */
export interface RubyPiece {
  readonly text: string;
  readonly reading?: string;
}

const kana = /[\p{Script=Hiragana}\p{Script=Katakana}ー・]+/u;

function hiragana(text: string): string {
  return text.replace(/[ァ-ヶ]/g, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) - 0x60));
}

/**
 * A name cut so that readings stand over what is not kana: 顧客 (こきゃく) セグメンテーション. Where the reading does not
 * go with the kana of the name, it stands over the whole.
 */
export function rubyOf(name: string, reading: string): RubyPiece[] {
  const pieces = name.split(new RegExp(`(${kana.source})`, 'u')).filter((piece) => piece !== '');
  const isKana = (piece: string) => kana.test(piece);
  const pattern = pieces.map((piece) => (isKana(piece) ? hiragana(piece) : '(.+?)')).join('');
  const readings = new RegExp(`^${pattern}$`, 'u').exec(hiragana(reading))?.slice(1);
  if (!readings) return [{ text: name, reading }];
  const rest = readings.values();
  return pieces.map((text) => (isKana(text) ? { text } : { text, reading: rest.next().value ?? '' }));
}
