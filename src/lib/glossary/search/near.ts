/** Which letters a text holds, roughly, as 32 bits: texts that share too few of them need not be compared. */
export function letterBits(text: string): number {
  let bits = 0;
  for (let index = 0; index < text.length; index += 1) bits |= 1 << (text.charCodeAt(index) & 31);
  return bits;
}

/** The ones among 32 bits, added up in pairs, fours, eights and bytes. */
function countBits(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** How many kinds of letters of one text are not in another, at least: each is a mistake of its own. */
export function foreignLetters(wantedBits: number, bits: number): number {
  return countBits(wantedBits & ~bits);
}

/** Mistakes forgiven in a query: none in a letter, one in a short word, two in a long one. */
export function forgiven(query: string): number {
  const longEnough = /^[a-z0-9]+$/.test(query) ? 6 : 5;
  return query.length < 2 ? 0 : query.length < longEnough ? 1 : 2;
}

export interface Distance {
  /** Mistakes between the query and the whole name. */
  readonly whole: number;
  /** Mistakes between the query and the best beginning of the name. */
  readonly beginning: number;
}

const longest = 64;
const rows = [0, 1, 2].map(() => new Uint8Array(longest + 2)) as [Uint8Array, Uint8Array, Uint8Array];

/**
 * Mistakes between the first `line` letters of the query and beginnings of the name that are no more than `most` letters
 * longer or shorter: others have more mistakes than that. Returns the least of them.
 */
function fillRow(query: string, name: string, line: number, [before, last, row]: typeof rows, most: number): number {
  const from = Math.max(1, line - most);
  const to = Math.min(name.length, line + most);
  row[from - 1] = from === 1 ? line : most + 1;
  let least = row[from - 1] ?? line;
  const letter = query.charCodeAt(line - 1);
  const letterBefore = query.charCodeAt(line - 2);
  for (let column = from; column <= to; column += 1) {
    const known = name.charCodeAt(column - 1);
    const changed = (last[column - 1] ?? 0) + (letter === known ? 0 : 1);
    let value = Math.min((last[column] ?? 0) + 1, (row[column - 1] ?? 0) + 1, changed);
    // Before the first letter there is none: no code is equal to it.
    if (letter === name.charCodeAt(column - 2) && letterBefore === known)
      value = Math.min(value, (before[column - 2] ?? 0) + 1);
    row[column] = value;
    least = Math.min(least, value);
  }
  row[to + 1] = most + 1;
  return least;
}

/**
 * Letters left out, added, mistaken or swapped with their neighbor (optimal string alignment) between a query and a
 * name, as far as there are no more than `most`: beyond that, `most + 1`.
 */
export function mistakes(query: string, name: string, most: number): Distance {
  const none = { whole: most + 1, beginning: most + 1 };
  const length = Math.min(name.length, query.length + most);
  if (query.length > longest - most || length < query.length - most) return none;
  let [before, last, row] = rows;
  for (let column = 0; column <= most + 1; column += 1) last[column] = column;
  for (let line = 1; line <= query.length; line += 1) {
    if (fillRow(query, name, line, [before, last, row], most) > most) return none;
    [before, last, row] = [last, row, before];
  }
  const from = Math.max(0, query.length - most);
  const whole = length === name.length ? (last[length] ?? 0) : none.whole;
  const beginning = Math.min(...last.subarray(from, length + 1));
  return { whole: Math.min(whole, none.whole), beginning: Math.min(beginning, none.beginning) };
}

/** Shorter words are too like each other for a mistake to be forgiven. */
const shortestMistaken = 4;

/** Whether two words are one, but for one mistake. */
export function isMistaken(word: string, known: string): boolean {
  if (Math.min(word.length, known.length) < shortestMistaken || Math.abs(word.length - known.length) > 1) return false;
  return mistakes(word, known, 1).whole <= 1;
}
