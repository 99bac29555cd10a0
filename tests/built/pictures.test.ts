import { describe, expect, it } from 'vitest';
import { folder, pagesIn } from './site.ts';

const cells = (row: string) => [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, text = '']) => text);

/** Of every picture of bars: what its caption says, and the rows of its table. */
const bars = pagesIn(folder).flatMap(({ path, html }) =>
  [
    ...html.matchAll(
      /<figcaption[^>]*><p>([^<]*(?:Highest: |最大は)[^<]*)<\/p>(?:(?!<\/figcaption>).)*<tbody>(.*?)<\/tbody>/gs,
    ),
  ].map(([, caption = '', body = '']) => ({ path, caption, rows: body.split('</tr>').map(cells).slice(0, -1) })),
);

describe('the caption of a picture of bars', () => {
  it.each(bars)('on $path names all that share a place: $caption', ({ caption, rows }) => {
    const said = caption.slice(caption.search(/Highest: |最大は/));
    const isNamed = ([name = '']: string[]) => said.includes(name);
    const named = rows.filter(isNamed).map(([, value]) => value);
    expect(new Set(named).size).toBeGreaterThan(1);
    expect(rows.filter((row) => !isNamed(row) && named.includes(row[1]))).toEqual([]);
  });

  it('is read on many pages', () => {
    expect(bars.length).toBeGreaterThan(30);
  });
});
