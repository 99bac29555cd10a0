import { type Card, type Feeling, feelings } from '../document.ts';

/** `+2`, `0`, `−1`: with a real minus sign, which no spreadsheet takes for a formula. */
export function feelingText(feeling: number): string {
  const size = String(Math.abs(feeling));
  if (feeling === 0) return size;
  return feeling > 0 ? `+${size}` : `−${size}`;
}

/** `(−1)`, and with what is hoped for `(−1 → +1)`; nothing of a card that says neither. */
export function feelingNote({ feeling, hopedFeeling }: Card): string {
  const now = feeling === undefined ? '' : feelingText(feeling);
  if (hopedFeeling !== undefined) return `(${`${now} → ${feelingText(hopedFeeling)}`.trim()})`;
  return now && `(${now})`;
}

export function feelingFrom(text: string | undefined): Feeling | undefined {
  const plain = (text ?? '')
    .trim()
    .replace(/^[−－]/, '-')
    .replace(/^[+＋]/, '');
  return plain === '' ? undefined : feelings.find((feeling) => feeling === Number(plain));
}

const noteAtEnd = /\(([+−-]?[0-2])?(?:\s*→\s*([+−-]?[0-2]))?\)$/;

/** A text, and what the note at its end says of feelings. */
export function withoutFeelingNote(text: string): Pick<Card, 'text' | 'feeling' | 'hopedFeeling'> {
  const [note = '', now, hoped] = noteAtEnd.exec(text) ?? [];
  const feeling = feelingFrom(now);
  const hopedFeeling = feelingFrom(hoped);
  return {
    text:
      feeling === undefined && hopedFeeling === undefined ? text : text.slice(0, text.length - note.length).trimEnd(),
    ...(feeling !== undefined && { feeling }),
    ...(hopedFeeling !== undefined && { hopedFeeling }),
  };
}
