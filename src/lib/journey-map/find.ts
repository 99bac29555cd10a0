import { fold } from '../glossary/fold.ts';
import { cellKey } from './cells.ts';
import type { Card, Lane, Stage } from './document.ts';
import type { MapTable, Place } from './places.ts';

interface Names {
  readonly stage: (stage: Stage) => string;
  readonly lane: (lane: Lane) => string;
}

/**
 * The places whose words hold what is looked for, whatever their width, case and kana: lanes first, then stage by stage
 * with its cards. Of a card count its text, its owner and its evidence.
 */
export function foundIn({ stages, lanes, cells }: MapTable, query: string, names: Names): Place[] {
  const wanted = fold(query);
  if (wanted === '') return [];
  const holds = (text: string | undefined) => text !== undefined && fold(text).includes(wanted);
  const isFound = ({ text, owner, evidence }: Card) => holds(text) || holds(owner) || holds(evidence);
  const foundAt = (stage: string): Place[] =>
    lanes.flatMap(({ id: lane }) =>
      (cells.get(cellKey(stage, lane)) ?? []).filter(isFound).map(({ id: card }) => ({ stage, lane, card })),
    );
  return [
    ...lanes.filter((lane) => holds(names.lane(lane))).map(({ id: lane }) => ({ lane })),
    ...stages.flatMap((stage) => [...(holds(names.stage(stage)) ? [{ stage: stage.id }] : []), ...foundAt(stage.id)]),
  ];
}

/** A letter with the marks that fold together with it: ｶﾞ is が. */
const letters = /[\s\S][\p{M}ﾞﾟ]*/gu;
/** What letters fold to, as far as they have been met: folding one takes longer than finding it here. */
const foldedLetters = new Map<string, string>();

function foldLetter(letter: string): string {
  const known = foldedLetters.get(letter);
  if (known !== undefined) return known;
  const folded = fold(letter);
  foldedLetters.set(letter, folded);
  return folded;
}

/** Where a text holds what is looked for, from one place in it to another. */
export function spansOf(text: string, query: string): { readonly start: number; readonly end: number }[] {
  const wanted = fold(query);
  if (wanted === '' || !fold(text).includes(wanted)) return [];
  let folded = '';
  /** Of every folded letter, where the one it comes from begins and ends. */
  const starts: number[] = [];
  const ends: number[] = [];
  let start = 0;
  for (const letter of text.match(letters) ?? []) {
    const part = foldLetter(letter);
    const end = start + letter.length;
    folded += part;
    for (let count = 0; count < part.length; count += 1) {
      starts.push(start);
      ends.push(end);
    }
    start = end;
  }
  const spans = [];
  for (let at = folded.indexOf(wanted); at !== -1; at = folded.indexOf(wanted, at + wanted.length)) {
    const [first, last] = [starts[at], ends[at + wanted.length - 1]];
    if (first !== undefined && last !== undefined) spans.push({ start: first, end: last });
  }
  return spans;
}
