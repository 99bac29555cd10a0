import { spansOf } from '../../../lib/journey-map/find.ts';

const [everywhere, here] = ['journey-found', 'journey-found-here'];

function rangesIn(stop: Element, query: string): Range[] {
  const text = stop.firstChild;
  if (!(text instanceof Text)) return [];
  return spansOf(text.data, query).map(({ start, end }) => {
    const range = new Range();
    range.setStart(text, start);
    range.setEnd(text, end);
    return range;
  });
}

/** Marks what is looked for in a view, without touching what is drawn there; an older browser marks nothing. */
export function markFound(view: Element, query: string, current: Element | null): void {
  if (!('highlights' in CSS)) return;
  const all = [...view.querySelectorAll('[data-stop]')].flatMap((stop) => rangesIn(stop, query));
  CSS.highlights.set(everywhere, new Highlight(...all));
  CSS.highlights.set(here, new Highlight(...(current ? rangesIn(current, query) : [])));
}

export function unmarkFound(): void {
  if (!('highlights' in CSS)) return;
  CSS.highlights.delete(everywhere);
  CSS.highlights.delete(here);
}
