import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { SaxesParser } from 'saxes';

export interface Drawn {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  text: string;
}

/** Every element of what a component draws, read by an XML parser that forgives nothing. */
export function drawn(chart: ReactNode): Drawn[] {
  const parser = new SaxesParser();
  const elements: Drawn[] = [];
  const open: Drawn[] = [];
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes: attributes as Record<string, string>, text: '' };
    elements.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    for (const element of open) element.text += text;
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(renderToStaticMarkup(chart)).close();
  return elements;
}

export function withClass(elements: readonly Drawn[], name: string): Drawn[] {
  return elements.filter(({ attributes }) => attributes.class?.split(' ').includes(name));
}

export function numberOf(element: Drawn | undefined, attribute: string): number {
  return Number(element?.attributes[attribute]);
}
