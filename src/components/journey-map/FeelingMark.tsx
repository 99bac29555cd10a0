import type { Feeling } from '../../lib/journey-map/document.ts';

/** How it feels, or is meant to feel, by shape and number; words stand beside it. */
export function FeelingMark({ feeling, isHoped = false }: { readonly feeling: Feeling; readonly isHoped?: boolean }) {
  return (
    <span className={isHoped ? 'feeling feeling-hoped' : 'feeling'} data-feeling={feeling} aria-hidden="true">
      {`${feelingShape(feeling)} ${feelingNumber(feeling)}`}
    </span>
  );
}

const feelingShape = (feeling: number) => (feeling > 0 ? '▲' : feeling < 0 ? '▼' : '●');

/** A feeling or a mean of several, with its sign: +1, −0.5. */
export function feelingNumber(feeling: number): string {
  const rounded = Math.round(Math.abs(feeling) * 10) / 10;
  return rounded === 0 ? '0' : `${feeling > 0 ? '+' : '−'}${rounded}`;
}
