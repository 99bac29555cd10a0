import { Cite, plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import { cslJson, type Reference } from '../lib/glossary/reference.ts';
import type { Locale } from '../lib/i18n/locales.ts';

const { format } = plugins.config.get('@bibtex');
// Our ids are stable and readable: they are the keys, hyphens and all.
format.useIdAsLabel = true;
format.checkLabel = false;
// Japanese works keep their titles; every current program reads UTF-8.
format.asciiOnly = false;

/** Works as a BibTeX file, with what a reader must be told of a work as its note. */
export function bibtex(works: readonly Reference[], locale: Locale): string {
  return new Cite(works.map((work) => cslJson(work, locale))).format('bibtex');
}
