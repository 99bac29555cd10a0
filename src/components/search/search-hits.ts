import { type LexiconEntry, routeOf } from '../../lib/glossary/search/lexicon.ts';
import type { TextHit } from '../../lib/glossary/search/search-texts.ts';
import type { Suggestion } from '../../lib/glossary/search/suggest.ts';
import { textFragment } from '../../lib/glossary/search/text-fragment.ts';
import { type Locale, otherLocales } from '../../lib/i18n/locales.ts';
import { pagePath } from '../../lib/i18n/routes.ts';
import { element, fill } from './elements.ts';

export type Words = Readonly<Record<string, string>>;

/** What hits are written with. */
export interface HitSetting {
  readonly words: Words;
  readonly base: string;
  readonly locale: Locale;
  /** The language of the hits, where it is not the page's. */
  readonly lang?: Locale;
  /** The word for a kind of page, with its shape on the map legend. */
  readonly labelOf: (kind: LexiconEntry['kind']) => Node;
}

export function entryHref(entry: LexiconEntry, { base, locale, lang }: HitSetting): string {
  return pagePath(base, lang ?? locale, routeOf(entry));
}

function hit(href: string, title: readonly (string | Node)[], lang: Locale | undefined): HTMLLIElement {
  const item = element('li');
  const link = element('a');
  link.append(...title);
  link.href = href;
  if (lang) link.lang = lang;
  if (lang) link.hreflang = lang;
  item.append(link);
  return item;
}

/** Why a page was found, unless its title says so: then its title in the other language. */
function why({ entry, name, fit }: Suggestion, { words, locale, lang }: HitSetting): HTMLElement {
  if (name.text === entry.title || name.source === 'keyword') {
    const otherTitle = element('span', entry.otherTitle, 'hit-note');
    otherTitle.lang = otherLocales(lang ?? locale)[0] ?? '';
    return otherTitle;
  }
  const reason = words[fit === 'near' ? 'why.near' : `why.${name.source}`] ?? '';
  return element('span', fill(reason, { name: name.text }), 'hit-note');
}

export function nameHit(suggestion: Suggestion, setting: HitSetting): HTMLLIElement {
  const { entry, section } = suggestion;
  const { words, locale, lang } = setting;
  // The sections of terms have names; those of guides have their own headings, which only the page knows.
  const sectionName = words[`section.${section}`];
  const heading = element('span', sectionName);
  if (lang) heading.lang = locale;
  const title = sectionName ? [entry.title, ' › ', heading] : [entry.title];
  const item = hit(entryHref(entry, setting) + (section ? `#${section}` : ''), title, lang);
  item.append(setting.labelOf(entry.kind), why(suggestion, setting));
  return item;
}

export function textHit(found: TextHit, { words, locale, lang }: HitSetting): HTMLLIElement {
  const { url, title, section, excerpt, missing } = found;
  const fragment = textFragment(excerpt, lang ?? locale);
  const place = section || fragment ? `#${section?.id ?? ''}${fragment}` : '';
  const item = hit(url + place, [section ? `${title} › ${section.heading}` : title], lang);
  const text = element('p', undefined, 'hit-excerpt');
  if (lang) text.lang = lang;
  for (const piece of excerpt) text.append(piece.marked ? element('mark', piece.text) : piece.text);
  item.append(text);
  if (missing.length > 0) {
    item.append(element('p', fill(words.missing ?? '', { words: missing.join(words.listSeparator) }), 'hit-missing'));
  }
  return item;
}
