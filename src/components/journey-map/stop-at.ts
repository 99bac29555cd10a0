import type { Place } from '../../lib/journey-map/places.ts';

const named = (name: string, value: string | undefined) =>
  value === undefined ? `:not([data-${name}])` : `[data-${name}="${CSS.escape(value)}"]`;

/** Where the focus goes for a place, in whichever view it is drawn: the card, the heading, or the empty cell. */
export function stopAt(view: Element, { stage, lane, card }: Place): HTMLElement | null {
  const place = card === undefined ? named('stage', stage) + named('lane', lane) : named('card', card);
  const stop = '[data-stop]';
  return view.querySelector<HTMLElement>(`${place}${stop}, ${place} ${stop}`);
}
