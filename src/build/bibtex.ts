import { Cite, plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import { cslJson, type Reference } from '../lib/glossary/reference.ts';
import type { Locale } from '../lib/i18n/locales.ts';

// Our ids are stable and readable: they are the keys.
plugins.config.get('@bibtex').format.useIdAsLabel = true;

/** Works as a BibTeX file, with what a reader must be told of a work as its note. */
export function bibtex(works: readonly Reference[], locale: Locale): string {
  return new Cite(works.map((work) => cslJson(work, locale))).format('bibtex');
}
