/** Width of every chart in its own units; the page scales it to the room there is. */
export const width = 400;

/**
 * Height of a letter in units of the drawing: on a phone, where a unit is a little less than a pixel, and on a wide
 * page, where it is one and a half. charts.css and figures.css set the same sizes.
 */
export const letter = { phone: 15, wide: 9.5 } as const;

/** Distance from one line of text to the next. */
export const lineHeight = 17;

/** Letters of Japanese fill a square; of the others, the widths in the broadest of the usual fonts. */
const share = { square: 1, broad: 0.9, capital: 0.72, other: 0.62, slim: 0.4 } as const;

/** Bold letters are broader. */
export const bold = 1.1;

function shareOf(sign: string): number {
  if (sign > '\u2e80') return share.square;
  if (/[%+\u2212mMwW—]/.test(sign)) return share.broad;
  if (/[ijlftrI.,:;!'|()\s/-]/.test(sign)) return share.slim;
  return /[A-Z]/.test(sign) ? share.capital : share.other;
}

/** Where Japanese and other letters meet, browsers leave an eighth of a letter. */
const seam = /(?<=[\u2e80-\u9fff])(?=[A-Za-z\d])|(?<=[A-Za-z\d])(?=[\u2e80-\u9fff])/g;

/** Room that a text needs, by its letters: the drawing is made where nothing can be measured. */
export function textWidth(text: string, size: number = letter.phone): number {
  let width = ((text.match(seam)?.length ?? 0) * size) / 8;
  for (const sign of text) width += size * shareOf(sign);
  return width;
}

/** The middle of a text that would rather stand at a place but has to stay within the drawing. */
export function middleWithin(text: string, wanted: number): number {
  const half = textWidth(text) / 2;
  return Math.round(Math.max(half, Math.min(width - half, wanted)));
}

export function widestOf(texts: readonly string[], size?: number): number {
  return Math.max(0, ...texts.map((text) => textWidth(text, size)));
}

/** Where a label may be broken: after a space or hyphen, between Japanese letters but not inside a word in katakana. */
const pieces =
  /[ァ-ヺー]+[、。・）」\s]*|[\u2e80-\uffff][、。・）」ぁぃぅぇぉっゃゅょ％]*\s*|[^\s\u2e80-\uffff-]+-?\s*|[\s-]+/g;

/** The letters of a piece that is too long for the room by itself; the whole piece otherwise. */
function breakable(piece: string, room: number): string[] {
  return textWidth(piece.trimEnd()) > room ? [...piece] : [piece];
}

/** The label in as few lines as fit into the room; what does not fit into the last is cut off. */
export function linesOf(label: string, room: number, most = 3): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of [...label.matchAll(pieces)].flatMap(([whole]) => breakable(whole, room))) {
    if (line !== '' && textWidth((line + piece).trimEnd()) > room) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += piece;
  }
  lines.push(line.trimEnd());
  if (lines.length <= most) return lines;
  const last = lines[most - 1] ?? '';
  const kept = textWidth(`${last}…`) > room ? [...last].slice(0, -1).join('') : last;
  return [...lines.slice(0, most - 1), `${kept}…`];
}

/**
 * Places of things of some sizes along a line: as near to where they belong as their neighbours allow, in the same
 * order, and within the limits as long as there is room for all.
 */
export function spread(
  wanted: readonly number[],
  sizes: readonly number[],
  [lowest, highest]: readonly [number, number],
): number[] {
  const order = wanted.map((_, index) => index).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0));
  const placed = [...wanted];
  let free = lowest;
  for (const index of order) {
    const half = (sizes[index] ?? 0) / 2;
    placed[index] = Math.max(wanted[index] ?? 0, free + half);
    free = (placed[index] ?? 0) + half;
  }
  free = highest;
  for (const index of order.toReversed()) {
    const half = (sizes[index] ?? 0) / 2;
    placed[index] = Math.min(placed[index] ?? 0, free - half);
    free = (placed[index] ?? 0) - half;
  }
  return placed;
}

/** Every how many-th of the labels can be written side by side, on a phone and on a wide page. */
export interface Stride {
  readonly phone: number;
  readonly wide: number;
}

export function strideOf(labels: readonly string[], step: number): Stride {
  const least = (size: number) => Math.max(1, Math.ceil((widestOf(labels, size) + size / 2) / step));
  const wide = least(letter.wide);
  // A multiple, so that what is shown on a phone stays where more is shown.
  return { wide, phone: Math.ceil(least(letter.phone) / wide) * wide };
}

/** Shown everywhere (`''`), on wide pages only, or not at all. */
export function shownAt(index: number, { phone, wide }: Stride): '' | 'chart-wide' | undefined {
  if (index % phone === 0) return '';
  return index % wide === 0 ? 'chart-wide' : undefined;
}

/** Whether texts fit into a room: everywhere, on wide pages only, or not at all. */
export function shownIn(texts: readonly string[], room: number): '' | 'chart-wide' | undefined {
  if (widestOf(texts) <= room) return '';
  return widestOf(texts, letter.wide) <= room ? 'chart-wide' : undefined;
}
