import { type BibtexEntry, Cite, plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import { cslJson, type Reference } from '../lib/glossary/reference.ts';
import type { Locale } from '../lib/i18n/locales.ts';

const { format } = plugins.config.get('@bibtex');
// Our ids are stable and readable: they are the keys, hyphens and all.
format.useIdAsLabel = true;
format.checkLabel = false;
// Japanese works keep their titles; every current program reads UTF-8.
format.asciiOnly = false;

/** The signs that mean something to LaTeX, which the library leaves as they are where letters beyond ASCII are kept. */
const escaped = (text: string) => text.replace(/[&%$#_]/g, '\\$&');

/** Styles write titles in small letters. The library keeps capitals from that, but not those of a first word such as SaaS. */
const titled = (text: string) => text.replace(/(?<=^|: )[A-Za-z]+[A-Z][A-Za-z]*/g, '{$&}');

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** The month by the name that every style knows and sorts by; there is no field for a day that all of them read. */
const monthOf = ({ issued }: Reference) => months[(issued?.['date-parts']?.[0]?.[1] ?? 0) - 1];

/** Where a work of no other sort was published; the library knows its address only. */
function published({ 'container-title': container, number, URL: address }: Reference): string {
  const place = container ?? number;
  return place ? escaped(place) : address ? `\\url{${address}}` : '';
}

function written({ type, label, properties }: BibtexEntry, work: Reference): string {
  const inBraces = (text: string | undefined) => text && `{${text}}`;
  const fields = {
    ...Object.fromEntries(Object.entries(properties).map(([name, text]) => [name, inBraces(escaped(text))])),
    title: inBraces(titled(escaped(properties.title ?? ''))),
    month: monthOf(work),
    howpublished: type === 'misc' ? inBraces(published(work)) : undefined,
    doi: inBraces(properties.doi),
    url: inBraces(properties.url),
  };
  const lines = Object.entries(fields).map(([name, text]) => (text ? `\t${name} = ${text},\n` : ''));
  return `@${type}{${label},\n${lines.join('')}}\n`;
}

/** Works as a BibTeX file, with what a reader must be told of a work as its note. */
export function bibtex(works: readonly Reference[], locale: Locale): string {
  const entriesOf = (work: Reference) => new Cite(cslJson(work, locale)).format('bibtex', { format: 'object' });
  return works.flatMap((work) => entriesOf(work).map((entry) => written(entry, work))).join('');
}
