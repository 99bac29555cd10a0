import { searchFullText } from '../../browser/full-text.ts';
import { loadNames, loadQuestions } from '../../browser/lexicon.ts';
import { chosenKind, type LexiconEntry } from '../../lib/glossary/search/lexicon.ts';
import { nearestEntries } from '../../lib/glossary/search/nearest.ts';
import type { TextHit } from '../../lib/glossary/search/search-texts.ts';
import { isName, type Suggestions, suggest } from '../../lib/glossary/search/suggest.ts';
import { type Locale, otherLocales } from '../../lib/i18n/locales.ts';
import { element } from './elements.ts';
import { entryHref, type HitSetting, nameHit, textHit } from './search-hits.ts';

const mostNames = 12;
const mostTexts = 8;
const mostNearest = 5;

export const nothing: Suggestions = { hits: [], isSure: false, isKnown: false };

/** Where the data of a language is. */
export interface SearchData {
  readonly lexicon: string;
  readonly asked: string;
  readonly fullText: string;
}

export interface SearchSetting extends HitSetting {
  readonly data: Readonly<Record<Locale, SearchData>>;
}

export interface Query {
  readonly text: string;
  /** What the reader chose to see: `term`, `comparison`, `guide`, `calculator` or `page`. */
  readonly kind: string | undefined;
}

const dataOf = ({ data, lang, locale }: SearchSetting) => data[lang ?? locale];

function isOfKind({ kind }: LexiconEntry, wanted: string | undefined): boolean {
  return wanted === undefined || chosenKind(kind) === wanted;
}

function chosen({ hits, ...trust }: Suggestions, { kind }: Query): Suggestions {
  return { hits: hits.filter(({ entry }) => isOfKind(entry, kind)).slice(0, mostNames), ...trust };
}

/** Pages found by name; undefined when the names cannot be loaded. */
export async function findNames(query: Query, setting: SearchSetting): Promise<Suggestions | undefined> {
  const names = await loadNames(dataOf(setting).lexicon).catch(() => undefined);
  return names && chosen(suggest(names, query.text), query);
}

/** What of the data of a language could be loaded. */
export interface Loaded {
  readonly names: boolean;
  readonly questions: boolean;
  readonly texts: boolean;
}

/** Hits by name, by what has been asked and by text in one language. What cannot be loaded leaves the rest. */
async function findInLanguage(query: Query, setting: SearchSetting) {
  const { lexicon, asked, fullText } = dataOf(setting);
  const { text, kind } = query;
  const locale = setting.lang ?? setting.locale;
  const limit = mostTexts + mostNames;
  const asking = searchFullText({ bundle: fullText, base: setting.base, locale, query: text, kind, limit });
  const textsOrNone = asking.catch(() => undefined);
  const names = await loadNames(lexicon).catch(() => undefined);
  // What has been asked in other words weighs as much as the texts. Of a name it changes nothing that comes first; but
  // of one kind there may be no page of that name.
  const needsQuestions = !names || kind !== undefined || !isName(names, text);
  const questions = needsQuestions ? await loadQuestions(asked, lexicon).catch(() => undefined) : undefined;
  const texts = await textsOrNone;
  const byName = names ? chosen(suggest(names, text, questions), query) : nothing;
  const loaded: Loaded = { names: !!names, questions: !needsQuestions || !!questions, texts: !!texts };
  return { hits: listHits(byName, texts ?? [], setting), loaded };
}

export interface Found {
  readonly hits: readonly HTMLLIElement[];
  /** Whether this language has none and these are of another one. */
  readonly isElsewhere: boolean;
  readonly loaded: Loaded;
  /** Entries that look like the query, when nothing answers it. */
  readonly nearest: readonly LexiconEntry[];
}

/** Everything that answers a query; if nothing does, what the other languages have, or else the nearest names. */
export async function findAll(query: Query, setting: SearchSetting): Promise<Found> {
  const { hits, loaded } = await findInLanguage(query, setting);
  // Of one kind there may be nothing where there is plenty of another.
  if (hits.length > 0 || query.kind !== undefined) return { hits, isElsewhere: false, loaded, nearest: [] };
  const others = await Promise.all(
    otherLocales(setting.locale).map((lang) => findInLanguage(query, { ...setting, lang })),
  );
  const elsewhere = others.flatMap((found) => found.hits);
  if (elsewhere.length > 0) return { hits: elsewhere, isElsewhere: true, loaded, nearest: [] };
  const names = await loadNames(dataOf(setting).lexicon).catch(() => undefined);
  const nearest = names ? nearestEntries(names, query.text, mostNearest) : [];
  return { hits: [], isElsewhere: false, loaded, nearest };
}

/** The first of a group of hits says what they have in common. */
function headed(hits: readonly HTMLLIElement[], heading: string | undefined): readonly HTMLLIElement[] {
  hits[0]?.prepend(element('h2', heading));
  return hits;
}

/** The hits as one list: what is found by name first, unless the names only touch what was asked. */
export function listHits(
  { hits, isSure }: Suggestions,
  texts: readonly TextHit[],
  setting: SearchSetting,
): readonly HTMLLIElement[] {
  const { words } = setting;
  const known = new Set(hits.map(({ entry }) => entryHref(entry, setting)));
  const fresh = texts.filter(({ url, section }) => !isSure || section || !known.has(url)).slice(0, mostTexts);
  const byName = headed(
    hits.map((suggestion) => nameHit(suggestion, setting)),
    words.byName,
  );
  const byText = headed(
    fresh.map((found) => textHit(found, setting)),
    words.byText,
  );
  return isSure ? [...byName, ...byText] : [...byText, ...byName];
}
