const wide =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\u3000-\u303f\u30fb-\u30ff\uff01-\uff60\uffe0-\uffe6\p{Emoji_Presentation}]/u;
/** Takes no room of its own and stays with the letter before it. */
const joined = /\p{M}|\u200d|[\ufe0e\ufe0f]/u;
const narrow = /[iljtfrI.,:;'|!()[\]{} ]/;
const broad = /[mwMW@%A-HJ-Z]/;
/** Signs that do not begin a line in Japanese, and those that do not end one. */
const notFirst = /[、。，．・：；？！）」』】〉》〕］｝ぁぃぅぇぉっゃゅょァィゥェォッャュョー々…]/u;
const notLast = /[（「『【〈《〔［｛]/u;

/** What has to be known of a sign; `width` in ems of a sans-serif font, rather too much than too little. */
interface Sign {
  readonly width: number;
  readonly isWide: boolean;
  readonly isJoined: boolean;
  readonly isNotFirst: boolean;
  readonly isNotLast: boolean;
}

function look(sign: string): Sign {
  const isWide = wide.test(sign);
  const isJoined = joined.test(sign);
  const latin = narrow.test(sign) ? 0.36 : broad.test(sign) ? 0.88 : 0.62;
  return {
    width: isJoined ? 0 : isWide ? 1 : latin,
    isWide,
    isJoined,
    isNotFirst: notFirst.test(sign),
    isNotLast: notLast.test(sign),
  };
}

/** A map uses few signs, many times each. */
const known = new Map<string, Sign>();
function signOf(sign: string): Sign {
  const before = known.get(sign);
  if (before) return before;
  const found = look(sign);
  known.set(sign, found);
  return found;
}

const widthOf = (sign: string) => signOf(sign).width;

export function textWidth(text: string): number {
  let width = 0;
  for (const sign of text) width += widthOf(sign);
  return width;
}

/** Whether a line may end between two signs that no space parts. */
function mayBreak(before: string, after: string): boolean {
  const [ends, begins] = [signOf(before), signOf(after)];
  if (begins.isJoined || before === '\u200d' || begins.isNotFirst || ends.isNotLast) return false;
  return ends.isWide || begins.isWide;
}

/** Pieces of a text that stay whole on a line: words, and each letter of a script that is written without spaces. */
function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  let piece = '';
  let last = '';
  for (const sign of text) {
    const begins = last !== '' && ((last === ' ' && sign !== ' ') || (sign !== ' ' && mayBreak(last, sign)));
    if (begins) {
      pieces.push(piece);
      piece = '';
    }
    piece += sign;
    last = sign;
  }
  if (piece !== '') pieces.push(piece);
  return pieces;
}

/** A piece that is wider than a line, cut to fit. */
function cutPiece(piece: string, width: number): string[] {
  const parts: string[] = [];
  let part = '';
  let used = 0;
  for (const sign of piece) {
    const needed = widthOf(sign);
    if (part !== '' && used + needed > width && needed > 0) {
      parts.push(part);
      part = '';
      used = 0;
    }
    part += sign;
    used += needed;
  }
  return [...parts, part];
}

/** A text in lines that are at most so many ems wide. It is measured without a font, so that it can be done anywhere. */
export function textLines(text: string, width: number): string[] {
  return text.split(/\r\n?|\n/).flatMap((paragraph) => {
    const lines: string[] = [];
    let line = '';
    let used = 0;
    for (const piece of piecesOf(paragraph.replace(/\s+/g, ' ').trim())) {
      const needed = textWidth(piece.trimEnd());
      if (line !== '' && used + needed > width) {
        lines.push(line.trimEnd());
        line = '';
        used = 0;
      }
      const parts = needed > width ? cutPiece(piece, width) : [piece];
      lines.push(...parts.slice(0, -1));
      const rest = parts.at(-1) ?? '';
      line += rest;
      used += textWidth(rest);
    }
    return [...lines, line.trimEnd()];
  });
}
